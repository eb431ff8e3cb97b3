import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { BARE_PLAN, FIGURES, NAMES, PHASES, PLAN } from '~/gallery/examples'
import { speak } from '~~/test/i18n'
import FigureTable from './FigureTable.vue'
import NamesInTime from './NamesInTime.vue'
import PhaseList from './PhaseList.vue'
import PlanCard from './PlanCard.vue'

describe('the table of reported figures', () => {
  const rows = () => mount(FigureTable, { props: { figures: FIGURES } }).findAll('tbody tr').map(row => row.findAll('th, td').slice(0, 3).map(cell => cell.text()))

  it('says what is counted, how exactly, and when', () => {
    expect(rows()).toEqual([
      ['Maßnahmen, gesamt', '89', 'Stand: Februar 2021'],
      ['Vorschläge für Maßnahmen, vorgeschlagen', 'über 1.200', 'Stand: nicht genannt'],
      ['Expert*innen, unbekannt', 'rund 150', 'Stand: etwa 2020'],
    ])
  })

  it('writes numbers as the language does', () => {
    speak('en')
    expect(rows()[1]?.[1]).toBe('over 1,200')
  })

  it('has a heading for every column and every row', () => {
    const table = mount(FigureTable, { props: { figures: FIGURES } })
    expect(table.findAll('th[scope=col]').map(heading => heading.text())).toEqual(['Was', 'Zahl', 'Stand', 'Quellen'])
    expect(table.findAll('th[scope=row]')).toHaveLength(FIGURES.length)
  })
})

describe('the names of a plan in time', () => {
  const section = mount(NamesInTime, { props: { names: NAMES } })

  it('are a list, with a bar beside each that has a time', () => {
    expect(section.findAll('svg:not([aria-hidden=true])')).toHaveLength(0)
    expect(section.findAll('ol > li').map(entry => entry.find('rect').exists())).toEqual(NAMES.map(({ from }) => from !== null))
    expect(section.findAll('ol > li bdi.value').map(name => name.text())).toEqual(NAMES.map(({ value }) => value))
  })

  it('are each said in their language and with their kind', () => {
    expect(section.get('bdi[lang=fa]').text()).toBe('برنامهٔ نمونه')
    expect(section.findAll('ol .note').map(note => note.text())).toEqual(expect.arrayContaining([expect.stringContaining('Kurzname'), expect.stringContaining('Arbeitstitel')]))
  })

  it('say the time in which they were used, in words', () => {
    expect(section.findAll('time').map(time => time.text()).filter(words => !words.includes('Januar 2008'))).toEqual(['seit 2008', '2008–2020', '2018', 'seit Januar 2021'])
  })
})

describe('the card of a plan', () => {
  it('leads to the plan and says the names it is known by, not mere spellings', () => {
    const card = mount(PlanCard, { props: { plan: PLAN } })
    expect(card.get('h3 a').attributes('href')).toBe('/plaene/beispiel-lip')
    expect(card.findAll('bdi').map(name => name.text())).toEqual(['LIP', 'Arbeitstitel'])
    expect(card.text()).toContain('Geltung: 2008–2020')
  })

  it('of which nothing is known is its name', () => {
    expect(mount(PlanCard, { props: { plan: BARE_PLAN } }).text()).toBe('Zweiter Beispielplan')
  })
})

describe('the phases of a plan', () => {
  it('lead to their events', () => {
    const entries = mount(PhaseList, { props: { phases: PHASES } }).findAll('li')
    expect(entries[0]?.get('a').attributes('href')).toBe('/zeitleiste?phase=beispiel-vorher')
    expect(entries.map(entry => entry.find('time').exists())).toEqual([true, false])
  })
})
