import { describe, expect, it } from 'vitest'
import { formatMoment } from './moments'

describe('the day of a moment', () => {
  it('is said in the language of the page', () => {
    expect(formatMoment('2024-05-03T10:00:00.000Z', 'de')).toBe('3. Mai 2024')
    expect(formatMoment('2024-05-03T10:00:00.000Z', 'en')).toBe('3 May 2024')
    expect(formatMoment('2024-05-03T10:00:00.000Z', 'ar')).toMatch(/مايو/)
  })

  it('is the day in Hannover, in winter and in summer', () => {
    expect(formatMoment('2027-03-27T23:20:00.000Z', 'de')).toBe('28. März 2027')
    expect(formatMoment('2027-03-27T22:50:00.000Z', 'de')).toBe('27. März 2027')
    expect(formatMoment('2027-07-09T22:10:00.000Z', 'de')).toBe('10. Juli 2027')
  })

  it('is the day itself where only that is given', () => {
    expect(formatMoment('2024-05-03', 'de')).toBe('3. Mai 2024')
  })

  it('cannot be said in a language that is not in the table', () => {
    expect(() => formatMoment('2024-05-03', 'uk')).toThrow('No language "uk"')
  })
})
