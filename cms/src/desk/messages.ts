/** What readers have sent, the newest first. */
import { schemaOf } from '../content-model/schema'
import { MESSAGE } from '../content-model/uids'
import type { Row } from '../rows/rows'
import { type DeskList, lineOf, LINES } from './line'
import { type Reader, rowsFor } from './reader'

export async function messages(reader: Reader): Promise<DeskList> {
  const schema = schemaOf(reader.strapi, MESSAGE)
  const where = await rowsFor(reader, schema, 'read')
  if (!where) return { lines: [], total: 0 }
  const query = reader.strapi.db.query(MESSAGE)
  const rows: Row[] = await query.findMany({
    where, select: ['documentId', 'label', 'receivedOn'], orderBy: { receivedOn: 'desc' }, limit: LINES,
  })
  return { total: await query.count({ where }), lines: rows.map(row => lineOf(schema, row, 'receivedOn')) }
}
