import type { StatusUpdateEntryFragment } from 'shared-types'
import { toCitations } from './source'
import { toText, toTranslated, type TranslatedNode } from './text'

/** Sachstand. */
export type StatusUpdateEntry = ReturnType<typeof toStatusUpdate>

export function toStatusUpdate({
  documentId, stage, date, countsFrom, createdAt, text, locale, citations,
  ...node
}: StatusUpdateEntryFragment & TranslatedNode) {
  return {
    id: documentId, stage, date, countsFrom: countsFrom ?? '9999-12-31',
    madeOn: createdAt, text: toText(text, locale),
    ...toTranslated(node),
    citations: toCitations(citations),
  }
}
