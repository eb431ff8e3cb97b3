import type { PageDetailFragment } from 'shared-types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCms } from '~~/test/cms'
import { findMenu, findPage, toPage } from './page'

const text = [{ type: 'paragraph', children: [{ type: 'text', text: 'Worum es geht.' }] }]
const about: PageDetailFragment = {
  documentId: 'p1', slug: 'lip-lab', title: 'Über das LIP-Lab', lead: 'Kurz gesagt.', text, date: '2021-09-10',
  locale: 'de', languages: ['de'], translationOrigin: null,
  originalUrl: 'https://example.org',
  citations: [],
}
const shown = {
  id: 'p1', slug: 'lip-lab', title: { value: 'Über das LIP-Lab', locale: 'de' },
  lead: { value: 'Kurz gesagt.', locale: 'de' }, text: { blocks: text, locale: 'de' }, date: '2021-09-10',
  languages: ['de'], translationOrigin: null,
  originalUrl: 'https://example.org',
  citations: [], revisionNumber: null,
}

let cms: Awaited<ReturnType<typeof openCms>>
beforeAll(async () => {
  cms = await openCms(({ operationName, variables }) => {
    if (operationName === 'Menu') return { pages: [{ slug: 'lip-lab', title: 'Über das LIP-Lab', locale: 'de' }] }
    return { pages: variables.slug === 'lip-lab' ? [{ ...about, inSourceLanguage: about, revisionNumber: 2 }] : [] }
  })
})
afterAll(() => cms.close())

describe('a page', () => {
  it('has its text in the language in which it is written', () => {
    expect(toPage(about)).toEqual(shown)
    expect(toPage({ ...about, lead: null, locale: 'en' })).toMatchObject({
      title: { locale: 'en' }, lead: null, text: { blocks: text, locale: 'en' },
    })
  })

  it('has the number of the version to cite', async () => {
    expect(await findPage('lip-lab', 'en')).toEqual({ ...shown, revisionNumber: 2 })
  })

  it('is none for a slug that no page has', async () => {
    expect(await findPage('gibt-es-nicht', 'de')).toBeNull()
  })
})

describe('the menu below every page', () => {
  it('has the pages that the editors put there', async () => {
    expect(await findMenu('de')).toEqual([{ slug: 'lip-lab', title: { value: 'Über das LIP-Lab', locale: 'de' } }])
  })
})
