/** A cms that answers wrong, or not at all, in every way that is known, for every kind of question. */
import {
  ArticleFeedDocument, ChangesDocument, CurrentSlugDocument, GlossaryDocument, HomeDocument, MeasureBySlugDocument,
  MeasureFinderDocument, MenuDocument, PageBySlugDocument, PlanLineageDocument, PublicationTimesDocument,
  SearchDocument, SiteDocument, SitemapDocument, TimelineDocument,
} from 'shared-types'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { AWAY, HANGING, openSickCms, WRONG } from '~~/test/sick-cms'
import { emptyAnswer } from '~~/test/empty-answer'
import { ask, askChosen, askFiltered, askLasting, askSearch, forgetKeptAnswers } from './client'
import { complaints, isCmsAway } from './well-being'

const list = { slug: 'x', locale: 'de', page: 1 }
const QUESTIONS = {
  'the site': () => askLasting(SiteDocument, 'de'),
  'the menu': () => askLasting(MenuDocument, 'de'),
  'the home page': () => ask(HomeDocument, { locale: 'de' }),
  'a page': () => ask(PageBySlugDocument, { slug: 'ueber', locale: 'de' }),
  'a measure': () => ask(MeasureBySlugDocument, { slug: 'lotsen', locale: 'de' }),
  'the timeline': () => ask(TimelineDocument, { locale: 'de', page: 1 }),
  'the glossary': () => ask(GlossaryDocument, { locale: 'de', page: 1 }),
  'what became of a plan': () => askFiltered(PlanLineageDocument, { ...list, pageSize: 10 }, {}),
  'the finder': () => askChosen(MeasureFinderDocument, { locale: 'de', stage: 'adopted' }),
  'the changes': () => askChosen(ChangesDocument, { locale: 'de', since: '2020-01-01' }),
  'a feed': () => askFiltered(ArticleFeedDocument, { kind: '', field: '', language: 'de', locale: 'de' }, {}),
  'the sitemap': () => ask(SitemapDocument, { page: 1 }),
  'its times': () => ask(PublicationTimesDocument, { locale: 'de', page: 1 }),
  'the search': () => askSearch(SearchDocument, { q: 'Sprache', locale: 'de' }),
  'a former slug': () => askChosen(CurrentSlugDocument, { type: 'Plan', formerSlug: 'alt' }),
}
/** What is too large is asked for of one page only: it takes long to read. */
const LONG = ['ten megabytes', 'a small answer that unpacks to fifty megabytes']
const askAll = (only = '') =>
  Promise.all(
    Object.entries(QUESTIONS)
      .filter(([name]) => name.includes(only))
      .map(([, asks]) => asks()),
  )

let cms: Awaited<ReturnType<typeof openSickCms>>
beforeAll(async () => { cms = await openSickCms(({ operationName }) => emptyAnswer(operationName)) })
afterAll(() => cms.close())
beforeEach(async () => {
  vi.restoreAllMocks()
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  vi.spyOn(console, 'info').mockImplementation(() => undefined)
  cms.recover()
  await expect.poll(isCmsAway, { timeout: 8000, interval: 20 }).toBe(false)
  forgetKeptAnswers()
  await askAll()
  expect(complaints()).toEqual([])
}, 10_000)

const now = performance.now.bind(performance)

/** Sets the clock on. */
function later(seconds: number): void {
  vi.spyOn(performance, 'now').mockImplementation(() => now() + seconds * 1000)
}

describe.each(Object.entries(WRONG))('a cms that answers with %s', (name, sickness) => {
  const only = LONG.includes(name) ? 'the timeline' : ''

  it('is sick: the last good answers are shown, and the reason is told until it is well', async () => {
    const before = await askAll(only)
    cms.fall(sickness)
    later(20)
    expect(await askAll(only)).toEqual(before)
    expect(complaints()).not.toEqual([])
    cms.recover()
    await askAll()
    expect(complaints()).toEqual([])
  }, 15_000)

  it('gives no page that was never seen', async () => {
    forgetKeptAnswers()
    cms.fall(sickness)
    for (const [question, asks] of Object.entries(QUESTIONS)) {
      if (question.includes(only)) await expect(asks()).rejects.toMatchObject({ statusCode: 503 })
    }
  }, 15_000)
})

