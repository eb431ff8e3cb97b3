import { mount, renderToString } from '@vue/test-utils'
import { STAGES } from 'shared-types'
import type { DecisionEntry } from '~~/server/cms/decision'
import type { MeasureFinding } from '~~/server/cms/finder'
import type { MeasureDetail, MeasureOverview } from '~~/server/cms/measure'
import { describe, expect, it } from 'vitest'
import { BARE_MEASURE, CITATIONS, FINDING, MEASURE, MEASURES, PROJECTS } from '~/gallery/examples'
import { readMeasureQuery } from '~/utils/measure-filter'
import { speak } from '~~/test/i18n'
import DecisionPath from './DecisionPath.vue'
import FundedProjectList from './FundedProjectList.vue'
import MeasureCard from './MeasureCard.vue'
import MeasureFacts from './MeasureFacts.vue'
import MeasureFilter from './MeasureFilter.vue'
import MeasureList from './MeasureList.vue'
import MeasureTable from './MeasureTable.vue'
import StageMark from './StageMark.vue'
import StatusUpdateList from './StatusUpdateList.vue'

const inGerman = (value: string) => ({ value, locale: 'de' })

function example(slug: string): MeasureOverview {
  const measure = MEASURES.find(candidate => candidate.slug === slug)
  if (!measure) throw new Error(`The gallery has no measure "${slug}".`)
  return measure
}

describe('a stage', () => {
  it('is its word, and a shape that says nothing to those who do not see it', () => {
    const mark = mount(StageMark, { props: { stage: 'in_progress' } })
    expect(mark.text()).toBe('in Bearbeitung')
    expect(mark.get('svg').attributes('aria-hidden')).toBe('true')
  })

  it('has a shape and a word that no other stage has', () => {
    const marks = STAGES.map(stage => mount(StageMark, { props: { stage } }))
    expect(new Set(marks.map(mark => mark.get('svg').element.innerHTML)).size).toBe(STAGES.length)
    expect(new Set(marks.map(mark => mark.text())).size).toBe(STAGES.length)
  })

  it('is said in the language of the page', () => {
    speak('ar')
    expect(mount(StageMark, { props: { stage: 'completed' } }).text()).toBe('منجز')
  })
})

describe('the card of a measure', () => {
  const card = (slug: string, hasField = false) =>
    mount(MeasureCard, { props: { measure: example(slug), level: 3, hasField } })

  it('leads to the measure by its name, under a heading of the level asked for', () => {
    expect(card('beispiel-kurz').get('h3 a').attributes('href')).toBe('/massnahmen/beispiel-kurz')
    expect(card('beispiel-kurz').get('h3').text()).toBe('Los')
    expect(
      mount(MeasureCard, { props: { measure: example('beispiel-kurz'), level: 2 } })
        .find('h2')
        .exists(),
    ).toBe(true)
  })

  it('says where it stands, and since when, as exactly as it is known', () => {
    expect(card('beispiel-kurz').text()).toMatch(/abgeschlossen\s*seit 1\. Mai 2024/)
    expect(card('beispiel-lang').text()).toMatch(/in Bearbeitung\s*seit 2023 \(unsicher\)/)
  })

  it('does not say since when where that is not known', () => {
    expect(card('beispiel-fremd').text()).toContain('unbekannt')
    expect(card('beispiel-fremd').text()).not.toContain('seit')
  })

  it('says its field where that does not go without saying, or that it was not published', () => {
    expect(card('beispiel-kurz', true).text()).toMatch(/Handlungsfeld: Bildung · Maßnahme der Verwaltung$/)
    expect(card('beispiel-fremd', true).text()).toContain('Handlungsfeld: nicht veröffentlicht')
    expect(card('beispiel-kurz').text()).not.toContain('Handlungsfeld')
  })

  it('says that a machine translated it, and in which language its name is', () => {
    expect(card('beispiel-lang').get('small').text()).toBe('maschinell übersetzt')
    expect(card('beispiel-fremd').get('h3 [lang]').attributes()).toMatchObject({ lang: 'ar', dir: 'rtl' })
  })

  it('stands in a list, one after the other', () => {
    expect(
      mount(MeasureList, { props: { measures: MEASURES, level: 2 } })
        .findAll('ul > li h2')
        .map(name => name.text()),
    ).toEqual(MEASURES.map(({ title }) => title.value))
  })
})

