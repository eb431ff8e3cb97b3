import { describe, expect, it } from 'vitest'
import { LIST_PAGES, pages } from '../../config/addresses'
import { pageOfRoute, sectionOfPage } from './sections'

describe('the part to which a page belongs', () => {
  it.each([
    ['plans', 'plans'], ['plans-slug-lineage', 'plans'], ['measures-slug-v-number', 'measures'],
    ['timeline-slug', 'timeline'], ['people-slug', 'contributors'], ['organisations', 'contributors'],
    ['contributors', 'contributors'], ['imprint', null], ['pages-slug', null], ['index', null], ['', null],
  ])('of %s is %s', (page, section) => {
    expect(sectionOfPage(page)).toBe(section)
  })

  it('is known of a page whatever its language', () => {
    expect([pageOfRoute('plans-slug___de-simple'), pageOfRoute('index___ar'), pageOfRoute(undefined)]).toEqual([
      'plans-slug', 'index', 'undefined',
    ])
  })

  it('is a page itself, and so is every other list', () => {
    expect(LIST_PAGES.filter(page => !(page in pages))).toEqual([])
  })
})
