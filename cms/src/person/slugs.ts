/**
 * No address is made of the name of somebody who is withdrawn: it gets a neutral one, and the one before is forgotten.
 */
import slugify from '@sindresorhus/slugify'
import type { Core } from '@strapi/strapi'
import { publicSchemas, type Schema } from '../content-model/schema'
import { freeSlug } from '../rules/slug'
import type { NameMatcher } from './matcher'
import type { Scope } from './published-texts'
import { ENTRY, FORMER_SLUG, PERSON, TOMBSTONE } from '../content-model/uids'

/** What was called otherwise until now: in old versions it stands still. */
export type Renamed = Map<string, string>

/** An entry with a name in its address, or in one that a row of another language still has. */
interface NamedSlugs {
  schema: Schema
  documentId: string
  named: string[]
  newest: string
}

/** namedSlugs finds what has a name in its address, drafts too. */
export async function namedSlugs(strapi: Core.Strapi, names: NameMatcher, scope?: Scope): Promise<NamedSlugs[]> {
  const found: NamedSlugs[] = []
  for (const schema of scope ? [scope.schema] : addressed(strapi)) {
    for (const [documentId, slugs] of await readSlugs(strapi, schema, scope?.documentId)) {
      const named = slugs.filter(slug => names.find(slug).length > 0)
      if (named.length > 0) found.push({ schema, documentId, named, newest: slugs.at(-1) ?? '' })
    }
  }
  return found
}

/** renameSlugs gives these entries others, and forgets addresses of before that have a name. */
export async function renameSlugs(strapi: Core.Strapi, names: NameMatcher, scope?: Scope): Promise<Renamed> {
  const renamed: Renamed = new Map()
  for (const { schema, documentId, named, newest } of await namedSlugs(strapi, names, scope)) {
    const slug = await freeSlug(strapi, schema, slugify(names.clean(newest)), documentId)
    await strapi.db.query(schema.uid).updateMany({ where: { documentId }, data: { slug } })
    for (const former of named) renamed.set(former, slug)
  }
  if (!scope || renamed.size > 0) {
    await forgetFormer(strapi, names)
    await forgetInLedger(strapi, names, renamed)
  }
  return renamed
}

function addressed(strapi: Core.Strapi): Schema[] {
  return publicSchemas(strapi).filter(({ uid, attributes }) => attributes.slug && uid !== PERSON)
}

/** The slugs of each document; rows of other languages may have an older one. The newest is the last. */
async function readSlugs(
  strapi: Core.Strapi, { uid, attributes }: Schema, documentId: string | undefined,
): Promise<Map<string, string[]>> {
  if (!attributes.slug || uid === PERSON) return new Map()
  const rows: { documentId: string, slug: string | null }[] = await strapi.db.query(uid).findMany({
    select: ['documentId', 'slug'], where: { slug: { $notNull: true }, ...(documentId && { documentId }) },
    orderBy: { id: 'asc' },
  })
  return new Map(
    [...Map.groupBy(rows, row => row.documentId)].map(([id, ofDocument]) => [
      id, ofDocument.map(({ slug }) => slug ?? ''),
    ]),
  )
}

async function forgetFormer(strapi: Core.Strapi, names: NameMatcher): Promise<void> {
  const former: { id: number, slug: string | null }[] = await strapi.db
    .query(FORMER_SLUG)
    .findMany({ select: ['id', 'slug'] })
  const named = former.filter(({ slug }) => names.find(slug ?? '').length > 0)
  if (named.length > 0)
    await strapi.db.query(FORMER_SLUG).deleteMany({ where: { id: { $in: named.map(({ id }) => id) } } })
  const gone: { id: number, slug: string | null }[] = await strapi.db
    .query(TOMBSTONE)
    .findMany({ select: ['id', 'slug'], where: { type: { $ne: PERSON } } })
  for (const { id, slug } of gone)
    if (slug && names.find(slug).length > 0)
      await strapi.db.query(TOMBSTONE).update({ where: { id }, data: { slug: slugify(names.clean(slug)) } })
}

/** What had such an address once, or is deleted by now, has it nowhere but in the ledger. */
async function forgetInLedger(strapi: Core.Strapi, names: NameMatcher, renamed: Renamed): Promise<void> {
  const ofOthers = { type: { $ne: PERSON } }
  const rows: { slug: string | null, formerSlug: string | null }[] = await strapi.db
    .query(ENTRY)
    .findMany({ select: ['slug', 'formerSlug'], where: { ...ofOthers, slug: { $notNull: true } } })
  const named = [...new Set(rows.flatMap(({ slug, formerSlug }) => [slug ?? '', formerSlug ?? '']))]
    .filter(slug => !renamed.has(slug) && names.find(slug).length > 0)
  for (const slug of named) {
    const nameless = slugify(names.clean(slug))
    await strapi.db.query(ENTRY).updateMany({ where: { ...ofOthers, slug }, data: { slug: nameless } })
    await strapi.db.query(ENTRY).updateMany({ where: { ...ofOthers, formerSlug: slug }, data: { formerSlug: null } })
  }
}
