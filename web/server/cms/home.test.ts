import type {
  EventSummaryFragment, HomeNewsQuery, HomeQuery, MeasureMarksQuery, SiteQuery,
} from 'shared-types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCms } from '~~/test/cms'
import { findHome } from './home'
import { findCurrentSlug, findSite } from './site'

const happened = (date: string): EventSummaryFragment => ({
  documentId: date, slug: date, title: date, locale: 'de', translationOrigin: null, date, kind: 'meeting',
  certainty: 'documented', onShortTimeline: true, plan: null, phase: null,
})
const home: HomeQuery = {
  site: {
    title: 'LIP-Lab', lead: 'What becomes of the plan', locale: 'en', inSourceLanguage: { locale: 'de', lead: null },
    translationOrigin: 'machine',
    translationState: 'outdated',
  },
  plans: [
    {
      slug: 'lip', title: 'Lokaler Integrationsplan', locale: 'de', summary: null, inSourceLanguage: { locale: 'de', summary: null },
      valid: '2008',
      translationOrigin: null, translationState: 'source', names: [],
    },
  ],
  fieldsOfAction: [
    {
      slug: 'arbeit', title: 'Arbeit', locale: 'de', strand: 'six', order: 1, plan: { slug: 'lip', title: 'LIP', locale: 'de' }, summary: 'Kurz.',
      inSourceLanguage: { locale: 'de', summary: null },
      translationOrigin: null, translationState: 'source',
    },
  ],
  timelineEvents: [happened('2021'), happened('2020-01-17')],
  articleFinder: {
    elsewhere: 12,
    nodes: [
      {
        documentId: 'a1', slug: 'neu', kind: 'opinion', schemaType: 'OpinionNewsArticle', kicker: null, title: 'New',
        lead: null, date: '2021-09-10', byline: null, locale: 'en', languages: ['en'], translationOrigin: null,
        translationState: 'source', isExample: false, fieldsOfAction: [], cover: null,
        inSourceLanguage: { locale: 'en', kicker: null, lead: null, byline: null, body: [{ __typename: 'TextBlock' }] },
        body: [{ __typename: 'TextBlock' }], originalUrl: null, originalLanguage: null, originalTranslations: [],
      },
    ],
  },
  contributions: [
    {
      documentId: 'c1', role: 'operator', function: 'runs it', locale: 'en', period: '2014/..', certainty: 'documented',
      isForWebsite: true, plan: null, body: null, measure: null, article: null, citations: [],
      translationOrigin: null, translationState: 'source', person: null,
      organisation: { slug: 'verein', name: 'Verein', nameLocale: 'de', kind: 'association' },
    },
  ],
  pages: [
    {
      slug: 'dank', title: 'Thanks', lead: null, locale: 'en', inSourceLanguage: { locale: 'de', lead: 'Danke.' },
      translationOrigin: null, translationState: 'source',
    },
  ],
}
const emptyHome: HomeQuery = {
  site: null, plans: [], fieldsOfAction: [], timelineEvents: [], articleFinder: { elsewhere: 0, nodes: [] },
  contributions: [], pages: [],
}
const news: HomeNewsQuery = {
  changes: {
    nodes: [
      {
        kind: 'stage', day: '2025-05-01', date: '2025-05-01', stageBefore: null, name: null, plan: null,
        tombstone: null, decision: null, lineage: null, event: null, article: null, project: null,
        measure: { slug: 'mentoring', title: 'Mentoring', locale: 'en' },
        statusUpdate: { documentId: 'u1', stage: 'completed', citations: [] },
      },
    ],
  },
  timelineEvents: [{ slug: 'tag', title: 'Day', locale: 'en', date: '2999-05', kind: 'meeting' }], measures: [],
}
const marks: MeasureMarksQuery = {
  measureFinder: {
    total: 1,
    nodes: [
      { slug: 'mentoring', title: 'Mentoring', locale: 'en', fieldOfAction: { slug: 'arbeit' }, stage: { stage: 'completed' } },
    ],
  },
}
const site: SiteQuery = {
  site: {
    title: 'LIP-Lab', licence: 'CC-BY-4.0', operator: 'Verein', operatorAddress: null, operatorEmail: null, operatorPhone: null,
    responsible: null, dataProtectionContact: null, enforcementBody: null, sourceCode: null,
  },
}

