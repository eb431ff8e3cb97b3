import type { FundedProjectEntryFragment } from 'shared-types'
import { describe, expect, it } from 'vitest'
import { toFundedProjects } from './funded-project'

const cafe: FundedProjectEntryFragment = {
  documentId: 'f1', title: 'Sprachcafé', description: 'Treffen am Dienstag.', locale: 'de', date: '2023-03',

  amount: 5000, certainty: 'reported',
  organisation: { slug: 'netz', name: 'Netzwerk', nameLocale: 'de', kind: 'network' }, citations: [],
}

describe('a funded project of the cms', () => {
  it('says who was funded, when and with how much', () => {
    expect(toFundedProjects([cafe])).toEqual([
      {
        id: 'f1', title: { value: 'Sprachcafé', locale: 'de' },
        description: { value: 'Treffen am Dienstag.', locale: 'de' },
        organisation: { slug: 'netz', name: { value: 'Netzwerk', locale: 'de' }, kind: 'network' }, date: '2023-03',
        amount: 5000, certainty: 'reported', citations: [],
      },
    ])
  })

  it('of which nothing was published names nobody and no amount', () => {
    expect(
      toFundedProjects([
        {
          ...cafe,
          description: null, date: null, amount: null, certainty: 'unknown', organisation: null,
        },
      ]),
    ).toEqual([
      {
        id: 'f1', title: { value: 'Sprachcafé', locale: 'de' }, description: null, organisation: null, date: null, amount: null,
        certainty: 'unknown', citations: [],
      },
    ])
  })

  it('with nothing was funded with nothing: that is a number', () => {
    expect(toFundedProjects([{ ...cafe, amount: 0 }])[0]?.amount).toBe(0)
  })
})
