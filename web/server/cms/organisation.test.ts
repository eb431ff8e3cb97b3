import { describe, expect, it } from 'vitest'
import { toOrganisation } from './organisation'

describe('the name of an organisation', () => {
  it.each([
    ['مجلس المدينة', 'ar', 'ar'], ['Linden Legendz e. V.', 'fa', 'de'], ['Съвет', 'bg', 'bg'], ['MiSO', 'ru', 'de'], ['MiSO', 'tr', 'tr'], ['Rat', 'de', 'de'],
  ])('%s in a text in %s is in %s', (name, locale, language) => {
    expect(toOrganisation({ slug: 'x', name, locale, kind: 'other' }).name).toEqual({ value: name, locale: language })
  })
})
