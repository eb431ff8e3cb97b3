import { mount, renderToString } from '@vue/test-utils'
import { CHANGE_KINDS } from 'shared-types'
import type { Change } from '~~/server/cms/change'
import type { Comparison } from '~~/server/cms/version-comparison'
import { describe, expect, it } from 'vitest'
import { CHANGE_PAGE, CHANGES, COMPARISON, PUBLICATIONS, VERSIONS } from '~/gallery/examples'
import { readChangeQuery } from '~/utils/change-filter'
import { speak } from '~~/test/i18n'
import ChangeFilter from './ChangeFilter.vue'
import ChangeList from './ChangeList.vue'
import ChosenMeasure from './ChosenMeasure.vue'
import LastVisit from './LastVisit.vue'
import PublicationList from './PublicationList.vue'
import VersionComparison from '../version/VersionComparison.vue'
import VersionLines from '../version/VersionLines.vue'

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

describe('what changed', () => {
  const entries = (changes: Change[] = CHANGES) => mount(ChangeList, { props: { changes } }).findAll('ol > li')
  const sentences = (changes?: Change[]) => entries(changes).map(entry => plain(entry.get('.change-sentence').text()))

  it('is told in a sentence of its own for every kind', () => {
    expect(new Set(CHANGES.map(({ kind }) => kind))).toEqual(new Set(CHANGE_KINDS))
    expect(sentences()).toEqual([
      'Maßnahme Beispielmaßnahme weg wurde hier gelöscht.',
      'Los: von „in Bearbeitung“ zu „abgeschlossen“.',
      'Los: erster bekannter Stand „beschlossen“.',
      'Beispielrat zu Los: zugestimmt.',
      'Zweiter Beispielplan (Maßnahmenkatalog): beschlossen (Ja: 40 und Nein: 12).',
      'Beispielnetz bekam Geld für das Projekt Beispielprojekt (12.345 Euro).',
      'Aus Beispielmaßnahme alt wurde Beispielmaßnahme neu-1 und Beispielmaßnahme neu-2 (aufgeteilt).',
      'Bericht: Beispielereignis.',
      'Neuer Beitrag: Beispielbeitrag (Beispiel) (Bericht).',
      'Zweiter Beispielplan erhält den Namen WIR (Beispiel).',
      'Los erhält den Namen Los geht’s.',
    ])
  })

  it('is told in Arabic too', () => {
    speak('ar')
    expect(sentences()).toEqual([
      'حُذف من هنا: تدبير Beispielmaßnahme weg.',
      'Los: من «قيد التنفيذ» إلى «منجز».',
      'Los: أول مرحلة معروفة «مُقَرّ».',
      'Beispielrat بشأن Los: تمت الموافقة.',
      'Zweiter Beispielplan (Maßnahmenkatalog): أُقرّ (مع: 40 وضد: 12).',
      'Beispielnetz: تمويل لمشروع Beispielprojekt (12,345 يورو).',
      'من Beispielmaßnahme alt نشأ Beispielmaßnahme neu-1 وBeispielmaßnahme neu-2 (قُسِّم).',
      'تقرير: Beispielereignis.',
      'مقال جديد: Beispielbeitrag (مثال) (تقرير).',
      'Zweiter Beispielplan تحصل على الاسم WIR (Beispiel).',
      'Los يحصل على الاسم Los geht’s.',
    ])
  })

  it('says of names that are not translated in which language they are', () => {
    speak('ar')
    for (const entry of entries()) expect(entry.find('[lang=de][dir=ltr]').exists()).toBe(true)
  })

  it('leads to what it is about', () => {
    expect(
      entries().map(entry =>
        entry
          .get('.change-sentence')
          .findAll('a')
          .map(link => link.attributes('href')),
      ),
    ).toEqual([
      [], ['/massnahmen/beispiel-kurz'], ['/massnahmen/beispiel-kurz'], ['/massnahmen/beispiel-kurz'],
      ['/plaene/beispiel-wir'], ['/plaene/beispiel-wir/projekte'],
      ['/massnahmen/alt', '/massnahmen/neu-1', '/massnahmen/neu-2'], ['/zeitleiste#alles'], ['/beitraege/beispiel'],
      ['/plaene/beispiel-wir'], ['/massnahmen/beispiel-kurz'],
    ])
  })

  it('stands under its year, and says its day as exactly as it is known, for programs too', () => {
    const list = mount(ChangeList, { props: { changes: CHANGES } })
    expect(list.findAll('h2').map(year => year.text())).toEqual(['2024', '2023', '2022', '2021'])
    const times = list.findAll('ol > li').map(entry => entry.get('time'))
    expect(times.map(time => time.text())).toEqual([
      '1. Juni 2024', '1. Mai 2024', '2024', '2023', '2023', '2023', '2022', 'März 2022', '1. März 2022', '2021', '2021',
    ])
    expect(times.map(time => time.attributes('datetime'))).toEqual([
      '2024-06-01', '2024-05-01', '2024', '2023', '2023', '2023', '2022', '2022-03', '2022-03-01', '2021', '2021',
    ])
  })

  it('names its sources', () => {
    expect(entries().map(entry => entry.find('.source-mark').exists())).toEqual(
      CHANGES.map(({ kind }) => kind !== 'article' && kind !== 'gone'),
    )
  })

  it('is nothing where nothing changed', () => {
    expect(mount(ChangeList, { props: { changes: [] } }).text()).toBe('')
  })
})

