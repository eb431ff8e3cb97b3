/** What is known of addresses elsewhere to which public entries lead (German: geprüfte Adressen). */
import type { Core } from '@strapi/strapi'
import { dayOf, formatDay } from 'shared-types'
import { LINK_CHECK } from '../content-model/uids'
import type { Values } from '../rows/rows'
import type { Outcome, Visit } from './visit'

const DAY = 24 * 60 * 60 * 1000
const SHOWN_CHARACTERS = 70
/** So long it fails, seen at least twice, before editors are told: a server that is mended overnight is no news. */
const TOLD_AFTER = { gone: DAY, away: 3 * DAY }

/** Where an address stands. */
export interface Place {
  /** The uid of the type. */
  type: string
  documentId: string
  /** Null for a type without languages. */
  locale: string | null
  /** The field, `citations.0.url`. */
  field: string
}

export interface LinkCheck {
  id: number
  address: string
  places: Place[]
  /** ISO 8601; null as long as nobody looked. */
  checkedAt: string | null
  /** ISO 8601, of the first look that failed; null where the last one did not. */
  failingSince: string | null
  /** Outcome and answer of the last look: `gone 404`; null where it did not fail. */
  failure: string | null
  /** Address of a copy in an archive of the web; null where none is known. */
  archive: string | null
}

export function allLinkChecks(strapi: Core.Strapi): Promise<LinkCheck[]> {
  return strapi.db.query(LINK_CHECK).findMany({ orderBy: { checkedAt: 'asc' } })
}

/** Those that editors are told of, by address: of some addresses, or of all. */
export async function brokenLinks(strapi: Core.Strapi, addresses?: string[]): Promise<Map<string, LinkCheck>> {
  const where = { failingSince: { $notNull: true }, ...addresses && { address: { $in: addresses } } }
  const failing: LinkCheck[] = addresses?.length === 0 ? [] : await strapi.db.query(LINK_CHECK).findMany({ where })
  return new Map(failing.filter(isTold).map(known => [known.address, known]))
}

function isTold({ checkedAt, failingSince, failure }: LinkCheck): boolean {
  if (checkedAt === null || failingSince === null) return false
  const days = failure?.startsWith('gone') ? TOLD_AFTER.gone : TOLD_AFTER.away
  return new Date(checkedAt).getTime() - new Date(failingSince).getTime() >= days
}

/** What is told of it, in German, without a full stop. */
export function toldOf({ address, failure, failingSince }: LinkCheck): string {
  const since = failingSince ? ` seit dem ${formatDay(dayOf(failingSince), 'day', 'de')}` : ''
  return `${shortened(address)} ${failureInWords(failure ?? '')}${since}`
}

function failureInWords(failure: string): string {
  const [outcome, answer = ''] = failure.split(' ')
  if (answer === 'ENOTFOUND') return 'gibt es nicht mehr (Name unbekannt)'
  if (outcome === 'gone') return `führt zu keiner Seite mehr (${answer})`
  return /^\d+$/.test(answer) ? `antwortet nur mit einem Fehler (${answer})` : 'antwortet nicht mehr'
}

function shortened(address: string): string {
  const bare = address.replace(/^https?:\/\/(www\.)?/, '')
  return bare.length > SHOWN_CHARACTERS ? `${bare.slice(0, SHOWN_CHARACTERS)}…` : bare
}

/** Whether readers find a copy beside the address: that it is gone is told nobody. */
export function hasCopy(row: Values, field: string): boolean {
  return field === 'url' && Boolean(row.archiveUrl)
}

/** What was seen at an address, and whether it is told from now on. */
export async function noteVisit(
  strapi: Core.Strapi, known: LinkCheck, { outcome, answer }: Visit, at: Date,
): Promise<boolean> {
  const fails = isFailure(outcome)
  const data = {
    checkedAt: at.toISOString(), failingSince: fails ? known.failingSince ?? at.toISOString() : null,
    failure: fails ? `${outcome} ${answer}` : null, archive: fails ? known.archive : null,
  }
  await strapi.db.query(LINK_CHECK).updateMany({ where: { id: known.id }, data })
  return isTold({ ...known, ...data })
}

function isFailure(outcome: Outcome): outcome is keyof typeof TOLD_AFTER {
  return outcome in TOLD_AFTER
}

export async function noteArchive(strapi: Core.Strapi, { id }: LinkCheck, archive: string | null): Promise<void> {
  await strapi.db.query(LINK_CHECK).updateMany({ where: { id }, data: { archive } })
}

/** Brings what is kept to where addresses stand now: what stands nowhere any more is forgotten. */
export async function notePlaces(strapi: Core.Strapi, places: ReadonlyMap<string, Place[]>): Promise<void> {
  const query = strapi.db.query(LINK_CHECK)
  const known = await allLinkChecks(strapi)
  const gone = known.filter(({ address }) => !places.has(address)).map(({ id }) => id)
  if (gone.length > 0) await query.deleteMany({ where: { id: { $in: gone } } })
  const before = new Map(known.map(one => [one.address, one]))
  for (const [address, its] of places) {
    const one = before.get(address)
    if (!one) await query.create({ data: { address, places: its } })
    else if (JSON.stringify(one.places) !== JSON.stringify(its))
      await query.updateMany({ where: { id: one.id }, data: { places: its } })
  }
}
