import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { speak } from '~~/test/i18n'
import FeedLinks from './FeedLinks.vue'

const links = (props = {}) =>
  mount(FeedLinks, { props })
    .findAll('a')
    .map(link => [link.text(), link.attributes('type'), link.attributes('href')])

describe('the feeds of articles', () => {
  it('are there in each format', () => {
    expect(links()).toEqual([
      ['Atom', 'application/atom+xml', '/data/de/articles/feed.atom'],
      ['RSS', 'application/rss+xml', '/data/de/articles/feed.rss'],
      ['JSON Feed', 'application/feed+json', '/data/de/articles/feed.json'],
    ])
  })

  it('hold what is chosen, in the language of the page', () => {
    speak('ar')
    expect(links({ kind: 'opinion', field: 'bildung' }).map(([, , address]) => address)).toEqual(
      ['atom', 'rss', 'json'].map(format => `/data/ar/articles/feed.${format}?kind=opinion&field=bildung`),
    )
  })

  it('are a list with a name, and say that the names of formats are no words of the page', () => {
    const feeds = mount(FeedLinks)
    expect(feeds.get(`#${feeds.get('ul').attributes('aria-labelledby')}`).text()).toBe('Neue Beiträge abonnieren:')
    expect(feeds.findAll('a [lang=en]')).toHaveLength(3)
  })
})
