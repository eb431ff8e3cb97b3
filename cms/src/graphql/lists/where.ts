/**
 * Writes a filter as conditions of a statement. What is related is looked up beside it, `id in (select …)`: as joins,
 * which Strapi makes of them, the relations of several branches would multiply.
 */
import type { Core } from '@strapi/strapi'
import { hasDrafts, type Schema } from '../../content-model/schema'
import { columnOf, joinOf, tableOf } from '../../register/tables'
import type { HiddenDocuments } from '../../person/hidden'
import type { Status } from '../../rows/shown'
import { type Filter, holdsOfNothing } from './filter'
import { isTextOperator, type Operator, type TextOperator, type Value } from './operators'

export type Query = ReturnType<Core.Strapi['db']['getConnection']>

/** Where a filter is applied, and what counts of what is related. */
export interface Place {
  strapi: Core.Strapi
  schema: Schema
  status: Status
  hidden: HiddenDocuments
}

export function applyFilter(query: Query, place: Place, filter: Filter): void {
  switch (filter.is) {
    case 'every': return grouped(query, place, filter.of, 'every')
    case 'some': return grouped(query, place, filter.of, 'some')
    case 'not': return void query.whereNot(inner => applyFilter(inner, place, filter.of))
    case 'related': return applyRelated(query, place, filter)
    case 'unrelated': return void query.whereNotIn(...related(place, filter.name, filter.target, null))
    case 'compared': return applyComparison(query, columnIn(place, filter.name), filter, place)
  }
}

function grouped(query: Query, place: Place, parts: Filter[], is: 'every' | 'some'): void {
  if (parts.length === 0) return void query.whereRaw(is === 'every' ? '1 = 1' : '1 = 0')
  void query.where((group) => {
    for (const part of parts) {
      if (is === 'every') void group.where(inner => applyFilter(inner, place, part))
      else void group.orWhere(inner => applyFilter(inner, place, part))
    }
  })
}

function applyRelated(query: Query, place: Place, { name, target, of }: Extract<Filter, { is: 'related' }>): void {
  void query.where((either) => {
    void either.whereIn(...related(place, name, target, of))
    if (holdsOfNothing(of) === true) void either.orWhereNotIn(...related(place, name, target, null))
  })
}

/** The column of the holder, and the values it has where something is related of which the filter holds. */
function related(
  { strapi, schema, status, hidden }: Place, name: string, target: Schema, of: Filter | null,
): [string, Query] {
  const { column, table, targetTable, targetColumn, holderColumn, on } = joinOf(strapi, schema.uid, name)
  const rows
    = table === targetTable
      ? strapi.db.getConnection(targetTable)
      : strapi.db.getConnection(table).join(targetTable, `${targetTable}.id`, `${table}.${targetColumn}`)
  void rows.select(`${table}.${holderColumn}`).whereNotNull(`${table}.${holderColumn}`)
  for (const [key, value] of Object.entries(on)) void rows.where(`${table}.${key}`, value)
  if (status === 'published' && hasDrafts(target)) void rows.whereNotNull(`${targetTable}.published_at`)
  withoutHidden(rows, targetTable, hidden.get(target.uid))
  if (of) void rows.where(inner => applyFilter(inner, { strapi, schema: target, status, hidden }, of))
  return [`${tableOf(strapi, schema.uid)}.${column}`, rows]
}

/** What readers do not see is not counted, and nothing is found by it. */
export function withoutHidden(query: Query, table: string, hidden: string[] = []): void {
  if (hidden.length > 0) void query.whereNotIn(`${table}.document_id`, hidden)
}

function columnIn({ strapi, schema }: Place, name: string): string {
  return `${tableOf(strapi, schema.uid)}.${columnOf(strapi, schema.uid, name)}`
}

interface Comparison {
  operator: Operator
  values: Value[]
}

const SIGNS = { eq: '=', ne: '<>', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const

function applyComparison(query: Query, column: string, { operator, values }: Comparison, { strapi }: Place): void {
  const [value, last] = values
  if (isTextOperator(operator)) return applyText(query, column, { operator, text: String(value) }, strapi)
  switch (operator) {
    case 'null': return void (value === true ? query.whereNull(column) : query.whereNotNull(column))
    case 'notNull': return void (value === true ? query.whereNotNull(column) : query.whereNull(column))
    case 'in': return void query.whereIn(column, values)
    case 'notIn': return void query.whereNotIn(column, values)
    case 'between': return void query.whereRaw('?? between ? and ?', [column, value ?? null, last ?? null])
    default: return void query.whereRaw(`?? ${SIGNS[operator]} ?`, [column, value ?? null])
  }
}

/** PostgreSQL folds case as its own locale does, which may know ASCII alone; ICU knows every script. */
const FOLD = {
  sqlite: (text: string) => `lower(${text})`,
  postgres: (text: string) => `lower(${text} collate "und-x-icu")`,
}

function applyText(
  query: Query, column: string, { operator, text }: { operator: TextOperator, text: string }, strapi: Core.Strapi,
): void {
  const isPostgres = strapi.db.dialect.client === 'postgres'
  const fold = isPostgres ? FOLD.postgres : FOLD.sqlite
  const place = (of: string, what: string) => isPostgres ? `strpos(${of}, ${what})` : `instr(${of}, ${what})`
  const value = isPostgres ? '?::text' : '?'
  const conditions: Record<TextOperator, string> = {
    contains: `${place('??', value)} > 0`,
    notContains: `${place('??', value)} = 0`,
    containsi: `${place(fold('??'), fold(value))} > 0`,
    notContainsi: `${place(fold('??'), fold(value))} = 0`,
    startsWith: `substr(??, 1, length(${value})) = ${value}`,
    endsWith: `substr(??, length(??) - length(${value}) + 1) = ${value}`,
    eqi: `${fold('??')} = ${fold(value)}`,
    nei: `${fold('??')} <> ${fold(value)}`,
  }
  const bindings: Partial<Record<TextOperator, string[]>> = {
    startsWith: [column, text, text], endsWith: [column, column, text, text],
  }
  void query.whereRaw(conditions[operator], bindings[operator] ?? [column, text])
}
