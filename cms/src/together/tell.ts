/** Tells editors that others were faster: what came in, and why something is refused. */
import type { Core } from '@strapi/strapi'
import type { Schema } from '../content-model/schema'
import type { Standing } from './check'
import { type FormState, isSame, typedAttributes } from './form-state'
import { type FormerState, rowKey } from './former-states'
import { type Conflict, keyOf, markOf, type Place } from './merge'
import { type Contested, OvertakenError } from './refusal'
import { accountOf, type BuiltOn, type CameIn } from './request'
import { authorOf, placeName, textOfValue } from './told'

interface Changed {
  writes: FormerState[]
  standing: Standing
  places: readonly Place[]
}

/** What came in from others, by whom and when. */
export async function tellCameIn(
  strapi: Core.Strapi,
  schema: Schema,
  { writes, standing: { now }, places }: Changed,
): Promise<CameIn[]> {
  return Promise.all(
    places.map(async (place) => {
      const { who, when } = await authorOf(strapi, writes, now, place)
      return { field: place[0] ?? '', place: placeName(strapi, schema, now, place), who, when }
    }),
  )
}

/** Refuses a save where both changed the same, with both texts. */
export async function refuseConflicts(
  strapi: Core.Strapi,
  schema: Schema,
  { writes, standing: { row, now }, conflicts }: { writes: FormerState[], standing: Standing, conflicts: Conflict[] },
): Promise<void> {
  if (conflicts.length === 0) return
  const contested = await Promise.all(
    conflicts.map(async ({ place, attribute, mine, now: theirs }): Promise<Contested> => {
      const { who, when } = await authorOf(strapi, writes, now, place)
      return {
        key: keyOf(place),
        place: placeName(strapi, schema, now, place),
        mine: await textOfValue(strapi, attribute, mine),
        theirs: await textOfValue(strapi, attribute, theirs),
        mark: markOf(theirs),
        who,
        when,
      }
    }),
  )
  const people = namesIn(contested)
  throw new OvertakenError(
    `Nicht gespeichert: ${people} hat inzwischen dasselbe geändert (${placesIn(contested)}). Ihr Text ist noch da. `
    + 'Bitte entscheiden Sie, welcher gelten soll.',
    { kind: 'same', title: titleIn(row), contested },
  )
}

/** The attributes in which a row is not any more what it was, unless whoever asks changed them herself. */
export function unseenIn(schema: Schema, writes: FormerState[], { now, isTranslation }: Standing): Place[] {
  const base: FormState | null = writes[0]?.state ?? null
  return typedAttributes(schema, isTranslation)
    .filter(([name]) => writes.length > 0 && (!base || !isSame(base[name], now?.[name])))
    .map(([name]) => [name])
}

/** Refuses to publish, withdraw or delete what others changed unseen, until whoever asks was told and goes on. */
export async function refuseUnseen(
  strapi: Core.Strapi,
  schema: Schema,
  { writes, standing, places, builtOn }: Changed & { builtOn: BuiltOn },
): Promise<void> {
  const newest = writes.at(-1)
  const key = rowKey(standing.working)
  if (!newest || places.length === 0 || builtOn.seen.get(key) === newest.id) return
  const account = accountOf(strapi)
  const told = await Promise.all(places.map(place => contestedBy(strapi, schema, { writes, standing }, place)))
  const others = told.filter(({ by }) => account === null || by !== account)
  if (others.length === 0) return
  const contested = others.map(({ contested: one }) => one)
  const title = titleIn(standing.row)
  throw new OvertakenError(
    `Nicht ausgeführt: ${namesIn(contested)} hat „${title}“ geändert, seit Sie es geöffnet haben `
    + `(${placesIn(contested)}). `
    + 'Bitte sehen Sie es sich an.',
    { kind: 'unseen', title, contested, seen: `${key}=${newest.id}` },
  )
}

async function contestedBy(
  strapi: Core.Strapi,
  schema: Schema,
  { writes, standing: { now } }: Omit<Changed, 'places'>,
  place: Place,
): Promise<{ by: number | null, contested: Contested }> {
  const [name = ''] = place
  const attribute = schema.attributes[name] ?? { type: 'string' }
  const { account, who, when } = await authorOf(strapi, writes, now, place)
  const mine = await textOfValue(strapi, attribute, writes[0]?.state?.[name])
  const theirs = await textOfValue(strapi, attribute, now?.[name])
  return {
    by: account,
    contested: { key: keyOf(place), place: placeName(strapi, schema, now, place), mine, theirs, mark: '', who, when },
  }
}

/** Refuses to save what was deleted meanwhile, until whoever saves was told and writes it anew. */
export async function refuseDeleted(
  strapi: Core.Strapi,
  schema: Schema,
  writes: FormerState[],
  builtOn: BuiltOn,
): Promise<void> {
  const deletion = writes.findLast(({ isDeletion }) => isDeletion)
  if (!deletion || builtOn.seen.get(rowKey(deletion)) === deletion.id) return
  const { who, when } = await authorOf(strapi, [deletion], null, ['title'])
  throw new OvertakenError(
    `Nicht gespeichert: ${who} hat diese Sprachfassung inzwischen gelöscht. Ihr Text steht noch im Formular.`,
    {
      kind: 'deleted',
      contested: [{ key: '', place: schema.info.displayName, mine: '', theirs: '', mark: '', who, when }],
      seen: `${rowKey(deletion)}=${deletion.id}`,
    },
  )
}

function namesIn(told: { who: string }[]): string {
  return [...new Set(told.map(({ who }) => who))].join(' und ')
}

function placesIn(contested: Contested[]): string {
  return contested.map(({ place }) => `„${place}“`).join(', ')
}

function titleIn(row: Record<string, unknown> | null): string {
  return String(['title', 'name', 'label', 'statement'].map(name => row?.[name]).find(Boolean) ?? 'Eintrag ohne Titel')
}