describe('the table of measures', () => {
  const table = () => mount(MeasureTable, { props: { measures: MEASURES } })
  const rows = () => table().findAll('tbody tr').map(row => row.findAll('th, td').map(cell => cell.text()))

  it('has a name, a heading for every column and the measure as heading of its row', () => {
    expect(table().get('[aria-label]').attributes('aria-label')).toBe('Maßnahmen als Tabelle')
    expect(
      table()
        .findAll('th[scope=col]')
        .map(heading => heading.text()),
    ).toEqual(['Maßnahme', 'Stand', 'Seit', 'Handlungsfeld', 'Art', 'Plan'])
    expect(
      table()
        .findAll('th[scope=row] a')
        .map(link => link.attributes('href')),
    ).toEqual(MEASURES.map(({ slug }) => `/massnahmen/${slug}`))
  })

  it('says of each measure what its card says', () => {
    expect(rows()[0]).toEqual([
      'Los', 'abgeschlossen', '1. Mai 2024', 'Bildung', 'Maßnahme der Verwaltung', 'Zweiter Beispielplan',
    ])
  })

  it('says of what is not known that it was not published', () => {
    expect(rows()[2]).toEqual([
      'إجراء نموذجي', 'unbekannt', 'nicht veröffentlicht', 'nicht veröffentlicht', 'nicht veröffentlicht', '',
    ])
  })
})

describe('the filter of measures', () => {
  const ANY = readMeasureQuery({})
  const shown = (query: Record<string, string> = {}, finding: MeasureFinding = FINDING) =>
    mount(MeasureFilter, { props: { finding, choice: readMeasureQuery(query) } })
  const options = (filter: ReturnType<typeof shown>, name: string) =>
    filter.findAll(`select[name=${name}] option`).map(option => [option.attributes('value'), option.text()])

  it('is a form that any browser sends to the measures', () => {
    expect(shown().get('form').attributes()).toMatchObject({
      'method': 'get', 'action': '/massnahmen', 'aria-label': 'Maßnahmen suchen und filtern',
    })
    expect(shown().get('button[type=submit]').text()).toBe('Anzeigen')
    speak('ar')
    expect(shown().get('form').attributes('action')).toBe('/ar/measures')
  })

  it('keeps whether measures in other languages are shown', () => {
    expect(shown({ all: '1' }).get('input[type=hidden][name=all]').attributes('value')).toBe('1')
    expect(shown().find('[name=all]').exists()).toBe(false)
  })

  it('has a label for everything that can be chosen', () => {
    const filter = shown()
    expect(
      filter
        .findAll('label[for]')
        .map(label => [label.text(), filter.get(`#${label.attributes('for')}`).attributes('name')]),
    ).toEqual([
      ['Wörter', 'q'], ['Plan', 'plan'], ['Handlungsfeld', 'field'], ['Stand', 'stage'], ['Art', 'kind'],
      ['Gremium oder Organisation', 'body'], ['Jahr', 'year'], ['Reihenfolge', 'sort'],
    ])
  })

  it('offers everything in words, with the number of measures behind it, after the offer to choose nothing', () => {
    expect(options(shown(), 'plan')).toEqual([
      ['', 'alle'], ['beispiel-wir', 'Zweiter Beispielplan (2)'],
    ])
    expect(options(shown(), 'stage')).toEqual([
      ['', 'alle'], ['in_progress', 'in Bearbeitung (1)'],
    ])
    expect(options(shown(), 'kind')).toEqual([
      ['', 'alle'], ['fundable', 'antragsberechtigte Maßnahme (1)'],
    ])
    expect(options(shown(), 'year')).toEqual([
      ['', 'alle'], ['2023', '2023 (2)'],
    ])
    expect(options(shown(), 'sort').map(([, words]) => words)).toEqual([
      'nach Titel', 'zuletzt geändert zuerst', 'nach Stand',
    ])
  })

  it('tells fields of the same name apart by the year of their plan, and no others', () => {
    const field = [
      { value: 'bildung-2008', count: 1, title: inGerman('Bildung') },
      { value: 'bildung-2022', count: 4, title: inGerman('Bildung') },
      { value: 'arbeit-2022', count: 2, title: inGerman('Arbeit') },
    ]
    expect(
      options(shown({}, { ...FINDING, facets: { ...FINDING.facets, field } }), 'field').map(([, words]) => words),
    ).toEqual(['alle', 'Bildung 2008 (1)', 'Bildung 2022 (4)', 'Arbeit (2)'])
  })

  it('says in which language a name is that is not translated', () => {
    expect(
      shown()
        .findAll('select[name=field] option')
        .map(option => option.attributes('lang')),
    ).toEqual([undefined, undefined, undefined, 'en', 'ar', undefined, undefined])
  })

  it('stands where it was left, in what the server sends', async () => {
    const page = document.createElement('main')
    page.innerHTML = await renderToString(MeasureFilter, {
      props: {
        finding: FINDING,
        choice: { ...ANY, plan: 'beispiel-wir', year: '2023', q: '"Sprache" & mehr', sort: 'changed', view: 'table' },
      },
    })
    expect([...page.querySelectorAll('option[selected]')].map(option => option.getAttribute('value'))).toEqual([
      'beispiel-wir', '2023', 'changed',
    ])
    expect(
      [...page.querySelectorAll('input[type=radio]')].map(radio => [
        radio.getAttribute('value'), radio.hasAttribute('checked'),
      ]),
    ).toEqual([
      ['cards', false], ['table', true],
    ])
    expect(page.querySelector('input[type=search]')?.getAttribute('value')).toBe('"Sprache" & mehr')
  })

  it('shows cards where nothing else is chosen, and the choice between two views has a name', () => {
    const views = shown().get('fieldset')
    expect(views.get('legend').text()).toBe('Ansicht')
    expect(
      views
        .findAll('label')
        .map(label => [
          label.text(), label.get('input').attributes('value'), label.get('input').attributes('checked') !== undefined,
        ]),
    ).toEqual([
      ['Karten', 'cards', true], ['Tabelle', 'table', false],
    ])
  })

  it('offers a way back only where something is chosen', () => {
    expect(shown({ sort: 'stage', view: 'table' }).find('a').exists()).toBe(false)
    expect(shown({ q: 'Sprache' }).get('a').attributes('href')).toBe('/massnahmen')
  })
})

