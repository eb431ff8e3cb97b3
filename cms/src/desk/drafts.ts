/** Drafts that say something else than the website: one's own, those of others; and what others have published. */
import type { Core } from '@strapi/strapi'
import { hasDrafts, publicSchemas, type Schema } from '../content-model/schema'
import type { Row, Values } from '../rows/rows'
import { type DeskList, lineAttributes, lineOf, LINES, newestOf } from './line'
import { type Reader, rowsFor } from './reader'

/** What she began or wrote last, and is not on the website as it stands. */
export function ownDrafts(reader: Reader): Promise<DeskList> {
  const own = { $or: [{ createdBy: { id: reader.account } }, { updatedBy: { id: reader.account } }] }
  return newest(reader, 'read', schema => ({ ...unpublished(reader.strapi, schema), ...own }), 'updatedAt')
}

/** What others wrote last, for whoever may publish it. */
export function draftsOfOthers(reader: Reader): Promise<DeskList> {
  const others = { updatedBy: { id: { $ne: reader.account } } }
  return newest(reader, 'publish', schema => ({ ...unpublished(reader.strapi, schema), ...others }), 'updatedAt')
}

/** What colleagues have published. */
export function publishedByOthers(reader: Reader): Promise<DeskList> {
  const others = { publishedAt: { $notNull: true }, updatedBy: { id: { $ne: reader.account } } }
  return newest(reader, 'read', () => others, 'publishedAt')
}

/** Matches drafts by Strapi's own measure, as its lists do: never published in this language, or saved since. */
export function unpublished({ db }: Core.Strapi, schema: Schema): Values {
  const { tableName } = db.metadata.get(schema.uid)
  const ids = db
    .getConnection(`${tableName} as draft`)
    .whereNull('draft.published_at')
    .whereNotExists(
      db.getConnection(`${tableName} as live`)
        .select('live.id')
        .whereRaw('live.document_id = draft.document_id and live.locale = draft.locale')
        .whereNotNull('live.published_at')
        .whereRaw('live.updated_at >= draft.updated_at'),
    )
    .select('draft.id')
  return { publishedAt: { $null: true }, id: { $in: ids } }
}

async function newest(
  reader: Reader, deed: 'read' | 'publish', matching: (schema: Schema) => Values, dated: string,
): Promise<DeskList> {
  const lists: DeskList[] = []
  for (const schema of publicSchemas(reader.strapi).filter(hasDrafts)) {
    const allowed = await rowsFor(reader, schema, deed)
    if (!allowed) continue
    const where = { $and: [allowed, matching(schema)] }
    const query = reader.strapi.db.query(schema.uid)
    const total = await query.count({ where })
    const rows: Row[] = total === 0
      ? []
      : await query.findMany({
          where, select: lineAttributes(schema), populate: ['updatedBy'], orderBy: { [dated]: 'desc' }, limit: LINES,
        })
    lists.push({ total, lines: rows.map(row => lineOf(schema, row, dated)) })
  }
  return newestOf(lists)
}