describe.each(Object.entries(AWAY))('a cms that answers with %s', (_name, sickness) => {
  it('is away: what is kept is shown without asking, what is not is refused, until it answers again', async () => {
    const before = await askAll()
    cms.fall(sickness)
    later(20)
    expect(await askAll()).toEqual(before)
    expect(complaints()).toEqual(['The cms cannot be reached.'])
    const timesAsked = cms.asked.length
    expect(await askAll()).toEqual(before)
    await expect(ask(PageBySlugDocument, { slug: 'nie', locale: 'de' })).rejects.toMatchObject({ statusCode: 503 })
    expect(cms.asked.length).toBe(timesAsked)
  })
})

describe.each(Object.entries(HANGING))('a cms that hangs with %s', (_name, sickness) => {
  it('lets one reader wait, and nobody after', async () => {
    const before = await askAll()
    cms.fall(sickness)
    later(20)
    expect(await askAll()).toEqual(before)
    vi.restoreAllMocks()
    const start = performance.now()
    expect(await askAll()).toEqual(before)
    await expect(ask(PageBySlugDocument, { slug: 'nie', locale: 'de' })).rejects.toMatchObject({ statusCode: 503 })
    expect(performance.now() - start).toBeLessThan(100)
    expect(complaints()).toEqual(['The cms did not answer within 5 seconds.'])
    cms.recover()
    await expect.poll(isCmsAway, { timeout: 8000 }).toBe(false)
    expect(await ask(PageBySlugDocument, { slug: 'nie', locale: 'de' })).toEqual({ pages: [] })
  }, 30_000)
})

it('a cms that says only after three seconds that something is wrong lets one reader wait, and nobody after', async () => {
  const before = await askAll()
  cms.fall((response, answer) => void setTimeout(() => WRONG['status 500'](response, answer), 3000))
  later(20)
  expect(await askAll()).toEqual(before)
  expect(isCmsAway()).toBe(true)
  const start = performance.now()
  await expect(ask(PageBySlugDocument, { slug: 'nie', locale: 'de' })).rejects.toMatchObject({ statusCode: 503 })
  expect(performance.now() - start).toBeLessThan(100)
}, 15_000)

it('a cms that died in the middle behind a proxy is not felt: another one is asked at once', async () => {
  forgetKeptAnswers()
  cms.fall((response, answer) => {
    cms.recover()
    WRONG['status 502 and HTML'](response, answer)
  })
  expect(await ask(PageBySlugDocument, { slug: 'nie', locale: 'de' })).toEqual({ pages: [] })
  expect(complaints()).toEqual([])
})

it('a cms that is slow with one question is not away', async () => {
  forgetKeptAnswers()
  cms.fallFor('Glossary', HANGING['no headers'])
  const slow = QUESTIONS['the glossary']().catch((error: unknown) => error)
  await new Promise(resolve => setTimeout(resolve, 100))
  await QUESTIONS['the site']()
  expect(await slow).toMatchObject({ statusCode: 503 })
  expect(isCmsAway()).toBe(false)
  expect(await QUESTIONS['a page']()).toEqual({ pages: [] })
}, 15_000)

it('a question that the cms lets wait costs one reader at a time: the others get the last good answer', async () => {
  const before = await QUESTIONS['the glossary']()
  cms.fallFor('Glossary', HANGING['no headers'])
  const waiting: number[] = []
  for (const seconds of [20, 20, 26, 26]) {
    vi.restoreAllMocks()
    later(seconds)
    const readers = Array.from({ length: 20 }, () => QUESTIONS['the glossary']())
    let left = readers.length
    for (const reader of readers) void reader.then(() => { left -= 1 })
    await new Promise(resolve => setTimeout(resolve, 500))
    waiting.push(left)
    await ask(PageBySlugDocument, { slug: `${waiting.length}`, locale: 'de' })
    expect(new Set(await Promise.all(readers))).toEqual(new Set([before]))
  }
  expect([waiting, isCmsAway()]).toEqual([[20, 0, 1, 0], false])
  expect(complaints()).toEqual(['The cms did not answer within 5 seconds.'])
  cms.recover()
  later(40)
  await QUESTIONS['the glossary']()
  expect(complaints()).toEqual([])
}, 30_000)

it('a question that the cms refuses is a wrong question, and no sickness', async () => {
  cms.fall(response =>
    response
      .writeHead(400, { 'Content-Type': 'application/json' })
      .end('{"errors":[{"message":"There is no stage nope.","extensions":{"code":"BAD_USER_INPUT"}}]}'),
  )
  await expect(askChosen(MeasureFinderDocument, { locale: 'de', stage: 'nope' })).rejects.toMatchObject({
    statusCode: 400,
  })
  expect(complaints()).toEqual([])
})
