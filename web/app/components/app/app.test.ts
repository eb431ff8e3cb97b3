import { mount } from '@vue/test-utils'
import { LOCALES, STRANDS } from 'shared-types'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { useDocumentLanguages } from '~/composables/useDocumentLanguages'
import { speak } from '~~/test/i18n'
import Footer from './Footer.vue'
import Header from './Header.vue'
import LanguageMenu from './LanguageMenu.vue'
import SkipLink from './SkipLink.vue'
import StrandSymbols from './StrandSymbols.vue'

describe('the menu of languages', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('has every language under its own name, in its own direction', () => {
    const links = mount(LanguageMenu).findAll('li a')
    expect(
      links.map(link => [link.text(), link.attributes('lang'), link.attributes('hreflang'), link.attributes('dir')]),
    ).toEqual(LOCALES.map(({ name, language, direction }) => [name, language, language, direction]))
    expect(links.map(link => link.attributes('href'))).toEqual(
      LOCALES.map(({ code }) => (code === 'de' ? '/' : `/${code}`)),
    )
  })

  it('has on the page of a document only those in which it exists, also where that is not the language of the page', () => {
    useDocumentLanguages().value = {
      titles: [
        { value: 'Titel', locale: 'de', publishedAt: '2026-05-03T10:00:00.000Z' },
        { value: 'عنوان', locale: 'ar', publishedAt: '2026-05-03T10:00:00.000Z' },
      ],
      state: 'missing', origin: null, translatedFrom: null, confirmedOn: null, changes: [], untranslated: [],
    }
    speak('en')
    const menu = mount(LanguageMenu)
    expect(menu.findAll('li a').map(link => link.attributes('hreflang'))).toEqual(['de', 'ar'])
    expect(menu.get('summary').text()).toContain('English')
  })

  it('has on a numbered version only that of the page', () => {
    vi.stubGlobal('useRoute', () => ({ name: 'articles-slug-v-number___en', params: {}, path: '/', fullPath: '/' }))
    speak('en')
    expect(mount(LanguageMenu).findAll('li a').map(link => link.attributes('hreflang'))).toEqual(['en'])
  })

  it.each(LOCALES)('marks $name where the page is in it, and no other', ({ code, name }) => {
    speak(code)
    const menu = mount(LanguageMenu)
    expect(menu.findAll('[aria-current=true]').map(link => link.text())).toEqual([name])
    expect(menu.get('summary').text()).toContain(name)
  })
})

describe('the header', () => {
  afterEach(() => vi.unstubAllGlobals())

  const at = (name: string) => {
    vi.stubGlobal('useRoute', () => ({ name, params: {}, path: '/', fullPath: '/' }))
    return mount(Header).findAll('nav [aria-current]').map(link => [
      link.attributes('href'), link.attributes('aria-current'),
    ])
  }

  it('leads home and to the seven parts, in the language of the page', () => {
    speak('en')
    const header = mount(Header)
    expect(header.get('a').attributes()).toMatchObject({ 'href': '/en', 'aria-label': 'LIP-Lab, home page' })
    expect(header.get('nav').attributes('aria-label')).toBe('Main menu')
    expect(header.findAll('nav a').map(link => link.attributes('href'))).toEqual([
      '/en/timeline', '/en/plans', '/en/measures', '/en/fields', '/en/articles', '/en/contributors', '/en/changes',
    ])
  })

  it('marks the page, and on a page within a part the part', () => {
    expect(at('plans___de')).toEqual([['/plaene', 'page']])
    expect(at('plans-slug-lineage___de')).toEqual([['/plaene', 'true']])
    expect(at('people-slug___de')).toEqual([['/mitwirkende', 'true']])
    expect([at('index___de'), at('imprint___de')]).toEqual([[], []])
  })

  it('searches everything without a script', () => {
    vi.stubGlobal('useRoute', () => ({ name: 'timeline___ar', params: {}, path: '/', fullPath: '/' }))
    speak('ar')
    const form = mount(Header).get('form[role=search]')
    expect(form.attributes()).toMatchObject({ 'method': 'get', 'action': '/ar/search', 'aria-label': 'البحث في كل شيء' })
    const field = form.get('input[name=q]')
    expect(form.get(`label[for=${field.attributes('id')}]`).text()).toBe('عمّ تبحثون؟')
    expect(form.get('button').text()).toBe('بحث')
  })

  it.each(['index___de', 'search___de'])('has no second search on %s', (name) => {
    vi.stubGlobal('useRoute', () => ({ name, params: {}, path: '/', fullPath: '/' }))
    expect(mount(Header).find('form').exists()).toBe(false)
  })

  it('has one menu open at a time', () => {
    const menus = mount(Header).findAll('details[data-menu]')
    expect(menus.map(menu => menu.attributes('name'))).toEqual(['header-menu', 'header-menu'])
  })
})

describe('the footer', () => {
  const pages = [{ slug: 'lip-lab', title: { value: 'Über das LIP-Lab', locale: 'de' } }]
  const footer = () => mount(Footer, { props: { pages, path: '/zeitleiste' } })

  it('leads to the pages of the editors, to people, organisations and the glossary, the contact form and what the law asks for', () => {
    expect(
      footer()
        .findAll('a')
        .map(link => [link.text(), link.attributes('href')]),
    ).toEqual([
      ['Über das LIP-Lab', '/seiten/lip-lab'], ['Personen', '/personen'], ['Organisationen', '/organisationen'],
      ['Auf dem Laufenden bleiben', '/folgen'], ['Glossar', '/glossar'], ['Kontakt', '/kontakt'],
      ['Impressum', '/impressum'], ['Datenschutz', '/datenschutz'], ['Barrierefreiheit', '/barrierefreiheit'],
      ['Fehler auf dieser Seite? Schreiben Sie uns.', '/kontakt?page=%2Fzeitleiste'],
    ])
  })

  it('says of a page in which language its title is', () => {
    speak('en')
    expect(footer().get('a[href="/en/pages/lip-lab"] [lang]').attributes()).toMatchObject({ lang: 'de', dir: 'ltr' })
  })

  it('stands without the pages where the cms gives none', () => {
    expect(mount(Footer, { props: { pages: [], path: '/' } }).findAll('a')).toHaveLength(9)
  })

  it('says of every language but German that a machine translated its menus', () => {
    expect(footer().find('[data-translation-origin]').exists()).toBe(false)
    speak('en')
    expect(footer().get('[data-translation-origin=machine]').text()).toBe(
      'Menus and notes in this language are machine-translated.',
    )
  })
})

describe('the skip link', () => {
  it('leads to the content', () => {
    expect(mount(SkipLink).get('a').attributes('href')).toBe('#content')
  })
})

describe('the drawings', () => {
  it('are defined once: four courses of the braid, a thread for each strand', () => {
    const symbols = mount(StrandSymbols)
    expect(symbols.findAll('symbol').map(symbol => symbol.attributes('id'))).toEqual([
      'braid-across', 'braid-down', 'braid-open-across', 'braid-open-down',
    ])
    expect(symbols.findAll('symbol').map(symbol => symbol.findAll('path').length)).toEqual([6, 6, 6, 6])
    expect(symbols.findAll('pattern')).toHaveLength(STRANDS.length)
  })
})
