import { describe, expect, it } from 'vitest'
import { inLanguage, isFound } from './translation-gap'

const isGerman = (language: string) => language === 'de'

describe('a list', () => {
  it('shows what is there in the language of the page, and counts what is not', () => {
    expect(inLanguage(['de', 'en', 'de'], isGerman, false)).toEqual({ shown: ['de', 'de'], elsewhere: 1 })
  })

  it('shows everything where that is asked for, in its order, and counts all the same', () => {
    expect(inLanguage(['de', 'en', 'de'], isGerman, true)).toEqual({ shown: ['de', 'en', 'de'], elsewhere: 1 })
  })

  it('is empty where nothing is there', () => {
    expect(inLanguage([], isGerman, false)).toEqual({ shown: [], elsewhere: 0 })
  })
})

describe('the cms has found something', () => {
  it.each([
    [3, 0, true], [0, 2, true], [2, 2, true], [0, 0, false],
  ])('with %i shown and %i in other languages: %s', (total, elsewhere, expected) => {
    expect(isFound({ total, elsewhere })).toBe(expected)
  })
})
