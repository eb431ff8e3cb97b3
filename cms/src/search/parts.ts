/**
 * What has no page of its own and is found by that to which it belongs: a goal by its field, a funded project by its
 * measure, its organisation and its plan.
 */
import type { Core } from '@strapi/strapi'
import { type ContentType, type SearchableType, TYPES, valueAt } from 'shared-types'
import { hasDrafts, type Schema, schemaOf } from '../content-model/schema'
import type { Row, Values } from '../rows/rows'
import { paragraphsOf, populateParagraphs } from '../translation/paragraphs'

interface Belonging {
  part: ContentType
  relation: string
  whole: SearchableType
}

const BELONGINGS: Belonging[] = [
  { part: 'Goal', relation: 'fieldOfAction', whole: 'FieldOfAction' },
  { part: 'FundedProject', relation: 'measure', whole: 'Measure' },
  { part: 'FundedProject', relation: 'organisation', whole: 'Organisation' },
  { part: 'FundedProject', relation: 'plan', whole: 'Plan' },
]

/** The words of the parts of a document, in a language; those that are not there in it are told in their own. */
export type TextOfParts = (documentId: string, language: string) => string

/** Whether documents of a type are found by what they belong to. */
export function isPart(type: ContentType): boolean {
  return BELONGINGS.some(({ part }) => part === type)
}

/** The parts of documents of a type, of all of them where none are named. */
export async function readParts(
  strapi: Core.Strapi, type: SearchableType, documentIds?: string[],
): Promise<TextOfParts> {
  const parts: Part[] = []
  for (const belonging of BELONGINGS.filter(({ whole }) => whole === type))
    parts.push(...await readPartsBy(strapi, belonging, documentIds))
  const byWhole = Map.groupBy(parts, ({ whole }) => whole)
  return (documentId, language) =>
    (byWhole.get(documentId) ?? []).map(({ texts, source }) => texts.get(language) ?? texts.get(source)).join('\n')
}

/** The types to whose documents a part may belong. */
export function wholeTypesOf(type: ContentType): Set<SearchableType> {
  return new Set(BELONGINGS.filter(({ part }) => part === type).map(({ whole }) => whole))
}

/** The documents of a type to which a part belongs now. */
export async function readWholes(
  strapi: Core.Strapi, type: ContentType, documentId: string, wholeType: SearchableType,
): Promise<string[]> {
  const ids: string[] = []
  for (const { part, relation } of BELONGINGS.filter(({ part, whole }) => part === type && whole === wholeType)) {
    const rows = await readRows(strapi, schemaOf(strapi, TYPES[part].uid), { documentId }, relation)
    ids.push(...rows.map(row => wholeOf(row, relation)).filter(id => id !== ''))
  }
  return ids
}

interface Part {
  whole: string
  /** Code of the language in which it was written. */
  source: string
  texts: Map<string, string>
}

async function readPartsBy(
  strapi: Core.Strapi, { part, relation }: Belonging, wholes: string[] | undefined,
): Promise<Part[]> {
  const schema = schemaOf(strapi, TYPES[part].uid)
  const named = wholes && await readRows(strapi, schema, { [relation]: { documentId: { $in: wholes } } }, relation)
  const where = named ? { documentId: { $in: [...new Set(named.map(({ documentId }) => documentId))] } } : {}
  const rows = named?.length === 0 ? [] : await readRows(strapi, schema, where, relation)
  return [...Map.groupBy(rows, ({ documentId }) => documentId).values()].map((ofPart) => {
    const source = ofPart.find(({ locale, sourceLanguage }) => locale === sourceLanguage)
    return {
      whole: source ? wholeOf(source, relation) : '', source: source?.locale ?? '',
      texts: new Map(ofPart.map(row => [row.locale ?? '', wordsOf(strapi, schema, row)])),
    }
  })
}

function readRows(strapi: Core.Strapi, schema: Schema, where: Values, relation: string): Promise<Row[]> {
  return strapi.db
    .query(schema.uid)
    .findMany({
      where: { ...where, ...(hasDrafts(schema) && { publishedAt: { $notNull: true } }) },
      populate: { ...populateParagraphs(schema), [relation]: { select: ['documentId'] } },
    })
}

function wholeOf(row: Row, relation: string): string {
  const whole: unknown = row[relation]
  return String(valueAt(whole, 'documentId') ?? '')
}

function wordsOf(strapi: Core.Strapi, schema: Schema, row: Row): string {
  return paragraphsOf(strapi, schema, row).map(({ text }) => text).join('\n')
}
