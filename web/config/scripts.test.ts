import { describe, expect, it } from 'vitest'
import { withScripts } from './scripts'

describe('a script in a style', () => {
  it.each([
    [':script(Arabic) { quotes: none }', ':is(:lang(ar), :lang(fa)) { quotes: none }'],
    [':script(Arabic) :not(:script(Arabic)) p {}', ':is(:lang(ar), :lang(fa)) :not(:is(:lang(ar), :lang(fa))) p {}'],
    [':script(Cyrillic) a {}', ':is(:lang(ru), :lang(bg)) a {}'],
    ['a {}', 'a {}'],
  ])('of %s means every language that is written so', (css, expected) => {
    expect(withScripts(css)).toBe(expected)
  })

  it('that no language has is refused, with those there are', () => {
    expect(() => withScripts(':script(Klingon) {}')).toThrow(
      'No language is written in "Klingon". The scripts are: Latin, Arabic, Cyrillic.',
    )
  })
})
