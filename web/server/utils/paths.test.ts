import { LOCALE_CODES } from 'shared-types'
import { describe, expect, it } from 'vitest'
import { measurePath } from './paths'

describe('the address of a measure', () => {
  it.each([['de', '/massnahmen/mentoring'], ['en', '/en/measures/mentoring'], ['ar', '/ar/measures/mentoring']])('in %s is %s', (locale, path) => {
    expect(measurePath('mentoring', locale)).toBe(path)
  })

  it('is another in every language', () => {
    expect(new Set(LOCALE_CODES.map(code => measurePath('mentoring', code))).size).toBe(LOCALE_CODES.length)
  })
})
