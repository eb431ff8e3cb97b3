import type { MeasureFinderQuery } from 'shared-types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCms } from '~~/test/cms'
import { noteFollowing } from './following'
import { findMeasures } from './finder'
import { toMeasureOverview } from './measure'
import { findSite } from './site'

const mentoring: MeasureFinderQuery['measureFinder']['nodes'][number] = {
  documentId: 'm1', slug: 'mentoring', title: 'Mentoring', locale: 'de', fieldOfAction: null,
  plan: { slug: 'wir', title: 'WIR 2.0', locale: 'de' }, summary: null,
  inSourceLanguage: { locale: 'de', summary: null }, kind: 'administrative', translationOrigin: null,
  translationState: 'source', stage: { stage: 'adopted', date: '2021' },
}
const recorded: MeasureFinderQuery = {
  measureFinder: {
    total: 30, elsewhere: 4, nodes: [mentoring],
    facets: [
      { name: 'plan', choices: [{ value: 'wir', count: 30, title: 'WIR 2.0', locale: null }] },
      {
        name: 'stage',
        choices: [
          { value: 'adopted', count: 28, title: null, locale: null },
          { value: 'struck', count: 2, title: null, locale: null },
        ],
      },
      { name: 'body', choices: [{ value: 'rat', count: 3, title: 'City Council', locale: 'en' }] },
    ],
  },
}

let cms: Awaited<ReturnType<typeof openCms>>
beforeAll(async () => {
  cms = await openCms(({ operationName }) => (operationName === 'Site' ? { site: null } : recorded))
})
afterAll(() => cms.close())

const timesAsked = (year: string) => cms.asked.filter(({ variables }) => variables.year === year).length

describe('the measures that are found', () => {
  it('are those of the page, with the number on all pages', async () => {
    expect(await findMeasures({ locale: 'de', plan: 'wir' })).toMatchObject({
      total: 30, elsewhere: 4, measures: [toMeasureOverview(mentoring)],
    })
  })

  it('come with what can be chosen, each with its number and in its language, nothing where nothing can be', async () => {
    expect((await findMeasures({ locale: 'de', plan: 'wir' })).facets).toEqual({
      plan: [{ value: 'wir', count: 30, title: { value: 'WIR 2.0', locale: 'und' } }], field: [],
      stage: [
        { value: 'adopted', count: 28, title: null }, { value: 'struck', count: 2, title: null },
      ],
      kind: [], body: [{ value: 'rat', count: 3, title: { value: 'City Council', locale: 'en' } }], year: [],
    })
  })

  it('are those of everything that was asked for', async () => {
    const wanted = {
      locale: 'ar', plan: 'wir', field: 'bildung-2022', stage: 'adopted', kind: 'fundable', body: 'rat', year: '2021',
      q: 'لغة', asOf: '2024-01-01', sort: 'changed' as const, page: 2,
    }
    await findMeasures(wanted)
    expect(cms.asked.at(-1)).toMatchObject({ operationName: 'MeasureFinder', variables: wanted })
  })
})

describe('a question about measures', () => {
  it('is asked once for what was asked a moment ago', async () => {
    await findMeasures({ locale: 'de', year: '2022', q: 'Sprache' })
    await findMeasures({ locale: 'de', year: '2022', q: 'Sprache' })
    expect(timesAsked('2022')).toBe(1)
  })

  it('gives way to newer ones, and never pushes out what the pages ask', async () => {
    // What is kept is fresh for longer than this takes.
    noteFollowing(true)
    await findSite('de')
    await findMeasures({ locale: 'de', year: '2023', q: 'zuerst' })
    for (let some = 0; some < 6; some += 1)
      await Promise.all(
        Array.from({ length: 100 }, (_, index) => findMeasures({ locale: 'de', q: `Wort ${some} ${index}` })),
      )
    await findMeasures({ locale: 'de', year: '2023', q: 'zuerst' })
    await findSite('de')
    expect(timesAsked('2023')).toBe(2)
    expect(cms.asked.filter(({ operationName }) => operationName === 'Site')).toHaveLength(1)
    noteFollowing(false)
  })

  it('that the cms cannot answer finds an error, never nothing', async () => {
    cms.answer(() => { throw new Error('The database is gone.') })
    await expect(findMeasures({ locale: 'de', year: '2024', q: 'Sprache' })).rejects.toMatchObject({ statusCode: 503 })
    await expect(findMeasures({ locale: 'de', year: '2024' })).rejects.toMatchObject({ statusCode: 503 })
  })
})