describe('the filter of changes', () => {
  const shown = (query: Record<string, string> = {}) =>
    mount(ChangeFilter, { props: { page: CHANGE_PAGE, choice: readChangeQuery(query).choice } })
  const options = (name: string) =>
    shown()
      .findAll(`select[name=${name}] option`)
      .map(option => option.text())

  it('is a form that any browser sends to the changes', () => {
    expect(shown().get('form').attributes()).toMatchObject({
      'method': 'get', 'action': '/aenderungen', 'aria-label': 'Änderungen filtern',
    })
    expect(shown().get('button[type=submit]').text()).toBe('Anzeigen')
  })

  it('has a label for everything that can be chosen', () => {
    const filter = shown()
    expect(
      filter
        .findAll('label')
        .map(label => [label.text(), filter.get(`#${label.attributes('for')}`).attributes('name')]),
    ).toEqual([
      ['Seit', 'since'], ['Plan', 'plan'], ['Handlungsfeld', 'field'], ['Art', 'kind'],
    ])
  })

  it('offers the plans, their fields under the name of the plan, and the kinds in words', () => {
    expect(options('plan')).toEqual(['alle', 'Beispielplan von 2008', 'Zweiter Beispielplan'])
    expect(options('kind')).toEqual([
      'alle', 'neuer Stand', 'Entscheidung', 'Was aus Maßnahmen wurde', 'neuer Name', 'Ereignis', 'neuer Beitrag',
      'gefördertes Projekt', 'nicht mehr hier',
    ])
    expect(
      shown()
        .findAll('optgroup')
        .map(group => [group.attributes('label'), group.findAll('option').length]),
    ).toEqual([
      ['Beispielplan von 2008', 5], ['Zweiter Beispielplan', 0],
    ])
  })

  it('stands where it was left, in what the server sends', async () => {
    const page = document.createElement('main')
    const { choice } = readChangeQuery({
      since: '2021', plan: 'beispiel-wir', field: 'beispiel-two', kind: 'name', measure: 'beispiel-kurz',
    })
    page.innerHTML = await renderToString(ChangeFilter, { props: { page: CHANGE_PAGE, choice } })
    expect([...page.querySelectorAll('option[selected]')].map(option => option.getAttribute('value'))).toEqual([
      'beispiel-wir', 'beispiel-two', 'name',
    ])
    expect(page.querySelector('input[name=since]')?.getAttribute('value')).toBe('2021-01-01')
    expect(page.querySelector('input[type=hidden][name=measure]')?.getAttribute('value')).toBe('beispiel-kurz')
  })

  it('names the measure to which it is limited, and lets go of it', () => {
    const { choice } = readChangeQuery({ plan: 'beispiel-wir', measure: 'beispiel-kurz', page: '2' })
    const measure = { slug: 'beispiel-kurz', title: { value: 'Los', locale: 'de' }, isGone: false }
    const told = mount(ChosenMeasure, { props: { measure, choice } })
    expect(plain(told.text())).toBe('Nur zu dieser Maßnahme: Los. Wieder alle Maßnahmen zeigen')
    const [named, away] = told.findAll('a').map(link => link.attributes('href'))
    expect(named).toBe('/massnahmen/beispiel-kurz')
    expect(away).not.toContain('measure=')
    expect(away).not.toContain('page=')
    expect(away).toContain('plan=beispiel-wir')
  })

  it('keeps no measure where none was chosen', () => {
    expect(shown().find('input[name=measure]').exists()).toBe(false)
  })
})

