/**
 * The states of a row, in the order in which they came about. What a deed led to is what stood there before the next
 * one, or what stands there now.
 */
import type { Core } from '@strapi/strapi'
import { dayOf } from 'shared-types'
import { FORMER_STATE } from '../content-model/uids'
import { withoutWithdrawnNames } from '../person/withdrawn-names'
import { type FormState, isSame } from '../together/form-state'
import type { Done, FormerState, Working } from '../together/former-states'

/** What was done with a row, and what stood there then. */
export interface HistoryState {
  /** The number of the note that keeps the state, or `now`. */
  key: string
  /** Null for what stood there before anything was noted. */
  deed: Done | null
  account: number | null
  /** ISO 8601; empty where nobody knows. */
  at: string
  /** What an editor calls it. */
  name: string | null
  /** Null where it is not kept any more, or where nothing stood. */
  state: FormState | null
}

export const NOW = 'now'

/** So many deeds are told at once. */
const AT_ONCE = 100

/** What one account saves within these minutes is one state. */
const MINUTES_TOGETHER = 10

export interface History {
  states: HistoryState[]
  /** From where the earlier ones are asked for; null where there are none. */
  earlier: number | null
}

/** The states of a row, the newest last: the last ones, or those before a note. */
export async function historyOf(
  strapi: Core.Strapi, working: Working, { now, until }: { now: FormState | null, until: number | null },
): Promise<History> {
  const { type, document, language } = working
  const found: FormerState[] = await strapi.db.query(FORMER_STATE).findMany({
    where: { type, document, language, ...until !== null && { id: { $lte: until } } },
    orderBy: { id: 'desc' }, limit: AT_ONCE + 1,
  })
  const notes = found.toReversed()
  const isMore = found.length > AT_ONCE
  const states = statesIn(notes, { now, isWhole: until === null })
  if (isMore) return { states: together(states), earlier: notes[0]?.id ?? null }
  return { states: together([...beginningIn(notes), ...states]), earlier: null }
}

/** A state by its key; null where it is not kept. Whoever was withdrawn is not named. */
export async function stateAt(
  strapi: Core.Strapi, { type, document, language }: Working, { key, now }: { key: string, now: FormState | null },
): Promise<FormState | null> {
  if (key === NOW) return withoutWithdrawnNames(now)
  const note: FormerState | null = /^\d{1,15}$/.test(key)
    ? await strapi.db.query(FORMER_STATE).findOne({ where: { id: Number(key), type, document, language } })
    : null
  return withoutWithdrawnNames(note?.state ?? null)
}

/** The last of several belongs to those that were told before, unless they are all. */
function statesIn(
  notes: readonly FormerState[], { now, isWhole }: { now: FormState | null, isWhole: boolean },
): HistoryState[] {
  const told = isWhole ? notes : notes.slice(0, -1)
  return told.map((note, index) => {
    const holder = keepsItsOwn(note) ? note : notes[index + 1]
    return {
      key: holder ? String(holder.id) : NOW, deed: deedOf(note), account: note.account, at: momentOf(note),
      name: withoutWithdrawnNames(note.name), state: withoutWithdrawnNames(holder ? holder.state : now),
    }
  })
}

/** What stood there before the first deed that is known. */
function beginningIn([first]: readonly FormerState[]): HistoryState[] {
  if (!first?.state || keepsItsOwn(first) || first.deed === 'create') return []
  const state = withoutWithdrawnNames(first.state)
  return [{ key: String(first.id), deed: null, account: null, at: '', name: null, state }]
}

/** What readers were shown, and what was given a name, stays as it stood before. */
function keepsItsOwn({ deed }: FormerState): boolean {
  return deed === 'publish' || deed === 'name'
}

function deedOf({ deed, isDeletion }: FormerState): Done {
  return deed ?? (isDeletion ? 'delete' : 'save')
}

function momentOf({ savedOn }: FormerState): string {
  return new Date(savedOn).toISOString()
}

/**
 * Saves that follow each other quickly are one state, and so is a save that is published at once. What changed nothing
 * or is not kept any more is none.
 */
function together(states: readonly HistoryState[]): HistoryState[] {
  let began = ''
  const isPassing = states.map((state, index) => {
    if (!began) began = state.at
    const isFollowed = isFollowedBy(state, states[index + 1], began)
    if (!isFollowed) began = ''
    return isFollowed
  })
  return states.filter(({ deed, state }, index) =>
    !isPassing[index] && !(deed === 'save' && (state === null || changesNothing(state, states[index - 1]))))
}

function changesNothing(state: FormState, before: HistoryState | undefined): boolean {
  return before !== undefined && before.state !== null && isSame(before.state, state)
}

function isFollowedBy({ deed, account }: HistoryState, next: HistoryState | undefined, began: string): boolean {
  if (deed !== 'save' || account === null || account !== next?.account) return false
  if (!['save', 'publish', 'name'].includes(next.deed ?? '')) return false
  return Date.parse(next.at) - Date.parse(began) <= MINUTES_TOGETHER * 60_000
}

/** Whether a state is told at first: not those that were saved in the course of a day. */
export function isTold({ deed, at }: HistoryState, next: HistoryState | undefined): boolean {
  return deed !== 'save' || !next || next.deed === null || dayOf(next.at) !== dayOf(at)
}
