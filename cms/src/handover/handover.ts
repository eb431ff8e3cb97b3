/** Whether a draft was given to be checked (German: Übergabe), or came back with a remark. */
import type { Core } from '@strapi/strapi'
import type { Schema } from '../content-model/schema'
import { HANDOVER } from '../content-model/uids'

export interface Handover {
  type: string
  document: string
  language: string
  step: 'given' | 'returned'
  /** What is to be looked at, or why it came back; empty where nothing was said. */
  note: string
  /** Who gave it, or gave it back. */
  account: number
  madeOn: string
}

/** A draft: an entry in a language. */
export interface Draft {
  type: string
  document: string
  language: string
}

/** The last one of a draft; null where it was never handed over, or was published since. */
export function findHandover(strapi: Core.Strapi, draft: Draft): Promise<Handover | null> {
  return strapi.db.query(HANDOVER).findOne({ where: { ...draft } })
}

/** The newest of a step, whoever made them. */
export function findHandovers(strapi: Core.Strapi, step: Handover['step'], limit: number): Promise<Handover[]> {
  return strapi.db.query(HANDOVER).findMany({ where: { step }, orderBy: { madeOn: 'desc' }, limit })
}

/** Takes the place of the one before: a draft is with one side only. */
export async function writeHandover(strapi: Core.Strapi, handover: Omit<Handover, 'madeOn'>): Promise<void> {
  const { type, document, language } = handover
  await strapi.db.query(HANDOVER).deleteMany({ where: { type, document, language } })
  await strapi.db.query(HANDOVER).create({ data: { ...handover, madeOn: new Date() } })
}

/** Whatever was published or deleted is with nobody any more, in these languages (null for all). */
export async function forgetHandovers(
  strapi: Core.Strapi, schema: Schema, document: string, languages: string[] | null,
): Promise<void> {
  await strapi.db
    .query(HANDOVER)
    .deleteMany({ where: { type: schema.uid, document, ...languages && { language: { $in: languages } } } })
}
