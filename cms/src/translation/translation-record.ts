/**
 * What is known of a translation: who made it, from which language, and what the text said that it was made from. It is
 * noted when a translation is first written and each time an editor confirms it; whether it is out of date is derived.
 */
import type { Core } from '@strapi/strapi'
import { isMachineMade, type Paragraph, type TranslationOrigin, valueAt } from 'shared-types'
import { hasDrafts, type Schema } from '../content-model/schema'
import { copyDrafted, forgetDrafted, isDrafted } from './drafted'
import { refuseMovedOn, shownBefore, type ShownText } from '../together/compared'
import { paragraphsOf, saidIn, textIn } from './paragraphs'
import type { Values } from '../rows/rows'
import type { Reason } from './reasons'
import { MACHINE_DRAFT, RECORD } from '../content-model/uids'

/** What a translation was compared with. */
export interface Confirmation {
  /** Code of the language it was made from. */
  from: string
  /** The paragraphs of that language then, as editors saw them. */
  paragraphs: Paragraph[]
  /** What of them no reader may be told (see `saidIn`): it was never published, or withdrawn. */
  unpublished: string[]
  /** ISO 8601. */
  confirmedOn: string
  /** Why what had changed did not concern the translation, where somebody said so. */
  reason?: Reason
}

/** Who made a translation, and what it was last compared with. */
export interface Known {
  origin: TranslationOrigin | null
  confirmation: Confirmation | null
}

export interface TranslationRecord extends Known {
  id: number
  document: string
  language: string
  /** The same of the text that is public; the rest is of the one editors work on. */
  published: Known | null
}

interface Translation {
  documentId: string
  locale: string
}

interface SavedTranslation extends Translation {
  before: Values | null
  after: Values
  /** Language of the source row. */
  source: string
}

/**
 * What a save makes known, read before it: if the source changes at the same moment, nobody has seen what it says then.
 */
export async function knownBySave(
  strapi: Core.Strapi, schema: Schema, { documentId, locale, before, after, source }: SavedTranslation,
): Promise<Partial<Known>> {
  const isByPerson = Boolean(strapi.requestContext.get()?.state?.user)
  const isConfirmed = after.isConfirmed === true
  const record = await findRecord(strapi, schema, { documentId, locale })
  const from = translatedFrom(after) ?? source
  const shown = isByPerson && (!before || isConfirmed) ? await shownBefore(strapi, schema, documentId, from) : null
  if (isConfirmed && shown) await refuseMovedOn(strapi, schema, documentId, shown)
  const origin = isByPerson
    ? originAfter(record?.origin ?? null, {
        isChanged: hasNewWords(strapi, schema, before, after), isConfirmed,
        isDrafted: await isDrafted(strapi, schema, { documentId, locale }, after),
      })
    : (record?.origin ?? null)
  if (isByPerson && isConfirmed) await forgetDrafted(strapi, schema, { documentId, locale })
  return {
    origin,
    ...((!before || isConfirmed) && { confirmation: await confirmNow(strapi, schema, documentId, { from, shown }) }),
  }
}

interface Save {
  isChanged: boolean
  isConfirmed: boolean
  /** Whether something stands there as a machine has drafted it. */
  isDrafted: boolean
}

/** A person who corrects or confirms a machine's translation answers for it; for a draft only who confirms it. */
function originAfter(
  origin: TranslationOrigin | null, { isChanged, isConfirmed, isDrafted }: Save,
): TranslationOrigin | null {
  if (isDrafted) return isConfirmed ? 'machine_reviewed' : 'machine'
  if (isMachineMade(origin)) return isChanged || isConfirmed ? 'machine_reviewed' : origin
  return isChanged ? 'human' : origin
}

function hasNewWords(strapi: Core.Strapi, schema: Schema, before: Values | null, after: Values): boolean {
  return (
    JSON.stringify(paragraphsOf(strapi, schema, before ?? {})) !== JSON.stringify(paragraphsOf(strapi, schema, after))
  )
}

/** The language a translation says it was made from; null where it was the source language. */
export function translatedFrom(values: Values | null): string | null {
  return typeof values?.translatedFrom === 'string' && values.translatedFrom !== '' ? values.translatedFrom : null
}

/** A first translation was made from what its form was opened beside, even where that says something else by now. */
async function confirmNow(
  strapi: Core.Strapi, schema: Schema, documentId: string, { from, shown }: { from: string, shown: ShownText | null },
): Promise<Confirmation> {
  const confirmedOn = new Date().toISOString()
  const paragraphs
    = shown?.paragraphs ?? (await textIn(strapi, schema, { documentId, locale: from, audience: 'editors' }))
  const told = new Set((await textIn(strapi, schema, { documentId, locale: from, audience: 'readers' })).flatMap(saidIn))
  const unpublished = [...new Set(paragraphs.flatMap(saidIn))].filter(text => !told.has(text))
  return { from, paragraphs, unpublished, confirmedOn }
}

