import { describe, expect, it } from 'vitest'
import { stationOf, STATIONS } from './decision-path.js'
import { ORGANISATION_KINDS, OUTCOMES } from './closed-lists.js'

describe('the station of a decision', () => {
  it.each([
    ['expert_group', 'proposal'], ['steering_group', 'steering_group'], ['committee', 'committee'],
    ['council', 'council'], ['board_of_trustees', 'funding'], ['fund', 'funding'],
  ] as const)('of a body that is a %s is %s', (bodyKind, station) => {
    for (const outcome of [
      'proposed', 'agreed', 'agreed_with_changes', 'postponed', 'struck', 'made_recommendation', 'moved_to_funding',
      'moved_to_budget', 'adopted',
    ] as const)
      expect(stationOf({ outcome, bodyKind })).toBe(station)
  })

  it.each(['called', 'funded'] as const)('where money was %s is the funding, whoever decided', (outcome) => {
    for (const bodyKind of [...ORGANISATION_KINDS, null]) expect(stationOf({ outcome, bodyKind })).toBe('funding')
  })

  it('of what was proposed without a body is the beginning', () => {
    expect(stationOf({ outcome: 'proposed', bodyKind: null })).toBe('proposal')
  })

  it('of everything else without a body is the steering group', () => {
    for (const outcome of OUTCOMES.filter(outcome => !['proposed', 'called', 'funded'].includes(outcome)))
      expect(stationOf({ outcome, bodyKind: null })).toBe('steering_group')
  })

  it('of a body that has no place of its own is as if there were no body', () => {
    expect(stationOf({ outcome: 'proposed', bodyKind: 'association' })).toBe('proposal')
    expect(stationOf({ outcome: 'agreed', bodyKind: 'association' })).toBe('steering_group')
  })

  it('is one of the path, for every decision there can be', () => {
    const all = OUTCOMES.flatMap(outcome =>
      [...ORGANISATION_KINDS, null].map(bodyKind => stationOf({ outcome, bodyKind })),
    )
    expect(all.filter(station => !STATIONS.includes(station))).toEqual([])
  })
})