describe('the way of a measure through the bodies', () => {
  const STATIONS = ['Vorschlag', 'Lenkungsgruppe', 'Ausschuss', 'Rat', 'Förderung', 'Bericht']
  const shown = (measure: MeasureDetail) => mount(DecisionPath, { props: { measure } })
  const stop = (measure: MeasureDetail, name: string) =>
    shown(measure)
      .findAll('ol > li')
      .find(station => station.get('h3').text() === name)
      ?.text() ?? ''

  it('has six stations in their order, whatever is known', () => {
    for (const measure of [MEASURE, BARE_MEASURE])
      expect(
        shown(measure)
          .findAll('ol > li > h3')
          .map(heading => heading.text()),
      ).toEqual(STATIONS)
  })

  it('says of a station of which nothing is known that it is so', () => {
    expect(
      shown(BARE_MEASURE)
        .findAll('ol > li')
        .map(station => station.text().replace(station.get('h3').text(), '').trim()),
    ).toEqual(STATIONS.map(() => 'Hierzu ist nichts bekannt.'))
    expect(stop(MEASURE, 'Ausschuss')).toContain('Hierzu ist nichts bekannt.')
  })

  it('says who proposed it', () => {
    expect(stop(MEASURE, 'Vorschlag')).toContain('Beispielgruppe')
    expect(stop(MEASURE, 'Vorschlag')).not.toContain('nichts bekannt')
  })

  it('says at each station what was decided and when, with its note and its sources', () => {
    expect(stop(MEASURE, 'Lenkungsgruppe')).toMatch(/zugestimmt · November 2021\s*Mit einer Anmerkung\.\s*1 Quelle/)
    expect(stop(MEASURE, 'Förderung')).toMatch(/ausgeschrieben · November 2021/)
  })

  it('says of what was decided on the whole plan that it was, and what that means', () => {
    expect(stop(MEASURE, 'Rat')).toMatch(/Über den ganzen Plan: beschlossen · November 2021/)
    expect(shown(MEASURE).text()).toContain(
      'Ob und in welcher Form diese Maßnahme darin stand, sagt nur ihr eigener Stand.',
    )
    expect(shown(BARE_MEASURE).text()).not.toContain('Über den ganzen Plan')
  })

  it('has been where something was decided on it alone; on the whole plan is not the same', () => {
    const reached = shown(MEASURE)
      .findAll('ol > li')
      .filter(station => station.classes('reached'))
      .map(station => station.get('h3').text())
    expect(reached).toEqual(['Vorschlag', 'Lenkungsgruppe', 'Förderung', 'Bericht'])
  })

  it('keeps several decisions of a body in the order in which they were made', () => {
    const [first] = MEASURE.decisions
    if (!first) throw new Error('The gallery has no decision.')
    const decisions: DecisionEntry[] = [
      { ...first, id: 'a', outcome: 'postponed', date: '2021' },
      { ...first, id: 'b', outcome: 'agreed_with_changes', date: '2022' },
    ]
    expect(stop({ ...BARE_MEASURE, decisions }, 'Lenkungsgruppe')).toMatch(
      /zurückgestellt · 2021.*mit Änderung zugestimmt · 2022/s,
    )
  })

  it('ends with what a report or a council paper says of it, and with nothing that was only said', () => {
    expect(stop(MEASURE, 'Bericht')).toMatch(/beschlossen\s*· 2022/)
    const talkOnly = MEASURE.updates.map(update => ({ ...update, citations: CITATIONS.slice(1) }))
    expect(stop({ ...MEASURE, updates: talkOnly }, 'Bericht')).toContain('Hierzu ist nichts bekannt.')
  })
})