/** After a translation was saved. What is known of one that is public holds for readers, too. */
export async function recordTranslation(
  strapi: Core.Strapi, schema: Schema, { documentId, locale }: Translation,
  { known, isPublic }: { known: Partial<Known>, isPublic: boolean },
): Promise<void> {
  const record = await findRecord(strapi, schema, { documentId, locale })
  const { origin, confirmation } = { origin: null, confirmation: null, ...record, ...known }
  const data = { ...known, ...isPublic && { published: { origin, confirmation } } }
  if (record) return updateRecord(strapi, record.id, data)
  await strapi.db.query(RECORD).create({ data: { type: schema.uid, document: documentId, language: locale, ...data } })
}

/** After it was confirmed for this reason. */
export async function noteReason(
  strapi: Core.Strapi, schema: Schema, translation: Translation, reason: Reason,
): Promise<void> {
  const record = await findRecord(strapi, schema, translation)
  if (!record?.confirmation) return
  const confirmation = { ...record.confirmation, reason }
  await updateRecord(strapi, record.id, {
    confirmation, ...!hasDrafts(schema) && { published: { origin: record.origin, confirmation } },
  })
}

/** What is known of a translation that was published is what holds for readers. */
export async function publishRecords(strapi: Core.Strapi, records: TranslationRecord[]): Promise<void> {
  for (const { id, origin, confirmation } of records)
    await updateRecord(strapi, id, { published: { origin, confirmation } })
}

/** What was known of a draft that is thrown away is not known of the text that was published. */
export async function discardRecords(strapi: Core.Strapi, records: TranslationRecord[]): Promise<void> {
  for (const { id, published } of records)
    if (published) await updateRecord(strapi, id, published)
}

/** Says who made a translation that no person typed. */
export async function setOrigin(
  strapi: Core.Strapi, schema: Schema, { documentId, locale, origin }: Translation & { origin: TranslationOrigin },
): Promise<void> {
  const record = await findRecord(strapi, schema, { documentId, locale })
  if (record)
    await recordTranslation(
      strapi, schema, { documentId, locale }, { known: { origin }, isPublic: record.published !== null },
    )
}

/** A copy of a machine's translation is a machine's translation, as old as the one it was made from. */
export async function copyRecords(
  strapi: Core.Strapi, schema: Schema, documentId: string, copied: unknown,
): Promise<void> {
  const copy: unknown = valueAt(copied, 'documentId')
  if (typeof copy !== 'string') return
  await copyDrafted(strapi, schema, documentId, copy)
  const rows: { locale: string }[] = await strapi.db
    .query(schema.uid)
    .findMany({ select: ['locale'], where: { documentId: copy } })
  for (const { language, origin, confirmation } of await findRecords(
    strapi, schema, [documentId], rows.map(({ locale }) => locale),
  ))
    await recordTranslation(
      strapi, schema, { documentId: copy, locale: language },
      { known: { origin, confirmation }, isPublic: !hasDrafts(schema) },
    )
}

export async function forgetTranslations(
  strapi: Core.Strapi, schema: Schema, documentId: string, locales: string[] | null,
): Promise<void> {
  const where = { type: schema.uid, document: documentId, ...(locales && { language: { $in: locales } }) }
  for (const known of [RECORD, MACHINE_DRAFT]) await strapi.db.query(known).deleteMany({ where })
}

/** In one statement: Strapi reads what it updates before and after. */
async function updateRecord(strapi: Core.Strapi, id: number, data: Partial<TranslationRecord>): Promise<void> {
  await strapi.db.query(RECORD).updateMany({ where: { id }, data })
}

async function findRecord(
  strapi: Core.Strapi, schema: Schema, { documentId, locale }: Translation,
): Promise<TranslationRecord | null> {
  return strapi.db.query(RECORD).findOne({ where: { type: schema.uid, document: documentId, language: locale } })
}

/** The records of several documents of a type, in these languages (null for all). */
export async function findRecords(
  strapi: Core.Strapi, schema: Schema, documentIds: readonly string[], locales: string[] | null = null,
): Promise<TranslationRecord[]> {
  return strapi.db
    .query(RECORD)
    .findMany({
      where: { type: schema.uid, document: { $in: [...documentIds] }, ...(locales && { language: { $in: locales } }) },
    })
}
