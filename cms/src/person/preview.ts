/**
 * What the withdrawal of a person will touch, and what needs a person's eye: read before it is done, changed by
 * nothing.
 */
import type { Core } from '@strapi/strapi'
import { isLocalised, labelOf, type Schema, schemaOf } from '../content-model/schema'
import { spokenRows } from '../rules/people'
import { IN_SOURCE_LANGUAGE } from '../rows/rows'
import { namesOf } from '../gone/tombstone'
import { shownNames } from './withdrawn-names'
import { NameMatcher, type Span } from './matcher'
import { plainText } from './replace-names'
import { namedFiles } from './file-names'
import { ownerOf } from './owners'
import { namedSlugs } from './slugs'
import { textsOf } from './published-texts'
import { publishedRows } from './text-tables'
import { ARTICLE, CONSENT, IMAGE, PERSON } from '../content-model/uids'

/** A place, as editors call it. */
interface Place {
  /** The type, for instance „Beitrag“. */
  kind: string
  title: string
  /** The attribute, and what stands around the name. */
  where: string
  excerpt: string
}

/** The first places, and how many there are. */
interface Places {
  count: number
  places: Place[]
}

export interface Preview {
  names: string[]
  /** Where the name will be replaced. */
  replaced: Places
  /** Where something may mean the person, and stays. */
  doubtful: Places
  /** What will have another address for good: „Beitrag „Ein Gespräch“: ein-gespraech-mit-…“. */
  addresses: string[]
  /** Files that will be called otherwise, or described otherwise. */
  files: string[]
  /** Pictures that will not be shown any more. */
  pictures: string[]
  /** Articles in which the person speaks, or of whom they are: to be heard, seen or read by somebody. */
  spoken: string[]
}

const AROUND = 40
/** Of each kind of place so many are shown, and all are counted. */
const MOST = 200

export async function previewOf(strapi: Core.Strapi, personId: string): Promise<Preview> {
  const names = Object.values(await namesOf(strapi, personId))
  const matcher = new NameMatcher(
    names, (await shownNames(strapi)).filter(name => !names.includes(name)),
  )
  const preview: Preview = {
    names, replaced: { count: 0, places: [] }, doubtful: { count: 0, places: [] },
    addresses: await addressesWith(strapi, matcher),
    files: (await namedFiles(strapi, matcher)).map(({ name }) => name),
    pictures: await picturesOf(strapi, personId), spoken: await spokenBy(strapi, personId),
  }
  const show = async (to: Places, text: Parameters<typeof ownerOf>[1], plain: string, spans: Span[]) => {
    for (const span of spans.slice(0, MOST - to.places.length))
      to.places.push(...await placeOf(strapi, text, { plain, span }))
  }
  for (const table of publishedRows(strapi, null)) {
    for await (const text of textsOf(table)) {
      const plain = plainText(text.value)
      const [certain, doubts] = [matcher.find(plain), matcher.doubts(plain)]
      preview.replaced.count += certain.length
      preview.doubtful.count += doubts.length
      // Of what is replaced one place of a text is enough; what is to be decided is shown one by one.
      await show(preview.replaced, text, plain, certain.slice(0, 1))
      await show(preview.doubtful, text, plain, doubts)
    }
  }
  return preview
}

async function addressesWith(strapi: Core.Strapi, matcher: NameMatcher): Promise<string[]> {
  return Promise.all((await namedSlugs(strapi, matcher)).map(async ({ schema, documentId, newest }) =>
    `${schema.info.displayName} „${await titleOf(strapi, schema, documentId)}“: ${newest}`))
}

async function placeOf(
  strapi: Core.Strapi, text: Parameters<typeof ownerOf>[1], { plain, span }: { plain: string, span: Span },
): Promise<Place[]> {
  const owner = await ownerOf(strapi, text)
  if (!owner) return []
  const excerpt = `${span.start > AROUND ? '…' : ''}${plain.slice(Math.max(0, span.start - AROUND), span.end + AROUND)}${plain.length > span.end + AROUND ? '…' : ''}`
  const kind = owner.schema.info.displayName
  return [
    {
      kind, title: await titleOf(strapi, owner.schema, owner.documentId), where: labelOf(owner.schema, owner.attribute),
      excerpt,
    },
  ]
}

async function titleOf(strapi: Core.Strapi, schema: Schema, documentId: string): Promise<string> {
  const where = { documentId, ...isLocalised(schema) && IN_SOURCE_LANGUAGE }
  const row = await strapi.db.query(schema.uid).findOne({ where })
  const name = ['title', 'name', 'label'].find(candidate => schema.attributes[candidate]) ?? 'documentId'
  return String(row?.[name] ?? '')
}

async function picturesOf(strapi: Core.Strapi, personId: string): Promise<string[]> {
  const images: { title: string | null }[] = await strapi.db
    .query(IMAGE)
    .findMany({ select: ['title'], where: { people: { documentId: personId } } })
  const people: { portrait: { title: string } | null }[] = await strapi.db
    .query(PERSON)
    .findMany({ where: { documentId: personId }, populate: { portrait: { select: ['title'] } } })
  return [
    ...new Set([
      ...images.map(({ title }) => title ?? ''),
      ...people.flatMap(({ portrait }) => (portrait ? [portrait.title] : [])),
    ]),
  ]
}

async function spokenBy(strapi: Core.Strapi, personId: string): Promise<string[]> {
  const ids = new Set((await spokenRows(strapi, personId)).map(({ documentId }) => documentId))
  return Promise.all([...ids].map(id => titleOf(strapi, schemaOf(strapi, ARTICLE), id)))
}

/** The person of whom an entry speaks: a person, or the record of a consent; null for anything else. */
export async function personOf(strapi: Core.Strapi, uid: string, documentId: string): Promise<string | null> {
  if (uid === PERSON) return documentId
  if (uid !== CONSENT) return null
  const consent: { person: { documentId: string } | null } | null = await strapi.db
    .query(CONSENT)
    .findOne({ where: { documentId }, populate: { person: { select: ['documentId'] } } })
  return consent?.person?.documentId ?? null
}
