/** The measures of a plan as a catalogue sees them: the drafts, each as its form shows it, and of which version. */
import type { Core } from '@strapi/strapi'
import { valueAt } from 'shared-types'
import type { Schema } from '../content-model/schema'
import { IN_SOURCE_LANGUAGE, populateOf, type Row, type Values, workingRows } from '../rows/rows'
import { type FormState, stateOf } from '../together/form-state'
import { type FormerState, rowKey, writesOf } from '../together/former-states'

export interface Known {
  row: Row
  documentId: string
  /** The language in which it was first written. */
  language: string
  now: FormState
  /** Every write of it that is still known. */
  writes: FormerState[]
  /** The number of the last one. */
  version: number
}

/** In the order of their numbers, else of their titles; only those that match, where a condition is given. */
export async function measuresOf(
  strapi: Core.Strapi, schema: Schema, plan: string, condition: Values = {},
): Promise<Known[]> {
  // Who made it may decide who may change it.
  const populate = { ...populateOf(strapi, schema), createdBy: { populate: ['roles'] } }
  const where = { $and: [condition, { plan: { documentId: plan } }, workingRows(schema), IN_SOURCE_LANGUAGE] }
  const rows: Row[] = await strapi.db.query(schema.uid).findMany({ where, populate })
  const all = Map.groupBy(await writesOf(strapi, schema.uid, rows.map(({ documentId }) => documentId)), rowKey)
  const known = rows.map((row): Known => {
    const { documentId } = row
    const language = row.locale ?? ''
    const writes = all.get(rowKey({ type: schema.uid, document: documentId, language })) ?? []
    return { row, documentId, language, now: stateOf(strapi, schema, row), writes, version: writes.at(-1)?.id ?? 0 }
  })
  return known.toSorted((a, b) => inOrder(a, b, 'code') || inOrder(a, b, 'title') || a.row.id - b.row.id)
}

/** What its form shows, and what it has shown before, as far as that is known. */
export function statesOf({ now, writes }: Known): FormState[] {
  return [now, ...writes.map(({ state }) => state).filter(state => state !== null)]
}

function inOrder(a: Known, b: Known, name: string): number {
  const [first, second] = [a, b].map(({ now }) => String(valueAt(now, name) ?? ''))
  return (first ?? '').localeCompare(second ?? '', 'de', { numeric: true })
}
