import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { BARE_PAGE, GLOSSARY, PAGE } from '~/gallery/examples'
import { speak } from '~~/test/i18n'
import GlossaryList from './GlossaryList.vue'
import PageArticle from './PageArticle.vue'

describe('a page', () => {
  it('has its text under one main heading, when and where it first appeared, and its sources', () => {
    const page = mount(PageArticle, { props: { page: PAGE } })
    expect(page.findAll('h1').map(heading => heading.text())).toEqual(['Über das Beispiel'])
    expect(page.findAll('h2').map(heading => heading.text())).toEqual(['Zwischenüberschrift', 'Quellen'])
    expect(page.get('.note:has(time)').text()).toMatch(/^Zuerst erschienen: 10\. September 2021 ·\s+Zum Original$/)
    expect(page.get('a[href="https://example.org/original"]').text()).toBe('Zum Original')
    expect(page.get('[data-translation-origin=machine]').text()).toBe('maschinell übersetzt')
  })

  it('says nothing of what is not known, and in which language it is', () => {
    const page = mount(PageArticle, { props: { page: BARE_PAGE } })
    expect(page.get('h1 > span').attributes('lang')).toBe('en')
    expect(page.find('time, .lead, h2').exists()).toBe(false)
  })
})

describe('the glossary', () => {
  const entries = () => mount(GlossaryList, { props: { terms: GLOSSARY } }).findAll('dl > div')

  it('has each term under an address of its own', () => {
    expect(
      entries().map(entry => [entry.attributes('id'), entry.get('dfn').text(), entry.get('dt > a').attributes('href')]),
    ).toEqual([
      ['beispielwort', 'Beispielwort', '#beispielwort'],
      ['lang', 'Beschäftigungsförderungsmaßnahmenkoordinierungsstelle', '#lang'],
    ])
    expect(entries()[0]?.get('dt > a').attributes('aria-label')).toBe('Adresse dieses Begriffs: Beispielwort')
  })

  it('says its other forms, when it is used, and that it stays untranslated', () => {
    const [first, second] = entries()
    expect(first?.findAll('.facts > *').map(fact => fact.text())).toEqual([
      'Auch: Beispielwörter und BW', 'In Gebrauch: 2008–2020', 'wird nicht übersetzt',
    ])
    expect(first?.get('dfn').attributes('translate')).toBe('no')
    expect(second?.find('.facts').exists()).toBe(false)
    expect(second?.get('dfn').attributes()).not.toHaveProperty('translate')
  })

  it('says what took the place of a term, and what a term took the place of', () => {
    const [first, second] = entries()
    expect(first?.get('dd > span > a').attributes('href')).toBe('#lang')
    expect(first?.get('dd > span:has(a)').text()).toMatch(/^Ersetzt durch: Beschäftigungs/)
    expect(second?.get('dd > span > a').attributes('href')).toBe('#beispielwort')
    expect(second?.get('dd > span:has(a)').text()).toBe('Davor: Beispielwort')
  })

  it('says in which language a term and its explanation are', () => {
    speak('en')
    const [, second] = entries()
    expect(second?.get('dfn > span').attributes('lang')).toBe('de')
    expect(second?.get('dd > p').attributes()).not.toHaveProperty('lang')
  })
})