describe('what was published here', () => {
  const list = () => mount(PublicationList, { props: { publications: PUBLICATIONS } })

  it('stands under the day of publishing', () => {
    expect(list().findAll('h2').map(day => day.text())).toEqual(['3. Mai 2024'])
    expect(list().findAll('ul > li')).toHaveLength(2)
  })

  it('says what kind of thing it is', () => {
    expect(list().findAll('ul > li').map(entry => plain(entry.text()).split('Fassung')[0]?.trim())).toEqual([
      'Maßnahme: Los', 'Ereignis: Beispielereignis',
    ])
  })

  it('leads to its page and to the version that was published', () => {
    expect(
      list()
        .findAll('ul > li')
        .map(entry => entry.findAll('a').map(link => [link.text(), link.attributes('href')])),
    ).toEqual([
      [
        ['Los', '/massnahmen/beispiel-kurz'], ['Fassung 2', '/massnahmen/beispiel-kurz/v/2'],
        ['Mit Fassung 1 vergleichen', '/massnahmen/beispiel-kurz/v/2?mit=1'],
        ['Fassung 1', '/massnahmen/beispiel-kurz/v/1'],
      ],
      [
        ['Beispielereignis', '/zeitleiste#alles'], ['Fassung 1', '/zeitleiste/alles/v/1'],
      ],
    ])
  })

  it.each([
    ['Article', '/beitraege/beispiel', '/beitraege/beispiel/v/1'], ['Page', '/seiten/beispiel', '/seiten/beispiel/v/1'],
  ] as const)('lead to an %s and to its version', (type, page, version) => {
    const published = {
      id: 'x', type, slug: 'beispiel', title: { value: 'Beispiel', locale: 'de' }, number: 1,
      publishedOn: '2024-05-03T09:00:00Z',
      versions: [{ number: 1, publishedOn: '2024-05-03T09:00:00Z', withdrawnFor: null, changed: null }],
    }
    expect(
      mount(PublicationList, { props: { publications: [published] } })
        .findAll('a')
        .map(link => link.attributes('href')),
    ).toEqual([page, version])
  })

  it('say what each version changed, where that is known, and lead to the comparison with the one before it', () => {
    const list = mount(VersionLines, { props: { versions: VERSIONS, kind: 'measures', slug: 'bus', language: 'de' } })
    expect(list.findAll('li').map(line => plain(line.text()))).toEqual([
      'Fassung 3 · 3. Mai 2024 · Angaben geändert: Zeitraum und Federführung. Auch der Text ist geändert (Wörter: 12). '
      + 'Mit Fassung 2 vergleichen',
      'Fassung 2 · 3. Mai 2024 · Rechtschreibung oder Schreibweise geändert (Wörter: 1). Mit Fassung 1 vergleichen',
      'Fassung 1 · 1. Januar 2023',
    ])
    expect(list.findAll('a').map(link => link.attributes('href'))).toContain('/massnahmen/bus/v/3?mit=2')
  })

  it('do not offer to compare with a version that was withdrawn', () => {
    const versions = VERSIONS.map(version => ({ ...version, withdrawnFor: version.number === 2 ? 'Recht' : null }))
    const list = mount(VersionLines, { props: { versions, kind: 'measures', slug: 'bus', language: 'de' } })
    expect(list.text()).not.toContain('vergleichen')
    expect(list.text()).toContain('Diese Fassung wurde zurückgezogen')
  })
})

describe('two versions', () => {
  const compared = (given: Comparison) =>
    mount(VersionComparison, {
      props: { comparison: given, title: { value: 'Nachtbus', locale: 'de' }, path: '/massnahmen/bus/v/3', number: 3 },
    })

  it('are told apart by elements, lines and words, not by colour', () => {
    const page = compared(COMPARISON)
    expect(page.findAll('del, ins').map(part => [part.element.tagName, plain(part.text())])).toEqual([
      ['DEL', 'gestrichen: Bus'], ['INS', 'neu: Zug'], ['DEL', 'gestrichen: seit 2021'], ['INS', 'neu: seit 2022'],
      ['INS', 'neu: beschlossen · September 2022'], ['INS', 'neu: abgeschlossen · 2024'],
    ])
    expect(page.findAll('h2').map(title => title.text())).toEqual(['Kurz gesagt', 'Zeitraum', 'Stand'])
  })

  it('say of a fact that was not there before that nothing was said', () => {
    const [difference] = COMPARISON.problem === null ? COMPARISON.differences.slice(1) : []
    if (!difference) throw new Error('The example compares nothing.')
    const page = compared({ problem: null, before: 1, now: 3, differences: [{ ...difference, gone: [] }] })
    expect(plain(page.get('.fact').text())).toMatch(/^keine Angabe ?→ ?neu: seit 2022$/)
    expect(page.findAll('del')).toEqual([])
  })

  it.each([
    ['number', 'drei', '„drei“ ist keine Nummer einer Fassung. Gemeint ist eine Zahl ab 1.'],
    ['missing', '9', 'Eine Fassung 9 dieses Eintrags haben wir nicht gefunden.'],
    ['withdrawn', '2', 'Fassung 2 wurde zurückgezogen. Deshalb lässt sie sich nicht vergleichen.'],
    ['same', '3', 'Fassung 3 ist die Fassung auf dieser Seite. Mit sich selbst lässt sie sich nicht vergleichen.'],
  ] as const)('are not compared: %s', (problem, value, sentence) => {
    expect(compared({ problem, value }).get('[role=status]').text()).toBe(sentence)
  })
})

describe('the memory of the last visit', () => {
  it('offers nothing without script', () => {
    expect(mount(LastVisit).get('[data-last-visit]').attributes()).toHaveProperty('hidden')
    expect(mount(LastVisit).text()).toBe('')
  })

  it('has the words the script needs, in the language of the page, with a place for the day', () => {
    expect(mount(LastVisit).get('[data-last-visit]').attributes()).toMatchObject({
      'data-last-visit': '/aenderungen', 'data-since': 'Neu seit meinem letzten Besuch am {day}',
      'data-forget': 'Vergessen', 'data-remembered': 'Gemerkt.',
    })
    speak('ar')
    expect(mount(LastVisit).get('[data-last-visit]').attributes()).toMatchObject({
      'data-last-visit': '/ar/changes', 'data-since': 'الجديد منذ زيارتي الأخيرة في {day}',
    })
  })
})
