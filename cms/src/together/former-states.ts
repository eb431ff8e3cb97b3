/**
 * What a form showed before somebody saved, kept for as long as others may have it open: on what a save was built, who
 * changed what since then, and the version of a row, which is the number of its last entry here.
 */
import type { Core } from '@strapi/strapi'
import type { FormState } from './form-state'
import { FORMER_STATE } from '../content-model/uids'

const DAYS = 14
const DAY = 24 * 60 * 60 * 1000

/** The row of a document that one person works on. */
export interface Working {
  type: string
  document: string
  /** Empty for what has no languages. */
  language: string
}

/** A write, and what stood there before. */
export interface FormerState extends Working {
  id: number
  /** Null where it is not kept any more. */
  state: FormState | null
  isDeletion: boolean
  /** The id of the account that wrote; null for what no person did. */
  account: number | null
  tab: string | null
  savedOn: string
}

/** `<documentId>/<language>`, as requests name a row. */
export function rowKey({ document, language }: Working): string {
  return `${document}/${language}`
}

/** Every write after a version, the first one first. */
export async function writesSince(
  strapi: Core.Strapi,
  { type, document, language }: Working,
  version: number,
): Promise<FormerState[]> {
  return strapi.db
    .query(FORMER_STATE)
    .findMany({ where: { type, document, language, id: { $gt: version } }, orderBy: { id: 'asc' } })
}

/** Every write of these documents, the first one first. */
export async function writesOf(strapi: Core.Strapi, type: string, documents: string[]): Promise<FormerState[]> {
  return strapi.db
    .query(FORMER_STATE)
    .findMany({ where: { type, document: { $in: documents } }, orderBy: { id: 'asc' } })
}

/** Notes what stood there, in the transaction in which it is changed. */
export async function noteWrite(strapi: Core.Strapi, write: Omit<FormerState, 'id' | 'savedOn'>): Promise<void> {
  const { type, document, language } = write
  // What is deleted is kept by nobody who has it open either.
  if (write.isDeletion)
    await strapi.db.query(FORMER_STATE).updateMany({ where: { type, document, language }, data: { state: null } })
  await strapi.db.query(FORMER_STATE).create({ data: { ...write, savedOn: new Date() } })
}

/** The version of every row of a document, or of all of a type, that was ever changed: the number of its last write. */
export async function versionsOf(
  strapi: Core.Strapi,
  where: { document: string } | { type: string },
): Promise<Map<string, { language: string, version: number }[]>> {
  const rows: { document: string, language: string, version: number | string }[] = await strapi.db
    .connection('former_states')
    .where(where)
    .groupBy('document', 'language')
    .select('document', 'language')
    .max('id as version')
  const versions = rows.map(({ document, language, version }) => ({ document, language, version: Number(version) }))
  return Map.groupBy(versions, ({ document }) => document)
}

/** As `X-Built-On` names them; a row that nobody has changed yet is of version 0. */
export function namedVersions(document: string, versions: { language: string, version: number }[]): string {
  return [{ language: '*', version: 0 }, ...versions]
    .map(({ language, version }) => `${document}/${language}=${version}`)
    .join()
}

/** Who deleted a document in every language, and when; null where nobody did. */
export async function deletionOf(strapi: Core.Strapi, document: string): Promise<FormerState | null> {
  return strapi.db.query(FORMER_STATE).findOne({ where: { document, isDeletion: true }, orderBy: { id: 'desc' } })
}

/** Forgets what stood there: now and once a day what is too old. The last number of a row stays. */
export async function keepFormerStatesShort(strapi: Core.Strapi): Promise<void> {
  await forget(strapi)
  setInterval(() => void forget(strapi), DAY).unref()
}

/** What names somebody who is withdrawn is not kept either: whoever has a form open then decides by eye. */
export async function forgetFormerStates(strapi: Core.Strapi): Promise<void> {
  await strapi.db.query(FORMER_STATE).updateMany({ where: { state: { $notNull: true } }, data: { state: null } })
}

async function forget(strapi: Core.Strapi): Promise<void> {
  const old = { savedOn: { $lt: new Date(Date.now() - DAYS * DAY) } }
  await strapi.db
    .query(FORMER_STATE)
    .updateMany({ where: { ...old, state: { $notNull: true } }, data: { state: null } })
  const last = (
    await strapi.db.connection('former_states').groupBy('type', 'document', 'language').max('id as id')
  ).map(({ id }) => Number(id))
  const kept = new Set(last)
  const rows: { id: number }[] = await strapi.db.query(FORMER_STATE).findMany({ select: ['id'], where: old })
  const ids = rows.map(({ id }) => id).filter(id => !kept.has(id))
  for (let start = 0; start < ids.length; start += 500)
    await strapi.db.query(FORMER_STATE).deleteMany({ where: { id: { $in: ids.slice(start, start + 500) } } })
}
