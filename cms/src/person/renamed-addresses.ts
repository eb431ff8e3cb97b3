/**
 * In old versions and in the ledger stand addresses of pages and files that were renamed since: there they are the new
 * ones.
 */
import type { Core } from '@strapi/strapi'
import type { Renamed } from './slugs'
import { ENTRY, REVISION } from '../content-model/uids'

const ROWS_AT_ONCE = 200

/** Puts the new addresses in the place of the former ones. */
export async function renameInVersions(strapi: Core.Strapi, renamed: Renamed): Promise<void> {
  if (renamed.size === 0) return
  for (const [before, after] of renamed) {
    await strapi.db.query(ENTRY).updateMany({ where: { slug: before }, data: { slug: after } })
    await strapi.db.query(ENTRY).updateMany({ where: { formerSlug: before }, data: { formerSlug: null } })
  }
  for (let last = 0; ;) {
    const rows: { id: number, slug: string, snapshot: unknown }[] = await strapi.db
      .query(REVISION)
      .findMany({
        select: ['id', 'slug', 'snapshot'], where: { id: { $gt: last } }, orderBy: { id: 'asc' }, limit: ROWS_AT_ONCE,
      })
    if (rows.length === 0) return
    for (const { id, slug, snapshot } of rows) {
      const told = JSON.stringify({ slug, snapshot })
      const now = [...renamed].reduce((text, [before, after]) => text.replaceAll(whole(before), after), told)
      if (now !== told) await strapi.db.query(REVISION).update({ where: { id }, data: JSON.parse(now) })
      last = id
    }
  }
}

/** A slug is no part of a longer one; the name of a file stands behind the size it was made in. */
function whole(address: string): RegExp | string {
  return /^[a-z\d-]+$/.test(address) ? new RegExp(`(?<![\\p{L}\\d-])${address}(?![\\p{L}\\d-])`, 'gu') : address
}
