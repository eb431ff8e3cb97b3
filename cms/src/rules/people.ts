/** Nobody is shown who neither holds a public role nor has agreed. */
import type { Core } from '@strapi/strapi'
import { SPOKEN_KINDS } from 'shared-types'
import { labelOf, type Schema } from '../content-model/schema'
import type { Problem } from './problems'
import { documentIdsOf } from '../rows/relations'
import { hasSource } from './required'
import { IN_SOURCE_LANGUAGE, type Row, type Values } from '../rows/rows'
import { ARTICLE, CONSENT, IMAGE, PERSON } from '../content-model/uids'

/** What is asked of a consent: being named, a picture, or one's own words, in a language or in whatever language. */
interface Purpose {
  covers: 'coversName' | 'coversPicture' | 'coversOpinion'
  language?: string
}

const PURPOSES: Record<Purpose['covers'], string> = {
  coversName: 'die Nennung mit Namen', coversPicture: 'Bilder', coversOpinion: 'Meinung und Interview',
}

/** What stands against showing people in an entry that becomes public, in a language. */
export async function peopleProblems(
  strapi: Core.Strapi, schema: Schema, values: Values,
  { documentId, language }: { documentId: string | undefined, language: string },
): Promise<Problem[]> {
  if (schema.uid === PERSON) return personProblems(strapi, schema, values, documentId)
  if (schema.uid === IMAGE) return coveredProblems(strapi, schema, values, { covers: 'coversPicture' })
  if (schema.uid !== ARTICLE || !SPOKEN_KINDS.some(spoken => spoken === values.kind)) return []
  if (values.kind === 'interview' && documentIdsOf(values.people).length === 0)
    return [
      {
        path: ['people'],
        message: `${labelOf(schema, 'people')} fehlt noch: Wer gibt das Interview? Bitte legen Sie die Person an und `
          + `wählen Sie sie hier aus.`,
      },
    ]
  return coveredProblems(strapi, schema, values, { covers: 'coversOpinion', language })
}

async function personProblems(
  strapi: Core.Strapi, schema: Schema, values: Values, documentId: string | undefined,
): Promise<Problem[]> {
  if (values.publicGround === 'public_role' && !hasSource(values.citations))
    return [
      {
        path: ['citations'],
        message: `${labelOf(schema, 'citations')}: Wer ein öffentliches Amt oder eine öffentliche Funktion hat, wird `
          + `mit einer Quelle genannt, in der das steht. Bitte nennen Sie sie.`,
      },
    ]
  if (values.publicGround !== 'consent') return []
  const purposes: Purpose[] = [
    { covers: 'coversName' },
    ...(documentIdsOf(values.portrait).length > 0 ? [{ covers: 'coversPicture' as const }] : []),
  ]
  const uncovered = await Promise.all(
    purposes.map(async purpose =>
      (await isCovered(strapi, documentId, purpose))
        ? []
        : [missing('publicGround', String(values.name), documentId, purpose)],
    ),
  )
  return uncovered.flat()
}

/**
 * Of the people an entry names, those whose ground does not carry it. Drafts count: whoever is not public is said so by
 * another rule.
 */
async function coveredProblems(
  strapi: Core.Strapi, schema: Schema, values: Values, purpose: Purpose,
): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const documentId of documentIdsOf(values.people)) {
    const person: Row | null = await strapi.db
      .query(PERSON)
      .findOne({ where: { documentId, publishedAt: { $notNull: true }, ...IN_SOURCE_LANGUAGE } })
    if (!person)
      problems.push({
        path: ['people'],
        message: `${labelOf(schema, 'people')}: Eine der Personen ist noch nicht veröffentlicht. Bitte `
          + `veröffentlichen Sie zuerst ihren Eintrag.`,
        elsewhere: { type: PERSON, documentId },
      })
    else if (person.publicGround === 'consent' && !(await isCovered(strapi, documentId, purpose)))
      problems.push(missing('people', String(person.name), documentId, purpose))
  }
  return problems
}

function missing(
  name: string, person: string, documentId: string | undefined, { covers, language }: Purpose,
): Problem {
  return {
    path: [name],
    message: `Für ${person} fehlt eine Einwilligung, die ${PURPOSES[covers]}${language
      ? ` in dieser Sprache `
      + `(${language})`
      : ''} auf dieser Website erlaubt. Bitte tragen Sie sie unter „Einwilligung“ ein, sobald sie vorliegt.`,
    elsewhere: documentId ? { type: CONSENT, given: { person: documentId, [covers]: 'true' } } : undefined,
  }
}

interface Consent extends Record<Purpose['covers'], boolean> {
  medium: string
  languages: string | null
}

async function isCovered(
  strapi: Core.Strapi, documentId: string | undefined, { covers, language }: Purpose,
): Promise<boolean> {
  if (!documentId) return false
  const consents: Consent[] = await strapi.db
    .query(CONSENT)
    .findMany({ where: { person: { documentId }, withdrawnOn: { $null: true }, medium: 'online', [covers]: true } })
  return consents.some(
    ({ languages }) => !language || !languages?.trim() || languages.split(/[\s,;]+/).includes(language),
  )
}

/** Interviews and opinions in which somebody speaks, and their languages that no consent carries any more. */
export async function uncoveredWords(
  strapi: Core.Strapi, documentId: string,
): Promise<{ documentId: string, languages: string[] }[]> {
  const uncovered: { documentId: string, languages: string[] }[] = []
  for (const [article, rows] of Map.groupBy(await spokenRows(strapi, documentId), row => row.documentId)) {
    const judged = await Promise.all(
      rows.map(async ({ locale }) => ({
        language: locale ?? '',
        isCarried: await isCovered(strapi, documentId, { covers: 'coversOpinion', language: locale ?? '' }),
      })),
    )
    const languages = judged.filter(({ isCarried }) => !isCarried).map(({ language }) => language)
    if (languages.length > 0) uncovered.push({ documentId: article, languages })
  }
  return uncovered
}

/** What is published of the articles in which somebody speaks, each language a row. */
export async function spokenRows(strapi: Core.Strapi, documentId: string): Promise<Row[]> {
  const spoken: Row[] = await strapi.db
    .query(ARTICLE)
    .findMany({
      select: ['documentId'],
      where: { publishedAt: { $notNull: true }, kind: { $in: SPOKEN_KINDS }, people: { documentId } },
    })
  return strapi.db
    .query(ARTICLE)
    .findMany({
      select: ['documentId', 'locale'],
      where: { publishedAt: { $notNull: true }, documentId: { $in: spoken.map(article => article.documentId) } },
    })
}

/** Whether consents carry everything that is shown of somebody: the name, pictures, own words in each language. */
export async function isWhollyCovered(strapi: Core.Strapi, documentId: string): Promise<boolean> {
  const pictures
    = (await strapi.db.query(IMAGE).count({ where: { people: { documentId } } }))
      + (await strapi.db
        .query(PERSON)
        .count({ where: { documentId, publishedAt: { $notNull: true }, portrait: { id: { $notNull: true } } } }))
  const texts = await spokenRows(strapi, documentId)
  const purposes: Purpose[] = [
    { covers: 'coversName' },
    ...(pictures > 0 ? [{ covers: 'coversPicture' as const }] : []),
    ...texts.map(({ locale }) => ({ covers: 'coversOpinion' as const, language: locale ?? '' })),
  ]
  return (await Promise.all(purposes.map(purpose => isCovered(strapi, documentId, purpose)))).every(Boolean)
}
