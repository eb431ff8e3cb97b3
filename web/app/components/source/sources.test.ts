import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { CITATIONS, CLAIMS } from '~/gallery/examples'
import { speak } from '~~/test/i18n'
import CitationList from './CitationList.vue'
import ClaimList from './ClaimList.vue'
import SourceDetails from './SourceDetails.vue'

describe('the list of citations', () => {
  const [paper, talk] = mount(CitationList, { props: { citations: CITATIONS } }).findAll('li')

  it('leads to a source and to its archived copy', () => {
    expect(paper?.findAll('a').map(link => [link.text(), link.attributes('href')])).toEqual([
      ['0000/2008 E1', 'https://example.org/0000'],
      ['Archivfassung', 'https://archive.example.org/0000'],
    ])
  })

  it('says the kind of source, the place in it, its date, and quotes it', () => {
    expect(paper?.text()).toMatch(/^Drucksache.*S\. 3–5.*Januar 2008/s)
    expect(paper?.get('blockquote').text()).toContain('(Beispiel)')
  })

  it('names a source that has no address, without a link', () => {
    expect(talk?.text()).toMatch(/^Interview\s*Beispielgespräch$/)
    expect(talk?.find('a, blockquote, time').exists()).toBe(false)
  })

  it('keeps labels of either direction apart from the text around them', () => {
    expect(paper?.findAll('bdi').map(label => label.text())).toEqual(['0000/2008 E1', 'S. 3–5'])
  })
})

describe('the sources of a statement', () => {
  it('are counted and folded away', () => {
    const details = mount(SourceDetails, { props: { citations: CITATIONS } }).get('details')
    expect(details.get('summary').text()).toBe('2 Quellen')
    expect(details.attributes()).not.toHaveProperty('open')
    expect(details.findAll('li')).toHaveLength(2)
  })

  it('are counted in the grammar of the language', () => {
    speak('ar')
    expect(mount(SourceDetails, { props: { citations: CITATIONS } }).get('summary').text()).toBe('مصدران')
  })

  it('are missing in words', () => {
    const shown = mount(SourceDetails, { props: { citations: [] } })
    expect(shown.text()).toBe('Keine Quelle angegeben.')
    expect(shown.find('details').exists()).toBe(false)
  })
})

describe('statements that disagree', () => {
  it('stand side by side under a heading, each with its sources', () => {
    const list = mount(ClaimList, { props: { claims: CLAIMS, level: 5 } })
    expect(list.get('section h5').text()).toBe('Die Quellen sagen Verschiedenes')
    expect(list.findAll('section > ul > li')).toHaveLength(2)
    expect(list.findAll('.citation-list')).toHaveLength(2)
  })

  it('stand in the language of their source, with its notes', () => {
    const list = mount(ClaimList, { props: { claims: CLAIMS } })
    expect(list.get('[lang=en]').text()).toBe('There are 120 example measures.')
    expect(list.get('.note').text()).toBe('Gezählt ohne Vorschläge.')
    expect(list.findAll('.note')).toHaveLength(1)
  })

  it('need no heading where there are none', () => {
    expect(mount(ClaimList, { props: { claims: [] } }).text()).toBe('')
  })
})
