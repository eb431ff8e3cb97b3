/** The facts as they arrive in an empty database, and what seeding leaves alone. */
import { createRequire } from 'node:module'
import path from 'node:path'
import { isLocaleCode, parseHistoricalDate } from 'shared-types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  APPROACHES_2008, BOUNDS, IN_THE_CATALOGUE, ORDER_PAIRS, PERHAPS_IN_THE_CATALOGUE, SAID_BY_OUTCOME, SOURCE_COUNT,
  WITHOUT_ADDRESS,
} from './facts'
import { SEEDED_LANGUAGES } from './seeded'
import { ask, type Cms, startCms, type Values } from './strapi'

interface SeedEntry {
  id: string
  type: string
  values: Values
  translations?: Record<string, Values>
}

interface Article {
  kind: string
  title: string
  date: string
  byline: string | null
  originalUrl: string
  originalLanguage: string
  originalTranslations: { language: string, url: string }[]
}

const require = createRequire(import.meta.url)
const {
  seed, readEntries,
}: {
  seed: (strapi: unknown, entries?: SeedEntry[]) => Promise<number>
  readEntries: (directory: string) => SeedEntry[]
} = require('../dist/src/seed')

let cms: Cms
const entries = readEntries(path.join(process.cwd(), 'seed'))

beforeAll(async () => {
  cms = await startCms({ seed: 'facts' })
})

afterAll(() => cms?.stop())

async function wholeDatabase(): Promise<Record<string, unknown>> {
  const uids = Object.keys(cms.strapi.contentTypes).filter(uid => uid.startsWith('api::'))
  const rows = await Promise.all(
    uids.map(async uid => [uid, await cms.strapi.db.query(uid).findMany({ orderBy: 'id', populate: true })] as const),
  )
  return Object.fromEntries(rows)
}

test('every entry of the files is there, with its translations', async () => {
  expect(entries.length).toBeGreaterThan(250)
  expect(await cms.strapi.db.query('api::ledger.seed-record').count()).toBe(entries.length)
  const translations = entries.reduce(
    (sum, entry) => sum + Object.keys(entry.translations ?? {}).filter(isLocaleCode).length,
    0,
  )
  expect(await cms.strapi.db.query('api::ledger.translation-record').count({ where: { origin: 'machine' } })).toBe(
    translations,
  )
})

/** The predecessor's pages about the LIP: number, kind, title, date, byline, languages in which it stands there. */
const LIP_LAB = [
  [
    1455, 'interview', 'Integration als gleichberechtigte Teilhabe am gemeinsamen Leben', '2018-11-21',
    'Wolfgang Becker', ['de'],
  ],
  [2048, 'report', '"Beim LIP ist noch Luft nach oben"', '2019-05-02', 'Wolfgang Becker', ['de']],
  [2436, 'opinion', '"Natürlich ist das Chefsache!"', '2019-08-07', 'Wolfgang Becker', ['de']],
  [
    2732, 'announcement', 'Expert*innen gesucht!', '2019-11-07',
    'Bereich Migration und Integration der Landeshauptstadt Hannover', ['de'],
  ],
  [
    2953, 'video', 'Überarbeitung des Lokalen Integrationsplans kann beginnen', '2019-12-19',
    'Bereich Migration und Integration der Landeshauptstadt Hannover', ['fa'],
  ],
  [2994, 'report', '„LIP 2.0“ – Überarbeitung des Lokalen Integrationsplans', '2020-01-13', 'Wolfgang Becker', ['de']],
  [2889, 'announcement', 'LIP 2.0-Auftaktveranstaltung', '2020-01-17', null, ['de']],
  [3029, 'commentary', 'Die neue Streitkultur wird bunt und vielsprachig', '2020-01-20', 'Claudia Ermel', ['de', 'fa']],
  [3083, 'report', 'Warum "Hannover Kosmopolitisch" uns alle angeht', '2020-02-09', 'Claudia Ermel', ['de']],
  [3290, 'interview', 'The LIP is being delayed because of the Corona crisis', '2020-04-16', 'Wolfgang Becker', ['en']],
  [
    3776, 'status_report', '"Vielfalt ist unsere Stärke" / Strategiepapier zum Lokalen Integrationsplan LIP 2.0',
    '2020-11-26', 'Wolfgang Becker', ['de'],
  ],
  [
    3922, 'status_report', 'Wir sind Hannover – "Zusammenleben in der Stadt - Strategien für Migration und Teilhabe"',
    '2021-02-23', 'Jürgen Castendyk', ['de', 'en'],
  ],
  [3939, 'background', 'Ausgangspunkt: mehr Integration', '2021?', null, ['de']],
  [
    4638, 'status_report', 'Integrationsplan kommt bald in die Umsetzungsphase', '2022-01-19', 'Wolfgang Becker',
    ['fa'],
  ],
] as const

