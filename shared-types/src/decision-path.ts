/** The way of a measure through the bodies, from the proposal to the report. */
import type { OrganisationKind, Outcome } from './generated/operations.js'

/** The stations of Hannover's process, in their order. */
export const STATIONS = ['proposal', 'steering_group', 'committee', 'council', 'funding', 'report'] as const
export type Station = (typeof STATIONS)[number]

const OF_BODY: Partial<Record<OrganisationKind, Station>> = {
  expert_group: 'proposal',
  steering_group: 'steering_group',
  committee: 'committee',
  council: 'council',
  board_of_trustees: 'funding',
  fund: 'funding',
}

const OF_OUTCOME: Partial<Record<Outcome, Station>> = { called: 'funding', funded: 'funding' }

/**
 * Where on the way a decision was made. What was proposed without a body stands at the beginning, everything else
 * without one at the steering group.
 */
export function stationOf({
  outcome, bodyKind,
}: {
  outcome: Outcome
  bodyKind: OrganisationKind | null
}): Station {
  return (
    OF_OUTCOME[outcome]
    ?? (bodyKind ? OF_BODY[bodyKind] : undefined)
    ?? (outcome === 'proposed' ? 'proposal' : 'steering_group')
  )
}
