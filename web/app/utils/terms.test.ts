import fc from 'fast-check'
import type { GlossaryEntry } from '~~/server/cms/glossary'
import type { Text } from '~~/server/cms/text'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { startNotes, type TermNotes, termLink } from './terms'

const term = (
  title: string,
  {
    forms = [], inflections = [], locale = 'de',
    ...given
  }: { forms?: string[], inflections?: string[], locale?: string }
    & Partial<Omit<GlossaryEntry, 'forms' | 'inflections'>> = {},
): GlossaryEntry => ({
  id: title, slug: title.toLowerCase(), title: { value: title, locale },
  explanation: { value: `Was ${title} heißt.`, locale },
  forms: forms.map(value => ({ value, locale })), inflections: inflections.map(value => ({ value, locale })),
  doNotTranslate: false, period: null, replacedBy: null, languages: [locale], translationOrigin: null, citations: [],
  ...given,
})
const LIP = term('LIP', { forms: ['Lokaler Integrationsplan', 'Lokalen Integrationsplans'] })
const LIP_2 = term('LIP 2.0')
const ZIEL = term('Ziel', { forms: ['Ziele'] })

const inGerman = (value: string): Text => ({ value, locale: 'de' })
/** What is explained in a text, as it stands there. */
const explained = (notes: TermNotes, text: string | Text) =>
  notes
    .partsOf(typeof text === 'string' ? inGerman(text) : text)
    .filter(part => part.term)
    .map(part => part.text)

afterEach(() => { vi.restoreAllMocks() })

describe('a term', () => {
  it('is explained where it first occurs, and nowhere else on the page', () => {
    const notes = startNotes([LIP, ZIEL])
    expect(notes.partsOf(inGerman('Der LIP hat Ziele, der LIP hat sie noch.'))).toEqual([
      { text: 'Der ', locale: 'de', term: null }, { text: 'LIP', locale: 'de', term: LIP },
      { text: ' hat ', locale: 'de', term: null }, { text: 'Ziele', locale: 'de', term: ZIEL },
      { text: ', der LIP hat sie noch.', locale: 'de', term: null },
    ])
    expect(explained(notes, 'Ein Lokaler Integrationsplan und ein Ziel.')).toEqual([])
    expect(notes.occurred()).toEqual([LIP, ZIEL])
  })

  it('is found bent as the language bends it, though its page does not list that', () => {
    const measure = term('мера', { locale: 'ru', inflections: ['меры', 'мер', 'мерам'] })
    const text = { value: 'Из мер выбрана одна.', locale: 'ru' }
    expect(explained(startNotes([measure]), text)).toEqual(['мер'])
    expect(explained(startNotes([measure]), { value: 'Примерно так.', locale: 'ru' })).toEqual([])
  })

  it('is found in each of its forms, the longest first', () => {
    expect(explained(startNotes([LIP]), 'Das Ende des Lokalen Integrationsplans.')).toEqual([
      'Lokalen Integrationsplans',
    ])
    expect(explained(startNotes([LIP, LIP_2]), 'Aus LIP 2.0 wurde nie wieder LIP.')).toEqual(['LIP 2.0', 'LIP'])
    expect(explained(startNotes([LIP, LIP_2]), 'LIP 2.05')).toEqual(['LIP'])
  })

  it.each([
    ['lip', []], ['LIPs', []], ['(LIP)', ['LIP']], ['„LIP“', ['LIP']], ['LIP.', ['LIP']], ['LIP-Lab', []],
    ['LIP-ê', ['LIP']], ['Vor-LIP', []], ['LIP2', []], ['2LIP', []], ['LIP.5', []], ['LIP*innen', []], ['ÄLIP', []],
    ['LIPä', []], ['Ziel', ['Ziel']], ['ziel', []], ['Ziel\u0301', []],
    ['Lokaler\u00a0Integrationsplan', ['Lokaler\u00a0Integrationsplan']],
    ['Lokaler\nIntegrationsplan', ['Lokaler\nIntegrationsplan']], ['', []],
  ])('in „%s“ is %j', (text, words) => {
    expect(explained(startNotes([LIP, ZIEL]), text)).toEqual(words)
  })

  it('begins with a small or a capital letter where the language leaves that to the sentence', () => {
    const found = (title: string, locale: string, value: string) =>
      explained(startNotes([term(title, { locale })]), { value, locale })
    expect([
      found('Measure', 'en', 'a measure'), found('measure', 'en', 'Measure for measure'),
      found('AG Jugend', 'en', 'aG Jugend'),
    ]).toEqual([['measure'], ['Measure'], []])
    expect([found('freiwillig', 'de', 'Freiwillig oder nicht'), found('Rat', 'de', 'sie rat')]).toEqual([
      ['Freiwillig'], [],
    ])
  })

  it('is found without what its title adds in a bracket', () => {
    expect(
      explained(
        startNotes([term('Fach-Gruppe (Expert*innengruppe)')]), 'Eine Fach-Gruppe (neu) und eine Fach\u2011Gruppe.',
      ),
    ).toEqual(['Fach-Gruppe'])
  })

  it.each([
    ['ar', 'مجلس', 'قرر مجلس المدينة', ['مجلس']], ['ar', 'مجلس', 'المجلس', []],
    ['ar', 'ه\u200dم', 'ه\u200dم', ['ه\u200dم']],
  ])('in %s: „%s“ in „%s“', (locale, title, value, words) => {
    expect(explained(startNotes([term(title, { locale })]), { value, locale })).toEqual(words)
  })

  it('is looked for in texts of its own language only', () => {
    const measure = term('Measure', { locale: 'en' })
    expect(explained(startNotes([measure]), 'Das Wort Measure')).toEqual([])
    expect(explained(startNotes([measure]), { value: 'Das Wort Measure', locale: 'en' })).toEqual(['Measure'])
  })

  it('that keeps its word in another language is found there as well', () => {
    const kept = term('LIP', { explanation: { value: 'خطة', locale: 'ar' } })
    const [, part] = startNotes([kept]).partsOf({ value: 'خطة LIP', locale: 'ar' })
    expect(part).toEqual({ text: 'LIP', locale: 'de', term: kept })
    expect(part && termLink(part, 'ar')).toEqual({
      class: 'term', id: 'ref-lip', href: '#term-lip', translate: undefined, lang: 'de', dir: 'ltr',
    })
  })

  it('without an explanation is none', () => {
    expect(explained(startNotes([{ ...LIP, explanation: null }]), 'Der LIP')).toEqual([])
  })

  it('that another has the word of leaves it to the first', () => {
    const [first, second] = [term('Rat'), { ...term('Rat'), id: 'second' }]
    const notes = startNotes([first, second])
    notes.partsOf(inGerman('Der Rat und noch ein Rat'))
    expect(notes.occurred()).toEqual([first])
  })
})

