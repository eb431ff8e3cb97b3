import { describe, expect, it } from 'vitest'
import { formatMoment } from './moments'

describe('the day of a moment', () => {
  it('is said in the language of the page', () => {
    expect(formatMoment('2024-05-03T10:00:00.000Z', 'de')).toBe('3. Mai 2024')
    expect(formatMoment('2024-05-03T10:00:00.000Z', 'en')).toBe('3 May 2024')
    expect(formatMoment('2024-05-03T10:00:00.000Z', 'ar')).toMatch(/مايو/)
  })

  it('is the day itself where only that is given', () => {
    expect(formatMoment('2024-05-03', 'de')).toBe('3. Mai 2024')
  })

  it('cannot be said in a language that is not in the table', () => {
    expect(() => formatMoment('2024-05-03', 'uk')).toThrow('No language "uk"')
  })
})
