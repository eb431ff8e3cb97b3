/**
 * What readers ask, with what they want to see, and how well the search answers it: for the tests and for
 * `npm run bench`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { contentTypeAt, LOCALE_CODES, SEARCHED_TYPES, TYPES } from 'shared-types'

type Values = Record<string, unknown>

interface SeedEntry {
  id: string
  type: string
  values: Values
  language?: string
  translations?: Record<string, Values>
}

interface Attribute {
  type: string
  target?: string
}

interface Schema {
  uid: string
  info: { singularName?: string }
  attributes: Record<string, Attribute>
  pluginOptions?: { lip?: { titleOf?: string } }
}

interface Hit {
  documentId: string
}

interface Engine {
  find: (query: string, language: string) => Promise<{ hits: Hit[], others: Hit[] }>
}

/** A question, and the seed ids of what somebody who asks it wants to see. */
interface Question {
  kind: string
  q: string
  relevant: string[]
  /** One of them is enough. */
  isOneEnough: boolean
}

export interface Answer extends Question {
  /** How much of what is wanted is among the first ten, from 0 to 1. */
  recall: number
  /** One through the place of the first that is wanted; 0 where none is found. */
  rank: number
}

interface Figures {
  questions: number
  recall: number
  rank: number
}

const FIRST = 10
/** Kind of the questions that were judged first. */
const WORDS = 'words and their forms'
const folder = path.join(import.meta.dirname, '..')
const require = createRequire(import.meta.url)

const {
  SearchEngine,
}: { SearchEngine: new (strapi: object) => Engine } = require('../dist/src/search/engine')
const { readEntries }: { readEntries: (directory: string) => SeedEntry[] } = require('../dist/src/seed')
const {
  toInput,
}: {
  toInput: (
    strapi: object, schema: Schema, values: Values, findDocument: (seedId: string) => Promise<string>,
  ) => Promise<Values>
} = require('../dist/src/seed/input')

const entries = readEntries(path.join(folder, 'seed'))
const schemas = schemasIn('src/api', ([group, , name]) => `api::${group}.${name}`).concat(
  schemasIn('src/components', ([group, name]) => `${group}.${path.basename(name ?? '', '.json')}`),
)
/** What the search reads beside that in which it searches. */
const BESIDE = [TYPES.Goal.uid, TYPES.FundedProject.uid, 'api::page.site']

/** The languages that are judged: all that the seed is told in. */
export const JUDGED_LANGUAGES = LOCALE_CODES.filter(code => readNew('kinds', code).length > 0)

/** The search on the seed, without a database. */
export async function judgedEngine(): Promise<Engine> {
  return new SearchEngine(await seededStrapi())
}

/** All that is asked in a language: words, the kinds that readers asked for, and what they were not answered. */
export function questionsIn(language: string): Question[] {
  return [...readFirst(language), ...readNew('kinds', language), ...readNew('reported', language)]
}

/** How each of these questions is answered. */
export async function answersOf(engine: Engine, language: string, questions: Question[]): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const question of questions) {
    const { hits, others } = await engine.find(question.q, language)
    const found = [...hits, ...others].map(({ documentId }) => documentId)
    const among = question.relevant.filter(id => found.slice(0, FIRST).includes(id)).length
    const place = 1 + found.findIndex(id => question.relevant.includes(id))
    answers.push({
      ...question, recall: question.isOneEnough ? Math.min(among, 1) : among / question.relevant.length,
      rank: place > 0 ? 1 / place : 0,
    })
  }
  return answers
}

/** Recall at 10 and mean reciprocal rank. */
export function figuresOf(answers: Answer[]): Figures {
  const mean = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length
  return {
    questions: answers.length, recall: mean(answers.map(({ recall }) => recall)),
    rank: mean(answers.map(({ rank }) => rank)),
  }
}

function readFirst(language: string): Question[] {
  if (!readdirSync(path.join(folder, 'tests/judged')).includes(`${language}.json`)) return []
  const judged: { q: string, relevant: string[] }[] = readJson(`tests/judged/${language}.json`)
  return judged.map(({ q, relevant }) => ({ kind: WORDS, q, relevant, isOneEnough: false }))
}

function readNew(name: 'kinds' | 'reported', language: string): Question[] {
  const judged: Record<string, { kind: string, q: string, expected: string[] }[] | undefined>
    = readJson(`tests/judged/${name}.json`)
  return (judged[language] ?? []).map(({ kind, q, expected }) => ({
    kind, q, relevant: expected.map(seedIdAt), isOneEnough: true,
  }))
}

/** The entry at „Plan/lip-2008“. */
function seedIdAt(place: string): string {
  const found = entries.find(({ type, values }) => {
    const uid = schemas.find(({ info }) => info.singularName === type)?.uid ?? ''
    return `${contentTypeAt(uid)}/${String(values.slug)}` === place
  })
  if (!found) throw new Error(`The seed has no ${place}.`)
  return found.id
}

/**
 * As much of Strapi as the search asks for, without a database: the content types, and a row of every entry of the seed
 * in each of its languages.
 */
async function seededStrapi(): Promise<object> {
  const contentTypes = Object.fromEntries(schemas.map(schema => [schema.uid, schema]))
  const byId = new Map(entries.map(entry => [entry.id, entry.values]))
  const rows = new Map<string, Values[]>()
  for (const { id, type, values, language = 'de', translations } of entries) {
    const schema = schemas.find(({ info }) => info.singularName === type)
    if (!schema || ![...SEARCHED_TYPES.map(name => TYPES[name].uid), ...BESIDE].includes(schema.uid)) continue
    const titleOf = schema.pluginOptions?.lip?.titleOf ?? 'title'
    const citations = [values.citations ?? []]
      .flat()
      .map(citation => ({ source: byId.get(String(Object(citation).source ?? citation)) }))
    const { names, slug, kind, date, order } = values
    for (const [locale, texts] of Object.entries({ [language]: values, ...translations })) {
      const input = await toInput(
        { contentTypes, components: {} }, schema, { [titleOf]: values[titleOf], ...texts }, async seedId => seedId,
      )
      const ofType = rows.get(schema.uid) ?? []
      const row = {
        ...input, ...relationsOf(schema, values),
        names, slug, kind, date, order, citations, id: ofType.length + 1, documentId: id, locale,
        sourceLanguage: language,
      }
      rows.set(schema.uid, [...ofType, row])
    }
  }
  const findMany
    = (uid: string) =>
      async ({ where = {} }: { where?: { id?: { $gt: number }, locale?: string } }) =>
        (rows.get(uid) ?? []).filter(
          ({ id, locale }) => Number(id) > (where.id?.$gt ?? 0) && [undefined, locale].includes(where.locale),
        )
  return { contentTypes, components: {}, db: { query: (uid: string) => ({ findMany: findMany(uid) }) } }
}

/** What an entry belongs to. */
function relationsOf({ attributes }: Schema, values: Values): Values {
  const named = Object.entries(values).filter(
    ([name, value]) => attributes[name]?.type === 'relation' && typeof value === 'string',
  )
  return Object.fromEntries(named.map(([name, documentId]) => [name, { documentId }]))
}

function schemasIn(directory: string, uidOf: (parts: string[]) => string): Schema[] {
  const files = readdirSync(path.join(folder, directory), { recursive: true, encoding: 'utf8' })
  return files
    .filter(file => file.endsWith('.json'))
    .map(file => ({ ...readJson<Schema>(path.join(directory, file)), uid: uidOf(file.split(path.sep)) }))
}

function readJson<Content>(file: string): Content {
  return JSON.parse(readFileSync(path.join(folder, file), 'utf8'))
}
