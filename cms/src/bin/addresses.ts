/** Rows by what they are, not by their number: publishing anew gives a row another number. */
import type { Core } from '@strapi/strapi'
import { hasDrafts, schemaOf } from '../content-model/schema'
import type { Address } from './content'

interface Found {
  id: number
  documentId: string
  locale: string | null
  publishedAt: string | null
}

/** What these rows of a type are called, by their id. */
export async function addressesOf(
  strapi: Core.Strapi, uid: string, ids: readonly number[],
): Promise<Map<number, Address>> {
  const select = ['id', 'documentId', 'locale', 'publishedAt']
  const rows: Found[] = await strapi.db.query(uid).findMany({ select, where: { id: { $in: [...ids] } } })
  return new Map(
    rows.map(({ id, documentId, locale, publishedAt }) => [
      id, { uid, documentId, locale, isLive: publishedAt !== null },
    ]),
  )
}

/**
 * The row that now is what the address says: where it is not published any more the draft; null where the entry is
 * gone.
 */
export async function rowOf(strapi: Core.Strapi, { uid, documentId, locale, isLive }: Address): Promise<number | null> {
  const select = ['id', 'documentId', 'locale', 'publishedAt']
  const rows: Found[] = await strapi.db.query(uid).findMany({ select, where: { documentId } })
  const inLanguage = rows.filter(row => row.locale === locale)
  const exact = inLanguage.find(({ publishedAt }) => (publishedAt !== null) === isLive)
  return (exact ?? (hasDrafts(schemaOf(strapi, uid)) ? inLanguage[0] ?? rows[0] : undefined))?.id ?? null
}
