/** What a request brings to be read in: a file, the plan, the sheet, and which column means what. */
import { createHash } from 'node:crypto'
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { valueAt } from 'shared-types'
import { schemaOf } from '../content-model/schema'
import { MEASURE } from '../content-model/uids'
import { sentFile } from '../files/sent-file'
import { refuse } from '../rules/problems'
import { allColumns, type Column } from './columns'
import { type Body, bodyOf, fullestOf, guess, type Mapping, mappingProblem } from './headings'
import { plansFor } from './plans'
import { readSheets } from './table'

export interface AskedTable {
  /** The documentId of the plan. */
  plan: string
  sheets: string[]
  sheet: string
  body: Body
  mapping: Mapping
  columns: Column[]
  /** One text for the same file that is read in the same way. */
  mark: string
}

/** Null where there is no such plan; what cannot be read is refused with a sentence. */
export async function askedIn(strapi: Core.Strapi, ctx: Context): Promise<AskedTable | null> {
  const plan = textIn(ctx, 'plan')
  if ((await plansFor(strapi, ctx, { documentId: plan })).length === 0) return null
  const columns = allColumns(strapi, schemaOf(strapi, MEASURE))
  const bytes = await sentFile(ctx)
  const sheets = await readSheets(bytes)
  const read = sheets.find(({ name }) => name !== '' && name === textIn(ctx, 'sheet')) ?? fullestOf(sheets, columns)
  const body = bodyOf(read, columns)
  const mapping = mappingIn(textIn(ctx, 'mapping')) ?? guess(body.headings, columns)
  const problem = mappingProblem(mapping, body.headings, columns)
  refuse(problem ? [{ path: ['mapping'], message: problem }] : [])
  const mark = createHash('sha256').update(bytes).update(JSON.stringify([plan, read.name, mapping])).digest('hex')
  return { plan, sheets: sheets.map(({ name }) => name), sheet: read.name, body, mapping, columns, mark }
}

/** A field of the form; empty where it has none of that name. */
export function textIn({ request }: Context, name: string): string {
  const text: unknown = valueAt(request, 'body', name)
  return typeof text === 'string' ? text : ''
}

/** Null where nobody has chosen anything; what is no mapping fits no table. */
function mappingIn(text: string): Mapping | null {
  if (text === '') return null
  const mapping = parsed(text)
  return Array.isArray(mapping) ? mapping.map((name: unknown) => typeof name === 'string' ? name : null) : []
}

/** A text as JSON; null where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