let cms: Awaited<ReturnType<typeof openCms>>
beforeAll(async () => {
  cms = await openCms(({ operationName, variables }) => {
    if (operationName === 'CurrentSlug') return { currentSlug: variables.formerSlug === 'alt' ? 'neu' : null }
    if (operationName === 'Site') return variables.locale === 'de' ? site : { site: null }
    if (operationName === 'HomeNews')
      return variables.locale === 'en' ? news : { changes: { nodes: [] }, timelineEvents: [], measures: [] }
    if (operationName === 'MeasureMarks') return variables.plan === 'lip' ? marks : { measureFinder: { total: 0, nodes: [] } }
    return variables.locale === 'en' ? home : emptyHome
  })
})
afterAll(() => cms.close())

describe('the home page', () => {
  it('has the lead in its language, the plans, the fields, the milestones in the order of the cms and the newest '
    + 'articles', async () => {
    const found = await findHome('en')
    expect(found).toMatchObject({
      title: 'LIP-Lab', lead: { value: 'What becomes of the plan', locale: 'en' }, translationOrigin: 'machine',
      isOutdated: true,
    })
    expect(found.plans).toEqual([
      {
        slug: 'lip', title: { value: 'Lokaler Integrationsplan', locale: 'de' }, summary: null, valid: '2008',
        translationOrigin: null, names: [],
      },
    ])
    expect(found.fields).toMatchObject([{ slug: 'arbeit', strand: 'six', summary: { value: 'Kurz.' } }])
    expect(found.shortTimeline.map(({ date }) => date)).toEqual(['2021', '2020-01-17'])
    expect(found.articles).toMatchObject([{ id: 'a1', slug: 'neu', date: '2021-09-10', cover: null }])
    expect(found.articlesElsewhere).toBe(12)
  })

  it('has a mark for each measure of the plan that holds today, what happened last and what comes next', async () => {
    const found = await findHome('en')
    expect(found.current).toEqual({ slug: 'lip', title: { value: 'Lokaler Integrationsplan', locale: 'de' } })
    expect(found.marks).toMatchObject([{ slug: 'mentoring', field: 'arbeit', stage: 'completed' }])
    expect(found.changes).toMatchObject([{ day: '2025-05-01', sentence: { key: 'changes.firstStage' } }])
    expect(found.coming).toMatchObject([{ date: '2999-05', kind: 'event', address: { type: 'TimelineEvent' } }])
  })

  it('says who makes it, and has the pages that tell of it', async () => {
    const found = await findHome('en')
    expect(found.contributions).toMatchObject([{ role: 'operator', object: { kind: 'website' } }])
    expect(found.pages).toMatchObject([{ slug: 'dank', lead: { value: 'Danke.', locale: 'de' } }])
  })

  it('has a name even where the cms holds nothing', async () => {
    expect(await findHome('ar')).toEqual({
      title: 'LIP-Lab', lead: null, plans: [], current: null, marks: [], fields: [], changes: [], coming: [],
      shortTimeline: [], articles: [], articlesElsewhere: 0, contributions: [], pages: [],
    })
  })
})

describe('the website', () => {
  it('says what its operator has entered, and nothing about the rest', async () => {
    expect(await findSite('de')).toMatchObject({
      title: 'LIP-Lab', licence: 'CC-BY-4.0', operator: 'Verein', operatorEmail: null, enforcementBody: null,
    })
    expect(await findSite('en')).toMatchObject({ title: 'LIP-Lab', operator: null })
  })

  it('knows the address a document has now, or none', async () => {
    expect(await findCurrentSlug('Plan', 'alt')).toBe('neu')
    expect(await findCurrentSlug('Plan', 'nie')).toBeNull()
  })
})
