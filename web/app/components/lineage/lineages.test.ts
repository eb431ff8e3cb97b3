import { mount } from '@vue/test-utils'
import { FATES } from 'shared-types'
import type { PlanLineage } from '~~/server/cms/plan-lineage'
import { describe, expect, it } from 'vitest'
import { LINEAGE, LINEAGES } from '~/gallery/examples'
import { speak } from '~~/test/i18n'
import FateBalance from './FateBalance.vue'
import LineageList from './LineageList.vue'
import LineageMeasures from './LineageMeasures.vue'
import LineagePicture from './LineagePicture.vue'
import LineageTable from './LineageTable.vue'

const [split, dropped] = LINEAGES

describe('the measures on a side of a link', () => {
  const entries = (side: 'from' | 'to', link = split) =>
    mount(LineageMeasures, { props: { measures: link?.[side] ?? [] } }).findAll('ul > li')

  it('lead to each measure, with the plan it belongs to', () => {
    expect(entries('to').map(entry => [entry.get('a').attributes('href'), entry.text()])).toEqual([
      ['/massnahmen/neu-1', 'Beispielmaßnahme neu-1 (Zweiter Beispielplan)'],
      ['/massnahmen/neu-2', 'Beispielmaßnahme neu-2 (Zweiter Beispielplan)'],
    ])
  })

  it('say of one that is gone that it is, and lead to what is known of it still', () => {
    expect(entries('from', dropped).map(entry => [entry.get('a').attributes('href'), entry.text()])).toEqual([
      ['/massnahmen/weg', 'Beispielmaßnahme weg (nicht mehr veröffentlicht)'],
    ])
  })
})

describe('the links of a measure', () => {
  it('say what happened, when, why, and to which measures of the side asked for', () => {
    const list = mount(LineageList, { props: { lineages: LINEAGES.slice(0, 1), side: 'to' } })
    expect(list.get('ul > li').text()).toMatch(
      /^aufgeteilt · 2021.*neu-1.*neu-2.*Zum Beispiel, weil sie zu groß war\./s,
    )
    expect(list.text()).not.toContain('Beispielmaßnahme alt')
    expect(
      mount(LineageList, { props: { lineages: LINEAGES.slice(0, 1), side: 'from' } })
        .findAll('a')
        .map(link => link.text()),
    ).toContain('Beispielmaßnahme alt')
  })

  it('say what is not certain, and that no source is given', () => {
    expect(mount(LineageList, { props: { lineages: LINEAGES.slice(1), side: 'from' } }).text()).toMatch(
      /^fallen gelassen · unsicher.*Keine Quelle angegeben\./s,
    )
  })
})

describe('the table of links', () => {
  const table = () => mount(LineageTable, { props: { links: LINEAGES } })
  const rows = () => table().findAll('tbody tr').map(row => row.findAll('td').map(cell => cell.text()))

  it('has a name and a heading for every column', () => {
    expect(table().get('[aria-label]').attributes('aria-label')).toBe('Verbindungen als Tabelle')
    expect(
      table()
        .findAll('th[scope=col]')
        .map(heading => heading.text()),
    ).toEqual(['Von', 'Was geschah', 'Nach', 'Seit wann', 'Begründung und Quellen'])
  })

  it('says from what to what, since when and why', () => {
    expect(rows()[0]).toEqual([
      'Beispielmaßnahme alt (Beispielplan von 2008)', 'aufgeteilt', expect.stringMatching(/neu-1.*neu-2/s), '2021',
      expect.stringMatching(/^Zum Beispiel, weil sie zu groß war\.\s*1 Quelle/),
    ])
  })

  it('says where nothing follows, what is uncertain and what we did not find', () => {
    expect(rows()[1]).toEqual([
      'Beispielmaßnahme weg (nicht mehr veröffentlicht)', 'fallen gelassen (unsicher)', 'keine', 'nicht gefunden',
      'Keine Quelle angegeben.',
    ])
  })
})

