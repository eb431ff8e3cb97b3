import { mount } from '@vue/test-utils'
import { today } from 'shared-types'
import type { PlanDetail } from '~~/server/cms/plan'
import { describe, expect, it } from 'vitest'
import {
  BARE_PLAN, EVENTS, FIGURES, MANY_FIELDS, MANY_MARKS, NAMES, OVERVIEW, PHASES, PLAN,
} from '~/gallery/examples'
import { dayIn } from '~/utils/queries'
import { speak } from '~~/test/i18n'
import StageSymbols from '../app/StageSymbols.vue'
import AsOfForm from './AsOfForm.vue'
import FigureTable from './FigureTable.vue'
import NamesInTime from './NamesInTime.vue'
import PhaseList from './PhaseList.vue'
import PlanCard from './PlanCard.vue'
import StageOverview from './StageOverview.vue'
import StageRows from './StageRows.vue'

describe('the table of reported figures', () => {
  const rows = () =>
    mount(FigureTable, { props: { figures: FIGURES } })
      .findAll('tbody tr')
      .map(row =>
        row
          .findAll('th, td')
          .slice(0, 3)
          .map(cell => cell.text()),
      )

  it('says what is counted, how exactly, and when', () => {
    expect(rows()).toEqual([
      ['Maßnahmen, gesamtIn der Quelle: Einzelmaßnahmen', '89', 'Stand: Februar 2021'],
      [
        'Vorschläge für Maßnahmen, vorgeschlagenIn den Worten des Plans: in Prüfung', 'über 1.200',
        'Stand: nicht genannt',
      ],
      ['Expert*innen, unbekannt', 'rund 150', 'Stand: etwa 2020'],
    ])
  })

  it('writes numbers as the language does', () => {
    speak('en')
    expect(rows()[1]?.[1]).toBe('over 1,200')
  })

  it('has a heading for every column and every row', () => {
    const table = mount(FigureTable, { props: { figures: FIGURES } })
    expect(table.findAll('th[scope=col]').map(heading => heading.text())).toEqual(['Angabe', 'Zahl', 'Stand', 'Quellen'])
    expect(table.findAll('th[scope=row]')).toHaveLength(FIGURES.length)
  })
})

