import { LOCALE_CODES } from 'shared-types'
import { describe, expect, it } from 'vitest'
import { measurePath, pagePath, versionPath } from './paths'

describe('the address of a page', () => {
  it.each([
    ['index', 'de', '/'], ['index', 'en', '/en'], ['articles', 'de', '/beitraege'], ['articles', 'ar', '/ar/articles'],
  ])('%s in %s is %s', (page, locale, path) => {
    expect(pagePath(page, locale)).toBe(path)
  })

  it.each([
    ['articles-slug', '/beitraege/mentoring'], ['plans-slug-lineage', '/plaene/mentoring/herkunft'],
  ])('%s has the slug of what it is about', (page, path) => {
    expect(pagePath(page, 'de', 'mentoring')).toBe(path)
  })
})

describe('the address of a measure', () => {
  it.each([
    ['de', '/massnahmen/mentoring'], ['en', '/en/measures/mentoring'], ['ar', '/ar/measures/mentoring'],
  ])('in %s is %s', (locale, path) => {
    expect(measurePath('mentoring', locale)).toBe(path)
  })

  it('is another in every language', () => {
    expect(new Set(LOCALE_CODES.map(code => measurePath('mentoring', code))).size).toBe(LOCALE_CODES.length)
  })
})

describe('the address of a numbered version', () => {
  it.each([
    ['measures', 'de', '/massnahmen/mentoring/v/3'], ['measures', 'en', '/en/measures/mentoring/v/3'],
    ['timeline', 'de', '/zeitleiste/mentoring/v/3'], ['timeline', 'ar', '/ar/timeline/mentoring/v/3'],
    ['articles', 'de', '/beitraege/mentoring/v/3'], ['pages', 'en', '/en/pages/mentoring/v/3'],
  ] as const)('of %s in %s is %s', (kind, locale, path) => {
    expect(versionPath(kind, { slug: 'mentoring', locale, number: 3 })).toBe(path)
  })
})
