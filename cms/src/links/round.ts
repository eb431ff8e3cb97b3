/** One round: where addresses stand, and a look at those that nobody has looked at for a while, one after the other. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Core } from '@strapi/strapi'
import { hasDrafts, publicSchemas, type Schema } from '../content-model/schema'
import { PERSON } from '../content-model/uids'
import { readEnvironment } from '../environment'
import { populateOf, type Row } from '../rows/rows'
import { addressesIn } from './addresses'
import { archivedCopy } from './archive'
import { allLinkChecks, type LinkCheck, noteArchive, notePlaces, noteVisit, type Place } from './link-check'
import { type Manners, visit, type Visit } from './visit'

const HOUR = 60 * 60 * 1000
/** What was there is looked at each week, what failed each day. */
const AGAIN_AFTER = { there: 7 * 24 * HOUR, failing: 20 * HOUR }
/** Between two looks: many addresses may be on one server. */
const PAUSE_MILLISECONDS = 5000
const ROWS_AT_ONCE = 100
/** So many places of one address are told. */
const MOST_PLACES = 20

interface Round {
  /** Ends the round. */
  signal?: AbortSignal
  pauseMilliseconds?: number
  now?: Date
}

export async function lookRound(
  strapi: Core.Strapi, { signal, pauseMilliseconds = PAUSE_MILLISECONDS, now = new Date() }: Round = {},
): Promise<void> {
  const places = await placesNow(strapi)
  if (signal?.aborted) return
  await notePlaces(strapi, places)
  for (const known of (await allLinkChecks(strapi)).filter(one => isDue(one, now))) {
    if (signal?.aborted) return
    const seen = await visit(known.address, manners())
    if (signal?.aborted) return
    await note(strapi, known, seen, now)
    await pause(pauseMilliseconds, undefined, { ref: false })
  }
}

function manners(): Manners {
  const { links, siteUrl } = readEnvironment()
  return { isInsideAllowed: links.checks === 'all', name: `LIP-Lab link check (+${siteUrl})` }
}

function isDue({ checkedAt, failingSince }: LinkCheck, now: Date): boolean {
  if (checkedAt === null) return true
  return now.getTime() - new Date(checkedAt).getTime() >= (failingSince ? AGAIN_AFTER.failing : AGAIN_AFTER.there)
}

async function note(strapi: Core.Strapi, known: LinkCheck, seen: Visit, now: Date): Promise<void> {
  const { links } = readEnvironment()
  const isTold = await noteVisit(strapi, known, seen, now)
  if (!isTold || known.archive || !links.archive) return
  const archive = await archivedCopy(links.archive, known.address)
  if (archive) await noteArchive(strapi, known, archive)
}

/** By address where it stands in what is public. The addresses of people are their own affair. */
async function placesNow(strapi: Core.Strapi): Promise<Map<string, Place[]>> {
  const places = new Map<string, Place[]>()
  for (const schema of publicSchemas(strapi).filter(({ uid }) => uid !== PERSON)) {
    for await (const row of liveRows(strapi, schema)) {
      for (const { address, path } of addressesIn(strapi, schema, row)) {
        const place = {
          type: schema.uid, documentId: row.documentId, locale: row.locale ?? null, field: path.join('.'),
        }
        places.set(address, [...places.get(address) ?? [], place].slice(0, MOST_PLACES))
      }
    }
  }
  return places
}

/** In steps, between which others are answered. */
async function* liveRows(strapi: Core.Strapi, schema: Schema): AsyncGenerator<Row> {
  const published = hasDrafts(schema) ? { publishedAt: { $notNull: true } } : {}
  for (let last = 0; ;) {
    const rows: Row[] = await strapi.db.query(schema.uid).findMany({
      where: { ...published, id: { $gt: last } }, populate: populateOf(strapi, schema), orderBy: { id: 'asc' },
      limit: ROWS_AT_ONCE,
    })
    yield* rows
    if (rows.length < ROWS_AT_ONCE) return
    last = rows.at(-1)?.id ?? last
    await pause(0)
  }
}
