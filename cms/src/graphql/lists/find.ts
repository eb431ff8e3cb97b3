/** Finds the documents of a list by statements of our own, each of which takes as long as its cost says. */
import type { Core } from '@strapi/strapi'
import { LOCALE_CODES, valueAt } from 'shared-types'
import { isLocalised, type Schema } from '../../content-model/schema'
import { tableOf } from '../../register/tables'
import { type HiddenDocuments, hiddenDocuments } from '../../person/hidden'
import { whereShown } from '../../rows/shown'
import { tooSlow } from '../arguments'
import type { View } from '../loaders'
import type { RequestContext } from '../resolvers'
import { COSTS, spend } from '../limits/cost'
import { costOf, type Filter, filterFrom } from './filter'
import { type Part, partFrom } from './paging'
import { applySorts, costOfSorts, type Sort, sortsFrom } from './sort'
import { applyFilter, type Query, withoutHidden } from './where'

/** PostgreSQL gives a list up after so long. SQLite cannot be interrupted. */
const STATEMENT_MILLISECONDS = 3000
/** PostgreSQL's code for a statement that took too long. */
const CANCELLED = '57014'

export interface List {
  schema: Schema
  view: View
  filter: Filter
  sorts: Sort[]
  part: Part
}

interface Asked {
  view: View
  context: RequestContext
  /** Whether the list has pages, and so a total. */
  isCounted: boolean
}

/** What is asked, checked and counted. */
export function listFrom(
  strapi: Core.Strapi, schema: Schema, args: Record<string, unknown>, { view, context, isCounted }: Asked,
): List {
  const filter = filterFrom(strapi, schema, args.filters)
  const sorts = sortsFrom(strapi, schema, args.sort)
  spend(context, (COSTS.list + costOf(filter)) * (isCounted ? 2 : 1) + costOfSorts(sorts))
  return { schema, view, filter, sorts, part: partFrom(args.pagination) }
}

export async function findDocumentIds(strapi: Core.Strapi, list: List): Promise<string[]> {
  const { part: { start, limit } } = list
  if (limit === 0) return []
  const hidden = await hiddenDocuments(strapi)
  const query = rowsOf(strapi, list, hidden)
    .select(`${tableOf(strapi, list.schema.uid)}.document_id`)
    .limit(limit)
    .offset(start)
  applySorts(query, { strapi, schema: list.schema, status: list.view.status, hidden }, list.sorts)
  const rows = await inTime(strapi, query)
  return rows.map(row => String(valueAt(row, 'document_id')))
}

export async function countDocuments(strapi: Core.Strapi, list: List): Promise<number> {
  const [row] = await inTime(strapi, rowsOf(strapi, list, await hiddenDocuments(strapi)).count({ total: '*' }))
  return Number(valueAt(row, 'total'))
}

/** Filters apply to the rows in which relations and shared values stand, whatever language is asked for. */
function rowsOf(strapi: Core.Strapi, { schema, view, filter }: List, hidden: HiddenDocuments): Query {
  const table = tableOf(strapi, schema.uid)
  const query = strapi.db.getConnection(table)
  whereShown(query, table, schema, view.status)
  if (isLocalised(schema))
    void query
      .whereRaw('?? = ??', [`${table}.locale`, `${table}.source_language`])
      .whereIn(`${table}.locale`, [...LOCALE_CODES])
  void query.where(inner => applyFilter(inner, { strapi, schema, status: view.status, hidden }, filter))
  withoutHidden(query, table, hidden.get(schema.uid))
  return query
}

/** Within the transaction of a write its own limits hold. */
async function inTime(strapi: Core.Strapi, query: Query): Promise<unknown[]> {
  const isPostgres = strapi.db.dialect.client === 'postgres'
  const isWriting = strapi.db.inTransaction()
  if (!isPostgres && !isWriting) return query
  try {
    return await strapi.db.transaction(async ({ trx }) => {
      if (!isWriting) await trx.raw(`set local statement_timeout = ${STATEMENT_MILLISECONDS}`)
      return query.transacting(trx)
    })
  } catch (error) {
    if (valueAt(error, 'code') !== CANCELLED) throw error
    throw tooSlow('The database took too long. Please try again in a minute.')
  }
}
