import type {
  ArticleDetailFragment, EventDetailFragment, MeasureDetailFragment, PageDetailFragment, PublicationsQuery,
  RevisionQuery, Stage,
} from 'shared-types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCms } from '~~/test/cms'
import { toArticle } from './article'
import { toMeasure } from './measure'
import { toPage } from './page'
import { findPublications, findRevision } from './revision'
import { toEventDetail } from './timeline'

const update = (stage: Stage, countsFrom: string) => ({
  documentId: stage, stage, date: countsFrom, countsFrom, createdAt: '2024-01-01T00:00:00.000Z', text: null,
  locale: 'de', citations: [],
})
const measure: MeasureDetailFragment = {
  documentId: 'm1', slug: 'mentoring', title: 'Mentoring', locale: 'de', code: null, kind: 'administrative',
  certainty: 'unknown', summary: null, text: null, period: null, cost: null, indicator: null, languages: ['de'],
  inSourceLanguage: { locale: 'de', summary: null, text: null, cost: null, indicator: null }, translationOrigin: null,
  fieldOfAction: null, plan: null, goals: [], lead: null, partners: [], proposedBy: null, calls: [], names: [],
  statusUpdates: [update('adopted', '2021-12-31'), update('completed', '2024-06-01')], decisions: [],
  fundedProjects: [], timelineEvents: [], cameFrom: [], becameOf: [], claims: [], citations: [],
}
const event: EventDetailFragment = {
  documentId: 'e1', slug: 'auftakt', title: 'Auftakt', locale: 'de', translationOrigin: null, date: '2020-01-17',
  kind: 'kick_off', certainty: 'documented', onShortTimeline: true, plan: null, phase: null, text: null,
  languages: ['de'], organisations: [], measures: [], goneMeasures: [], decisions: [], citations: [],
  claims: [],
}
const article: ArticleDetailFragment = {
  documentId: 'a1', slug: 'gespraech', kind: 'opinion', schemaType: 'OpinionNewsArticle', kicker: null,
  title: 'Gespräch', lead: null, date: '2021', byline: null, locale: 'de', languages: ['de'], translationOrigin: null,
  isExample: false, fieldsOfAction: [], cover: null, body: [], translationCredit: null, originalUrl: null,
  originalLanguage: null, originalTranslations: [], certainty: 'unknown', people: [], measures: [], goneMeasures: [],
  events: [], contributions: [], citations: [],
}
const page: PageDetailFragment = {
  documentId: 'p1', slug: 'lip-lab', title: 'Das LIP-Lab', lead: null, text: [], date: null, locale: 'de',
  languages: ['de'], translationOrigin: null, originalUrl: null, citations: [],
}

const published: RevisionQuery['revision'] = {
  number: 2, newest: 3, publishedOn: '2024-05-03T10:00:00.000Z', locale: 'de', slug: 'mentoring', isPublic: true,
  snapshot: { measure }, withdrawnFor: null,
  versions: [{
    number: 2, publishedOn: '2024-05-03T10:00:00.000Z', withdrawnFor: null,
    changed: { kind: 'text', fields: [], words: 3 },
  }],
}
const revisions: Record<string, RevisionQuery['revision']> = {
  'Measure mentoring 2': published,
  'Measure mentoring 3': { ...published, number: 3, publishedOn: '2024-06-01T00:00:00.000Z' },
  'Measure mentoring 4': { ...published, number: 4, withdrawnFor: 'Nannte eine Privatperson.' },
  'Measure mentoring 5': { ...published, number: 5, snapshot: null, withdrawnFor: 'Nannte eine Privatperson.' },
  'Measure frueher 1': { ...published, number: 1, isPublic: false, snapshot: { measure: null } },
  'Article gespraech 1': { ...published, number: 1, slug: 'gespraech', snapshot: { article } },
  'Article gespraech 2': {
    ...published,
    slug: 'gespraech', snapshot: { article }, withdrawnFor: 'Nannte eine Privatperson.',
  },
  'Page lip-lab 1': { ...published, number: 1, slug: 'lip-lab', snapshot: { page } },
  'TimelineEvent auftakt 1': { ...published, number: 1, slug: 'auftakt-2020', snapshot: { timelineEvent: event } },
}
const publications: PublicationsQuery = {
  publications: {
    total: 7,
    nodes: [
      {
        type: 'Measure', documentId: 'm1', slug: 'mentoring', title: 'توجيه', number: 2,
        publishedOn: '2024-05-03T10:00:00.000Z', versions: published?.versions ?? [],
      },
    ],
  },
}

