/** What is to be translated into a language: outdated, incomplete, to be looked at, missing; with how much it is. */
import type { Core } from '@strapi/strapi'
import { localeOf } from 'shared-types'
import { hasDrafts, isLocalised, mainFieldOf, publicSchemas, type Schema } from '../content-model/schema'
import type { Row } from '../rows/rows'
import { paragraphsOf, textRows } from '../translation/paragraphs'
import { statesOf, type TranslationState } from '../translation/translation-state'
import { type DeskLine, LINES } from './line'
import { mayWriteIn, type Reader, rowsFor } from './reader'

/** So many texts are compared for one answer; what is known of the others is kept until they are written again. */
const COMPARED_AT_ONCE = 100
const BATCH = 50
const MOST_KEPT = 100_000
/** What somebody translates and reads once more in an hour. */
const WORDS_AN_HOUR = 400

/** What weighs most comes first. */
const TO_DO = ['outdated', 'incomplete', 'check', 'missing'] as const

export type ToDo = (typeof TO_DO)[number]

export interface TranslationLine extends DeskLine {
  state: ToDo
  /** Paragraphs that say something else, or are not there yet. */
  paragraphs: number
  words: number
  minutes: number
  /** The attribute of the first of them: there the form is opened. */
  field: string
}

export interface ToTranslate {
  /** Code of the language. */
  language: string
  name: string
  lines: TranslationLine[]
  /** How many documents there are in each state. */
  totals: { state: ToDo, count: number }[]
  /** How many translations were not compared with their source yet: an answer does not wait for thousands. */
  uncompared: number
}

/** For each language in which she may write: what is to be done there. */
export async function toTranslate(reader: Reader, languages: string[]): Promise<ToTranslate[]> {
  const answers: ToTranslate[] = []
  for (const language of languages) {
    const schemas = publicSchemas(reader.strapi)
      .filter(schema => isLocalised(schema) && mayWriteIn(reader, schema, language))
    if (schemas.length > 0) answers.push(await toTranslateInto(reader, schemas, language))
  }
  return answers
}

async function toTranslateInto(reader: Reader, schemas: Schema[], language: string): Promise<ToTranslate> {
  const standings = await standingsIn(reader, schemas, language)
  const found = standings.flatMap(({ known, state }) => isToDo(state) ? [{ known, state }] : [])
  found.sort((a, b) => weightOf(a.state) - weightOf(b.state) || b.known.changedOn - a.known.changedOn)
  const told = found.slice(0, LINES)
  const sources = await sourcesFor(reader, told.map(({ known }) => known))
  return {
    language, name: localeOf(language).name, lines: linesOf(reader, language, told, sources),
    totals: TO_DO.map(state => ({ state, count: found.filter(one => one.state === state).length })),
    uncompared: standings.filter(({ state }) => state === null).length,
  }
}

/** How a document stands in a language. */
export interface Standing {
  known: Known
  /** Null where it was not compared with its source yet. */
  state: TranslationState['state'] | null
}

/** Of everything that was first written in another language; some of what is not known yet is compared. */
export async function standingsIn(reader: Reader, schemas: Schema[], language: string): Promise<Standing[]> {
  const documents: Known[] = []
  for (const schema of schemas) documents.push(...await documentsOf(reader, schema, language))
  const there = documents.filter(({ isThere }) => isThere)
  await judge(reader, language, there.filter(known => !judgementOf(known, language)).slice(0, COMPARED_AT_ONCE))
  return documents.map(known =>
    ({ known, state: known.isThere ? judgementOf(known, language)?.state ?? null : 'missing' }))
}

export function isToDo(state: Standing['state']): state is ToDo {
  return TO_DO.some(candidate => candidate === state)
}

/** What weighs most has the least. */
export function weightOf(state: Standing['state']): number {
  return isToDo(state) ? TO_DO.indexOf(state) : TO_DO.length
}

/** A document, as far as it is known without its texts. */
interface Known {
  schema: Schema
  documentId: string
  /** Whether there is a text in the language. */
  isThere: boolean
  /** Becomes another with every save of one of its languages. */
  version: string
  changedOn: number
}

/** The documents that were first written in another language. */
async function documentsOf({ strapi }: Reader, schema: Schema, language: string): Promise<Known[]> {
  const { tableName } = strapi.db.metadata.get(schema.uid)
  const query = strapi.db.getConnection(tableName)
    .select({ documentId: 'document_id' })
    .max({ changed: 'updated_at' })
    .count({ languages: '*' })
    .select({ there: strapi.db.connection.raw('max(case when locale = ? then 1 else 0 end)', [language]) })
    .groupBy('document_id')
    .havingRaw('max(case when locale = source_language and locale = ? then 1 else 0 end) = 0', [language])
  const rows: { documentId: string, changed: string | number | Date, languages: string | number, there: number }[]
    = await (hasDrafts(schema) ? query.whereNull('published_at') : query)
  return rows.map(({ documentId, changed, languages, there }) => {
    const changedOn = new Date(changed).getTime()
    return { schema, documentId, isThere: Number(there) === 1, version: `${changedOn} ${languages}`, changedOn }
  })
}

