/** What is kept of former states: everything for a month, then what was published or named and the last of each day. */
import type { Core } from '@strapi/strapi'
import { dayOf } from 'shared-types'
import { publicSchemas } from '../content-model/schema'
import { FORMER_STATE } from '../content-model/uids'
import { type Done, forgetStates, type FormerState } from '../together/former-states'
import { daily } from '../storage/daily'

const DAY = 24 * 60 * 60 * 1000
const DAYS = 30
/** Of consents and messages there is no history: for as long somebody may have a form open. */
const DAYS_OF_OTHERS = 14
const ROWS_AT_ONCE = 500

/** Kept for good as they stood: what readers were shown, and what an editor gave a name. */
const LASTING: (Done | null)[] = ['publish', 'name']

/** Thins them out, now and once a day. */
export function keepHistoryShort(strapi: Core.Strapi): Promise<void> {
  return daily(strapi, 'Former states were not thinned out', () => thinOut(strapi))
}

/** A deed without its state. */
type Noted = Pick<FormerState, 'id' | 'type' | 'document' | 'language' | 'deed' | 'savedOn' | 'isDeletion'>

/** The last number of a row always stays: it is its version. */
export async function thinOut(strapi: Core.Strapi): Promise<void> {
  const told = publicSchemas(strapi).map(({ uid }) => uid)
  await forgetStates(strapi, { type: { $notIn: told }, savedOn: { $lt: before(DAYS_OF_OTHERS) } })
  const noted: Noted[] = await strapi.db.query(FORMER_STATE).findMany({
    select: ['id', 'type', 'document', 'language', 'deed', 'savedOn', 'isDeletion'],
    where: { savedOn: { $lt: before(DAYS) } }, orderBy: { id: 'asc' },
  })
  const last = await lastNumbers(strapi)
  // What was deleted before lies in the bin no more.
  const isGone = ({ id, isDeletion }: Noted) => isDeletion && last.has(id)
  const hasHistory = (note: Noted | undefined) => note && told.includes(note.type) && !isGone(note)
  const ofRows = Map.groupBy(noted, ({ type, document, language }) => `${type} ${document} ${language}`)
  const chosen = [...ofRows.values()].map(row => whatStays(hasHistory(row.at(-1)) ? row : row.slice(-1)))
  const stays = new Set(chosen.flatMap(({ deeds }) => deeds))
  const stateStays = new Set(chosen.flatMap(({ states }) => states))
  const ids = noted.map(({ id }) => id)
  for (const some of inParts(ids.filter(id => !stays.has(id))))
    await strapi.db.query(FORMER_STATE).deleteMany({ where: { id: { $in: some } } })
  for (const some of inParts(ids.filter(id => stays.has(id) && !stateStays.has(id))))
    await forgetStates(strapi, { id: { $in: some } })
}

async function lastNumbers(strapi: Core.Strapi): Promise<Set<number>> {
  const rows: { id: number | string }[] = await strapi.db
    .connection('former_states')
    .groupBy('type', 'document', 'language')
    .max('id as id')
  return new Set(rows.map(({ id }) => Number(id)))
}

function before(days: number): Date {
  return new Date(Date.now() - days * DAY)
}

function inParts(ids: number[]): number[][] {
  return Array.from({ length: Math.ceil(ids.length / ROWS_AT_ONCE) }, (_, part) =>
    ids.slice(part * ROWS_AT_ONCE, (part + 1) * ROWS_AT_ONCE))
}

/**
 * Of the deeds at one row, in their order: which are known any longer, and of which also what stood there before.
 * What stood there before the first deed of a day is the last state of the day before. Beside each state that is kept
 * stays the deed that made it: nothing else is taken for what came of an earlier one.
 */
export function whatStays(deeds: readonly Pick<Noted, 'id' | 'deed' | 'savedOn'>[]): { deeds: number[], states: number[] } {
  const isState = deeds.map(({ deed, savedOn }, index) => {
    const earlier = deeds[index - 1]
    return LASTING.includes(deed) || !earlier || dayOf(earlier.savedOn) !== dayOf(savedOn)
  })
  const isDeed = deeds.map((_, index) => isState[index] || isState[index + 1] || index === deeds.length - 1)
  const ids = deeds.map(({ id }) => id)
  return { deeds: ids.filter((_, index) => isDeed[index]), states: ids.filter((_, index) => isState[index]) }
}
