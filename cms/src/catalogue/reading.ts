import type { Core } from '@strapi/strapi'
import type { Schema } from '../content-model/schema'
import { Cells } from './cells'
import type { Body } from './headings'
import { measuresOf } from './measures'
import { relatedOf } from './related'
import type { ReadRow } from './row'
import { type AskedRows, RowReader } from './row-reader'

/** readRows says what the rows of a table become, and writes nothing. */
export async function readRows(
  strapi: Core.Strapi, schema: Schema, { body, ...asked }: AskedRows & { body: Body },
): Promise<ReadRow[]> {
  const reader = new RowReader(strapi, schema, asked, {
    cells: new Cells(strapi, await relatedOf(strapi, schema, asked.plan)),
    measures: await measuresOf(strapi, schema, asked.plan),
  })
  const rows: ReadRow[] = []
  for (const { number, cells } of body.rows) rows.push(await reader.read(number, cells))
  return rows
}
