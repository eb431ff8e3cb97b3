/**
 * What stood in a form before each deed: on what a save was built, who changed what since then, the version of a row,
 * which is the number of its last entry here, and the history of an entry (`history/`).
 */
import type { Core } from '@strapi/strapi'
import type { FormState } from './form-state'
import { FORMER_STATE } from '../content-model/uids'

/** The row of a document that one person works on. */
export interface Working {
  type: string
  document: string
  /** Empty for what has no languages. */
  language: string
}

/** What was done with a row. */
export type Done = 'create' | 'save' | 'publish' | 'unpublish' | 'discard' | 'delete' | 'restore' | 'name'

/** After these deeds the form says what it said before. */
const LEAVING_AS_IS: (Done | null)[] = ['publish', 'unpublish', 'name']

/** A deed, and what stood there before. */
export interface FormerState extends Working {
  id: number
  /** Null where it is not kept any more, or where nothing stood. */
  state: FormState | null
  isDeletion: boolean
  /** The id of the account that did it; null for what no person did. */
  account: number | null
  tab: string | null
  /** Null from the time before it was noted: then it is a save, or a deletion. */
  deed: Done | null
  /** What an editor calls the state that stood there. */
  name: string | null
  savedOn: string
}

/** Whether a form may say something else after a deed. */
export function changesForm({ deed }: FormerState): boolean {
  return !LEAVING_AS_IS.includes(deed)
}

/** `<documentId>/<language>`, as requests name a row. */
export function rowKey({ document, language }: Working): string {
  return `${document}/${language}`
}

/** Every deed after a version, the first one first. */
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

/** What is noted of a deed. */
interface Note extends Pick<FormerState, 'state' | 'account' | 'tab'>, Working {
  deed: Done
  name?: string
  /** Of what was done earlier. */
  savedOn?: string
}

/** Notes what stood there, in the transaction in which it is changed. */
export async function noteDeed(strapi: Core.Strapi, note: Note): Promise<void> {
  const row = { ...note, savedOn: note.savedOn ?? new Date(), isDeletion: note.deed === 'delete' }
  // One statement: `create` reads again what it has written.
  await strapi.db.query(FORMER_STATE).createMany({ data: [row] })
}

/** What was done stays known, what stood there before does not. */
export async function forgetStates(strapi: Core.Strapi, where: object): Promise<void> {
  await strapi.db
    .query(FORMER_STATE)
    .updateMany({ where: { ...where, state: { $notNull: true } }, data: { state: null } })
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
