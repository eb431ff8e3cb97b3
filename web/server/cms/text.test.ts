import { describe, expect, it } from 'vitest'
import { toOrganisation } from './organisation'
import { richTextOf, textOf, toText, toTitle, valueIn } from './text'

describe('a text of the cms', () => {
  it('knows its language, and that nobody has said it', () => {
    expect(toText('Hallo', 'en')).toEqual({ value: 'Hallo', locale: 'en' })
    expect(toText('Hallo', null)).toEqual({ value: 'Hallo', locale: 'und' })
  })

  it.each([null, undefined, ''])('is none where it says %j', (value) => {
    expect(toText(value, 'de')).toBeNull()
  })
})

describe('what is not translated', () => {
  const paragraph = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }]
  const node = (about: string | null, text: unknown) => ({
    locale: 'tr', about, text,
    inSourceLanguage: { locale: 'de', about: 'Ein Gremium.', text: paragraph('Ein Absatz.') },
  })

  it.each([
    ['Bir kurul.', 'tr'], [null, 'de'], ['', 'de'], [' – ', 'de'],
  ])('stands in its own language: %j is %s', (about, locale) => {
    expect(textOf(node(about, null), 'about')?.locale).toBe(locale)
  })

  it.each([
    [paragraph('Bir paragraf.'), 'tr'], [null, 'de'], [[], 'de'], [paragraph(' '), 'de'],
  ])('stands in its own language as a text in blocks, too: %j is %s', (text, locale) => {
    expect(richTextOf(node(null, text), 'text').locale).toBe(locale)
  })

  it('is nothing where its source says nothing', () => {
    const empty = { locale: 'tr', about: null, inSourceLanguage: { locale: 'de', about: null } }
    expect(textOf(empty, 'about')).toBeNull()
    expect(richTextOf(empty, 'about')).toEqual({ blocks: null, locale: 'tr' })
  })
})

describe('what a text says in a language', () => {
  it('is nothing where it is in another, or is not there', () => {
    expect([
      valueIn('tr', { value: 'Merhaba', locale: 'tr' }), valueIn('tr', { value: 'Hallo', locale: 'de' }),
      valueIn('tr', null),
    ]).toEqual(['Merhaba', '', ''])
  })
})

describe('the title of an entry', () => {
  it('has its language', () => {
    expect(toTitle({ title: 'Plan', locale: 'en' })).toEqual({ value: 'Plan', locale: 'en' })
  })

  it('of an organisation is its name, in an unknown language where none is said', () => {
    expect(toOrganisation({ slug: 'rat', name: 'Rat der Stadt', nameLocale: 'de', kind: 'council' })).toEqual({
      slug: 'rat', name: { value: 'Rat der Stadt', locale: 'de' }, kind: 'council',
    })
    expect(toOrganisation({ slug: 'rat', name: 'Rat', nameLocale: null, kind: 'unknown' })).toEqual({
      slug: 'rat', name: { value: 'Rat', locale: 'und' }, kind: 'unknown',
    })
  })
})
