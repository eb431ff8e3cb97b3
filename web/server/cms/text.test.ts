import { describe, expect, it } from 'vitest'
import { toOrganisation } from './organisation'
import { toText, toTitle, valueIn, whole } from './text'

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
  it('is its slug where it has none, and a dash where it has nothing', () => {
    expect(toTitle({ title: 'Plan', slug: 'plan', locale: 'en' })).toEqual({ value: 'Plan', locale: 'en' })
    expect(toTitle({ title: null, slug: 'plan', locale: null })).toEqual({ value: 'plan', locale: 'de' })
    expect(toTitle({ title: null, locale: 'de' }).value).toBe('–')
  })

  it('of an organisation is its name, and its kind unknown where none is said', () => {
    expect(toOrganisation({ slug: 'rat', name: 'Rat der Stadt', nameLocale: 'de', kind: 'council' })).toEqual({
      slug: 'rat', name: { value: 'Rat der Stadt', locale: 'de' }, kind: 'council',
    })
    expect(toOrganisation({ slug: 'rat', name: null, nameLocale: null, kind: null })).toEqual({
      slug: 'rat', name: { value: 'rat', locale: 'de' }, kind: 'unknown',
    })
  })
})

describe('a list of the cms', () => {
  it('loses its holes, never what counts as nothing', () => {
    expect(whole([1, null, 0, '', false])).toEqual([1, 0, '', false])
    expect(whole(null)).toEqual([])
    expect(whole(undefined)).toEqual([])
  })
})