describe('a text with terms', () => {
  const words = fc.string({
    unit: fc.constantFrom(
      'a', 'B', 'ß', 'İ', 'م', '*', '.', '-', '(', ')', '[', '\\', '$', '|', '^', ' ', '\u0301', '𝒜', '2',
    ),
    minLength: 1, maxLength: 5,
  })

  it('loses and gains no letter, whatever the terms are', () => {
    fc.assert(fc.property(fc.array(words), fc.array(words).map(pieces => pieces.join(' ')), (titles, text) => {
      const parts = startNotes(titles.map(title => term(title))).partsOf(inGerman(text))
      expect(parts.map(part => part.text).join('')).toBe(text)
      expect(new Set(parts.flatMap(part => part.term?.id ?? [])).size).toBe(parts.filter(part => part.term).length)
    }))
  })

  it('explains any word of letters that stands alone in it', () => {
    fc.assert(fc.property(fc.stringMatching(/^[A-ZÄÖÜ]{2,9}$/), (word) => {
      expect(explained(startNotes([term(word)]), `Vor ${word}, danach`)).toEqual([word])
    }))
  })

  it('is read once, with one expression, however many terms there are', () => {
    const terms = Array.from({ length: 200 }, (_, index) =>
      term(`Begriff${index}`, { forms: ['eins', 'zwei', 'drei'].map(form => `${form} ${index}`) }),
    )
    const notes = startNotes(terms)
    const read = vi.spyOn(String.prototype, 'matchAll')
    const made = vi.spyOn(globalThis, 'RegExp')
    expect(
      explained(notes, 'Ein Satz ohne Begriffe, aber mit Wörtern. '.repeat(4800) + 'Begriff7 und Begriff199.'),
    ).toEqual(['Begriff7', 'Begriff199'])
    explained(notes, 'Noch ein Text.')
    expect(read).toHaveBeenCalledTimes(2)
    expect(made.mock.calls.filter(([source]) => typeof source === 'string')).toHaveLength(1)
  })
})
