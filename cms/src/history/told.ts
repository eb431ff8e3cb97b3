/** The history as colleagues are told it: who, when, what was done, and in words what changed. */
import type { Core } from '@strapi/strapi'
import { type PublishedChange, publishedSentence, SOURCE_LANGUAGE } from 'shared-types'
import type { Schema } from '../content-model/schema'
import { REVISION } from '../content-model/uids'
import { textsIn } from '../graphql/texts'
import type { FormState } from '../together/form-state'
import type { Working } from '../together/former-states'
import { namesOf } from '../together/told'
import { changedAttributes, labelsOf } from './differences'
import { type HistoryState, historyOf, isTold } from './states'

export interface ToldState extends Pick<HistoryState, 'key' | 'deed' | 'at' | 'name'> {
  /** The name of the account; null where no person did it, or the account is gone. */
  who: string | null
  /** In German; empty where nothing is known. */
  changed: string
  /** Whether it can be looked at. */
  isKept: boolean
  /** Whether it is told at first, and not among those that were saved in the course of a day. */
  isTold: boolean
}

export interface ToldHistory {
  /** The newest first. */
  states: ToldState[]
  /** From where the earlier ones are asked for; null where there are none. */
  earlier: number | null
}

interface Asked {
  now: FormState | null
  until: number | null
  /** A state without what may not be read. */
  read: (state: FormState) => FormState
}

export async function tellHistory(
  strapi: Core.Strapi, schema: Schema, working: Working, { now, until, read }: Asked,
): Promise<ToldHistory> {
  const { states, earlier } = await historyOf(strapi, working, { now, until })
  const names = await namesOf(strapi, states.map(({ account }) => account))
  const sentences = await publishedSentences(strapi, working, states)
  const told = states.map((state, index): ToldState => ({
    key: state.key, deed: state.deed, at: state.at, name: state.name, who: names.get(state.account ?? 0) ?? null,
    changed: sentences[index] ?? changedSince(schema, comparedWith(states, index), state.state, read),
    isKept: state.state !== null,
    isTold: isTold(state, states[index + 1]),
  }))
  return { states: told.toReversed(), earlier }
}

/** What was published is compared with what was before it, everything else with the state before. */
function comparedWith(states: readonly HistoryState[], index: number): FormState | null {
  const isPublished = states[index]?.deed === 'publish'
  const isMeant = ({ deed, state }: HistoryState) => state !== null && (!isPublished || deed === 'publish')
  return states.slice(0, index).findLast(isMeant)?.state ?? null
}

function changedSince(
  schema: Schema, before: FormState | null, now: FormState | null, read: (state: FormState) => FormState,
): string {
  const changed = before && now ? changedAttributes(schema, read(before), read(now)) : []
  return changed.length > 0 ? `Geändert: ${labelsOf(changed)}.` : ''
}

interface Revised {
  publishedOn: string
  changed: PublishedChange | null
}

/** A version is written in the same moment. */
const MOMENT_MILLISECONDS = 60_000

/** What readers are told of each publication, where they are told anything. */
async function publishedSentences(
  strapi: Core.Strapi, { document, language }: Working, states: readonly HistoryState[],
): Promise<(string | null)[]> {
  const published = states.filter(({ deed }) => deed === 'publish')
  if (published.length === 0) return []
  const since = new Date(published[0]?.at ?? 0)
  const revisions: Revised[] = await strapi.db.query(REVISION).findMany({
    select: ['publishedOn', 'changed'], where: { document, language, publishedOn: { $gte: since } },
    orderBy: { number: 'asc' },
  })
  return states.map(({ deed, at }) => {
    const of = revisions.find(({ publishedOn }) => {
      const later = Date.parse(publishedOn) - Date.parse(at)
      return later >= 0 && later < MOMENT_MILLISECONDS
    })
    return deed === 'publish' && of?.changed
      ? publishedSentence(of.changed, textsIn(SOURCE_LANGUAGE), SOURCE_LANGUAGE)
      : null
  })
}
