import { type DecisionEntryFragment, stationOf } from 'shared-types'
import { toOrganisation } from './organisation'
import { toCitations } from './source'
import { toText, toTranslated, type TranslatedNode } from './text'

/** Entscheidung. */
export type DecisionEntry = ReturnType<typeof toDecision>

type DecisionNode = DecisionEntryFragment & TranslatedNode

export function toDecisions(decisions: readonly DecisionNode[]): DecisionEntry[] {
  return decisions.map(toDecision)
}

export function toDecision({
  documentId, outcome, date, body, note, locale, citations,
  ...node
}: DecisionNode) {
  return {
    id: documentId, outcome, date, body: body && toOrganisation(body),
    station: stationOf({ outcome, bodyKind: body?.kind ?? null }), note: toText(note, locale),
    ...toTranslated(node),
    citations: toCitations(citations),
  }
}
