import { mount } from '@vue/test-utils'
import type { Revision } from '~~/server/cms/revision'
import { describe, expect, it } from 'vitest'
import { REVISION } from '~/gallery/examples'
import { speak } from '~~/test/i18n'
import CiteBox from './CiteBox.vue'
import Missing from './Missing.vue'
import Pager from './Pager.vue'
import VersionBanner from './VersionBanner.vue'
import WideTable from './WideTable.vue'

describe('the way through the pages of a list', () => {
  const pager = (page: number, total = 50) =>
    mount(Pager, { props: { page, total, pageSize: 24, path: '/massnahmen', query: { plan: 'wir' } } })
  const links = (page: number, total?: number) =>
    pager(page, total)
      .findAll('a')
      .map(link => [link.text(), link.attributes('rel'), link.attributes('href')])

  it('leads to the page before and the page after, with the same choice', () => {
    expect(links(2)).toEqual([
      ['Vorherige Seite', 'prev', '/massnahmen?plan=wir&page=1'],
      ['Nächste Seite', 'next', '/massnahmen?plan=wir&page=3'],
    ])
  })

  it('does not lead before the first or past the last', () => {
    expect(links(1)).toEqual([['Nächste Seite', 'next', '/massnahmen?plan=wir&page=2']])
    expect(links(3)).toEqual([['Vorherige Seite', 'prev', '/massnahmen?plan=wir&page=2']])
  })

  it('says where one is, and has a name', () => {
    expect(pager(2).text()).toContain('Seite 2 von 3')
    expect(pager(2).get('nav').attributes('aria-label')).toBe('Seiten')
  })

  it.each([[0, false], [24, false], [25, true], [48, true]])('with %i entries is there: %s', (total, isThere) => {
    expect(pager(1, total).find('nav').exists()).toBe(isThere)
  })

  it('ends with a full page where the entries fill it', () => {
    expect(pager(1, 48).text()).toContain('Seite 1 von 2')
    expect(links(2, 48)).toEqual([['Vorherige Seite', 'prev', '/massnahmen?plan=wir&page=1']])
  })
})

describe('how a version is cited', () => {
  const box = (value = 'Mentoring', locale = 'de') =>
    mount(CiteBox, { props: { kind: 'measures', slug: 'mentoring', title: { value, locale }, number: 2 } })

  it('is said in words, with the number and the whole address', () => {
    expect(box().get('.line').text()).toBe(
      'Mentoring. Fassung 2. In: LIP-Lab, Welt-in-Hannover.de. https://portal.example/massnahmen/mentoring/v/2',
    )
    expect(box().get('.line a').attributes('href')).toBe('/massnahmen/mentoring/v/2')
  })

  it('lies in files for programs that keep literature, beside its licence', () => {
    expect(
      box()
        .findAll('.note a')
        .map(link => [link.text(), link.attributes('href')]),
    ).toEqual([
      ['BibTeX', '/data/de/measures/mentoring/v/2/cite.bib'], ['CSL-JSON', '/data/de/measures/mentoring/v/2/cite.json'],
      ['CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/deed.de'],
    ])
  })

  it('keeps the title in its own language', () => {
    expect(box('توجيه', 'ar').get('cite [lang]').attributes()).toMatchObject({ lang: 'ar', dir: 'rtl' })
    speak('ar')
    expect(box().get('cite [lang=de]').text()).toBe('Mentoring')
    expect(box().get('summary').text()).toBe('الاستشهاد بهذه النسخة')
  })

  it('is folded under its name', () => {
    expect(box().get('details > summary').text()).toBe('Diese Fassung zitieren')
    expect(box().get('details').attributes()).not.toHaveProperty('open')
  })
})

describe('the note on a version', () => {
  const banner = (given: Partial<Revision<unknown>> = {}) =>
    mount(VersionBanner, { props: { revision: { ...REVISION, ...given }, newest: '/massnahmen/mentoring' } })
  const links = (given?: Partial<Revision<unknown>>) =>
    banner(given)
      .findAll('a')
      .map(link => [link.text(), link.attributes('rel'), link.attributes('href')])

  it('says which one it is and when it was published', () => {
    expect(banner().text()).toContain('Fassung 2, veröffentlicht am 3. Mai 2024.')
    expect(banner().get('aside').attributes('aria-label')).toBe('Hinweis zur Fassung')
    speak('en')
    expect(banner().text()).toContain('3 May 2024')
  })

  it('leads from an older version to the newest', () => {
    expect(links({ number: 2, newest: 3 })).toEqual([
      ['Zur neuesten Fassung', 'latest-version', '/massnahmen/mentoring'],
    ])
  })

  it('says of the newest that it is, and leads to the page that goes on', () => {
    expect(links({ number: 3, newest: 3 })).toEqual([
      ['Das ist die neueste Fassung. Zur laufenden Seite', 'latest-version', '/massnahmen/mentoring'],
    ])
  })

  it('leads nowhere where there is no page any more, and says so', () => {
    expect(links({ isPublic: false })).toEqual([])
    expect(banner({ isPublic: false }).text()).toContain('Der Eintrag ist heute nicht mehr veröffentlicht.')
  })
})

describe('a table that may be wider than the page', () => {
  it('has a name and can be reached by keyboard, so that it can be scrolled', () => {
    const section = mount(WideTable, {
      props: { label: 'Maßnahmen als Tabelle' }, slots: { default: '<tbody><tr><td>Los</td></tr></tbody>' },
    }).get('section')
    expect(section.attributes()).toMatchObject({ 'aria-label': 'Maßnahmen als Tabelle', 'tabindex': '0' })
    expect(section.get('table td').text()).toBe('Los')
  })
})

describe('what is not known', () => {
  it.each([
    ['de', 'nicht gefunden'], ['ar', 'لم نعثر عليه'],
  ] as const)('is said to be so in %s', (language, words) => {
    speak(language)
    expect(mount(Missing).text()).toBe(words)
  })
})
