import { mount, renderToString } from '@vue/test-utils'
import { STAGES } from 'shared-types'
import type { MeasureFinding } from '~~/server/cms/finder'
import type { MeasureDetail, MeasureOverview } from '~~/server/cms/measure'
import { describe, expect, it } from 'vitest'
import { BARE_MEASURE, FINDING, MEASURE, MEASURES, PROJECTS } from '~/gallery/examples'
import { readMeasureQuery } from '~/utils/measure-filter'
import { pathOfMeasure } from '~/utils/measure-path'
import { speak } from '~~/test/i18n'
import DecisionLine from './DecisionLine.vue'
import FundedProjectList from './FundedProjectList.vue'
import LifePath from './LifePath.vue'
import MeasureCard from './MeasureCard.vue'
import MeasureFacts from './MeasureFacts.vue'
import MeasureFilter from './MeasureFilter.vue'
import MeasureList from './MeasureList.vue'
import MeasureTable from './MeasureTable.vue'
import StageBox from './StageBox.vue'
import StageMark from './StageMark.vue'

const inGerman = (value: string) => ({ value, locale: 'de' })

function example(slug: string): MeasureOverview {
  const measure = MEASURES.find(candidate => candidate.slug === slug)
  if (!measure) throw new Error(`The gallery has no measure "${slug}".`)
  return measure
}

