import type { DecisionEntryFragment } from 'shared-types'
import { describe, expect, it } from 'vitest'
import { toDecisions } from './decision'

const agreed: DecisionEntryFragment = {
  documentId: 'd1', outcome: 'agreed_with_changes', date: '2021-11-30', countsFrom: '2021-11-30',
  createdAt: '2024-01-01T00:00:00.000Z', part: 'Strategiepapier', reachesMeasures: false, isUnanimous: true, votesFor: 10,
  votesAgainst: 0, votesAbstained: null, event: { slug: 'sitzung', title: 'Sitzung des Rates', locale: 'de' },
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
  it('says who decided on what, when and where, with which votes, and where it stands', () => {
    expect(toDecisions([agreed])).toEqual([
      {
        id: 'd1', outcome: 'agreed_with_changes', date: '2021-11-30',
        countsFrom: '2021-11-30', madeOn: '2024-01-01T00:00:00.000Z', reachesMeasures: false,
        part: { value: 'Strategiepapier', locale: 'de' }, isUnanimous: true,
        votes: { for: 10, against: 0, abstained: null },
        event: { slug: 'sitzung', title: { value: 'Sitzung des Rates', locale: 'de' } },
        body: { slug: 'rat', name: { value: 'Rat der Stadt', locale: 'de' }, kind: 'council' },
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

  it('of which only the outcome is known has no body, no date and no votes', () => {
    expect(
      toDecisions([
        {
          ...agreed,
          outcome: 'proposed', date: '', countsFrom: null, note: null, part: null, isUnanimous: null, votesFor: null,
          votesAgainst: null, event: null, body: null, citations: [],
        },
      ]),
    ).toEqual([
      {
        id: 'd1', outcome: 'proposed', date: '', countsFrom: '', madeOn: '2024-01-01T00:00:00.000Z',
        reachesMeasures: false, part: null, isUnanimous: false, votes: { for: null, against: null, abstained: null },
        event: null, body: null, note: null, citations: [],
      },
    ])
  })

  it('without an outcome has none that is known', () => {
    expect(toDecisions([{ ...agreed, outcome: 'unknown' }])).toMatchObject([{ outcome: 'unknown' }])
  })
})