describe('the names of a plan in time', () => {
  const section = mount(NamesInTime, { props: { names: NAMES } })

  it('are a list, with a bar beside each that has a time', () => {
    expect(section.findAll('svg:not([aria-hidden=true])')).toHaveLength(0)
    expect(section.findAll('ol > li').map(entry => entry.find('rect').exists())).toEqual(
      NAMES.map(({ from }) => from !== null),
    )
    expect(section.findAll('ol > li bdi.value').map(name => name.text())).toEqual(NAMES.map(({ value }) => value))
  })

  it('are each said in their language and with their kind', () => {
    expect(section.get('bdi[lang=fa]').text()).toBe('برنامهٔ نمونه')
    expect(section.findAll('ol .note').map(note => note.text())).toEqual(
      expect.arrayContaining([expect.stringContaining('Kurzname'), expect.stringContaining('Arbeitstitel')]),
    )
  })

  it('say the time in which they were used, in words', () => {
    expect(
      section
        .findAll('time')
        .map(time => time.text())
        .filter(words => !words.includes('Januar 2008')),
    ).toEqual(['seit 2008', '2008–2020', '2018', 'seit Januar 2021'])
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

describe('how far the measures of a plan are', () => {
  const overview = (given: Partial<PlanDetail> = {}) =>
    mount(StageOverview, { props: { plan: { ...OVERVIEW, ...given } } })
  const cells = (part: string) =>
    overview()
      .findAll(`${part} tr`)
      .map(row => row.findAll('th, td').map(cell => cell.text()))
  const numbers = (row: string[] = []) => row.slice(1).map(Number)
  const sum = (counts: number[]) => counts.reduce((all, count) => all + count, 0)

  it('is a table with a name, of fields by stages, from what is furthest on', () => {
    expect(overview().get('caption').text()).toBe('Maßnahmen nach Handlungsfeld und Stand')
    expect(cells('thead')).toEqual([
      ['Handlungsfeld', 'abgeschlossen', 'in Bearbeitung', 'nicht weiterverfolgt', 'unbekannt', 'gesamt'],
    ])
    expect(cells('tbody').filter(([, ...counts]) => counts.at(-1) !== '0')).toEqual([
      ['Bildung', '3', '1', '0', '0', '4'], [expect.stringMatching(/^Arbeit/), '0', '0', '2', '0', '2'],
      ['Handlungsfeld nicht bekannt', '0', '0', '0', '3', '3'],
    ])
  })

  it('adds up, by rows and by columns, to the measures that are known', () => {
    const [totals] = cells('tfoot').map(numbers)
    const rows = cells('tbody').map(numbers)
    for (const row of rows) expect(sum(row.slice(0, -1))).toBe(row.at(-1))
    totals?.forEach((total, column) => expect(sum(rows.map(row => row[column] ?? NaN))).toBe(total))
    expect(totals?.at(-1)).toBe(OVERVIEW.marks.length)
  })

  it('shows a mark for each measure, in the row of its field, with its name and its stage for those who see none', () => {
    const rows = overview().findAll('.stage-rows > li')
    expect(rows.map(row => row.findAll('.measure-marks li').length)).toEqual(
      cells('tbody').map(row => numbers(row).at(-1)),
    )
    expect(rows[0]?.findAll('.measure-marks use').map(use => use.attributes('href'))).toEqual([
      ...Array.from({ length: 3 }, () => '#stage-completed'), '#stage-in_progress',
    ])
    expect(rows[0]?.get('.measure-marks a').attributes()).toMatchObject({
      href: '/massnahmen/beispiel-one-completed-0', title: 'Beispielmaßnahme 1: abgeschlossen',
    })
    expect(rows[0]?.get('.measure-marks a').text()).toBe('Beispielmaßnahme 1: abgeschlossen')
    expect(rows[2]?.text()).toContain('Hier kennen wir noch keine mit Namen.')
    expect(overview().findAll('svg:not([aria-hidden=true])')).toHaveLength(0)
  })

  it('draws each mark with a shape that is defined', () => {
    const symbols = mount(StageSymbols)
    for (const use of overview().findAll('.measure-marks use, .stage-words use'))
      expect(symbols.find(`symbol${use.attributes('href')}`).exists()).toBe(true)
  })

  it('says the same in words, each leading to its measures', () => {
    expect(overview().findAll('.stage-words a').map(link => [link.text(), link.attributes('href')])).toEqual([
      ['3 abgeschlossen', '/massnahmen?plan=beispiel-lip&stage=completed'],
      ['1 in Bearbeitung', '/massnahmen?plan=beispiel-lip&stage=in_progress'],
      ['2 nicht weiterverfolgt', '/massnahmen?plan=beispiel-lip&stage=struck'],
      ['3 unbekannt', '/massnahmen?plan=beispiel-lip&stage=unknown'],
    ])
  })

  it('has a place for nine fields with forty measures each', () => {
    const rows = mount(StageRows, { props: { fields: MANY_FIELDS, marks: MANY_MARKS } }).findAll('.stage-rows > li')
    expect(rows.map(row => row.findAll('.many a').length)).toEqual(Array.from({ length: 9 }, () => 40))
  })

  it('leads from each field to its page, and from each number to the measures behind it', () => {
    expect(
      overview()
        .findAll('tbody a')
        .slice(0, 3)
        .map(link => link.attributes('href')),
    ).toEqual([
      '/handlungsfelder/beispiel-one', '/massnahmen?plan=beispiel-lip&field=beispiel-one&stage=completed',
      '/massnahmen?plan=beispiel-lip&field=beispiel-one&stage=in_progress',
    ])
  })

  it('says what each stage means, with the plan\'s own word where it has one', () => {
    const meanings = overview().findAll('dl.stages dd').map(meaning => meaning.text())
    expect(meanings).toHaveLength(4)
    expect(meanings[0]).toBe('Abgeschlossen. In den Worten des Plans: erfüllt')
    expect(meanings[3]).toBe('Wo sie steht, haben wir nicht gefunden.')
  })
})

describe('the form for another day', () => {
  const form = (asof: unknown = '', given: Partial<PlanDetail> = {}) =>
    mount(AsOfForm, { props: { plan: { ...OVERVIEW, ...given }, asOf: dayIn({ asof }, 'asof', today()) } })
  const said = (asof?: string) =>
    form(asof)
      .findAll('[role=status]')
      .map(status => status.text())

  it('is sent by any browser to the page of the plan, and can be chosen up to today', () => {
    expect(form().get('form').attributes()).toMatchObject({
      'method': 'get', 'action': '/plaene/beispiel-lip#stages', 'aria-label': 'Stand an einem anderen Tag',
    })
    expect(
      form()
        .get(`#${form().get('label').attributes('for')}`)
        .attributes(),
    ).toMatchObject({ type: 'date', name: 'asof', value: '', max: today() })
  })

  it('says nothing where no day was chosen', () => {
    expect(said()).toEqual([])
    expect(form().find('a[href="/plaene/beispiel-lip#stages"]').exists()).toBe(false)
  })

  it('says which day is shown, and offers the way back to today', () => {
    expect(said('2021-12-31')).toEqual([
      'So stand es am 31. Dezember 2021, nach dem, was wir heute darüber wissen. Stand von heute zeigen',
    ])
    expect(said('2021')).toEqual(said('2021-12-31'))
    expect(form('2021').get('input').attributes('value')).toBe('2021-12-31')
    expect(form('2021').get('[role=status] a').attributes('href')).toBe('/plaene/beispiel-lip#stages')
  })

  it('says of a day in the future that it is, and shows today', () => {
    expect(said('9999-12-31')).toEqual(['9999-12-31 liegt in der Zukunft. Wir zeigen den Stand von heute.'])
    expect(form('9999-12-31').get('input').attributes('value')).toBe('')
  })

  it('says what is no date, letter by letter, and what would be one', () => {
    expect(said('<b>gestern</b>')).toEqual([
      'Mit „<b>gestern</b>“ als Datum können wir nichts anfangen; richtig wäre zum Beispiel 2021-12-31. Wir zeigen '
      + 'den Stand von heute.',
    ])
    expect(said('2020-01/2020-06')).toEqual([expect.stringContaining('richtig wäre zum Beispiel 2021-12-31')])
  })

  it('offers the days of the short timeline that are over', () => {
    const [milestone] = EVENTS.filter(({ onShortTimeline }) => onShortTimeline)
    if (!milestone) throw new Error('The gallery has no milestone.')
    const events = [
      milestone, { ...milestone, id: 'spaeter', date: '9999' },
      { ...milestone, id: 'nebenbei', onShortTimeline: false }, { ...milestone, id: 'jahr', date: '2012' },
    ]
    expect(
      form('', { events })
        .findAll('.days a')
        .map(link => link.attributes('href')),
    ).toEqual(['/plaene/beispiel-lip?asof=2008-06-12#stages', '/plaene/beispiel-lip?asof=2012-12-31#stages'])
    expect(form('', { events: [] }).find('.days').exists()).toBe(false)
  })

  it('speaks the language of the page', () => {
    speak('ar')
    expect(form('2021').get('form').attributes('action')).toBe('/ar/plans/beispiel-lip#stages')
    expect(said('9999-12-31')).toEqual(['\u20689999-12-31\u2069 يقع في المستقبل. نعرض الوضع اليوم.'])
  })
})
