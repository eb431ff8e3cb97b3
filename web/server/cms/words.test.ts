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

  it.each(['feed.nothing', 'nothing.at.all', 'feed'])('"%s" is not one', async (key) => {
    const t = await textsIn('de')
    expect(() => t(key)).toThrow(`There is no text "${key}" in the language de.`)
  })
})
