import { mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { OVERVIEW, PROJECTS } from '~/gallery/examples'
import PartHead from './PartHead.vue'
import PlanContents from './PlanContents.vue'

describe('the contents of a plan', () => {
  const links = (given: Partial<typeof OVERVIEW> = {}) =>
    mount(PlanContents, { props: { plan: { ...OVERVIEW, ...given } } }).findAll('li')

  it('lead to a page for each part of which anything is known, with how much', () => {
    expect(links({ fundedProjects: PROJECTS }).map(link => [link.get('a').attributes('href'), link.text()])).toEqual([
      ['/plaene/beispiel-lip/inhalt', 'Worum es im Plan geht'],
      ['/plaene/beispiel-lip/namen', `Namen in der Zeit ${OVERVIEW.names.length}`],
      ['/plaene/beispiel-lip/ereignisse', `Ereignisse ${OVERVIEW.events.length}`],
      ['/plaene/beispiel-lip/projekte', 'Geförderte Projekte 2'],
      ['/plaene/beispiel-lip/herkunft', 'Was wurde aus den Maßnahmen?'],
      ['/plaene/beispiel-lip/bericht', 'Bericht für den Ausschuss'],
    ])
  })

  it('of a plan of which nothing is known are what became of its measures', () => {
    expect(links({
      text: { blocks: [], locale: 'de' }, names: [], events: [], decisions: [], phases: [], contributions: [],
      fundedProjects: [], citations: [], claims: [], figures: [], marks: [],
    }).map(link => link.text())).toEqual(['Was wurde aus den Maßnahmen?'])
  })
})

describe('the head of a part of a plan', () => {
  it('says which part of which plan it is, and where nothing is known', () => {
    vi.stubGlobal('useHead', () => {})
    vi.stubGlobal('useResponseHeader', () => ({ value: '' }))
    const head = (isEmpty: boolean) => mount(PartHead, { props: { plan: OVERVIEW, part: 'Ereignisse', isEmpty } })
    expect(head(false).get('h1').text()).toBe('Ereignisse: Beispielplan von 2008')
    expect(head(false).text()).not.toContain('noch nichts gefunden')
    expect(head(true).text()).toContain('Dazu haben wir noch nichts gefunden.')
  })
})