test('the fifteen pages of the LIP-Lab are fourteen articles and a page, each with the way to the original', async () => {
  const question = `articles(filters: { originalUrl: { contains: "article_id=" } }, sort: "date:asc", pagination: { `
    + `limit: 100 }) { kind title date byline originalUrl originalLanguage originalTranslations { language url } }`
  const { data } = await ask<{ articles: Article[], pages: { slug: string }[] }>(
    cms, `{ ${question} pages(filters: { originalUrl: { contains: "article_id=3241&" } }) { slug } }`,
  )
  const numberOf = (address: string) => Number(/article_id=(\d+)/.exec(address)?.[1])
  expect(
    data?.articles.map(({ originalUrl, kind, title, date, byline, originalLanguage, originalTranslations }) => [
      numberOf(originalUrl), kind, title, date, byline,
      [originalLanguage, ...originalTranslations.map(({ language }) => language)],
    ]),
  ).toEqual(expect.arrayContaining([...LIP_LAB]))
  expect(data?.articles).toHaveLength(LIP_LAB.length)
  for (const { originalUrl, originalTranslations } of data?.articles ?? [])
    expect(originalTranslations.map(({ url }) => numberOf(url))).toEqual(
      originalTranslations.map(() => numberOf(originalUrl)),
    )
  expect(data?.pages).toEqual([{ slug: 'lip-lab' }])
})

/**
 * What is told in every language of the seed, by type: the texts that a translation must have where the German entry
 * has them.
 */
const IN_ALL_LANGUAGES: Record<string, string[]> = {
  'plan': ['title', 'summary', 'text'], 'phase': ['title'], 'field-of-action': ['title', 'summary', 'text'],
  'goal': ['title'], 'measure': ['title', 'summary', 'text', 'cost', 'indicator'], 'status-update': ['text'],
  'decision': ['part', 'note'], 'lineage': ['reason'], 'funded-project': ['title', 'description'],
  'timeline-event': ['title', 'text'], 'organisation': ['about', 'composition'],
  'glossary-term': ['title', 'explanation'], 'page': ['title', 'lead', 'text'],
}
/** What is told of people is not yet told in Leichte Sprache. */
const IN_STANDARD_LANGUAGES: Record<string, string[]> = { person: ['about'], contribution: ['function'] }

test('the seed is told in eleven languages at least', () => {
  expect(SEEDED_LANGUAGES.length).toBeGreaterThanOrEqual(11)
})

describe.each(SEEDED_LANGUAGES.filter(code => code !== 'de'))('the seed in %s', (code) => {
  test('says everything that it says of plans, measures, events, bodies, projects and words', () => {
    const table = { ...IN_ALL_LANGUAGES, ...code !== 'de-simple' && IN_STANDARD_LANGUAGES }
    const told = entries.filter(({ type }) => type in table)
    const missing = told.flatMap(({ id, type, values, translations }) =>
      (table[type] ?? []).filter(text => values[text] && !translations?.[code]?.[text]).map(text => `${id} ${text}`),
    )
    expect(told.length).toBeGreaterThan(100)
    expect(missing).toEqual([])
  })

  test('says what the sources say where they disagree, with the same numbers', () => {
    const claims = entries.flatMap(({ id, values }) =>
      [values.claims ?? []].flat().map((claim, index) => ({ id: `${id} ${index}`, claim: Object(claim) })),
    )
    expect(claims.length).toBeGreaterThan(30)
    const different = claims.filter(({ claim }) => {
      const translation = [claim.translations ?? []].flat().find(({ language }) => language === code)
      return ['statement', 'note'].some(text =>
        !!claim[text] !== !!translation?.[text] || bigNumbersIn(claim[text]) !== bigNumbersIn(translation?.[text]),
      )
    })
    expect(code === 'de-simple' ? [] : different.map(({ id }) => id)).toEqual([])
  })
})

