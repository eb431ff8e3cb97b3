import { mount, renderToString } from '@vue/test-utils'
import { CHANGE_KINDS } from 'shared-types'
import type { Change } from '~~/server/cms/change'
import { describe, expect, it } from 'vitest'
import { CHANGE_PAGE, CHANGES, PUBLICATIONS } from '~/gallery/examples'
import { readChangeQuery } from '~/utils/change-filter'
import { speak } from '~~/test/i18n'
import ChangeFilter from './ChangeFilter.vue'
import ChangeList from './ChangeList.vue'
import LastVisit from './LastVisit.vue'
import PublicationList from './PublicationList.vue'

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

describe('what changed', () => {
  const entries = (changes: Change[] = CHANGES) => mount(ChangeList, { props: { changes } }).findAll('ol > li')
  const sentences = (changes?: Change[]) => entries(changes).map(entry => plain(entry.findAll('p')[1]?.text() ?? ''))

  it('is told in a sentence of its own for every kind', () => {
    expect(new Set(CHANGES.map(({ kind }) => kind))).toEqual(new Set(CHANGE_KINDS))
    expect(sentences()).toEqual([
      'Los: von „in Bearbeitung“ zu „abgeschlossen“.',
      'Los: erster bekannter Stand „beschlossen“.',
      'Beispielrat zu Los: zugestimmt.',
      'Zweiter Beispielplan: ausgeschrieben.',
      'aufgeteilt: Von: Beispielmaßnahme alt · Nach: Beispielmaßnahme neu-1 und Beispielmaßnahme neu-2.',
      'Zweiter Beispielplan erhält den Namen WIR (Beispiel).',
    ])
  })

  it('is told in Arabic too', () => {
    speak('ar')
    expect(sentences()).toEqual([
      'Los: من «قيد التنفيذ» إلى «منجز».',
      'Los: أول مرحلة معروفة «مُقَرّ».',
      'Beispielrat بشأن Los: تمت الموافقة.',
      'Zweiter Beispielplan: فُتح باب التقديم.',
      'قُسِّم: من: Beispielmaßnahme alt · إلى: Beispielmaßnahme neu-1 وBeispielmaßnahme neu-2.',
      'Zweiter Beispielplan تحصل على الاسم WIR (Beispiel).',
    ])
  })

  it('says of names that are not translated in which language they are', () => {
    speak('ar')
    for (const entry of entries()) expect(entry.find('[lang=de][dir=ltr]').exists()).toBe(true)
  })

  it('leads to the measures and plans it is about', () => {
    expect(
      entries().map(entry =>
        entry
          .findAll('p')[1]
          ?.findAll('a')
          .map(link => link.attributes('href')),
      ),
    ).toEqual([
      ['/massnahmen/beispiel-kurz'], ['/massnahmen/beispiel-kurz'], ['/massnahmen/beispiel-kurz'],
      ['/plaene/beispiel-wir'], ['/massnahmen/alt', '/massnahmen/neu-1', '/massnahmen/neu-2'], ['/plaene/beispiel-wir'],
    ])
  })

  it('of a body on a plan as a whole says so', () => {
    const about = CHANGES.filter(({ kind, measure }) => kind === 'decision' && measure).map(change => ({
      ...change,
      measure: null, plan: { slug: 'beispiel-wir', title: { value: 'Zweiter Beispielplan', locale: 'de' } },
    }))
    expect(sentences(about)).toEqual(['Beispielrat zu Zweiter Beispielplan: zugestimmt.'])
  })

  it('stands under its year, and says its day as exactly as it is known', () => {
    const list = mount(ChangeList, { props: { changes: CHANGES } })
    expect(list.findAll('h2').map(year => year.text())).toEqual(['2024', '2023', '2022', '2021'])
    expect(list.findAll('ol > li').map(entry => entry.get('time').text())).toEqual([
      '1. Mai 2024', '2024', '2023', '2023', '2022', '2021',
    ])
  })

  it('names its sources', () => {
    expect(entries().map(entry => entry.find('details').exists())).toEqual(CHANGES.map(() => true))
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
    expect(options('kind')).toEqual(['alle', 'neuer Stand', 'Entscheidung', 'Herkunft und Verbleib', 'neuer Name'])
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

  it('leads to its page and to the version that was published', () => {
    expect(
      list()
        .findAll('ul > li')
        .map(entry => entry.findAll('a').map(link => [link.text(), link.attributes('href')])),
    ).toEqual([
      [
        ['Los', '/massnahmen/beispiel-kurz'], ['Fassung 2', '/massnahmen/beispiel-kurz/v/2'],
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
    }
    expect(
      mount(PublicationList, { props: { publications: [published] } })
        .findAll('a')
        .map(link => link.attributes('href')),
    ).toEqual([page, version])
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
