import { describe, expect, it } from 'vitest'
import { toOrganisation } from './organisation'
import { toText, toTitle, valueIn } from './text'

describe('a text of the cms', () => {
  it('knows its language, German where none is said', () => {
    expect(toText('Hallo', 'en')).toEqual({ value: 'Hallo', locale: 'en' })
    expect(toText('Hallo', null)).toEqual({ value: 'Hallo', locale: 'de' })
  })

  it.each([null, undefined, ''])('is none where it says %j', (value) => {
    expect(toText(value, 'de')).toBeNull()
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

  it('of an organisation is its name, German where no language is said', () => {
    expect(toOrganisation({ slug: 'rat', name: 'Rat der Stadt', nameLocale: 'de', kind: 'council' })).toEqual({
      slug: 'rat', name: { value: 'Rat der Stadt', locale: 'de' }, kind: 'council',
    })
    expect(toOrganisation({ slug: 'rat', name: 'Rat', nameLocale: null, kind: 'unknown' })).toEqual({
      slug: 'rat', name: { value: 'Rat', locale: 'de' }, kind: 'unknown',
    })
  })
})
