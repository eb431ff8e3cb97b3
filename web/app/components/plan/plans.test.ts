import { mount } from '@vue/test-utils'
import { today } from 'shared-types'
import type { PlanDetail } from '~~/server/cms/plan'
import { describe, expect, it } from 'vitest'
import { BARE_PLAN, EVENTS, FIGURES, NAMES, OVERVIEW, PHASES, PLAN } from '~/gallery/examples'
import { dayIn } from '~/utils/queries'
import { speak } from '~~/test/i18n'
import AsOfForm from './AsOfForm.vue'
import FigureTable from './FigureTable.vue'
import NamesInTime from './NamesInTime.vue'
import PhaseList from './PhaseList.vue'
import PlanCard from './PlanCard.vue'
import StageOverview from './StageOverview.vue'

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
      ['Maßnahmen, gesamt', '89', 'Stand: Februar 2021'],
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
    expect(table.findAll('th[scope=col]').map(heading => heading.text())).toEqual(['Was', 'Zahl', 'Stand', 'Quellen'])
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
    expect(totals?.at(-1)).toBe(OVERVIEW.measureCount)
  })

  it('shows bars with the numbers of the table, a piece for each stage, for those who see them', () => {
    const bars = overview().findAll('.bars > li')
    expect(bars.map(bar => Number(bar.get('.label .note').text()))).toEqual(
      cells('tbody').map(row => numbers(row).at(-1)),
    )
    expect(bars.map(bar => bar.findAll('svg g').length)).toEqual(
      cells('tbody').map(
        row =>
          numbers(row)
            .slice(0, -1)
            .filter(count => count > 0).length,
      ),
    )
    expect(overview().findAll('svg:not([aria-hidden=true])')).toHaveLength(0)
  })

  it('draws each piece with a tile that is defined', () => {
    const page = overview()
    const masks = page.findAll('rect.area').map(area => area.attributes('mask')?.slice('url(#'.length, -1) ?? '')
    expect(masks).not.toHaveLength(0)
    for (const mask of new Set(masks)) expect(page.find(`mask#${mask}`).exists()).toBe(true)
  })

  it('draws from the right where one reads from there', () => {
    const firstPiece = () => overview().get('.bars rect').attributes()
    expect(firstPiece()).toMatchObject({ x: '0', width: '750' })
    speak('ar')
    expect(firstPiece()).toMatchObject({ x: '250', width: '750' })
  })

  it('leads from each field to its page, and from each number and stage to the measures behind it', () => {
    expect(
      overview()
        .findAll('tbody a')
        .slice(0, 3)
        .map(link => link.attributes('href')),
    ).toEqual([
      '/handlungsfelder/beispiel-one', '/massnahmen?plan=beispiel-lip&field=beispiel-one&stage=completed',
      '/massnahmen?plan=beispiel-lip&field=beispiel-one&stage=in_progress',
    ])
    expect(
      overview()
        .findAll('dl.stages a')
        .map(link => link.attributes('href')),
    ).toEqual(
      ['completed', 'in_progress', 'struck', 'unknown'].map(stage => `/massnahmen?plan=beispiel-lip&stage=${stage}`),
    )
  })

  it('says what each stage means, with the plan\'s own word where it has one', () => {
    const meanings = overview().findAll('dl.stages dd').map(meaning => meaning.text())
    expect(meanings).toHaveLength(4)
    expect(meanings[0]).toBe('Sie ist abgeschlossen. In den Worten des Plans: erfüllt')
    expect(meanings[3]).toBe('Wir haben keine Quelle, die sagt, wo sie steht.')
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
    expect(form().find('form a').exists()).toBe(false)
  })

  it('says which day is shown, and offers the way back to today', () => {
    expect(said('2021-12-31')).toEqual(['So stand es am 31. Dezember 2021, nach dem, was wir heute darüber wissen.'])
    expect(said('2021')).toEqual(said('2021-12-31'))
    expect(form('2021').get('input').attributes('value')).toBe('2021-12-31')
    expect(form('2021').get('form a').attributes('href')).toBe('/plaene/beispiel-lip#stages')
  })

  it('keeps that everything is shown, also what is only in other languages', () => {
    const all = mount(AsOfForm, {
      props: { plan: OVERVIEW, asOf: dayIn({ asof: '2021' }, 'asof', today()), isAll: true },
    })
    expect(all.get('input[type=hidden]').attributes()).toMatchObject({ name: 'all', value: '1' })
    expect(all.get('form a').attributes('href')).toBe('/plaene/beispiel-lip?all=1#stages')
    for (const day of all.findAll('.days a')) expect(day.attributes('href')).toMatch(/\?asof=[\d-]+&all=1#stages$/)
    expect(form().find('input[type=hidden]').exists()).toBe(false)
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
        .findAll('details li a')
        .map(link => link.attributes('href')),
    ).toEqual(['/plaene/beispiel-lip?asof=2008-06-12#stages', '/plaene/beispiel-lip?asof=2012-12-31#stages'])
    expect(form('', { events: [] }).find('details').exists()).toBe(false)
  })

  it('speaks the language of the page', () => {
    speak('ar')
    expect(form('2021').get('form').attributes('action')).toBe('/ar/plans/beispiel-lip#stages')
    expect(said('9999-12-31')).toEqual(['\u20689999-12-31\u2069 يقع في المستقبل. نعرض الوضع اليوم.'])
  })
})
