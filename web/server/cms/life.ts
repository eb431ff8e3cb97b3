/** What happened to a measure, in the order of time: its decisions and what was reported. */
import { countsFrom, type LineageKind } from 'shared-types'
import type { DecisionEntry } from './decision'
import type { StatusUpdateEntry } from './status-update'
import { type Text, toTitle } from './text'

/** What happened to a measure. */
export type LifeEntry
  = | { id: string, countsFrom: string, date: string, update: StatusUpdateEntry }
    | { id: string, countsFrom: string, date: string, decision: DecisionEntry, isOfPlan: boolean }
    | { id: string, countsFrom: string, date: string, title: Text }

/** Decisions and updates, the first that counts first; a decision before an update of the same day. */
export function toLife(
  { updates, decisions, planDecisions }: {
    updates: StatusUpdateEntry[]
    decisions: DecisionEntry[]
    planDecisions: DecisionEntry[]
  },
): LifeEntry[] {
  const decided = (decision: DecisionEntry, isOfPlan: boolean) => ({
    id: decision.id, countsFrom: decision.countsFrom, date: decision.date, decision, isOfPlan,
  })
  const entries: LifeEntry[] = [
    ...decisions.map(decision => decided(decision, false)),
    ...planDecisions.map(decision => decided(decision, true)),
    ...updates.map(update => ({ id: update.id, countsFrom: update.countsFrom, date: update.date, update })),
  ]
  return entries.sort((a, b) => (a.countsFrom < b.countsFrom ? -1 : Number(a.countsFrom > b.countsFrom)))
}

/** Something else that a measure has to do with, such as an event. */
export interface DatedNode {
  documentId: string
  title: string
  locale: string
  /** EDTF. */
  date: string | null
}

/** What became of a measure, by a link that leads on from it. */
export interface FateNode {
  documentId: string
  kind: LineageKind
  /** EDTF; null where nobody knows when. */
  date: string | null
}

/** News of a measure: also what became of it. */
export type News = LifeEntry | { id: string, countsFrom: string, date: string, fate: LineageKind }

interface Mentions {
  life: LifeEntry[]
  nodes: readonly DatedNode[]
  fates: readonly FateNode[]
}

/** The last thing known of a measure on a day (`YYYY-MM-DD`), what it has to do with and became of it too. */
export function newsOf({ life, nodes, fates }: Mentions, day: string): News | null {
  const followed = fates.map(({ documentId, kind, date }): News => ({
    id: documentId, countsFrom: countsFrom(date ?? '') ?? '', date: date ?? '', fate: kind,
  }))
  const others = nodes.map(({ documentId, title, locale, date }) => ({
    id: documentId, countsFrom: countsFrom(date ?? '') ?? '', date: date ?? '', title: toTitle({ title, locale }),
  }))
  const before = [...followed, ...others, ...life].filter(entry => entry.countsFrom !== '' && entry.countsFrom <= day)
  return before.reduce<News | null>(
    (last, entry) => (last && last.countsFrom > entry.countsFrom ? last : entry), null,
  )
}
