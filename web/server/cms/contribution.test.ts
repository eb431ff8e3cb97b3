import type { ContributionByFragment, ContributionObjectFragment, ContributorsQuery } from 'shared-types'
import { describe, expect, it } from 'vitest'
import { toContributions, toContributionsBy, toContributionsTo } from './contribution'

const person = {
  slug: 'beispielperson', name: 'Beispielperson', nameInScript: 'شخص للمثال', locale: 'ar', isExample: true,
}
const group = { slug: 'gruppe', name: 'Gruppe', nameLocale: 'de', kind: 'expert_group' as const }
const nothing = { plan: null, body: null, measure: null, article: null, isForWebsite: false }
const entry = {
  documentId: 'c1', role: 'chair' as const, function: 'Vorsitzende', locale: 'de', period: '2020/2021',
  certainty: 'reported' as const, citations: [],
}
const by = (given: Partial<ContributionByFragment>): ContributionByFragment => ({
  ...entry,
  person: null, organisation: null,
  ...given,
})
const to = (given: Partial<ContributionObjectFragment>): ContributionObjectFragment => ({
  ...entry,
  ...nothing,
  ...given,
})
const shown = {
  id: 'c1', role: 'chair', function: { value: 'Vorsitzende', locale: 'de' }, period: '2020/2021', certainty: 'reported',
  citations: [],
}

describe('what somebody contributes to', () => {
  const named = { slug: 'eins', title: 'Eins', locale: 'de' }
  const name = { slug: 'eins', title: { value: 'Eins', locale: 'de' } }

  it.each([
    [{ plan: named }, { kind: 'plan', plan: name }],
    [
      { body: group },
      { kind: 'body', body: { slug: 'gruppe', name: { value: 'Gruppe', locale: 'de' }, kind: 'expert_group' } },
    ],
    [{ measure: named }, { kind: 'measure', measure: name }],
    [
      { article: { ...named, documentId: 'a1', kind: 'opinion' as const, date: '2021', isExample: false } },
      { kind: 'article', article: { ...name, id: 'a1', kind: 'opinion', date: '2021', isExample: false } },
    ],
    [{ isForWebsite: true }, { kind: 'website' }],
  ])('is one of five', (given, object) => {
    expect(toContributionsTo([to(given)])).toEqual([{ ...shown, object }])
  })

  it('is not said where it is not public', () => {
    expect(toContributionsTo([to({}), to({ isForWebsite: false })])).toEqual([])
  })
})

describe('who contributes', () => {
  it('is a person or an organisation, as what, when and how sure that is', () => {
    expect(toContributionsBy([by({ person }), by({ organisation: group })])).toEqual([
      {
        ...shown,
        contributor: {
          kind: 'person',
          person: { slug: 'beispielperson', name: { value: 'شخص للمثال', locale: 'ar' }, latinName: 'Beispielperson' },
        },
      },
      {
        ...shown,
        contributor: {
          kind: 'organisation',
          organisation: { slug: 'gruppe', name: { value: 'Gruppe', locale: 'de' }, kind: 'expert_group' },
        },
      },
    ])
  })

  it('is not named who is not public', () => {
    expect(toContributionsBy([by({})])).toEqual([])
  })

  it('of whom nothing else is known is nothing that nobody said', () => {
    expect(
      toContributionsBy([by({ organisation: group, role: 'unknown', function: null, period: null, certainty: 'unknown' })]),
    ).toMatchObject([{ role: 'unknown', function: null, period: null, certainty: 'unknown' }])
  })
})

describe('a contribution with both its ends', () => {
  type Node = NonNullable<ContributorsQuery['contributions_connection']>['nodes'][number]
  const whole = (given: Partial<Node>): Node => ({
    ...entry,
    ...nothing,
    translationOrigin: null, translationState: 'source', person: null, organisation: null,
    ...given,
  })

  it('says whether the person is made up', () => {
    expect(
      toContributions([whole({ person, isForWebsite: true }), whole({ organisation: group, isForWebsite: true })]).map(
        ({ isExample }) => isExample,
      ),
    ).toEqual([true, false])
  })

  it('is left out where one end is not public', () => {
    expect(toContributions([whole({ person }), whole({ isForWebsite: true })])).toEqual([])
  })
})
