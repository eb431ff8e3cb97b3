/** The bin: what was deleted stays in it for 30 days, so that an editor can bring it back. */
import type { Core } from '@strapi/strapi'
import { localeOf, valueAt } from 'shared-types'
import { isLocalised, isPublic, mainFieldOf, type Schema, schemaOf } from '../content-model/schema'
import type { Action, Next, Result } from '../lifecycle/index'
import { documentIdOf } from '../rows/params'
import { forgetComments } from '../comments/comment'
import { forgetStates } from '../together/former-states'
import { capture } from './capture'
import type { BinContent, KeptRow } from './content'
import { BIN, BIN_CONTENT, PERSON } from '../content-model/uids'
import { daily } from '../storage/daily'

const DAY = 24 * 60 * 60 * 1000
export const KEPT_DAYS = 30

export interface BinEntry {
  id: number
  documentId: string
  label: string
  type: string
  document: string
}

/** Whether something of this type is kept when it is deleted. Who is deleted is gone: of people nothing stays. */
export function isKept(schema: Schema): boolean {
  return isPublic(schema) && schema.uid !== PERSON
}

/** Reads an entry before it is deleted. The function it answers with writes it into the bin, once it is. */
export async function toBin(
  strapi: Core.Strapi, schema: Schema, documentId: string, locales: string[] | null,
): Promise<() => Promise<void>> {
  const content = isKept(schema)
    ? await capture(strapi, schema, documentId, isLocalised(schema) ? locales : null)
    : null
  if (!content || content.rows.length === 0) return async () => {}
  const label = await labelOfEntry(strapi, schema, documentId)
  return async () => {
    const languages = new Set(
      content.rows.map(({ values }) => values.locale).filter(locale => typeof locale === 'string'),
    )
    const deletedOn = new Date()
    const { documentId: entry }: BinEntry = await strapi.db.query(BIN).create({ data: {
      label,
      kind: schema.info.displayName,
      languages: [...languages].map(locale => localeOf(locale).name).join(', '),
      deletedOn,
      deletedBy: nameOfEditor(strapi),
      keptUntil: new Date(deletedOn.getTime() + KEPT_DAYS * DAY),
      type: schema.uid,
      document: documentId,
    } })
    await strapi.db.query(BIN_CONTENT).create({ data: { entry, content } })
  }
}

/** As lists name it, in German where there is a German text. */
async function labelOfEntry(strapi: Core.Strapi, schema: Schema, documentId: string): Promise<string> {
  const name = mainFieldOf(schema)
  const select = [name, 'locale', ...schema.attributes.sourceLanguage ? ['sourceLanguage'] : []]
  const rows: Record<string, unknown>[] = await strapi.db.query(schema.uid).findMany({ select, where: { documentId } })
  const row
    = rows.find(({ locale }) => locale === 'de')
      ?? rows.find(({ locale, sourceLanguage }) => locale === sourceLanguage)
      ?? rows[0]
  return String(row?.[name] ?? '') || 'ohne Namen'
}

/** First and last name of who is signed in; null for a program. */
function nameOfEditor(strapi: Core.Strapi): string | null {
  const user: unknown = strapi.requestContext.get()?.state?.user
  if (typeof user !== 'object' || user === null) return null
  return [valueAt(user, 'firstname'), valueAt(user, 'lastname')].filter(Boolean).join(' ') || null
}

export async function findBinEntry(strapi: Core.Strapi, where: Partial<BinEntry>): Promise<BinEntry | null> {
  return strapi.db.query(BIN).findOne({ where, orderBy: { id: 'desc' } })
}

/** What an entry of the bin is made of; null where it was taken out of it meanwhile. */
export async function contentOf(strapi: Core.Strapi, entry: string): Promise<BinContent | null> {
  const found: { content: BinContent } | null = await strapi.db.query(BIN_CONTENT).findOne({ where: { entry } })
  return found?.content ?? null
}

