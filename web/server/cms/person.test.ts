import { describe, expect, it } from 'vitest'
import { toPerson } from './person'

const recorded = { slug: 'beispiel', name: 'Beispielperson Eins', nameInScript: null, locale: 'ar' }

describe('the name of a person', () => {
  it('is in Latin letters where no other is known', () => {
    expect(toPerson(recorded)).toEqual({
      slug: 'beispiel', name: { value: 'Beispielperson Eins', locale: 'de' }, latinName: null,
    })
  })

  it('is in the script of the language where that is known, with the Latin one beside it', () => {
    expect(toPerson({ ...recorded, nameInScript: 'شخص للمثال' })).toEqual({
      slug: 'beispiel', name: { value: 'شخص للمثال', locale: 'ar' }, latinName: 'Beispielperson Eins',
    })
  })

  it('is the slug rather than nothing', () => {
    expect(toPerson({ ...recorded, name: null }).name.value).toBe('beispiel')
    expect(toPerson({ slug: null, name: null, nameInScript: null, locale: null })).toEqual({
      slug: '', name: { value: '–', locale: 'de' }, latinName: null,
    })
  })
})
