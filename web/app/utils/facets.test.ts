import { describe, expect, it } from 'vitest'
import { yearBeside } from './facets'

const choice = (value: string, name: string) => ({ value, title: { value: name, locale: 'de' }, count: 1 })
const [old, now, other] = [choice('bildung-2008', 'Bildung'), choice('bildung', 'Bildung'), choice('arbeit-2008', 'Arbeit')]

describe('the year beside a choice', () => {
  it('stands where another is called the same, and its address has one', () => {
    expect([old, now].map(option => yearBeside(option, [old, now, other]))).toEqual(['2008', ''])
  })

  it('stands nowhere else', () => expect(yearBeside(other, [old, now, other])).toBe(''))
})
