import { describe, expect, it } from 'vitest'
import { toMeasureWord } from './measure-word'

const WORDS = [
  { language: 'de', one: 'Handlungsansatz', many: 'Handlungsansätze' }, { language: 'en', one: 'approach', many: 'approaches' },
  { language: 'it', one: 'linea', many: null },
]

describe('the word of a plan for its measures', () => {
  it.each([['de', 'Handlungsansätze', 'de'], ['en', 'approaches', 'en'], ['ar', 'Handlungsansätze', 'de']])(
    'is said in %s', (locale, value, language) => {
      expect(toMeasureWord(WORDS, locale)?.many).toEqual({ value, locale: language })
    },
  )

  it('is none where the plan calls them measures, or only half of it is known', () => {
    expect(toMeasureWord([], 'de')).toBeNull()
    expect(toMeasureWord(WORDS, 'it')).toBeNull()
  })
})
