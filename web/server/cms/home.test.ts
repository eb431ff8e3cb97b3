import type { EventSummaryFragment, HomeQuery, SiteQuery } from 'shared-types'
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
    title: 'LIP-Lab', lead: 'What becomes of the plan', locale: 'en', translationOrigin: 'machine',
    translationState: 'outdated',
  },
  plans: [
    {
      slug: 'lip', title: 'Lokaler Integrationsplan', locale: 'de', summary: null, valid: '2008',
      translationOrigin: null, translationState: 'source', names: [],
    },
  ],
  fieldsOfAction: [
    {
      slug: 'arbeit', title: 'Arbeit', locale: 'de', strand: 'six', order: 1, plan: null, summary: 'Kurz.',
      translationOrigin: null, translationState: 'source',
    },
  ],
  timelineEvents: [happened('2021'), happened('2020-01-17')],
  articleFinder: {
    elsewhere: 12,
    nodes: [
      {
        documentId: 'a1', slug: 'neu', kind: 'opinion', title: 'Neu', locale: 'de', date: '2021-09-10', isExample: false,
      },
    ],
  },
}
const emptyHome: HomeQuery = {
  site: null, plans: [], fieldsOfAction: [], timelineEvents: [], articleFinder: { elsewhere: 0, nodes: [] },
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
    return variables.locale === 'en' ? home : emptyHome
  })
})
afterAll(() => cms.close())

describe('the home page', () => {
  it('has the lead in its language, the plans, the fields, the milestones in the order of time and the newest '
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
    expect(found.shortTimeline.map(({ date }) => date)).toEqual(['2020-01-17', '2021'])
    expect(found.articles).toEqual([
      {
        id: 'a1', slug: 'neu', kind: 'opinion', title: { value: 'Neu', locale: 'de' }, date: '2021-09-10',
        isExample: false,
      },
    ])
    expect(found.articlesElsewhere).toBe(12)
  })

  it('has a name even where the cms holds nothing', async () => {
    expect(await findHome('ar')).toEqual({
      title: 'LIP-Lab', lead: null, plans: [], fields: [], shortTimeline: [], articles: [], articlesElsewhere: 0,
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
