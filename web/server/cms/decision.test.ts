import { type DecisionEntryFragment, ORGANISATION_KINDS, STATIONS } from 'shared-types'
import { describe, expect, it } from 'vitest'
import { toDecisions } from './decision'

const agreed: DecisionEntryFragment = {
  documentId: 'd1', outcome: 'agreed_with_changes', date: '2021-11-30', countsFrom: '2021-11-30',
  note: 'Nur für ein Jahr.', locale: 'de',
  body: { slug: 'rat', name: 'Rat der Stadt', nameLocale: 'de', kind: 'council' },
  citations: [
    {
      page: 'S. 3', quote: null,
      source: {
        documentId: 's1', kind: 'minutes', label: 'Protokoll', language: 'de', publisher: null, date: null, url: null,
        archiveUrl: null, paperNumber: null,
      },
    },
  ],
}

describe('a decision of the cms', () => {
  it('says who decided what, when, at which station, and where it stands', () => {
    expect(toDecisions([agreed])).toEqual([
      {
        id: 'd1', outcome: 'agreed_with_changes', date: '2021-11-30',
        body: { slug: 'rat', name: { value: 'Rat der Stadt', locale: 'de' }, kind: 'council' }, station: 'council',
        note: { value: 'Nur für ein Jahr.', locale: 'de' },
        citations: [
          {
            page: 'S. 3', quote: null,
            source: {
              id: 's1', kind: 'minutes', label: 'Protokoll', language: 'de', publisher: null, date: null, url: null,
              archiveUrl: null, paperNumber: null,
            },
          },
        ],
      },
    ])
  })

  it('of which only the outcome is known has no body and no date', () => {
    expect(
      toDecisions([
        { ...agreed, outcome: 'proposed', date: '', countsFrom: null, note: null, body: null, citations: [] },
      ]),
    ).toEqual([{ id: 'd1', outcome: 'proposed', date: '', body: null, station: 'proposal', note: null, citations: [] }])
  })

  it('without an outcome has none that is known', () => {
    expect(toDecisions([{ ...agreed, outcome: 'unknown' }])).toMatchObject([{ outcome: 'unknown', station: 'council' }])
  })

  it('of any body stands at a station of the way', () => {
    for (const kind of ORGANISATION_KINDS)
      expect(STATIONS).toContain(
        toDecisions([{ ...agreed, body: { slug: 'x', name: 'X', nameLocale: 'de', kind } }])[0]?.station,
      )
  })
})