/** What comparing the texts of a document has shown. */
interface Judgement {
  version: string
  state: TranslationState['state']
  changed: { place: string, words: number }[]
  untranslated: string[]
}

/** By document and language. */
const judgements = new Map<string, Judgement>()

function judgementOf({ documentId, version }: Known, language: string): Judgement | null {
  const known = judgements.get(`${documentId} ${language}`)
  return known?.version === version ? known : null
}

async function judge({ strapi }: Reader, language: string, documents: Known[]): Promise<void> {
  if (judgements.size > MOST_KEPT) judgements.clear()
  for (const [schema, ofType] of Map.groupBy(documents, known => known.schema))
    for (let first = 0; first < ofType.length; first += BATCH)
      await judgeSome(strapi, schema, language, ofType.slice(first, first + BATCH))
}

async function judgeSome(strapi: Core.Strapi, schema: Schema, language: string, documents: Known[]): Promise<void> {
  const states = await statesOf(strapi, schema, documents.map(({ documentId }) => documentId), 'editors', language)
  for (const { documentId, version } of documents) {
    const state = states.get(documentId)?.find(({ locale }) => locale === language)
    if (state) judgements.set(`${documentId} ${language}`, { version, ...judgementFrom(state) })
  }
}

function judgementFrom({ state, changes, untranslated }: TranslationState): Omit<Judgement, 'version'> {
  const changed = changes.map(({ now, before }) => ({
    place: now?.place ?? before?.place ?? '', words: wordsIn(now?.text ?? ''),
  }))
  return { state, changed, untranslated }
}

/** The texts of documents in their source languages, of what she may read. */
export async function sourcesFor(
  reader: Reader, documents: Pick<Known, 'schema' | 'documentId'>[],
): Promise<Map<string, Row>> {
  const sources = new Map<string, Row>()
  for (const [schema, ofType] of Map.groupBy(documents, document => document.schema))
    for (const row of await sourcesOf(reader, schema, [...new Set(ofType.map(({ documentId }) => documentId))]))
      sources.set(row.documentId, row)
  return sources
}

/** With titles and words. */
export function linesOf(
  reader: Reader, language: string, found: { known: Known, state: ToDo }[], sources: ReadonlyMap<string, Row>,
): TranslationLine[] {
  return found.flatMap(({ known, state }) => {
    const source = sources.get(known.documentId)
    return source ? [lineFrom(reader, language, { known, state, source })] : []
  })
}

async function sourcesOf(reader: Reader, schema: Schema, documentIds: string[]): Promise<Row[]> {
  const allowed = await rowsFor(reader, schema, 'read')
  if (!allowed) return []
  const rows = await textRows(reader.strapi, schema, documentIds, 'editors', [])
  const readable: { id: number }[] = await reader.strapi.db
    .query(schema.uid)
    .findMany({ select: ['id'], where: { $and: [allowed, { id: { $in: rows.map(({ id }) => id) } }] } })
  const ids = new Set(readable.map(({ id }) => id))
  return rows.filter(({ id }) => ids.has(id))
}

function lineFrom(
  { strapi }: Reader, language: string, { known, state, source }: { known: Known, state: ToDo, source: Row },
): TranslationLine {
  const { schema, documentId, changedOn } = known
  const text = paragraphsOf(strapi, schema, source)
  const { changed, untranslated } = judgementOf(known, language) ?? { changed: [], untranslated: [] }
  const isUntranslated = (place: string) => untranslated.some(missing => `${place}/`.startsWith(`${missing}/`))
  const isChanged = (place: string) => changed.some(change => change.place === place)
  const toWrite = text.filter(({ place }) => state === 'missing' || (isUntranslated(place) && !isChanged(place)))
  const parts = [...changed, ...toWrite.map(({ place, text: words }) => ({ place, words: wordsIn(words) }))]
  const words = parts.reduce((sum, part) => sum + part.words, 0)
  const title = source[mainFieldOf(schema)]
  return {
    type: schema.uid, documentId, locale: language, kind: schema.info.displayName,
    title: typeof title === 'string' ? title : '',
    who: null, when: new Date(changedOn).toISOString(), state, paragraphs: parts.length, words,
    minutes: Math.ceil(words / WORDS_AN_HOUR * 60),
    field: parts[0]?.place.split('/')[0] ?? '',
  }
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
}