/** Numbers that no language writes as a word, in the order of their size: sentences are built differently. */
function bigNumbersIn(text: unknown): string {
  return (String(text ?? '').match(/\d[\d.,]*\d/g) ?? []).map(number => number.replace(/[.,]/g, '')).sort().join(' ')
}

test('bodies, organisations and roles are those of the sources', () => {
  const counts = (type: string, attribute: string) =>
    Object.fromEntries(
      [
        ...Map.groupBy(
          entries.filter(entry => entry.type === type), ({ values }) => String(values[attribute]),
        ),
      ].map(([value, found]) => [value, found.length]),
    )
  expect(counts('organisation', 'kind')).toEqual({
    other: 14, association: 11, expert_group: 7, city_department: 7, office: 3, committee: 3, fund: 3,
    advisory_board: 2, university: 2, steering_group: 1, council: 1, round_table: 1, board_of_trustees: 1, network: 1,
    company: 1, union: 1, foundation: 1,
  })
  expect(counts('contribution', 'role')).toEqual({
    member: 36, author: 15, partner: 8, spokesperson: 7, chair: 5, adviser: 4, expert: 2, funder: 2, operator: 2,
    patron: 1, translator: 1,
  })
})

test('the page of the LIP-Lab is told in full, every article in a sentence of our own', async () => {
  const page = entries.find(({ id }) => id === 'page:lip-lab')
  const blocks = (text: unknown) =>
    Array.isArray(text) ? text.map(block => String(Reflect.get(Object(block), 'type'))) : []
  expect(page?.values.date).toBe('2021-09-10')
  for (const text of [page?.values.text, page?.translations?.en?.text, page?.translations?.ar?.text])
    expect([blocks(text).filter(type => type === 'heading').length, blocks(text).length]).toEqual([5, 15])
  const leads = entries
    .filter(({ id, type }) => type === 'article' && !id.includes('beispiel'))
    .map(({ values }) => String(values.lead ?? ''))
  expect(leads.filter(lead => lead.length > 40)).toHaveLength(14)
})

const valuesOf = (type: string) => entries.filter(entry => entry.type === type).map(({ values }) => values)

test('every source is there, with its language and the day it was read, and none without a name or an address', () => {
  const sources = entries.filter(({ type }) => type === 'source')
  expect(sources).toHaveLength(SOURCE_COUNT)
  expect(sources.filter(({ values }) => !values.language || !values.retrievedOn).map(({ id }) => id)).toEqual([])
  expect(sources.filter(({ values }) => !values.url).map(({ id }) => id)).toEqual(WITHOUT_ADDRESS)
  expect(sources.filter(({ values }) => !values.url && !values.title)).toEqual([])
  const addresses = sources.map(({ values }) => values.url).filter(Boolean)
  expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([])
})

test('the approaches of 2008 have their codes, what is guessed is marked, and the stage that was read', () => {
  const approaches = valuesOf('measure').filter(({ plan }) => plan === 'plan:lip-2008')
  const stageOf = (slug: unknown) =>
    valuesOf('status-update').filter(({ measure }) => measure === `measure:${slug}`).at(-1)?.stage ?? null
  expect(approaches.map(({ slug, code }) => [slug, code ?? null, stageOf(slug)])).toEqual(APPROACHES_2008)
  expect(approaches.length).toBeGreaterThanOrEqual(26)
})

test('what is known to be in the catalogue was adopted with it, of the others it is said that nobody could read it', () => {
  const updates = (stage: string) =>
    valuesOf('status-update').filter(update => update.stage === stage && String(update.date).startsWith('2022-09'))
  const slugOf = ({ measure }: Values) => String(measure).replace('measure:', '')
  expect(Object.fromEntries(updates('adopted').map(update => [slugOf(update), update.date]))).toEqual(IN_THE_CATALOGUE)
  expect(updates('unknown').map(slugOf).sort()).toEqual([...PERHAPS_IN_THE_CATALOGUE].sort())
})

