/** A trial: what would become of each row, and nothing is written. */
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { schemaOf } from '../content-model/schema'
import { MEASURE } from '../content-model/uids'
import { type AskedTable, askedIn } from './asked'
import type { Column } from './columns'
import { headingOf, type Mapping } from './headings'
import { readRows } from './reading'
import type { Change, Deed, ReadRow } from './row'
import { stateOfRows } from './state'
import { isEmpty } from './table/sheet'
import { isToWrite, tryRow, writerIn } from './writing'

/** What the page shows of a table before anything is written. */
export interface Trial {
  /** The sheets that have something in them; one without a name where a file has one table. */
  sheets: string[]
  sheet: string
  /** The columns of the table, with the first value of each. */
  headings: { heading: string, example: string }[]
  mapping: Mapping
  /** What a column can mean. */
  columns: Column[]
  rows: TriedRow[]
  /** To be sent along when the table is read in: what these rows were made from. */
  state: string
}

export interface TriedRow {
  /** As people see it beside the row. */
  number: number
  title: string
  deed: Deed
  /** Of the measure that is there already. */
  documentId: string | null
  changes: Change[]
  problems: string[]
  /** What of the table is left alone, and why. */
  notes: string[]
}

/** Answers a request with a trial. */
export async function tryTable(strapi: Core.Strapi, ctx: Context): Promise<unknown> {
  const asked = await askedIn(strapi, ctx)
  if (!asked) return ctx.notFound()
  const schema = schemaOf(strapi, MEASURE)
  const rows = await readRows(strapi, schema, { ...asked, ability: ctx.state.userAbility })
  const writer = writerIn(strapi, schema, ctx)
  for (const row of rows.filter(isToWrite)) {
    row.problems.push(...await tryRow(writer, row))
    if (row.problems.length > 0) row.deed = 'impossible'
  }
  ctx.body = { data: trialOf(asked, rows) }
  return undefined
}

function trialOf({ sheets, sheet, body, mapping, columns, mark }: AskedTable, rows: ReadRow[]): Trial {
  return {
    sheets, sheet, mapping, columns,
    headings: body.headings.map((heading, column) => ({
      heading: headingOf(heading, column),
      example: body.rows.flatMap(({ cells }) => cells[column] ?? []).find(cell => !isEmpty(cell))?.text ?? '',
    })),
    rows: rows.map(({ number, title, deed, known, changes, problems, notes }) => ({
      number, title, deed, documentId: known?.documentId ?? null, changes, problems, notes,
    })),
    state: stateOfRows(mark, rows),
  }
}
