/**
 * What a machine has drafted of a translation. Noted by checksums when a draft is given out: however the words come
 * into the form and when they are saved, it is known whose they are, until somebody has confirmed the translation.
 */
import { createHash } from 'node:crypto'
import type { Core } from '@strapi/strapi'
import type { Schema } from '../content-model/schema'
import { MACHINE_DRAFT } from '../content-model/uids'
import type { Values } from '../rows/rows'
import { leavesOf, wordsIn } from '../xliff/leaves'
import { textsOf } from './texts'

interface Translation {
  documentId: string
  locale: string
}

/** noteDrafted keeps which texts were given out as drafts. */
export async function noteDrafted(
  strapi: Core.Strapi, schema: Schema, { documentId, locale }: Translation, drafts: readonly string[],
): Promise<void> {
  if (drafts.length === 0) return
  const data = { type: schema.uid, document: documentId, language: locale, texts: drafts.map(checksum) }
  await strapi.db.query(MACHINE_DRAFT).create({ data })
}

/** Whether one of the texts of a translation is still what a machine has drafted, to the last letter. */
export async function isDrafted(
  strapi: Core.Strapi, schema: Schema, translation: Translation, values: Values,
): Promise<boolean> {
  const rows: { texts: string[] }[] = await strapi.db
    .query(MACHINE_DRAFT)
    .findMany({ select: ['texts'], where: whereOf(schema, translation) })
  if (rows.length === 0) return false
  const drafted = new Set(rows.flatMap(({ texts }) => texts))
  return textsOf(strapi, schema, values).flatMap(({ value }) => said(value)).some(text => drafted.has(checksum(text)))
}

/** A person answers for all of it now. */
export async function forgetDrafted(strapi: Core.Strapi, schema: Schema, translation: Translation): Promise<void> {
  await strapi.db.query(MACHINE_DRAFT).deleteMany({ where: whereOf(schema, translation) })
}

/** What a machine has drafted of an entry it has drafted of a copy. */
export async function copyDrafted(
  strapi: Core.Strapi, schema: Schema, documentId: string, copy: string,
): Promise<void> {
  const rows: { language: string, texts: string[] }[] = await strapi.db
    .query(MACHINE_DRAFT)
    .findMany({ where: { type: schema.uid, document: documentId } })
  for (const { language, texts } of rows)
    await strapi.db.query(MACHINE_DRAFT).create({ data: { type: schema.uid, document: copy, language, texts } })
}

function whereOf({ uid }: Schema, { documentId, locale }: Translation): Values {
  return { type: uid, document: documentId, language: locale }
}

function said(value: unknown): string[] {
  return typeof value === 'string' ? [value] : leavesOf(value).map(({ children }) => wordsIn(children))
}

/** How much white space there is says nothing. */
function checksum(text: string): string {
  return createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('base64url').slice(0, 22)
}
