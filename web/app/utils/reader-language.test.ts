import fc from 'fast-check'
import { LOCALE_CODES } from 'shared-types'
import { describe, expect, it } from 'vitest'
import { betterLanguage } from './reader-language'

describe('the language that a browser likes best', () => {
  it.each([
    ['ar', 'de', 'ar'], ['ar-EG,ar;q=0.9,de;q=0.8', 'de', 'ar'], ['en-GB,en;q=0.9', 'ar', 'en'],
    ['xx, en;q=0.3', 'de', 'en'], ['de;q=0.5, EN', 'de', 'en'], ['ku', 'de', 'kmr'], ['ku-TR,ku;q=0.9', 'en', 'kmr'],
    ['ku,de', 'de', 'kmr'], ['kmr-Latn', 'de', 'kmr'], ['prs', 'de', 'fa'], ['prs-AF,de;q=0.5', 'en', 'fa'],
  ])('"%s" on a page in %s is %s', (accepted, current, expected) => {
    expect(betterLanguage(accepted, current)).toBe(expected)
  })

  it.each([
    ['de-AT,en;q=0.9', 'de'], ['en, de', 'en'], ['xx,yy;q=0.5', 'de'], ['*', 'en'], ['xx,*;q=0.1', 'ar'],
    ['en;q=0', 'de'], ['', 'de'], ['ku', 'kmr'], ['prs', 'fa'], ['de,ku', 'de'], [undefined, 'en'], [null, 'en'],
  ])('"%s" asks for nothing else on a page in %s', (accepted, current) => {
    expect(betterLanguage(accepted, current)).toBeNull()
  })

  it.each([',,,;;;=q', 'de;q=abc', '"\\"', '\u0000', '🙂, ar-', 'a'.repeat(10_000), 'en;'.repeat(3000)])(
    'is not found in nonsense',
    (accepted) => {
      expect([null, ...LOCALE_CODES]).toContain(betterLanguage(accepted, 'de'))
    },
  )

  it('is one of ours or none, whatever the browser says, and soon known', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.constantFrom(...LOCALE_CODES), (accepted, current) => {
        expect([null, ...LOCALE_CODES.filter(code => code !== current)]).toContain(betterLanguage(accepted, current))
      }),
    )
    const start = performance.now()
    betterLanguage('de,'.repeat(5000), 'en')
    expect(performance.now() - start).toBeLessThan(200)
  })
})
