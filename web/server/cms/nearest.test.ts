import type { DocumentLanguagesQuery, SitemapQuery } from 'shared-types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCms } from '~~/test/cms'
import { findNearest } from './nearest'

const nothing = { nodes: [], pageInfo: { pageCount: 0 } }
const listed = (slug: string) => ({ nodes: [{ documentId: slug, slug, languages: ['de'] }], pageInfo: { pageCount: 1 } })
const sitemap: SitemapQuery = {
  plans: listed('wir-2-0'), fieldsOfAction: nothing, articles: nothing, people: nothing, organisations: nothing,
  pages: listed('lip-lab'), measures: listed('kulturorte-der-vielfalt'),
}
const TITLES: Record<string, string[]> = { 'wir-2-0': ['de', 'ar'], 'lip-lab': ['de'] }

function languagesOf(slug: string): DocumentLanguagesQuery {
  const titles = TITLES[slug]?.map(locale => ({ locale, title: `${slug} ${locale}`, publishedAt: '2026-05-03T10:00:00.000Z' }))
  return {
    documentLanguages: titles
      ? {
          titles,
          translation: {
            state: 'source', origin: null, translatedFrom: null, confirmedOn: null, untranslated: [], changes: [],
          },
        }
      : null,
  }
}

let cms: Awaited<ReturnType<typeof openCms>>
beforeAll(async () => {
  cms = await openCms(({ operationName, variables }) =>
    operationName === 'Sitemap' ? sitemap : languagesOf(String(variables.slug)),
  )
})
afterAll(() => cms.close())

describe('what an address may have meant', () => {
  it('is a document, once, by what it is called in the language of the page', async () => {
    expect(await findNearest('/ar/plans/WIR-2-0', 'ar')).toEqual([
      { kind: 'document', type: 'Plan', slug: 'wir-2-0', title: { value: 'wir-2-0 ar', locale: 'ar' } },
    ])
  })

  it('is called as in its own language where it is not in that of the page', async () => {
    expect(await findNearest('/measures/lip-lab', 'ar')).toMatchObject([
      { type: 'Page', title: { value: 'lip-lab de', locale: 'de' } },
    ])
  })

  it('is a list where its word is written in another language', async () => {
    expect(await findNearest('/measures', 'de')).toEqual([{ kind: 'list', page: 'measures' }])
    expect(await findNearest('/massnahmen/nichts-davon', 'de')).toMatchObject([{ kind: 'list', page: 'measures' }])
  })

  it('is nothing that has gone meanwhile', async () => {
    expect(await findNearest('/kulturorte', 'de')).toEqual([])
  })
})
