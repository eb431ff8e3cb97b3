import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { BODY, FIELDS } from '~/gallery/examples'
import { speak } from '~~/test/i18n'
import FieldBodyCard from './FieldBodyCard.vue'
import FieldLinks from './FieldLinks.vue'
import FieldList from './FieldList.vue'

describe('the list of fields of action', () => {
  it('leads to each field by its name, under a heading of the level asked for', () => {
    const list = mount(FieldList, { props: { fields: FIELDS, level: 3 } })
    expect(list.findAll('h3 > a').map(link => link.text())).toEqual(FIELDS.map(({ title }) => title.value))
    expect(list.get('a').attributes('href')).toBe('/handlungsfelder/beispiel-one')
    expect(mount(FieldList, { props: { fields: FIELDS, level: 2 } }).findAll('h2')).toHaveLength(FIELDS.length)
  })

  it('stays in the language of the page', () => {
    speak('ar')
    const list = mount(FieldList, { props: { fields: FIELDS, level: 3 } })
    expect(list.get('a').attributes('href')).toBe('/ar/fields/beispiel-one')
    expect(list.get('h3 [lang]').attributes()).toMatchObject({ lang: 'de', dir: 'ltr' })
  })

  it('gives every field a thread of its own, which says nothing to those who do not see it', () => {
    const threads = mount(FieldList, { props: { fields: FIELDS, level: 3 } }).findAll('svg')
    expect(new Set(threads.map(thread => thread.get('rect').attributes('fill'))).size).toBe(6)
    expect(threads.every(thread => thread.attributes('aria-hidden') === 'true')).toBe(true)
  })

  it('draws no strand of another field where nobody has given one', () => {
    const fields = FIELDS.slice(0, 1).map(field => ({ ...field, strand: null }))
    const list = mount(FieldList, { props: { fields, level: 3 } })
    expect(list.find('svg').exists()).toBe(false)
    expect(list.get('.field-thread').attributes('aria-hidden')).toBe('true')
  })

  it('says of a summary, and only of one, that a machine translated it', () => {
    const translated = FIELDS.filter(({ translationOrigin }) => translationOrigin === 'machine')
    const withoutSummary = translated.map(field => ({ ...field, slug: 'ohne', summary: null }))
    expect(
      mount(FieldList, { props: { fields: [...translated, ...withoutSummary], level: 3 } })
        .findAll('small')
        .map(note => note.text()),
    ).toEqual(['maschinell übersetzt'])
  })

  it('is empty where there is no field', () => {
    expect(mount(FieldList, { props: { fields: [], level: 3 } }).findAll('li')).toHaveLength(0)
  })
})

describe('fields of another plan', () => {
  it('stand with the plan they belong to, where they belong to one', () => {
    const entries = mount(FieldLinks, { props: { fields: FIELDS } }).findAll('li')
    expect(entries[0]?.get('p').text()).toBe('Beispielplan von 2008')
    expect(entries.at(-1)?.find('p').exists()).toBe(false)
  })
})

describe('a body that works on a field', () => {
  it('has its name, which leads to it, its kind, and what is known about it', () => {
    const card = mount(FieldBodyCard, { props: { body: BODY } })
    expect(card.get('h3').text()).toBe(BODY.name.value)
    expect(card.get('h3 > a').attributes('href')).toBe('/organisationen/runde')
    expect(card.findAll('p').map(line => line.text())).toEqual([
      'Runder Tisch', 'Trifft sich zum Beispiel viermal im Jahr.', 'Zwölf Beispielmenschen',
    ])
  })

  it('has no empty line where nothing is known', () => {
    expect(
      mount(FieldBodyCard, { props: { body: { ...BODY, about: null, composition: null } } }).findAll('p'),
    ).toHaveLength(1)
  })
})
