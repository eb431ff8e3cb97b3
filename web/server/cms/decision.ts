import { type DecisionEntry, type DecisionEntryFragment, stationOf } from 'shared-types'
import { toOrganisation } from './organisation'
import { toCitations } from './source'
import { toText, toTranslated, type TranslatedNode, whole } from './text'

export function toDecisions(
  decisions: readonly ((DecisionEntryFragment & TranslatedNode) | null)[] | null | undefined,
): DecisionEntry[] {
  return whole(decisions).map(({ documentId, outcome: decided, date, body, note, locale, citations, ...node }) => {
    const outcome = decided ?? 'unknown'
    return {
      id: documentId, outcome, date: date ?? '', body: body && toOrganisation(body),
      station: stationOf({ outcome, bodyKind: body?.kind ?? null }), note: toText(note, locale),
      ...toTranslated(node),
      citations: toCitations(citations),
    }
  })
}
