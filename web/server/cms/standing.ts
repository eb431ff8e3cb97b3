/** Where a measure stands on a day, by everything dated that is known of it. */
import {
  decisionsThatReach, type DecisionEntryFragment, isSilentSince, type Stage, statementOn, statementsOf,
  type StatusUpdateEntryFragment,
} from 'shared-types'
import { type DecisionEntry, toDecisions } from './decision'
import { type DatedNode, type FateNode, type LifeEntry, type News, newsOf, toLife } from './life'
import type { SourceCitation } from './source'
import { type StatusUpdateEntry, toStatusUpdate } from './status-update'
import type { TranslatedNode } from './text'

export interface Standing {
  /** What says where it stands; null: nothing does. */
  current: { id: string, stage: Stage, date: string, citations: SourceCitation[] } | null
  /** The last thing that we know of it; null where that is what says where it stands. */
  news: News | null
  /** Whether the last that we know of it was long before; never where it became something that nobody dates. */
  isSilent: boolean
  updates: StatusUpdateEntry[]
  /** Its own, and those on its plan that reach it. */
  decisions: DecisionEntry[]
  /** What happened to it, the first thing first. */
  life: LifeEntry[]
  /** What is announced, the next thing first. */
  coming: LifeEntry[]
}

interface MeasureFacts {
  statusUpdates: readonly (StatusUpdateEntryFragment & TranslatedNode)[]
  decisions: readonly (DecisionEntryFragment & TranslatedNode)[]
  timelineEvents: readonly DatedNode[]
  fundedProjects: readonly DatedNode[]
  becameOf: readonly FateNode[]
}

interface PlanFacts {
  decisions: readonly DecisionEntryFragment[]
  silentAfterMonths: number | null
}

/** @param day `YYYY-MM-DD` */
export function standingOn(day: string, measure: MeasureFacts, plan: PlanFacts | null): Standing {
  const updates = measure.statusUpdates.map(toStatusUpdate)
  const own = toDecisions(measure.decisions)
  const known = { updates, decisions: own, planDecisions: toDecisions(plan?.decisions ?? []) }
  const holds = statementOn(statementsOf(known), day)
  const current = holds?.update ?? holds?.decision ?? null
  const planDecisions = decisionsThatReach(known)
  const life = toLife({ updates, decisions: own, planDecisions })
  const isPast = ({ countsFrom }: LifeEntry) => countsFrom <= day
  const fates = measure.becameOf
  const news = newsOf({ life, nodes: [...measure.timelineEvents, ...measure.fundedProjects], fates }, day)
  const isDated = fates.every(({ date }) => date !== null)
  return {
    current: holds && current && {
      id: current.id, stage: holds.stage, date: current.date, citations: current.citations,
    },
    news: news?.id === current?.id ? null : news,
    isSilent: isDated && news !== null && isSilentSince(news.countsFrom, day, plan?.silentAfterMonths),
    updates, decisions: [...own, ...planDecisions],
    life: life.filter(isPast), coming: life.filter(entry => !isPast(entry)),
  }
}
