import { CONTENT_TYPES, LOCALE_CODES, rowOf } from 'shared-types'
import { describe, expect, it } from 'vitest'
import { DOCUMENT_PAGES, pages } from './addresses'

/** The pages that are there, by the names that Nuxt gives them. */
const made = Object.keys(import.meta.glob('../app/pages/**/*.vue')).map(file =>
  file.replace('../app/pages/', '').replace(/(^|\/)index\.vue$|\.vue$/, '').replace(/[[\]]/g, '').replaceAll('/', '-'),
)

describe('the pages and their addresses', () => {
  it('are the same, but for the home page, the gallery and the names that lead on', () => {
    expect(made.filter(page => !(page in pages)).sort()).toEqual(['', '...name', 'stil'])
    expect(Object.keys(pages).filter(page => !made.includes(page))).toEqual([])
  })

  it('have an address in every language, which no other has', () => {
    for (const code of LOCALE_CODES) {
      const addresses = Object.values(pages).map(page => page[code])
      expect(addresses).not.toContain(undefined)
      expect(new Set(addresses).size).toBe(addresses.length)
    }
  })

  it('of documents are known by their type', () => {
    const paged = CONTENT_TYPES.filter(type => rowOf(type).address?.place === 'page')
    expect([...new Set(DOCUMENT_PAGES.map(({ type }) => type))].sort()).toEqual(paged.sort())
    expect(DOCUMENT_PAGES).toContainEqual({ page: 'plans-slug-lineage', type: 'Plan' })
    expect(DOCUMENT_PAGES.filter(({ page }) => page.includes('-v-') || page.startsWith('timeline'))).toEqual([])
  })
})