/** What is deleted from the bin is gone for good. */
export async function deleteBinContent(
  strapi: Core.Strapi, _schema: Schema, action: Action, next: Next,
): Promise<Result> {
  const entry = await findBinEntry(strapi, { documentId: documentIdOf(action) })
  await strapi.db.query(BIN_CONTENT).deleteMany({ where: { entry: documentIdOf(action) } })
  const deleted = await next()
  if (entry) await forgetHistory(strapi, entry)
  return deleted
}

/** Takes entries out of the bin. */
export async function removeFromBin(strapi: Core.Strapi, entries: readonly string[]): Promise<void> {
  await strapi.db.query(BIN_CONTENT).deleteMany({ where: { entry: { $in: [...entries] } } })
  await strapi.db.query(BIN).deleteMany({ where: { documentId: { $in: [...entries] } } })
}

/** What in the bin shows a file: it could not be brought back whole without it. */
export async function usersInBin(strapi: Core.Strapi, file: number): Promise<string[]> {
  const entries: BinEntry[] = await strapi.db.query(BIN).findMany({})
  const users = await Promise.all(entries.map(async ({ documentId, label }) => {
    const content = await contentOf(strapi, documentId)
    return content?.rows.some(row => showsFile(row, file)) ? [label] : []
  }))
  return users.flat()
}

function showsFile({ files, parts }: KeptRow, file: number): boolean {
  return files.some(({ file_id }) => Number(file_id) === file) || parts.some(({ row }) => showsFile(row, file))
}

/** Nothing of a document stays in the bin: for what is withdrawn to protect somebody. */
export async function forgetInBin(
  strapi: Core.Strapi, { type, document }: { type: string, document: string },
): Promise<void> {
  const entries: BinEntry[] = await strapi.db.query(BIN).findMany({ where: { type, document } })
  await removeFromBin(strapi, entries.map(({ documentId }) => documentId))
}

/** Of what is gone for good, in whatever languages, no former state is kept either, and no comment. */
async function forgetHistory(strapi: Core.Strapi, { type, document }: BinEntry): Promise<void> {
  if (await findBinEntry(strapi, { type, document })) return
  const rows: { locale: string | null }[] = type in strapi.contentTypes
    ? await strapi.db.query(schemaOf(strapi, type).uid).findMany({ select: ['locale'], where: { documentId: document } })
    : []
  const gone = { type, document, language: { $notIn: rows.map(({ locale }) => locale ?? '') } }
  await forgetStates(strapi, gone)
  await forgetComments(strapi, gone)
}

/** Changes every text of the bin, for instance when a name may not be kept any more. */
export async function rewriteBin(strapi: Core.Strapi, rewrite: <Value>(value: Value) => Value): Promise<void> {
  const entries: BinEntry[] = await strapi.db.query(BIN).findMany({})
  for (const { id, documentId, label } of entries) {
    const content = await contentOf(strapi, documentId)
    const [newLabel, newContent] = [rewrite(label), rewrite(content)]
    if (newLabel !== label) await strapi.db.query(BIN).update({ where: { id }, data: { label: newLabel } })
    if (JSON.stringify(newContent) === JSON.stringify(content)) continue
    await strapi.db.query(BIN_CONTENT).updateMany({ where: { entry: documentId }, data: { content: newContent } })
  }
}

/** Empties the bin of what is older than it keeps, now and once a day. */
export function keepBinShort(strapi: Core.Strapi): Promise<void> {
  return daily(strapi, 'The bin was not emptied', () => emptyOld(strapi))
}

async function emptyOld(strapi: Core.Strapi): Promise<void> {
  const old: BinEntry[] = await strapi.db.query(BIN).findMany({ where: { keptUntil: { $lt: new Date() } } })
  await removeFromBin(strapi, old.map(({ documentId }) => documentId))
  for (const entry of old) await forgetHistory(strapi, entry)
}

/** The type of what is in the bin, whatever it is called today; null for one that was removed since. */
export function schemaOfEntry(strapi: Core.Strapi, { type }: BinEntry): Schema | null {
  return type in strapi.contentTypes ? schemaOf(strapi, type) : null
}
