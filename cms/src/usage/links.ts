/** Every row that leads to some rows of a type, or to files: read from the schemas, whatever types there are. */
import type { Core } from '@strapi/strapi'
import { FILE_LINKS, type Join, joinsOf } from '../strapi/joins'
import { storedRows, type StoredRow } from '../strapi/rows'
import { type Place, placesOf } from './places'
import { FILE } from '../content-model/uids'

export interface Link {
  join: Join
  /** The row of the table that joins them. */
  stored: StoredRow
  /** The row that is led to. */
  target: number
  /** Where the row stands that leads there. */
  place: Place
}

export async function linksTo(strapi: Core.Strapi, uid: string, ids: readonly number[]): Promise<Link[]> {
  if (ids.length === 0) return []
  if (uid === FILE) return fileLinks(strapi, ids)
  const links: Link[] = []
  for (const join of joinsOf(strapi).filter(({ target }) => target === uid)) {
    const rows = await storedRows(strapi, join.table, join.targetColumn, ids)
    links.push(...await placed(strapi, join, rows))
  }
  return links
}

async function fileLinks(strapi: Core.Strapi, ids: readonly number[]): Promise<Link[]> {
  const rows = (await storedRows(strapi, FILE_LINKS, 'file_id', ids)).filter(({ related_type }) =>
    isOurs(String(related_type)),
  )
  const links = [...Map.groupBy(rows, row => `${String(row.related_type)} ${String(row.field)}`).values()].map(
    ofAttribute =>
      placed(strapi, fileJoin(String(ofAttribute[0]?.related_type), String(ofAttribute[0]?.field)), ofAttribute),
  )
  return (await Promise.all(links)).flat()
}

/** Files are joined to whatever shows them in one table. */
function fileJoin(holder: string, attribute: string): Join {
  return {
    holder, attribute, target: FILE, table: FILE_LINKS, holderColumn: 'related_id', targetColumn: 'file_id',
    orderColumn: 'order',
  }
}

function isOurs(uid: string): boolean {
  return uid.startsWith('api::') || !uid.includes('::')
}

async function placed(strapi: Core.Strapi, join: Join, rows: StoredRow[]): Promise<Link[]> {
  const places = await placesOf(strapi, join.holder, [...new Set(rows.map(row => Number(row[join.holderColumn])))])
  return rows.flatMap((stored) => {
    const place = places.get(Number(stored[join.holderColumn]))
    return place ? [{ join, stored, target: Number(stored[join.targetColumn]), place }] : []
  })
}
