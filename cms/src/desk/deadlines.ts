/** Deadlines (German: Fristen) that are still to come, the next first. */
import { today } from 'shared-types'
import { schemaOf } from '../content-model/schema'
import { EVENT } from '../content-model/uids'
import { IN_SOURCE_LANGUAGE, type Row, workingRows } from '../rows/rows'
import { type DeskList, lineAttributes, lineOf, LINES } from './line'
import { type Reader, rowsFor } from './reader'

export async function deadlines(reader: Reader): Promise<DeskList> {
  const schema = schemaOf(reader.strapi, EVENT)
  const allowed = await rowsFor(reader, schema, 'read')
  if (!allowed) return { lines: [], total: 0 }
  const coming = { kind: 'deadline', endsOn: { $gte: today() }, ...workingRows(schema), ...IN_SOURCE_LANGUAGE }
  const where = { $and: [allowed, coming] }
  const query = reader.strapi.db.query(EVENT)
  const rows: Row[] = await query.findMany({
    where, select: [...lineAttributes(schema), 'endsOn'], orderBy: { endsOn: 'asc' }, limit: LINES,
  })
  return { total: await query.count({ where }), lines: rows.map(row => lineOf(schema, row, 'endsOn')) }
}