/** What is read, element after element. */
const wordsOf = (html: string) => html.replace(/<!--.*?-->|<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim()

describe('a stage', () => {
  it('is its word, and a shape that says nothing to those who do not see it', () => {
    const mark = mount(StageMark, { props: { stage: 'in_progress' } })
    expect(mark.text()).toBe('in Bearbeitung')
    expect(mark.get('svg').attributes('aria-hidden')).toBe('true')
  })

  it('has a shape and a word that no other stage has', () => {
    const marks = STAGES.map(stage => mount(StageMark, { props: { stage } }))
    expect(new Set(marks.map(mark => mark.get('use').attributes('href'))).size).toBe(STAGES.length)
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

  it('says where it stands, and as of when, as exactly as it is known', () => {
    expect(card('beispiel-kurz').text()).toMatch(/abgeschlossen\s*Stand 1\. Mai 2024/)
    expect(card('beispiel-lang').text()).toMatch(/in Bearbeitung\s*Stand 2023 \(unsicher\)/)
  })

  it('does not say as of when where that is not known', () => {
    expect(card('beispiel-fremd').text()).toContain('unbekannt')
    expect(card('beispiel-fremd').text()).not.toContain('Stand')
  })

  it('says its field where that does not go without saying, or that we did not find it', () => {
    expect(card('beispiel-kurz', true).text()).toMatch(/Handlungsfeld: Bildung · Maßnahme der Verwaltung$/)
    expect(card('beispiel-fremd', true).text()).toContain('Handlungsfeld: nicht gefunden')
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
    ).toEqual(['Maßnahme', 'Stand', 'Datum', 'Handlungsfeld', 'Art', 'Plan'])
    expect(
      table()
        .findAll('th[scope=row] a')
        .map(link => link.attributes('href')),
    ).toEqual(MEASURES.map(({ slug }) => `/massnahmen/${slug}`))
  })

  it('names the column at every cell, for where rows stand one under the other', () => {
    for (const row of table().findAll('tbody tr'))
      expect(row.findAll('td').map(cell => cell.attributes('data-label'))).toEqual([
        'Stand', 'Datum', 'Handlungsfeld', 'Art', 'Plan',
      ])
  })

  it('says of each measure what its card says', () => {
    expect(rows()[0]).toEqual([
      'Los', 'abgeschlossen', '1. Mai 2024', 'Bildung', 'Maßnahme der Verwaltung', 'Zweiter Beispielplan',
    ])
  })

  it('says of what is not known that we did not find it', () => {
    expect(rows()[2]).toEqual([
      'إجراء نموذجي', 'unbekannt', 'nicht gefunden', 'nicht gefunden', 'nicht gefunden', '',
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

  it('is folded but for the words, and the fold says what is chosen', () => {
    const fold = (query = {}) => shown(query).get('details > summary').text().replace(/\s+/g, ' ')
    expect(shown().get('details').attributes()).not.toHaveProperty('open')
    expect(shown().find('details [name=q]').exists()).toBe(false)
    expect(fold({ q: 'Sprache', sort: 'stage' })).toBe('Auswahl einschränken')
    expect(fold({ plan: 'beispiel-wir', stage: 'struck', year: '2023' })).toBe(
      'Ausgewählt: Zweiter Beispielplan, nicht weiterverfolgt und 2023',
    )
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
      ['Stichwort', 'q'], ['Plan', 'plan'], ['Handlungsfeld', 'field'], ['Stand', 'stage'], ['Art', 'kind'],
      ['Gremium oder Organisation', 'body'], ['Jahr', 'year'], ['Reihenfolge', 'sort'],
    ])
  })

  it('tells fields of one name apart by the year of their plan, as far as it stands in their address', () => {
    const named = { title: { value: 'Bildung', locale: 'de' as const }, count: 3 }
    const field = [{ ...named, value: 'bildung' }, { ...named, value: 'bildung-2008' }]
    expect(options(shown({}, { ...FINDING, facets: { ...FINDING.facets, field } }), 'field')).toEqual([
      ['', 'alle'], ['bildung', 'Bildung (3)'], ['bildung-2008', 'Bildung 2008 (3)'],
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
      ['', 'alle'], ['fundable', 'Förderung kann beantragt werden (1)'],
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

describe('what became of a measure', () => {
  const box = (given: Partial<MeasureDetail> = {}) =>
    wordsOf(mount(StageBox, { props: { measure: { ...MEASURE, ...given } } }).html())

  it('is said as of the day of its source, in the words of the plan too', () => {
    expect(box()).toMatch(/^Was wurde daraus\? in Bearbeitung Stand 1\. Juni 2023 , also vor \d+ Jahren 1 Quelle/)
    expect(box()).toContain('In der Umsetzung.')
    expect(box()).toContain('in Arbeit (Beispiel)')
  })

  it('has no age in a version, which stays as it is', () => {
    expect(box({ revisionNumber: null })).toMatch(/^Was wurde daraus\? in Bearbeitung Stand 1\. Juni 2023 1 Quelle/)
  })

  it('is not found where nothing says it', () => {
    expect(box({ current: null, stageWord: null, isSilent: false })).toBe(
      'Was wurde daraus? unbekannt Wo sie steht, haben wir nicht gefunden.',
    )
  })

  it('says the last news where they say more, and that nothing was found since', () => {
    const [, called] = MEASURE.decisions
    if (!called) throw new Error('The gallery has no second decision.')
    const news = { id: 'd2', countsFrom: '2023-03-31', date: '2023?/2023-03-31', decision: called, isOfPlan: false }
    expect(box({ news })).toMatch(
      /Letzte Nachricht: Ausschreibung, Anträge bis 31\. März 2023 Seither haben wir nichts gefunden\.$/,
    )
    const event = { id: 'e1', countsFrom: '2024-05-16', date: '2024-05-16', title: inGerman('Eine Tagung') }
    expect(box({ news: event, isSilent: false })).toMatch(/Letzte Nachricht: 16\. Mai 2024 : Eine Tagung$/)
    const fate = { id: 'l1', countsFrom: '2024-05-16', date: '2024-05-16', fate: 'institutionalised' as const }
    expect(box({ news: fate, isSilent: false })).toMatch(
      /Letzte Nachricht: 16\. Mai 2024 : in die Regelarbeit übernommen$/,
    )
  })

  it('never speaks in the present tense', () => {
    for (const stage of STAGES)
      expect(box({ current: { id: 'x', stage, date: '2021', citations: [] } })).not.toMatch(/ (ist|sind|wird|werden) /)
  })
})

describe('the life of a measure', () => {
  const entries = (measure = MEASURE) =>
    mount(LifePath, { props: { entries: pathOfMeasure(measure, '2024-06-01'), strand: 'two' } }).findAll('ol > li')
  const wordsIn = (entry: ReturnType<typeof entries>[number]) => {
    entry.findAll('[popover]').forEach(note => note.element.remove())
    return wordsOf(entry.html())
  }

  it('is one line in the order of time, each with its sources', () => {
    expect(entries().map(wordsIn)).toEqual([
      'November 2021 zugestimmt Beispielrat Ja: 10 Nein: 1 Mit einer Anmerkung. 1 Quelle',
      'November 2021 ausgeschrieben 1 Quelle',
      'November 2021 beschlossen zum ganzen Plan Beispielrat einstimmig 1 Quelle',
      '2021 Beispielereignis',
      '2022 beschlossen Beispielhaft beschlossen. 1 Quelle',
      '1. Juni 2023 in Bearbeitung 1 Quelle',
    ])
  })

  it('leads to an event, and says one at which something was decided only there', () => {
    expect(entries().find(entry => entry.text().includes('Beispielereignis'))?.get('a').attributes('href')).toBe(
      '/zeitleiste#alles',
    )
    const [decision] = MEASURE.decisions
    if (!decision) throw new Error('The gallery has no decision.')
    const event = { slug: 'alles', title: inGerman('Beispielereignis') }
    const told = { ...MEASURE, decisions: [{ ...decision, event }] }
    expect(pathOfMeasure(told, '2024-06-01').filter(entry => 'event' in entry)).toEqual([])
  })

  it('ends with what is only announced, and says so', () => {
    const path = mount(LifePath, { props: { entries: pathOfMeasure(MEASURE, '2023-01-31') } })
    expect(path.findAll('.coming').map(entry => entry.get('.date').text())).toEqual(['1. Juni 2023 · Angekündigt'])
  })

  it('leads from a decision to the part of the plan and to the event at which it was taken', () => {
    const [decision] = MEASURE.decisions
    if (!decision) throw new Error('The gallery has no decision.')
    const event = { slug: 'sitzung', title: inGerman('Sitzung') }
    const line = mount(DecisionLine, {
      props: { decision: { ...decision, part: inGerman('Strategiepapier'), event }, isOfPlan: true },
    })
    expect(line.text()).toMatch(/zugestimmt\s*Strategiepapier/)
    expect(line.text()).not.toContain('zum ganzen Plan')
    expect(line.findAll('a').map(link => link.attributes('href'))).toEqual([
      '/organisationen/rat', '/zeitleiste#sitzung',
    ])
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
      ['Art', 'Förderung kann beantragt werden'], ['Nummer im Plan', '4.2'],
      ['Vorgeschlagen von', 'Beispielgruppe'], ['Federführung', 'Beispielamt'],
      ['Partner', 'Beispielnetz und Beispielrat'], ['Zeitraum', 'seit 2023'], ['Kosten', 'rund 1.000 Beispieleuro'],
      ['Ausschreibung, 1. Runde', 'Antragsfrist 31. März 2023'],
      ['Ausschreibung', 'Antragsfrist 31. März 2024'], ['Ziele', 'Beispielziel maschinell übersetzt'],
      ['Gewissheit', 'unsicher'],
    ])
  })

  it('say what we did not find in one line', () => {
    expect(facts(BARE_MEASURE)).toEqual([])
    const line = (measure: MeasureDetail) =>
      mount(MeasureFacts, { props: { measure } }).get('.note').text().replace(/\s+/g, ' ')
    expect(line(BARE_MEASURE)).toBe(
      'Dazu haben wir nichts gefunden: Handlungsfeld, Art, Nummer im Plan, Federführung, Partner, Zeitraum, Kosten, '
      + 'Kennzahl, Ziele, woraus sie hervorging und was in einem späteren Plan aus ihr wurde.',
    )
    expect(line(MEASURE)).toBe('Dazu haben wir nichts gefunden: Kennzahl.')
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

  it('lead to the organisations', () => {
    expect(
      mount(MeasureFacts, { props: { measure: MEASURE } })
        .findAll('a')
        .map(link => link.attributes('href')),
    ).toEqual([
      '/organisationen/gruppe', '/organisationen/amt', '/organisationen/netz', '/organisationen/rat',
    ])
  })

  it('are said in the language of the page', () => {
    speak('ar')
    expect(mount(MeasureFacts, { props: { measure: BARE_MEASURE } }).get('.note').text()).toContain('لم نعثر')
  })
})

describe('the funded projects', () => {
  const entries = () =>
    mount(FundedProjectList, { props: { projects: PROJECTS, level: 3 } }).findAll('.funded-project-list > li')

  it('say who was funded, when, and with how much', () => {
    expect(entries()[0]?.get('h3').text()).toBe('Beispielprojekt')
    expect(entries()[0]?.get('.note').text().replace(/\s+/g, ' ')).toMatch(/^Beispielnetz · 2023 · 12\.345 Euro 1 Quelle/)
  })

  it('say what we did not find, and what is not certain', () => {
    expect(entries()[1]?.get('.note').text().replace(/\s+/g, ' ')).toBe(
      'Träger nicht genannt · Betrag nicht gefunden · unsicher Keine Quelle angegeben.',
    )
  })
})
