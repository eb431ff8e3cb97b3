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
})