describe('the facts of a measure', () => {
  const facts = (measure: MeasureDetail) =>
    mount(MeasureFacts, { props: { measure } })
      .findAll('dl > div')
      .map(fact => [
        fact.get('dt').text(),
        fact
          .findAll('dd')
          .map(value => value.text())
          .join(' | '),
      ])

  it('say what is known at a glance', () => {
    expect(facts(MEASURE)).toEqual([
      ['Plan', 'Zweiter Beispielplan'], ['Handlungsfeld', expect.stringMatching(/^Arbeit, /)],
      ['Art', 'antragsberechtigte Maßnahme'], ['Nummer im Plan', '4.2'], ['Federführung', 'Beispielamt'],
      ['Partner', 'Beispielnetz und Beispielrat'], ['Zeitraum', 'seit 2023'], ['Kosten', 'rund 1.000 Beispieleuro'],
      ['Kennzahl', 'nicht veröffentlicht'], ['Ausschreibung, 1. Runde', 'Antragsfrist 31. März 2023'],
      ['Ausschreibung', 'Antragsfrist 31. März 2024'],
    ])
  })

  it('say of what is not known that it was not published', () => {
    expect(facts(BARE_MEASURE)).toEqual(
      ['Handlungsfeld', 'Art', 'Nummer im Plan', 'Federführung', 'Partner', 'Zeitraum', 'Kosten', 'Kennzahl'].map(
        fact => [fact, 'nicht veröffentlicht'],
      ),
    )
  })

  it('say under which names it is known too, each in its language', () => {
    const names = [
      { language: 'de', value: 'Lotsen', kind: 'short' as const, from: null, to: null },
      { language: 'fa', value: 'راهنما', kind: 'spelling' as const, from: null, to: null },
    ]
    expect(facts({ ...BARE_MEASURE, names }).at(-1)).toEqual(['Auch genannt', 'Lotsen | راهنما'])
    expect(
      mount(MeasureFacts, { props: { measure: { ...BARE_MEASURE, names } } })
        .get('bdi[lang=fa]')
        .text(),
    ).toBe('راهنما')
  })

  it('lead to the plan, to the field and to the organisations', () => {
    expect(
      mount(MeasureFacts, { props: { measure: MEASURE } })
        .findAll('a')
        .map(link => link.attributes('href')),
    ).toEqual([
      '/plaene/beispiel-wir', '/handlungsfelder/beispiel-two', '/organisationen/amt', '/organisationen/netz',
      '/organisationen/rat',
    ])
  })

  it('are said in the language of the page', () => {
    speak('ar')
    expect(facts(BARE_MEASURE).every(([, value]) => value === 'غير منشور')).toBe(true)
  })
})

describe('the status updates of a measure', () => {
  const entries = () => mount(StatusUpdateList, { props: { updates: MEASURE.updates } }).findAll('ol > li')

  it('stand with the newest first', () => {
    expect(entries().map(entry => entry.get('time').text())).toEqual(['1. Juni 2023', '2022'])
  })

  it('say the stage, what was reported, and where it stands', () => {
    expect(entries()[1]?.text()).toMatch(/^beschlossen\s*2022\s*Beispielhaft beschlossen\.\s*1 Quelle/)
  })

  it('leave the given list as it was', () => {
    const updates = [...MEASURE.updates]
    mount(StatusUpdateList, { props: { updates } })
    expect(updates).toEqual(MEASURE.updates)
  })
})

describe('the funded projects', () => {
  const entries = () =>
    mount(FundedProjectList, { props: { projects: PROJECTS, level: 3 } }).findAll('.funded-project-list > li')

  it('say who was funded, when, and with how much', () => {
    expect(entries()[0]?.get('h3').text()).toBe('Beispielprojekt')
    expect(entries()[0]?.get('.note').text().replace(/\s+/g, ' ')).toBe('Beispielnetz · 2023 · 12.345 Euro')
  })

  it('say what was not published, and what is not certain', () => {
    expect(entries()[1]?.get('.note').text().replace(/\s+/g, ' ')).toBe(
      'Träger nicht genannt · Betrag nicht veröffentlicht · unsicher',
    )
    expect(entries()[1]?.text()).toContain('Keine Quelle angegeben.')
  })
})
