/**
 * What readers ask, as it was judged before the search was tuned: of what they want to see, nine of ten are among the
 * first ten.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { SEARCHED_TYPES, TYPES } from 'shared-types'
import { afterAll, describe, expect, test } from 'vitest'
import type { Values } from './strapi'

interface SeedEntry {
  id: string
  type: string
  values: Values
  language?: string
  translations?: Record<string, Values>
}

/** A question, the seed ids of what somebody who asks it wants to see, and what is special about it. */
interface Judged {
  q: string
  relevant: string[]
  note?: string
}

interface Schema extends Values {
  uid: string
  info: { singularName?: string }
  pluginOptions?: { lip?: { titleOf?: string } }
}

interface Hit {
  documentId: string
}

const require = createRequire(import.meta.url)
const {
  SearchEngine,
}: {
  SearchEngine: new (strapi: object) => {
    find: (query: string, language: string) => Promise<{ hits: Hit[], others: Hit[] }>
  }
} = require('../dist/src/search/engine')
const { readEntries }: { readEntries: (directory: string) => SeedEntry[] } = require('../dist/src/seed')
const {
  toInput,
}: {
  toInput: (
    strapi: object, schema: Schema, values: Values, findDocument: (seedId: string) => Promise<string>,
  ) => Promise<Values>
} = require('../dist/src/seed/input')

const LANGUAGES = ['de', 'en', 'tr', 'ar', 'fa', 'kmr', 'ru', 'es', 'it', 'bg']
const FEWEST_QUESTIONS = 20
const FIRST = 10
const LEAST_RECALL = 0.9

const engine = new SearchEngine(await seededStrapi())
const figures: string[] = []

afterAll(() => console.log(['language: questions, recall at 10, mean reciprocal rank', ...figures].join('\n')))

describe('the search', () => {
  test.each(LANGUAGES)('finds in %s what its readers want to see', async (language) => {
    const judged: Judged[] = JSON.parse(readFileSync(`tests/judged/${language}.json`, 'utf8'))
    const answers = []
    for (const { q, relevant } of judged) {
      const { hits, others } = await engine.find(q, language)
      answers.push({ relevant, found: [...hits, ...others].map(({ documentId }) => documentId) })
    }
    const recall = meanOf(
      answers.map(
        ({ relevant, found }) => relevant.filter(id => found.slice(0, FIRST).includes(id)).length / relevant.length,
      ),
    )
    const rank = meanOf(
      answers
        .map(({ relevant, found }) => 1 / (1 + found.findIndex(id => relevant.includes(id))))
        .map(inverse => (Number.isFinite(inverse) ? inverse : 0)),
    )
    figures.push(`${language}: ${judged.length}, ${recall.toFixed(2)}, ${rank.toFixed(2)}`)
    expect(judged.length).toBeGreaterThanOrEqual(FEWEST_QUESTIONS)
    expect(recall).toBeGreaterThanOrEqual(LEAST_RECALL)
    expect([String(judged.length), recall.toFixed(2), rank.toFixed(2)]).toEqual(toldOf(language))
  })
})

/** What the README says of a language: questions, recall at 10, mean reciprocal rank. */
function toldOf(language: string): (string | undefined)[] {
  const table = readFileSync('../README.md', 'utf8')
    .split('\n')
    .filter(line => /^\| (search|questions|recall|mean)/.test(line))
    .map(line => line.split('|').map(cell => cell.trim()))
  const column = table[0]?.indexOf(language) ?? -1
  return table.slice(1).map(cells => cells[column])
}

function meanOf(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}

/**
 * As much of Strapi as the search asks for, without a database: the content types, and a row of every entry of the seed
 * in each of its languages.
 */
async function seededStrapi(): Promise<object> {
  const schemas = schemasIn('src/api', ([group, , name]) => `api::${group}.${name}`).concat(
    schemasIn('src/components', ([group, name]) => `${group}.${path.basename(name ?? '', '.json')}`),
  )
  const contentTypes = Object.fromEntries(schemas.map(schema => [schema.uid, schema]))
  const entries = readEntries('seed')
  const byId = new Map(entries.map(entry => [entry.id, entry.values]))
  const rows = new Map<string, Values[]>()
  for (const { id, type, values, language = 'de', translations } of entries) {
    const schema = schemas.find(
      ({ uid, info }) => info.singularName === type && SEARCHED_TYPES.some(name => TYPES[name].uid === uid),
    )
    if (!schema) continue
    const titleOf = schema.pluginOptions?.lip?.titleOf ?? 'title'
    const citations = [values.citations ?? []]
      .flat()
      .map(citation => ({ source: byId.get(String(Object(citation).source ?? citation)) }))
    const { names, slug, kind } = values
    for (const [locale, texts] of Object.entries({ [language]: values, ...translations })) {
      const input = await toInput(
        { contentTypes, components: {} }, schema, { [titleOf]: values[titleOf], ...texts }, async seedId => seedId,
      )
      const ofType = rows.get(schema.uid) ?? []
      rows.set(schema.uid, [
        ...ofType,
        {
          ...input,
          names, slug, kind, citations, id: ofType.length + 1, documentId: id, locale, sourceLanguage: language,
        },
      ])
    }
  }
  const findMany
    = (uid: string) =>
      async ({ where }: { where: { id?: { $gt: number }, locale?: string } }) =>
        (rows.get(uid) ?? []).filter(
          ({ id, locale }) => Number(id) > (where.id?.$gt ?? 0) && [undefined, locale].includes(where.locale),
        )
  return { contentTypes, components: {}, db: { query: (uid: string) => ({ findMany: findMany(uid) }) } }
}

function schemasIn(folder: string, uidOf: (parts: string[]) => string): Schema[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.json'))
  return files.map(file => ({
    ...JSON.parse(readFileSync(path.join(folder, file), 'utf8')),
    uid: uidOf(file.split(path.sep)),
  }))
}
