import {
  CurrentSlugDocument, DocumentLanguagesDocument, FieldBySlugDocument, MenuDocument, PageBySlugDocument, SiteDocument,
  TombstoneDocument,
} from 'shared-types'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyAnswer } from '~~/test/empty-answer'
import { AWAY, openSickCms, WRONG } from '~~/test/sick-cms'
import { ask, askChosen, askLasting, forgetKeptAnswers } from './client'
import * as ages from './greatest-age'
import { isCmsAway } from './well-being'

const known = (slug: unknown) => /^known/.test(String(slug))
const page = (slug: unknown) => ({
  ...emptyAnswer('PageBySlug'),
  pages: known(slug)
    ? [
        {
          documentId: 'a', slug, title: `${slug} ${said}`, lead: null, text: [], date: null, locale: 'de',
          languages: ['de'], inSourceLanguage: { locale: 'de', lead: null, text: [] }, translationOrigin: null,
          originalUrl: null, citations: [], revisionNumber: 1,
        },
      ]
    : [],
})
const askPage = (slug: string) => ask(PageBySlugDocument, { slug, locale: 'de' })
const titleOf = async (slug: string) => (await askPage(slug)).pages[0]?.title

let said = 'once'
let cms: Awaited<ReturnType<typeof openSickCms>>
beforeAll(async () => {
  cms = await openSickCms(({ operationName, variables }) =>
    operationName === 'PageBySlug' ? page(variables.slug) : emptyAnswer(operationName),
  )
})
afterAll(() => cms.close())
beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  vi.spyOn(console, 'info').mockImplementation(() => undefined)
  said = 'once'
  cms.recover()
  await expect.poll(isCmsAway, { timeout: 8000, interval: 20 }).toBe(false)
  forgetKeptAnswers()
})
afterEach(() => vi.restoreAllMocks())

function later(seconds: number): void {
  const now = performance.now()
  vi.spyOn(performance, 'now').mockImplementation(() => now + seconds * 1000)
}

/** What web asks for an address that is none. */
async function visitUnknown(slug: string): Promise<void> {
  await Promise.all([
    askPage(slug), ask(FieldBySlugDocument, { slug, locale: 'de', asOf: '2024-01-01' }),
    ask(DocumentLanguagesDocument, { type: 'Page', slug, locale: 'de' }),
    askChosen(CurrentSlugDocument, { type: 'Page', formerSlug: slug }),
    askChosen(TombstoneDocument, { type: 'Page', slug, locale: 'de' }),
  ])
}

describe('what is kept', () => {
  it('is not pushed out by addresses that there are not', async () => {
    const before = [
      await askLasting(SiteDocument, 'de'), await askLasting(MenuDocument, 'ar'),
      ...(await Promise.all(Array.from({ length: 400 }, (_, index) => askPage(`known-${index}`)))),
    ]
    for (let index = 0; index < 700; index += 100)
      await Promise.all(Array.from({ length: 100 }, (_, one) => visitUnknown(`x-${index + one}`)))
    cms.fall(AWAY['a connection that is cut at once'])
    later(3600)
    expect([
      await askLasting(SiteDocument, 'de'), await askLasting(MenuDocument, 'ar'),
      ...(await Promise.all(Array.from({ length: 400 }, (_, index) => askPage(`known-${index}`)))),
    ]).toEqual(before)
  }, 60_000)

  it('of the pages of the law is not even pushed out by pages that there are', async () => {
    const before = await askLasting(SiteDocument, 'fa')
    for (let index = 0; index < 2500; index += 100)
      await Promise.all(Array.from({ length: 100 }, (_, one) => askPage(`known-${index + one}`)))
    cms.fall(AWAY['a connection that is cut at once'])
    later(3600)
    await expect(askPage('known-1')).rejects.toMatchObject({ statusCode: 503 })
    expect(await askLasting(SiteDocument, 'fa')).toEqual(before)
  }, 60_000)

  it('says of what was published that it is there, of what was withdrawn that it is not', async () => {
    expect(await titleOf('later-known')).toBeUndefined()
    expect(await titleOf('known')).toBe('known once')
  })
})

describe('what was withdrawn', () => {
  it('is forgotten at once, also where the cms does not answer after', async () => {
    expect(await titleOf('known')).toBe('known once')
    forgetKeptAnswers()
    cms.fall(WRONG['status 500'])
    await expect(askPage('known')).rejects.toMatchObject({ statusCode: 503 })
  })

  it('does not come back with an answer that was on its way', async () => {
    let send = () => {}
    cms.fall((response, answer) => {
      send = () => response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ data: answer }))
    })
    const onItsWay = askPage('known')
    await vi.waitFor(() => expect(cms.asked.at(-1)?.variables.slug).toBe('known'))
    await new Promise(resolve => setTimeout(resolve, 20))
    forgetKeptAnswers()
    send()
    await onItsWay
    cms.recover()
    said = 'again'
    expect(await titleOf('known')).toBe('known again')
  })

  it('is shown no longer than its greatest age, whatever the cms does', async () => {
    vi.spyOn(ages, 'greatestAgeOf').mockReturnValue(60_000)
    expect(await titleOf('known')).toBe('known once')
    cms.fall(WRONG['an empty answer'])
    later(59)
    expect(await titleOf('known')).toBe('known once')
    later(2)
    await expect(askPage('known')).rejects.toMatchObject({ statusCode: 503 })
  })
})