describe('the balance of a plan', () => {
  const balance = (given: Partial<PlanLineage> = {}) =>
    mount(FateBalance, { props: { lineage: { ...LINEAGE, ...given } } })
  const parts = (given: Partial<PlanLineage> = {}) =>
    balance(given)
      .findAll('dl > div')
      .map(part => [part.get('dt').text(), Number(part.get('dd').text())])

  it('has a part for each fate, and the total last', () => {
    expect(parts()).toEqual([
      ['fortgeführt', 4], ['laufendes Geschäft', 1], ['abgeschlossen', 1], ['fallen gelassen', 1], ['unbekannt', 2],
      ['gesamt', 9],
    ])
  })

  it('says how many were removed, and nothing where none was', () => {
    expect(balance().text()).toContain('2 entfernt, hier nicht mehr veröffentlicht.')
    expect(balance({ goneMeasureCount: 0 }).text()).not.toContain('entfernt')
    expect(balance({ measureCount: 0 }).text()).toContain('2 entfernt')
  })

  it('adds up to the total', () => {
    const numbers = parts().map(([, count]) => Number(count))
    expect(numbers).toHaveLength(FATES.length + 1)
    expect(numbers.slice(0, -1).reduce((sum, count) => sum + count, 0)).toBe(numbers.at(-1))
  })

  it('says of how many measures it speaks', () => {
    expect(balance().text()).toContain('Von 9 Maßnahmen, die wir mit Namen kennen. Jede ist einmal gezählt.')
    expect(balance({ measureCount: 1 }).text()).toContain('Von 1 Maßnahme, die wir mit Namen kennen.')
  })

  it('has no numbers where no measure is known: that is said', () => {
    expect(balance({ measureCount: 0 }).find('dl').exists()).toBe(false)
    expect(balance({ measureCount: 0 }).text()).toContain(
      'Von den Maßnahmen dieses Plans kennen wir noch keine mit Namen.',
    )
  })

  it('is a part of the page with a heading for a name', () => {
    const section = balance().get('section')
    expect(section.get(`#${section.attributes('aria-labelledby')}`).text()).toBe('Bilanz')
  })
})

describe('the picture from plan to plan', () => {
  const picture = (given: Partial<PlanLineage> = {}) =>
    mount(LineagePicture, { props: { lineage: { ...LINEAGE, ...given } } })
  const rows = (given: Partial<PlanLineage> = {}) =>
    picture(given)
      .findAll('tbody tr')
      .map(row => row.findAll('th, td').map(cell => cell.text()))

  it('draws a path from a field without a strand in no colour of another', () => {
    const fields = LINEAGE.fields.map(field => ({ ...field, strand: null }))
    for (const path of picture({ fields }).findAll('path')) expect(path.classes()).toContain('in-strand-none')
  })

  it('says the same as a table: a row for each path, with its number', () => {
    const numbers = rows().map(([, , count]) => Number(count))
    expect(numbers).toHaveLength(picture().findAll('path').length)
    expect(numbers.filter(count => count === 0)).toHaveLength(picture().findAll('path.empty').length)
    expect(numbers.reduce((sum, count) => sum + count, 0)).toBe(
      LINEAGE.flows.reduce((sum, { count }) => sum + count, 0),
    )
  })

  it('has a row for fields that follow each other, and for those between which measures go on', () => {
    expect(rows().filter(([from]) => from === 'Bildung')).toEqual([
      ['Bildung', 'Bildung', '0'], ['Bildung', expect.stringMatching(/^Arbeit, /), '3'],
    ])
  })

  it('leads from the table to every field', () => {
    expect(
      picture()
        .get('tbody tr')
        .findAll('a')
        .map(link => link.attributes('href')),
    ).toEqual(['/handlungsfelder/beispiel-one', '/handlungsfelder/spaeter-0'])
  })

  it('draws nothing for those who do not see it', () => {
    expect(picture().findAll('svg:not([aria-hidden=true]), ol:not([aria-hidden=true])')).toHaveLength(0)
    expect(picture().findAll('[aria-hidden=true] a')).toHaveLength(0)
  })

  it('is mirrored where one reads from the right', () => {
    const [start] = picture().get('path').attributes('d')?.match(/^M\d+/) ?? []
    speak('ar')
    const [mirrored] = picture().get('path').attributes('d')?.match(/^M\d+/) ?? []
    expect([start, mirrored]).toEqual(['M0', 'M100'])
  })

  it('has no row where nothing is known to follow', () => {
    expect(rows({ laterFields: [], flows: [] })).toEqual([])
  })
})
