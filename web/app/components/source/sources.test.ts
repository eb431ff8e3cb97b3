import { mount } from '@vue/test-utils'
import type { SourceCitation } from '~~/server/cms/source'
import { defineComponent, h } from 'vue'
import { describe, expect, it } from 'vitest'
import { CITATIONS, CLAIMS } from '~/gallery/examples'
import { provideSources } from '~/composables/useSources'
import { speak } from '~~/test/i18n'
import CitationList from './CitationList.vue'
import ClaimList from './ClaimList.vue'
import SourceList from './SourceList.vue'
import SourceMark from './SourceMark.vue'

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

describe('the sources of a sentence', () => {
  /** On a page that lists its sources at the end. */
  const onPage = (citations: SourceCitation[]) => mount(defineComponent({
    setup() {
      provideSources(CITATIONS)
      return () => h(SourceMark, { citations })
    },
  }))

  it('stand in a note that the mark opens without script', () => {
    const mark = mount(SourceMark, { props: { citations: CITATIONS } })
    const note = mark.get('[popover]')
    expect(mark.get('.source-mark button').attributes()).toMatchObject({
      type: 'button', popovertarget: note.attributes('id'),
    })
    expect(note.findAll('li')).toHaveLength(2)
    expect(note.get('button').attributes()).toMatchObject({
      popovertarget: note.attributes('id'), popovertargetaction: 'hide',
    })
  })

  it('are numbers of the list at the end of the page, to which old browsers are led', () => {
    const mark = onPage(CITATIONS).get('.source-mark')
    expect(mark.get('button').text()).toBe('1, 2')
    expect(mark.get('button').attributes('aria-label')).toBe('Quellen 1, 2')
    const end = mount(SourceList, { props: { citations: CITATIONS } })
    expect(mark.get('a').attributes('href')).toBe(`#${end.get('summary h2').attributes('id')}`)
    expect(end.get('summary').text()).toMatch(/^Quellen\s+\(2\)$/)
    expect(end.findAll('details > ol > li')).toHaveLength(2)
  })

  it('keep the order of the page', () => {
    const mark = onPage(CITATIONS.slice(1))
    expect(mark.get('.source-mark button').text()).toBe('2')
    expect(mark.get('.source-mark button').attributes('aria-label')).toBe('Quelle 2')
  })

  it('are counted in the grammar of the language where the page has no list', () => {
    speak('ar')
    const mark = mount(SourceMark, { props: { citations: CITATIONS } })
    expect([mark.get('button').text(), mark.find('a[href^="#"]').exists()]).toEqual(['مصدران', false])
  })

  it('are missing in words', () => {
    const shown = mount(SourceMark, { props: { citations: [] } })
    expect(shown.text()).toBe('Keine Quelle angegeben.')
    expect(shown.find('button').exists()).toBe(false)
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

  it('stand in the language of the reader where they are translated', () => {
    speak('en')
    const list = mount(ClaimList, { props: { claims: CLAIMS } })
    expect(list.text()).toContain('There are 89 example measures.')
    expect(list.get('.note').text()).toBe('Counted without proposals.')
  })

  it('need no heading where there are none', () => {
    expect(mount(ClaimList, { props: { claims: [] } }).text()).toBe('')
  })
})
