import fc from 'fast-check'
import { CHANGE_KINDS } from 'shared-types'
import { describe, expect, it } from 'vitest'
import { readChangeQuery, toChangeAddress } from './change-filter'

const ANY = { since: '2020-01-01', plan: '', field: '', measure: '', kind: '', view: 'happened', page: 1 }

describe('a choice of changes', () => {
  it('begins with the process of which the website tells where the address says nothing', () => {
    expect(readChangeQuery({})).toEqual({ choice: ANY, unknown: [] })
    expect(readChangeQuery({ since: '', kind: null, view: undefined })).toEqual({ choice: ANY, unknown: [] })
  })

  it('is what the address says', () => {
    expect(
      readChangeQuery({
        since: '2021-02-25', plan: 'wir', field: 'bildung', measure: 'mentoring', kind: 'decision', view: 'published',
        page: '2',
      }),
    ).toEqual({
      choice: {
        since: '2021-02-25', plan: 'wir', field: 'bildung', measure: 'mentoring', kind: 'decision', view: 'published',
        page: 2,
      },
      unknown: [],
    })
  })

  it.each([
    ['2021', '2021-01-01'], ['2020-02', '2020-02-01'], ['2012?', '2012-01-01'], [['2008', '2021'], '2008-01-01'],
    [' 2024 ', '2024-01-01'],
  ])('since %j begins on %s', (since, day) => {
    expect(readChangeQuery({ since })).toEqual({ choice: { ...ANY, since: day }, unknown: [] })
  })

  it.each(['gestern', '2021-02-30', '2020-01/2020-06', '2022-09/..', '2021\0'])(
    'sets "%s" aside, which is no date, and says so',
    (since) => {
      expect(readChangeQuery({ since })).toEqual({ choice: ANY, unknown: [since] })
    },
  )

  it.each(CHANGE_KINDS)('knows changes of the kind %s', (kind) => {
    expect(readChangeQuery({ kind })).toEqual({ choice: { ...ANY, kind }, unknown: [] })
  })

  it('sets a kind aside that there is not, and says it after the date', () => {
    expect(readChangeQuery({ since: 'bald', kind: 'typo', view: 'map' })).toEqual({
      choice: ANY, unknown: ['bald', 'typo'],
    })
  })
})

describe('the address of a choice of changes', () => {
  it('says the day, and nothing else that goes without saying', () => {
    expect(toChangeAddress(readChangeQuery({}).choice)).toEqual({ since: '2020-01-01' })
    expect(
      toChangeAddress(readChangeQuery({ since: '2021', kind: 'stage', view: 'published', page: '3' }).choice),
    ).toEqual({ since: '2021-01-01', kind: 'stage', view: 'published', page: '3' })
  })

  it('leads to the same choice, for any choice', () => {
    const word = fc.string({ maxLength: 100 }).map(text => text.trim())
    const day = fc
      .date({ min: new Date('2008-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map(date => date.toISOString().slice(0, 10))
    const choice = fc.record({
      since: day, plan: word, field: word, measure: word, kind: fc.constantFrom('', ...CHANGE_KINDS),
      view: fc.constantFrom('happened' as const, 'published' as const), page: fc.integer({ min: 1, max: 100_000 }),
    })
    fc.assert(
      fc.property(choice, (chosen) => {
        expect(readChangeQuery(toChangeAddress(chosen))).toEqual({ choice: chosen, unknown: [] })
      }),
    )
  })
})
