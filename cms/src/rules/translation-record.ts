import type { Core } from '@strapi/strapi'
import type { TranslationOrigin } from 'shared-types'
import { isLocalised, type Schema } from '../content-model/schema'
import type { Values } from './rows'

const RECORD = 'api::ledger.translation-record'

interface SavedTranslation {
  documentId: string
  locale: string
  before: Values | null
  after: Values
}

/** Notes who made a translation: a person who changes the words of a machine's translation answers for them. */
export async function recordTranslation(strapi: Core.Strapi, schema: Schema, { documentId, locale, before, after }: SavedTranslation): Promise<void> {
  const isByPerson = Boolean(strapi.requestContext.get()?.state?.user)
  if (!isByPerson || !hasNewWords(schema, before, after)) return
  const record = await findRecord(strapi, schema, documentId, locale)
  await setOrigin(strapi, schema, { documentId, locale, origin: record && record.origin !== 'human' ? 'machine_reviewed' : 'human' })
}

function hasNewWords(schema: Schema, before: Values | null, after: Values): boolean {
  return Object.entries(schema.attributes).some(([name, attribute]) =>
    isLocalised(attribute) && JSON.stringify(before?.[name] ?? null) !== JSON.stringify(after[name] ?? null))
}

export async function setOrigin(strapi: Core.Strapi, schema: Schema, { documentId, locale, origin }: { documentId: string, locale: string, origin: TranslationOrigin }): Promise<void> {
  const record = await findRecord(strapi, schema, documentId, locale)
  const data = { type: schema.uid, document: documentId, language: locale, origin }
  if (record) await strapi.db.query(RECORD).update({ where: { id: record.id }, data })
  else await strapi.db.query(RECORD).create({ data })
}

/** A copy of a machine's translation is a machine's translation. */
export async function copyOrigins(strapi: Core.Strapi, schema: Schema, documentId: string, copied: unknown): Promise<void> {
  const copy: unknown = typeof copied === 'object' && copied !== null ? Reflect.get(copied, 'documentId') : undefined
  if (typeof copy !== 'string') return
  const records: { language: string, origin: TranslationOrigin }[] = await strapi.db.query(RECORD).findMany({ where: { type: schema.uid, document: documentId } })
  for (const { language, origin } of records) await setOrigin(strapi, schema, { documentId: copy, locale: language, origin })
}

export async function forgetTranslations(strapi: Core.Strapi, schema: Schema, documentId: string, locales: string[] | null): Promise<void> {
  await strapi.db.query(RECORD).deleteMany({ where: { type: schema.uid, document: documentId, ...(locales && { language: { $in: locales } }) } })
}

async function findRecord(strapi: Core.Strapi, schema: Schema, documentId: string, locale: string): Promise<{ id: number, origin: TranslationOrigin } | null> {
  return strapi.db.query(RECORD).findOne({ where: { type: schema.uid, document: documentId, language: locale } })
}
