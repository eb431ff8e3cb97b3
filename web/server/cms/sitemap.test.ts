import type { PublicationTimesQuery, SitemapQuery } from 'shared-types'
import { hasGermanWords, LOCALE_CODES, LOCALES } from 'shared-types'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { pages } from '../../config/addresses'
import { openCms } from '../../test/cms'
import { sitemapComplaints } from '../../test/formats'
import { DOCUMENT_PAGES, PAGES_ALONE, pagesAlone } from './sitemap'

const SITE = 'https://portal.example'
const nothing = { nodes: [], pageInfo: { pageCount: 0 } }
const listed = (slug: string, languages = ['de']) => ({ documentId: `id-${slug}`, slug, languages })
const PAGES_OF_MEASURES = [
  [listed('mentoring', ['de', 'ar'])], [listed('tiny-houses')],
]
const TIMES: Record<string, PublicationTimesQuery['publications']> = {
  de: {
    total: 2,
    nodes: [
      { documentId: 'id-mentoring', publishedOn: '2024-03-01T10:00:00.000Z' },
      { documentId: 'id-other', publishedOn: '2024-01-01T10:00:00.000Z' },
    ],
  },
  ar: { total: 1, nodes: [{ documentId: 'id-mentoring', publishedOn: '2024-05-01T10:00:00.000Z' }] },
}

function onPage(page: number): SitemapQuery {
  const isFirst = page === 1
  return {
    plans: { nodes: isFirst ? [listed('lip-2008', ['de', 'en', 'ar'])] : [], pageInfo: { pageCount: 1 } },
    fieldsOfAction: nothing,
    articles: { nodes: isFirst ? [listed('meine-sicht', ['en'])] : [], pageInfo: { pageCount: 1 } }, people: nothing,
    organisations: nothing, pages: nothing,
    measures: { nodes: PAGES_OF_MEASURES[page - 1] ?? [], pageInfo: { pageCount: 2 } },
  }
}

let cms: Awaited<ReturnType<typeof openCms>>
beforeAll(async () => {
  cms = await openCms(({ operationName, variables }) =>
    operationName === 'Sitemap'
      ? onPage(Number(variables.page))
      : { publications: TIMES[String(variables.locale)] ?? { total: 0, nodes: [] } },
  )
})
afterAll(() => cms.close())
beforeEach(() => vi.resetModules())

async function sitemap(): Promise<string> {
  const { findSitemap } = await import('./sitemap')
  return findSitemap(SITE)
}

const urls = (xml: string) =>
  new Map(
    [...xml.matchAll(/<url>(.*?)<\/url>/gs)].map(([, url = '']) => [/<loc>(.*?)<\/loc>/.exec(url)?.[1] ?? '', url]),
  )
const alternates = (url = '') =>
  [...url.matchAll(/hreflang="(.*?)" href="(.*?)"/g)].map(([, language, address]) => [language, address])

describe('the sitemap', () => {
  it('is valid', async () => {
    expect(await sitemapComplaints(await sitemap())).toEqual([])
  })

  it('has the pages that are no document\'s in every language', async () => {
    const found = urls(await sitemap())
    for (const address of [
      '/', '/en', '/ar', '/zeitleiste', '/en/timeline', '/kontakt', '/ar/imprint', '/glossar', '/mitwirkende',
      '/beitraege', '/plaene', '/en/fields', '/personen', '/ar/organisations', '/folgen',
    ])
      expect([...found.keys()]).toContain(SITE + address)
    expect(alternates(found.get(`${SITE}/en/timeline`))).toEqual([
      ...LOCALES.map(({ code, language }) => [
        language, SITE + (code === 'de' ? '' : `/${code}`) + (hasGermanWords(code) ? '/zeitleiste' : '/timeline'),
      ]),
      ['x-default', `${SITE}/zeitleiste`],
    ])
  })

  it('has a document in the languages in which it exists, and no other', async () => {
    const found = urls(await sitemap())
    expect([...found.keys()].filter(address => address.endsWith('/mentoring'))).toEqual([
      `${SITE}/massnahmen/mentoring`, `${SITE}/ar/measures/mentoring`,
    ])
    expect(alternates(found.get(`${SITE}/massnahmen/mentoring`))).toEqual([
      ['de', `${SITE}/massnahmen/mentoring`], ['ar', `${SITE}/ar/measures/mentoring`],
      ['x-default', `${SITE}/massnahmen/mentoring`],
    ])
    expect([...found.keys()].filter(address => address.endsWith('/meine-sicht'))).toEqual([
      `${SITE}/en/articles/meine-sicht`,
    ])
    expect(alternates(found.get(`${SITE}/en/articles/meine-sicht`)).at(-1)).toEqual([
      'x-default', `${SITE}/en/articles/meine-sicht`,
    ])
  })

  it('has every page of the cms\'s lists, and nothing without an address', async () => {
    const addresses = [...urls(await sitemap()).keys()]
    expect(addresses).toContain(`${SITE}/massnahmen/tiny-houses`)
    expect(addresses).toContain(`${SITE}/plaene/lip-2008/herkunft`)
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(addresses.filter(address => /null|undefined|\[/.test(address))).toEqual([])
  })

  it('says when a translation was last published, where that is known', async () => {
    const found = urls(await sitemap())
    expect(found.get(`${SITE}/massnahmen/mentoring`)).toContain('<lastmod>2024-03-01T10:00:00.000Z</lastmod>')
    expect(found.get(`${SITE}/ar/measures/mentoring`)).toContain('<lastmod>2024-05-01T10:00:00.000Z</lastmod>')
    expect(found.get(`${SITE}/plaene/lip-2008`)).not.toContain('lastmod')
  })

  it('has a page whose name has a hyphen, and none that needs to know of what', () => {
    expect(pagesAlone({
      'easy-language': { de: '/leichte-sprache', en: '/easy-language' }, 'contact': { de: '/kontakt' },
      'measures-slug': { de: '/massnahmen/[slug]' }, 'plans-slug-lineage': { de: '/plaene/[slug]/herkunft' },
    })).toEqual(['easy-language', 'contact'])
  })

  it('leaves out no kind of page but versions, sheets, events, which stand on the timeline, and what only leads on', () => {
    const known: string[] = [...PAGES_ALONE, ...DOCUMENT_PAGES.map(([, name]) => name)]
    expect(
      Object.keys(pages)
        .filter(name => !known.includes(name))
        .filter(name => !/-(?:v-number|sheet)$/.test(name)),
    ).toEqual(['timeline-slug', 'contributors-slug'])
    expect(LOCALE_CODES.filter(code => !(code in (pages.articles ?? {})))).toEqual([])
  })
})
