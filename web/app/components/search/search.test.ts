import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { SEARCH_HITS } from '~/gallery/examples'
import { speak } from '~~/test/i18n'
import SearchHitList from './SearchHitList.vue'

describe('hits', () => {
  const list = mount(SearchHitList, { props: { hits: SEARCH_HITS, level: 3 } })
  const links = list.findAll('h3 a')

  it('lead to the page of each in the language in which it was found', () => {
    expect(links.map(link => link.attributes('href'))).toEqual([
      '/massnahmen/beispiel', '/en/articles/example', '/ar/glossary#begriff', '/organisationen/netz',
    ])
    expect(links.map(link => link.attributes('hreflang'))).toEqual(['de', 'en', 'ar', 'de'])
  })

  it('say their language and direction where they are not those of the page', () => {
    expect(list.findAll('h3').map(title => [title.attributes('lang'), title.attributes('dir')])).toEqual([
      [undefined, undefined], ['en', 'ltr'], ['ar', 'rtl'], ['en', 'ltr'],
    ])
    expect(list.findAll('p.note').map(note => note.text())).toEqual([
      'Maßnahme', 'Meinung · English', 'Begriff · العربية', 'Organisation',
    ])
  })

  it('mark what was looked for, and nothing else', () => {
    expect(list.findAll('mark').map(mark => mark.text())).toEqual([
      'Beschäftigungsförderungsmaßnahmenkoordinierungsstelle', 'Förderung', 'شرح بالعربية', 'Example network',
    ])
    expect(list.find('li p:last-child').text()).toBe('… wo die Förderung steht …')
  })

  it('from the right keep names and numbers in Latin letters together, whatever of them is marked', () => {
    speak('ar')
    const [hit] = SEARCH_HITS
    if (!hit) throw new Error('There is no example.')
    const title = [
      { text: 'خطة LIP ', isHit: false }, { text: '2.0', isHit: true }, { text: ' والورقة ', isHit: false },
      { text: '0094/2008 من', isHit: true },
    ]
    const shown = mount(SearchHitList, {
      props: { hits: [{ ...hit, locale: 'ar', titleLocale: 'ar', title, excerpt: title }], level: 3 },
    })
    for (const text of [shown.get('h3 a'), shown.get('p:last-child')])
      expect(text.element.innerHTML.replaceAll(/<!--.*?-->/g, '')).toMatch(
        /^خطة <bdi[^>]*>LIP <mark[^>]*>2\.0<\/mark><\/bdi> والورقة <bdi[^>]*><mark[^>]*>0094\/2008<\/mark><\/bdi><mark[^>]*> من<\/mark>$/,
      )
  })
})