let cms: Awaited<ReturnType<typeof openCms>>
beforeAll(async () => {
  cms = await openCms(({ operationName, variables: { type, slug, number } }) =>
    operationName === 'Publications' ? publications : { revision: revisions[`${type} ${slug} ${number}`] ?? null },
  )
})
afterAll(() => cms.close())

describe('a version of a measure', () => {
  it('is the measure as it was published, with its number, the newest one and the address it has now', async () => {
    const { snapshot, ...about } = published ?? { snapshot: null }
    expect(snapshot).toEqual({ measure })
    expect(await findRevision('Measure', { slug: 'mentoring', locale: 'de', number: 2 })).toEqual({
      ...about,
      type: 'Measure', document: toMeasure(measure, '2024-05-03'),
    })
  })

  it('has the stage of the day on which it was published, not of today', async () => {
    const stages = await Promise.all(
      [2, 3].map(async (number) => {
        const document = (await findRevision('Measure', { slug: 'mentoring', locale: 'de', number }))?.document
        return document && 'current' in document && document.current?.stage
      }),
    )
    expect(stages).toEqual(['adopted', 'completed'])
  })

  it('that was withdrawn has nothing to show but the reason, whatever the cms still keeps', async () => {
    for (const number of [4, 5])
      expect(await findRevision('Measure', { slug: 'mentoring', locale: 'de', number })).toMatchObject({
        number, document: null, withdrawnFor: 'Nannte eine Privatperson.',
      })
  })

  it('of a measure that is no longer public says so', async () => {
    expect(await findRevision('Measure', { slug: 'frueher', locale: 'de', number: 1 })).toMatchObject({
      isPublic: false, document: null, withdrawnFor: null,
    })
  })

  it('is null where there is none of that number', async () => {
    expect(await findRevision('Measure', { slug: 'mentoring', locale: 'de', number: 99 })).toBeNull()
    expect(await findRevision('Measure', { slug: 'auftakt', locale: 'de', number: 1 })).toBeNull()
  })
})

describe('a version of an event', () => {
  it('is the event as it was published, under the address it has now', async () => {
    expect(await findRevision('TimelineEvent', { slug: 'auftakt', locale: 'de', number: 1 })).toMatchObject({
      number: 1, slug: 'auftakt-2020', document: toEventDetail(event),
    })
  })

  it('is null where there is none of that number', async () => {
    expect(await findRevision('TimelineEvent', { slug: 'auftakt', locale: 'de', number: 2 })).toBeNull()
  })
})

describe('a version of an article or a page', () => {
  it('is what was published', async () => {
    expect(await findRevision('Article', { slug: 'gespraech', locale: 'de', number: 1 })).toMatchObject({
      number: 1, document: toArticle(article, 'de'),
    })
    expect(await findRevision('Page', { slug: 'lip-lab', locale: 'de', number: 1 })).toMatchObject({
      number: 1, document: toPage(page),
    })
  })

  it('that was withdrawn has nothing to show but the reason', async () => {
    expect(await findRevision('Article', { slug: 'gespraech', locale: 'de', number: 2 })).toMatchObject({
      document: null, withdrawnFor: 'Nannte eine Privatperson.',
    })
  })
})

describe('what was published since a day', () => {
  it('has its title in the language that was asked for, and its number', async () => {
    expect(await findPublications({ since: '2024-01-01', locale: 'ar' })).toEqual({
      total: 7,
      publications: [
        {
          id: 'm1', type: 'Measure', slug: 'mentoring', title: { value: 'توجيه', locale: 'ar' }, number: 2,
          publishedOn: '2024-05-03T10:00:00.000Z', versions: published?.versions,
        },
      ],
    })
  })
})