test('a measure has no update that only says again what a body decided of it', () => {
  const key = ({ measure, date }: Values) => `${measure} ${date}`
  const told = new Map(valuesOf('status-update').map(update => [key(update), update.stage]))
  const repeated = valuesOf('decision').filter((decision) => {
    const stage = told.get(key(decision))
    return stage !== undefined && stage === SAID_BY_OUTCOME[String(decision.outcome)]
  })
  expect(repeated).toEqual([])
})

test('a decision on a plan says which part it is about, and none but that of 2008 reaches measures', () => {
  const onPlans = valuesOf('decision').filter(({ plan }) => plan)
  expect(onPlans).toHaveLength(16)
  expect(onPlans.filter(({ part }) => !part).map(({ plan }) => plan)).toEqual(['plan:lip-2008'])
  expect(onPlans.filter(({ reachesMeasures }) => reachesMeasures).map(({ plan, date }) => [plan, date])).toEqual([
    ['plan:lip-2008', '2008-06'],
  ])
  expect(onPlans.filter(({ event }) => !event)).toEqual([])
})

describe('events that name no day', () => {
  const events = new Map(valuesOf('timeline-event').map(event => [event.slug, event]))

  test.each(Object.entries(BOUNDS))('%s lies between %j', (slug, bounds) => {
    expect([events.get(slug)?.notBefore, events.get(slug)?.notAfter]).toEqual(bounds)
  })

  test.each(ORDER_PAIRS)('%s comes before %s', (before, after) => {
    const range = (slug: string) => {
      const { date, notBefore, notAfter } = events.get(slug) ?? {}
      const spanned = parseHistoricalDate(String(date))
      return [notBefore ?? spanned?.startsOn, notAfter ?? spanned?.endsOn].map(String)
    }
    expect(range(before)[0]?.localeCompare(range(after)[0] ?? '')).toBeLessThan(0)
    expect(range(before)[1]?.localeCompare(range(after)[1] ?? '')).toBeLessThan(0)
  })
})

test('seeding twice changes nothing', async () => {
  const before = await wholeDatabase()
  expect(await seed(cms.strapi)).toBe(0)
  expect(await wholeDatabase()).toEqual(before)
})

test('what an editor changed or deleted stays so; what was never seeded is added', async () => {
  const plans = cms.documents('api::plan.plan')
  const goals = cms.documents('api::plan.goal')
  const [plan] = await plans.findMany({ filters: { slug: 'wir-2-0' } })
  await plans.update({ documentId: plan?.documentId, data: { summary: 'Von der Redaktion geändert.' } })
  const [goal] = await goals.findMany({})
  await goals.delete({ documentId: goal?.documentId, locale: '*' })

  const added = await seed(cms.strapi, [
    ...entries,
    { id: 'source:new', type: 'source', values: { kind: 'web_page', url: 'https://example.org/' } },
  ])

  expect(added).toBe(1)
  expect((await plans.findOne({ documentId: plan?.documentId ?? '' }))?.summary).toBe('Von der Redaktion geändert.')
  expect(await goals.findOne({ documentId: goal?.documentId ?? '' })).toBeNull()
})

test('every fact names a source', async () => {
  const withoutSource = entries.filter(
    ({ type, values }) =>
      [
        'timeline-event', 'plan', 'field-of-action', 'goal', 'reported-figure', 'measure', 'status-update', 'decision',
        'lineage', 'funded-project',
      ].includes(type) && [values.citations ?? []].flat().length === 0,
  )
  expect(withoutSource.map(({ id }) => id)).toEqual([])
})

test('who is responsible for the website is not made up', async () => {
  const site = await cms.strapi.db.query('api::page.site').findOne({ where: { locale: 'de' } })
  for (const name of [
    'operator', 'operatorAddress', 'operatorEmail', 'operatorPhone', 'responsible', 'dataProtectionContact',
    'enforcementBody', 'sourceCode',
  ])
    expect(site?.[name] ?? null).toBeNull()
})
