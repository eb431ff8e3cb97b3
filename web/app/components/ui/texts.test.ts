import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { DATES, TEXTS } from '~/gallery/examples'
import { speak } from '~~/test/i18n'
import FactList from './FactList.vue'
import HistoricalDate from './HistoricalDate.vue'
import LocalText from './LocalText.vue'
import OperatorEntry from './OperatorEntry.vue'

const english = { value: 'An example', locale: 'en' }
const german = { value: 'Ein Beispiel', locale: 'de' }
const arabic = { value: 'مثال', locale: 'ar' }

describe('a text', () => {
  it('in the language of the page says nothing about its language', () => {
    expect(mount(LocalText, { props: { text: german } }).html()).toBe('Ein Beispiel')
    expect(mount(LocalText, { props: { text: german, tag: 'p' } }).html()).toBe('<p>Ein Beispiel</p>')
  })

  it('in another language says which, and in which direction it runs', () => {
    expect(
      mount(LocalText, { props: { text: arabic, tag: 'p' } })
        .get('p')
        .attributes(),
    ).toEqual({ lang: 'ar', dir: 'rtl' })
    expect(
      mount(LocalText, { props: { text: english } })
        .get('span')
        .attributes(),
    ).toEqual({ lang: 'en', dir: 'ltr' })
  })

  it('in German on an Arabic page runs from left to right', () => {
    speak('ar')
    expect(mount(LocalText, { props: { text: german } }).get('[lang=de]').attributes('dir')).toBe('ltr')
    expect(mount(LocalText, { props: { text: arabic } }).find('[lang]').exists()).toBe(false)
  })

  it('is shown as it is written, never as markup', () => {
    expect(mount(LocalText, { props: { text: { value: '<b>fett</b>', locale: 'de' }, tag: 'p' } }).text()).toBe(
      '<b>fett</b>',
    )
  })

  it('in a language that nobody has said claims none: its letters say in which direction it runs', () => {
    const text = { value: 'Tuna', locale: 'und' }
    expect(mount(LocalText, { props: { text } }).get('span').attributes()).toEqual({ lang: 'und', dir: 'auto' })
  })

  it('in a language that is not in the table is refused', () => {
    expect(() => mount(LocalText, { props: { text: { value: 'приклад', locale: 'uk' } } })).toThrow('No language "uk"')
  })

  it('of the gallery can be shown in every language', () => {
    for (const text of TEXTS) expect(mount(LocalText, { props: { text, tag: 'p' } }).text()).toBe(text.value)
  })
})

describe('a date', () => {
  it.each([
    ['2008', '2008', '2008'], ['2020-01', 'Januar 2020', '2020-01'], ['2012?', '2012 (unsicher)', '2012'],
    ['2022-09~', 'etwa September 2022', '2022-09'], ['2018/2018', '2018', undefined],
    ['2022-09/..', 'seit September 2022', undefined], ['kein Datum', 'kein Datum', undefined],
  ])('%s reads "%s", for machines %s', (date, words, machineReadable) => {
    const time = mount(HistoricalDate, { props: { date } }).get('time')
    expect(time.text()).toBe(words)
    expect(time.attributes('datetime')).toBe(machineReadable)
  })

  it('is said in the language of the page', () => {
    speak('en')
    expect(mount(HistoricalDate, { props: { date: '2012?' } }).text()).toBe('2012 (uncertain)')
    speak('ar')
    expect(mount(HistoricalDate, { props: { date: '2022-09/..' } }).text()).toMatch(/^منذ سبتمبر/)
  })

  it('is never shown as it is stored, where it is one', () => {
    for (const date of DATES.filter(text => /[/~?]|-/.test(text)))
      expect(mount(HistoricalDate, { props: { date } }).text()).not.toContain(date)
  })
})

describe('what the operator enters', () => {
  const props = { title: 'Betreiber', what: 'Name und Anschrift' }

  it('is shown as far as it is there', () => {
    const entry = mount(OperatorEntry, { props: { ...props, entries: ['Verein', null, 'Weg 1'] } })
    expect(entry.get('h2').text()).toBe('Betreiber')
    expect(entry.findAll('p').map(line => line.text())).toEqual(['Verein', 'Weg 1'])
  })

  it('is asked for where it is missing', () => {
    expect(
      mount(OperatorEntry, { props: { ...props, entries: [null, ''] } })
        .get('p')
        .text(),
    ).toContain('Wird ergänzt: Name und Anschrift.')
  })
})

describe('a list of facts', () => {
  it('is a list of terms and what they mean', () => {
    expect(
      mount(FactList, { slots: { default: '<div><dt>Geltung</dt><dd>2008</dd></div>' } })
        .get('dl dt')
        .text(),
    ).toBe('Geltung')
  })
})
