import type { DecisionEntryFragment } from 'shared-types'
import { toOrganisation } from './organisation'
import { toCitations } from './source'
import { toName, toText, toTranslated, type TranslatedNode } from './text'

/** Entscheidung. */
export type DecisionEntry = ReturnType<typeof toDecision>

type DecisionNode = DecisionEntryFragment & TranslatedNode

export function toDecisions(decisions: readonly DecisionNode[]): DecisionEntry[] {
  return decisions.map(toDecision)
}

export function toDecision({
  documentId, outcome, date, countsFrom, createdAt, part, reachesMeasures, isUnanimous, votesFor, votesAgainst,
  votesAbstained, event, body, note, locale, citations,
  ...node
}: DecisionNode) {
  return {
    id: documentId, outcome, date, countsFrom: countsFrom ?? '', madeOn: createdAt,
    reachesMeasures: reachesMeasures === true, part: toText(part, locale), isUnanimous: isUnanimous === true,
    votes: { for: votesFor, against: votesAgainst, abstained: votesAbstained },
    event: event && toName(event), body: body && toOrganisation(body), note: toText(note, locale),
    ...toTranslated(node),
    citations: toCitations(citations),
  }
}
