import { describe, expect, it } from 'vitest'
import {
  hasGermanWords, isLocaleCode, type Locale, LOCALE_CODES, LOCALES, localeOf, simpleFormOf, SOURCE_LANGUAGE,
  UNKNOWN_LANGUAGE,
} from './locales.js'

describe('the table of languages', () => {
  it('has every code and every BCP 47 tag once', () => {
    expect(new Set(LOCALE_CODES).size).toBe(LOCALES.length)
    expect(new Set(LOCALES.map(({ language }) => language)).size).toBe(LOCALES.length)
  })

  it('has tags that Intl knows, in the direction and script of the language', () => {
    for (const { language, script, direction } of LOCALES) {
      // Kurmanji is what Intl means by Kurdish.
      expect(Intl.getCanonicalLocales(language)).toEqual([language === 'kmr' ? 'ku' : language])
      // Intl does not know the variant `simple`.
      expect(new Intl.Locale(language.replace('-simple', '')).maximize().script).toBe(
        { Latin: 'Latn', Arabic: 'Arab', Cyrillic: 'Cyrl' }[script],
      )
      expect(direction).toBe(script === 'Arabic' ? 'rtl' : 'ltr')
    }
  })

  it('calls every language by a name in its own script', () => {
    for (const { name, script } of LOCALES) expect(name).toMatch(new RegExp(`^[\\p{Script=${script}} ()]+$`, 'u'))
  })

  it('contains the language of the plans', () => {
    expect(isLocaleCode(SOURCE_LANGUAGE)).toBe(true)
  })

  it('gives the row of a code', () => {
    expect(localeOf('ar')).toMatchObject({ code: 'ar', direction: 'rtl' })
  })

  it('has no language that nobody has said, and says of it what holds of any', () => {
    expect(isLocaleCode(UNKNOWN_LANGUAGE)).toBe(false)
    expect(localeOf(UNKNOWN_LANGUAGE)).toMatchObject({ language: 'und', direction: 'auto' })
    expect(Intl.getCanonicalLocales(UNKNOWN_LANGUAGE)).toEqual([UNKNOWN_LANGUAGE])
  })

  it('has simple forms of languages it has, at most one of each', () => {
    const locales: readonly Locale[] = LOCALES
    for (const locale of locales.filter(({ simpleOf }) => simpleOf !== undefined))
      expect(simpleFormOf(localeOf(locale.simpleOf ?? '').code)).toBe(locale)
    expect(simpleFormOf('ar')).toBeNull()
  })

  it('has German words in the addresses of German and of its simple form alone', () => {
    expect(LOCALE_CODES.filter(hasGermanWords)).toEqual(['de', 'de-simple'])
  })

  it.each(['xx', '', 'DE', 'de-DE', 'constructor'])('has no row "%s" and says which it has', (code) => {
    expect(isLocaleCode(code)).toBe(false)
    expect(() => localeOf(code)).toThrow(`No language "${code}". The languages are: ${LOCALE_CODES.join(', ')}.`)
  })

  it.each([[undefined], [null], [7], [['de']]])('%j is no code', (value) => {
    expect(isLocaleCode(value)).toBe(false)
  })
})
