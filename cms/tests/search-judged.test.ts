/** What readers ask, as it was judged before the search was tuned: the right documents are among the first ten, in every language. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Values } from './strapi'

interface SeedEntry {
  id: string
  type: string
  values: Values
  language?: string
  translations?: Record<string, Values>
}

interface Judged {
  q: string
  /** Seed ids of what somebody who asks this wants to see. */
  relevant: string[]
}

interface Schema {
  uid: string
  info: { singularName?: string }
  attributes: Record<string, unknown>
  pluginOptions?: { lip?: { titleOf?: string } }
}

interface Hit {
  documentId: string
}

interface Figures {
  recall: number
  reciprocalRank: number
}

const require = createRequire(import.meta.url)
const { SearchEngine }: { SearchEngine: new (strapi: object) => { find: (query: string, language: string) => Promise<{ hits: Hit[], others: Hit[] }> } } = require('../dist/src/search/engine')
const { SEARCHED }: { SEARCHED: Record<string, string> } = require('../dist/src/search/documents')
const { toInput }: { toInput: (strapi: object, schema: Schema, values: Values, findDocument: (seedId: string) => Promise<string>) => Promise<Values> } = require('../dist/src/seed/input')

const FIRST = 10
const MIN_RECALL = 0.9

const judgedLanguages = filesIn('tests/judged').map(file => path.basename(file, '.json'))
const schemas = schemasIn('src/api', 'api').concat(schemasIn('src/components', ''))
const engine = new SearchEngine(await seededStrapi())
const table: string[] = []

test.each(judgedLanguages)('%s: of what readers want to see nine of ten are among the first ten', async (language) => {
  const judged: Judged[] = fromJson(`tests/judged/${language}.json`)
  const figures: Figures[] = []
  for (const { q, relevant } of judged) {
    const { hits, others } = await engine.find(q, language)
    const figure = figuresOf([...hits, ...others].map(({ documentId }) => documentId), relevant)
    if (process.env.VERBOSE && figure.recall < 1) console.log(language, q, figure.recall.toFixed(2), 'missed:', relevant.filter(id => !([...hits, ...others].slice(0, FIRST).some(h => h.documentId === id))).join(' '), '| got:', [...hits.slice(0, 10).map(h => h.documentId), '//', ...others.slice(0, 10).map(h => h.documentId)].join(' '), hits.length, others.length)
    figures.push(figure)
  }
  const [recall, reciprocalRank] = [meanOf(figures.map(figure => figure.recall)), meanOf(figures.map(figure => figure.reciprocalRank))]
  table.push(`${language}: ${judged.length} questions, recall at ${FIRST} ${recall.toFixed(3)}, mean reciprocal rank ${reciprocalRank.toFixed(3)}`)
  expect(judged.length).toBeGreaterThanOrEqual(20)
  expect(recall).toBeGreaterThanOrEqual(MIN_RECALL)
})

afterAll(() => console.log(table.join('\n')))

function figuresOf(found: string[], relevant: string[]): Figures {
  const first = found.findIndex(id => relevant.includes(id))
  return { recall: relevant.filter(id => found.slice(0, FIRST).includes(id)).length / relevant.length, reciprocalRank: first < 0 ? 0 : 1 / (first + 1) }
}

function meanOf(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}

/** As much of Strapi as the search asks: the content types, and the rows of the seed in every language. */
async function seededStrapi(): Promise<object> {
  const strapi = { contentTypes: Object.fromEntries(schemas.map(schema => [schema.uid, schema])), components: {} }
  const entries: SeedEntry[] = filesIn('seed').flatMap(file => fromJson<SeedEntry[]>(`seed/${file}`))
  const translated = new Map(filesIn('seed/translations').map(file => [path.basename(file, '.json'), fromJson<Record<string, Values>>(`seed/translations/${file}`)]))
  const sources = new Map(entries.map(({ id, values }) => [id, values]))
  const rows = new Map<string, Values[]>()
  for (const entry of entries) {
    const schema = schemas.find(({ uid, info }) => Object.values(SEARCHED).includes(uid) && info.singularName === entry.type)
    if (!schema) continue
    const { id, values, language = 'de' } = entry
    const translations = { ...entry.translations, ...Object.fromEntries([...translated].flatMap(([code, texts]) => texts[id] ? [[code, texts[id]]] : [])) }
    const titleOf = schema.pluginOptions?.lip?.titleOf ?? 'title'
    const ofEntry = rows.get(schema.uid) ?? []
    rows.set(schema.uid, ofEntry)
    for (const [locale, texts] of Object.entries({ [language]: values, ...translations })) {
      const input = await toInput(strapi, schema, { [titleOf]: values[titleOf], ...texts }, async seedId => seedId)
      const citations = [values.citations ?? []].flat().map(citation => ({ source: sources.get(typeof citation === 'string' ? citation : String(Reflect.get(Object(citation), 'source'))) }))
      ofEntry.push({ ...input, names: values.names, citations, id: ofEntry.length + 1, documentId: id, locale, sourceLanguage: language, slug: values.slug, kind: values.kind })
    }
  }
  const findMany = (uid: string) => async ({ where }: { where: { id?: { $gt: number }, locale?: string } }) => (rows.get(uid) ?? []).filter(row => Number(row.id) > (where.id?.$gt ?? 0) && (!where.locale || row.locale === where.locale)).slice(0, 500)
  return { ...strapi, db: { query: (uid: string) => ({ findMany: findMany(uid) }) } }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder).filter(file => file.endsWith('.json')).sort()
}

function fromJson<Content>(file: string): Content {
  return JSON.parse(readFileSync(file, 'utf8'))
}

function schemasIn(folder: string, prefix: string): Schema[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.json'))
  return files.map((file) => {
    const [group = '', name = ''] = prefix ? [file.split('/')[0], path.basename(path.dirname(file))] : [file.split('/')[0], path.basename(file, '.json')]
    return { ...fromJson<Schema>(path.join(folder, file)), uid: prefix ? `api::${group}.${name}` : `${group}.${name}` }
  })
}
