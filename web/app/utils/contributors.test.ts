import type { OrganisationKind } from 'shared-types'
import type { Contribution } from '~~/server/cms/contribution'
import { describe, expect, it } from 'vitest'
import {
  articleMakers, bodiesWithPeople, measuresWithPeople, organisationKinds, othersWithPeople, plansWithPeople,
  websiteRoles,
} from './contributors'

const text = (value: string) => ({ value, locale: 'de' })
const named = (slug: string) => ({ slug, title: text(slug) })
const organisation = (slug: string, kind: OrganisationKind) => ({ slug, name: text(slug), kind })
const person = (slug: string): Contribution['contributor'] => ({
  kind: 'person', person: { slug, name: text(slug), latinName: null },
})

function contributed(slug: string, given: Partial<Contribution>): Contribution {
  return {
    id: slug, role: 'member', function: null, period: null, certainty: 'documented', citations: [], isExample: false,
    object: { kind: 'website' }, contributor: person(slug),
    ...given,
  }
}

const body = (slug: string, kind: OrganisationKind): Contribution['object'] => ({
  kind: 'body', body: organisation(slug, kind),
})
const idsOf = (contributions: Contribution[]) => contributions.map(({ id }) => id)

describe('those who contribute to the website', () => {
  it('stand role by role, the patron first', () => {
    const roles = websiteRoles([
      contributed('v', { role: 'volunteer' }), contributed('p', { role: 'patron' }),
      contributed('w', { role: 'volunteer' }), contributed('b', { object: body('rat', 'council') }),
    ])
    expect(roles.map(({ subject, contributions }) => [subject, idsOf(contributions)])).toEqual([
      ['patron', ['p']], ['volunteer', ['v', 'w']],
    ])
  })
})

describe('within a role', () => {
  const periods = {
    past: '2018/2020', unknown: null, open: '2019/..', year: '2021?', earlier: '2017/2020', later: '2022-09~/..',
  }
  const ordered = ['later', 'open', 'year', 'past', 'earlier', 'unknown']

  it('the newest period stands first, and what has none last', () => {
    const volunteers = Object.entries(periods).map(([slug, period]) => contributed(slug, { role: 'volunteer', period }))
    expect(websiteRoles(volunteers).map(({ contributions }) => idsOf(contributions))).toEqual([ordered])
    const members = Object.entries(periods).map(([slug, period]) =>
      contributed(slug, { period, object: body('rat', 'council') }),
    )
    expect(bodiesWithPeople(members, 'de').map(({ contributions }) => idsOf(contributions))).toEqual([ordered])
    const ofPlan = Object.entries(periods).map(([slug, period]) =>
      contributed(slug, { period, object: { kind: 'plan', plan: named('eins') } }),
    )
    expect(plansWithPeople(ofPlan).map(({ contributions }) => idsOf(contributions))).toEqual([ordered])
  })
})

describe('the bodies', () => {
  const contributions = [
    contributed('other', { object: body('netz', 'network') }),
    contributed('m', { object: body('gruppe', 'expert_group') }), contributed('r', { object: body('rat', 'council') }),
    contributed('a', { object: body('arbeit', 'expert_group') }),
    contributed('s', { object: body('gruppe', 'expert_group'), role: 'spokesperson' }),
  ]

  it.each([
    ['de', ['Çam', 'Cuma', 'Dil']], ['tr', ['Cuma', 'Çam', 'Dil']],
  ])('stand in the alphabet of %s', (locale, names) => {
    const members = ['Dil', 'Çam', 'Cuma'].map(name => contributed(name, { object: body(name, 'network') }))
    expect(othersWithPeople(members, locale).map(({ subject }) => subject.slug)).toEqual(names)
  })

  it('of the process stand with expert groups first, by their names, each with its speakers before its members', () => {
    expect(
      bodiesWithPeople(contributions, 'de').map(group => [group.subject.slug, idsOf(group.contributions)]),
    ).toEqual([
      ['arbeit', ['a']], ['gruppe', ['s', 'm']], ['rat', ['r']],
    ])
  })

  it('of another kind stand for themselves', () => {
    expect(
      othersWithPeople(contributions, 'de').map(group => [group.subject.slug, idsOf(group.contributions)]),
    ).toEqual([['netz', ['other']]])
  })
})

describe('plans and measures', () => {
  it('stand with those who contribute to them, and may have the same slug', () => {
    const contributions = [
      contributed('a', { object: { kind: 'plan', plan: named('eins') } }),
      contributed('b', { object: { kind: 'measure', measure: named('eins') } }),
      contributed('c', { object: { kind: 'plan', plan: named('eins') } }),
    ]
    expect(plansWithPeople(contributions).map(group => idsOf(group.contributions))).toEqual([['a', 'c']])
    expect(measuresWithPeople(contributions).map(group => idsOf(group.contributions))).toEqual([['b']])
  })
})

describe('those who make articles', () => {
  it('stand role by role, each once, with everything they made', () => {
    const wrote = (slug: string, contributor: Contribution['contributor'], role: Contribution['role']) =>
      contributed(slug, {
        role, contributor,
        object: {
          kind: 'article', article: { id: slug, slug, kind: 'report', title: text(slug), date: '', isExample: false },
        },
      })
    const network: Contribution['contributor'] = { kind: 'organisation', organisation: organisation('eins', 'network') }
    const makers = articleMakers([
      wrote('a', person('eins'), 'translator'), wrote('b', person('eins'), 'author'), wrote('c', network, 'author'),
      wrote('d', person('eins'), 'author'),
    ])
    expect(
      makers.map(({ role, makers: ofRole }) => [
        role, ofRole.map(({ subject, contributions }) => [subject.kind, idsOf(contributions)]),
      ]),
    ).toEqual([
      [
        'author',
        [
          ['person', ['b', 'd']], ['organisation', ['c']],
        ],
      ],
      ['translator', [['person', ['a']]]],
    ])
  })
})

describe('organisations', () => {
  it('stand kind by kind, without kinds that none has', () => {
    const kinds = organisationKinds([
      { ...organisation('b', 'union'), period: null }, { ...organisation('a', 'association'), period: null },
    ])
    expect(kinds.map(({ kind, organisations }) => [kind, organisations.map(({ slug }) => slug)])).toEqual([
      ['association', ['a']], ['union', ['b']],
    ])
  })
})
