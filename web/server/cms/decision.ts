import { type DecisionEntry, type DecisionEntryFragment, stationOf } from 'shared-types'
import { toOrganisation } from './organisation'
import { toCitations } from './source'
import { toText, whole } from './text'

export function toDecisions(decisions: readonly (DecisionEntryFragment | null)[] | null | undefined): DecisionEntry[] {
  return whole(decisions).map(({ documentId, outcome: decided, date, body, note, locale, citations }) => {
    const outcome = decided ?? 'agreed'
    return { id: documentId, outcome, date: date ?? '', body: body && toOrganisation(body), station: stationOf({ outcome, bodyKind: body?.kind ?? null }), note: toText(note, locale), citations: toCitations(citations) }
  })
}
