/** The measures of a plan as a table, which can be changed in a spreadsheet and read in again. */
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { stringify } from 'csv-stringify/sync'
import writeWorkbook from 'write-excel-file/universal'
import { schemaOf } from '../content-model/schema'
import { MEASURE } from '../content-model/uids'
import { rowsFor } from '../desk/reader'
import { permissionsAt } from '../strapi/permissions'
import { Cells } from './cells'
import { allColumns, type AnyColumn, KEY, rightsOf, VERSION } from './columns'
import { type Known, measuresOf } from './measures'
import { plansFor } from './plans'
import { relatedOf } from './related'
import { withGuard } from './table/guard'

/** The formats of the table, and what each is called where files are sent. */
const FORMATS = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8',
} as const

type Format = keyof typeof FORMATS

function isFormat(value: unknown): value is Format {
  return typeof value === 'string' && value in FORMATS
}

/** Answers a request with the file: what the one who asks may read. */
export async function giveOut(strapi: Core.Strapi, ctx: Context): Promise<unknown> {
  const schema = schemaOf(strapi, MEASURE)
  const { format } = ctx.query
  if (!isFormat(format)) return ctx.badRequest()
  const [plan] = await plansFor(strapi, ctx, { documentId: String(ctx.query.plan) })
  if (!plan) return ctx.notFound()
  const reader = { strapi, ability: ctx.state.userAbility, account: ctx.state.user.id }
  const rows = await rowsFor(reader, schema, 'read')
  if (!rows) return ctx.forbidden()
  const { can } = permissionsAt(strapi, ctx.state.userAbility, MEASURE)
  const columns = allColumns(strapi, schema).filter(column =>
    !('attribute' in column) || rightsOf(strapi, column).every(name => can.read(undefined, name)))
  const cells = new Cells(strapi, await relatedOf(strapi, schema, plan.documentId))
  const table = tableOf(await measuresOf(strapi, schema, plan.documentId, rows), columns, cells)
  ctx.attachment(`Maßnahmen ${plan.title}.${format}`)
  ctx.set('Content-Type', FORMATS[format])
  ctx.body = await fileOf(table, format)
  return undefined
}

/** The headings, and a row for each measure. */
function tableOf(measures: Known[], columns: AnyColumn[], cells: Cells): string[][] {
  const rows = measures.map(known => columns.map(column => cellOf(known, column, cells)))
  return [columns.map(({ label }) => label), ...rows]
}

function cellOf({ documentId, version, now }: Known, column: AnyColumn, cells: Cells): string {
  if (column.name === KEY) return documentId
  if (column.name === VERSION) return String(version)
  return 'attribute' in column ? cells.write(column.attribute, now[column.name]) : ''
}

/** A file of these rows. */
async function fileOf(rows: string[][], format: Format): Promise<Buffer> {
  return format === 'csv' ? csvOf(rows) : workbookOf(rows)
}

/** As a German Excel opens it: with semicolons and a byte order mark. Nothing in it is a formula. */
function csvOf(rows: string[][]): Buffer {
  const guarded = rows.map(row => row.map(withGuard))
  return Buffer.from(stringify(guarded, { delimiter: ';', bom: true, record_delimiter: 'windows' }))
}

const NARROW_CHARACTERS = 16
const WIDE_CHARACTERS = 40

/** Every cell is a text, which no spreadsheet changes; the headings stay in sight. */
async function workbookOf(rows: string[][]): Promise<Buffer> {
  const [headings = [], ...body] = rows
  const head = headings.map(value => ({ value, fontWeight: 'bold' as const }))
  const cells = body.map(row => row.map(value => value === '' ? null : { value, type: String, format: '@', wrap: true }))
  const columns = headings.map((_, index) => ({ width: isLong(body, index) ? WIDE_CHARACTERS : NARROW_CHARACTERS }))
  const blob = await writeWorkbook([head, ...cells], { sheet: 'Maßnahmen', columns, stickyRowsCount: 1 }).toBlob()
  return Buffer.from(await blob.arrayBuffer())
}

function isLong(body: string[][], column: number): boolean {
  return body.some(row => (row[column] ?? '').length > NARROW_CHARACTERS)
}
