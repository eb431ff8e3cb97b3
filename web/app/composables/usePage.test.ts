import { mount } from '@vue/test-utils'
import { LOCALES } from 'shared-types'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { speak } from '~~/test/i18n'
import { usePage } from './usePage'

interface Head {
  link: Record<string, string>[]
  meta: { name?: string, property?: string, content: string }[]
}

let head: Head = { link: [], meta: [] }
beforeEach(() => {
  vi.stubGlobal('useHead', (given: Head) => { head = given })
  vi.stubGlobal('useResponseHeader', () => ({ value: '' }))
})

function show(page: Parameters<typeof usePage>[0]): void {
  mount(defineComponent({ setup: () => { usePage(page); return () => h('p') } }))
}

const said = (name: string) =>
  head.meta.filter(meta => meta.property === name || meta.name === name).map(({ content }) => content)

describe('a link to a page elsewhere', () => {
  it('has the picture of its section, in its language, with words for those who do not see it', () => {
    show({ title: 'Maßnahmen', section: 'measures' })
    expect(said('og:image')).toEqual(['https://portal.example/share/measures-de.png'])
    expect(said('og:image:alt')[0]).toContain('Maßnahmen')
    expect([said('og:image:width'), said('og:image:height'), said('twitter:card')]).toEqual([
      ['1200'], ['630'], ['summary_large_image'],
    ])
    speak('ar')
    show({ title: 'رأي', section: 'opinions' })
    expect(said('og:image')).toEqual(['https://portal.example/share/opinions-ar.png'])
    expect(said('og:image:alt')[0]).toContain('رأي')
  })

  it('has the picture of its own where it is a document that exists in the language', () => {
    const words = { kicker: 'Maßnahme im Plan WIR2.0', strong: 'beschlossen', field: 'Bildung', notes: ['Stand 2023'] }
    const picture = { kind: 'measures', slug: 'mentoring', title: 'Mentoring', words } as const
    show({ title: 'Mentoring', section: 'measures', languages: ['de'], picture })
    const address = 'https://portal.example/data/de/measures/mentoring/share.png'
    expect([said('og:image'), said('twitter:image')]).toEqual([[address], [address]])
    expect(said('og:image:alt')).toEqual([
      'Titelbild von LIP-Lab mit den Worten „Mentoring“: Maßnahme im Plan WIR2.0 · beschlossen · Bildung · Stand 2023',
    ])
    speak('ar')
    show({ title: 'Mentoring', section: 'measures', languages: ['de'], picture })
    expect(said('og:image')).toEqual(['https://portal.example/share/measures-ar.png'])
  })

  it('has that of the home page where nothing else is said', () => {
    show({ title: 'Impressum' })
    expect(said('og:image')).toEqual(['https://portal.example/share/home-de.png'])
    expect([said('og:type'), said('og:url'), said('article:published_time')]).toEqual([
      ['website'],
      ['https://portal.example/'],
      [],
    ])
  })

  it('says of a numbered version where the newest is', () => {
    show({ title: 'Mentoring', latest: '/massnahmen/mentoring' })
    expect(said('og:url')).toEqual(['https://portal.example/massnahmen/mentoring'])
  })

  it.each([
    ['2022-05-04', ['2022-05-04']], ['2022-05', []], ['2022?', []], ['', []],
  ])('to an article of "%s" says the day only where it is known', (publishedOn, days) => {
    show({ title: 'Meinung: Meine Sicht', publishedOn })
    expect([said('og:type'), said('article:published_time')]).toEqual([['article'], days])
  })
})

describe('a page in other languages', () => {
  const alternates = (languages?: string[]) => {
    show({ title: 'Mentoring', languages })
    return head.link.filter(({ hreflang }) => hreflang).map(({ hreflang, href }) => [hreflang, href])
  }

  it('is named in those in which it exists, German by default', () => {
    expect(alternates(['de', 'ar'])).toEqual([
      ['de', 'https://portal.example/'],
      ['ar', 'https://portal.example/ar'],
      ['x-default', 'https://portal.example/'],
    ])
    expect(alternates().map(([hreflang]) => hreflang)).toEqual([
      ...LOCALES.map(({ language }) => language),
      'x-default',
    ])
  })

  it('is never said to be in German where it is not, nor anywhere where it is not at all', () => {
    expect(alternates(['ar'])).toEqual([
      ['ar', 'https://portal.example/ar'],
      ['x-default', 'https://portal.example/ar'],
    ])
    expect(alternates([])).toEqual([])
    expect(said('robots')).toEqual(['noindex'])
  })
})

describe('another form of a page', () => {
  it('is not listed, and says of which page it is', () => {
    show({
      title: 'Zweisprachiges Blatt: Mentoring', languages: ['de', 'en'], isIndexed: false,
      formOf: '/massnahmen/mentoring',
    })
    expect(head.link).toEqual([{ rel: 'canonical', href: 'https://portal.example/massnahmen/mentoring' }])
    expect(said('robots')).toEqual(['noindex'])
  })
})

describe('a page with feeds', () => {
  it('names them to programs, with their whole address', () => {
    show({
      title: 'Beiträge',
      feeds: [{ title: 'Beiträge, als Atom', type: 'application/atom+xml', href: '/data/de/articles/feed.atom' }],
    })
    expect(head.link.filter(({ type }) => type)).toEqual([
      {
        rel: 'alternate', type: 'application/atom+xml', title: 'Beiträge, als Atom',
        href: 'https://portal.example/data/de/articles/feed.atom',
      },
    ])
  })

  it('has none where nothing is said', () => {
    show({ title: 'Impressum' })
    expect(head.link.filter(({ type }) => type)).toEqual([])
  })
})
