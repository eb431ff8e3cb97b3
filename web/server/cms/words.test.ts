import type { LocaleCode } from 'shared-types'
import { describe, expect, it } from 'vitest'
import { textsIn } from './words'

describe('texts outside of pages', () => {
  it('are those of the pages, in every language', async () => {
    expect([(await textsIn('de'))('feed.articles'), (await textsIn('en'))('feed.articles')]).toEqual([
      'LIP-Lab: Beiträge', 'LIP-Lab: Articles',
    ])
    expect((await textsIn('ar'))('words.articleKind.opinion')).toBe('رأي')
  })

  it('have put in what they leave open, letter by letter', async () => {
    expect((await textsIn('de'))('feed.entry', { kind: '$&', title: '{kind}' })).toBe('$&: {kind}')
  })

  it('have the form for a count', async () => {
    const inWords = async (locale: LocaleCode, n: number) => (await textsIn(locale))('measures.count', { n: String(n) }, n)
    expect([await inWords('de', 1), await inWords('de', 7)]).toEqual(['1 Maßnahme', '7 Maßnahmen'])
    expect([await inWords('ru', 1), await inWords('ru', 3), await inWords('ru', 5)]).toEqual(['1 мера', '3 меры', '5 мер'])
    expect(await inWords('ar', 2)).toBe('تدبيران')
  })

  it.each(['feed.nothing', 'nothing.at.all', 'feed'])('"%s" is not one', async (key) => {
    const t = await textsIn('de')
    expect(() => t(key)).toThrow(`There is no text "${key}" in the language de.`)
  })
})
