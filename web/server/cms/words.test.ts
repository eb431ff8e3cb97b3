import { describe, expect, it } from 'vitest'
import { textsIn } from './words'

describe('texts outside of pages', () => {
  it('are those of the pages, in every language', () => {
    expect([textsIn('de')('feed.articles'), textsIn('en')('feed.articles')]).toEqual(['LIP-Lab: Beiträge', 'LIP-Lab: Articles'])
    expect(textsIn('ar')('articleKind.opinion')).toBe('رأي')
  })

  it('have put in what they leave open, letter by letter', () => {
    expect(textsIn('de')('feed.entry', { kind: '$&', title: '{kind}' })).toBe('$&: {kind}')
  })

  it.each(['feed.nothing', 'nothing.at.all', 'feed'])('"%s" is not one', (key) => {
    expect(() => textsIn('de')(key)).toThrow(`There is no text "${key}" in the language de.`)
  })
})
