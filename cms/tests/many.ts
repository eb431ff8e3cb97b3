/** Ten thousand measures and what belongs to them, written into the tables as `npm run bench` does. */
import { createRequire } from 'node:module'
import type { Cms, Row, Values } from './strapi'

const require = createRequire(import.meta.url)

interface Rows {
  add: (
    uid: string,
    documents: { documentId: string, values: Values, relations?: Record<string, string[]>, cites?: string }[],
  ) => Promise<void>
}

interface Examples {
  addPlans: () => Promise<void>
  addMeasures: (first: number, last: number) => Promise<void>
}

const { Rows }: { Rows: new (strapi: Cms['strapi']) => Rows } = require('../../bench/rows.mjs')
const { Examples }: { Examples: new (rows: Rows) => Examples } = require('../../bench/examples.mjs')

export async function addManyMeasures(cms: Cms, ofEachPlan = 5000): Promise<void> {
  const source: Row = await cms.documents('api::source.source').create({ data: { kind: 'report', title: 'Bericht' } })
  for (const name of ['Rat', 'Ausschuss', 'Beirat'])
    await cms
      .documents('api::contributor.organisation')
      .create({ data: { name, kind: 'council', citations: [{ source: source.documentId }] }, status: 'published' })
  const examples = new Examples(new Rows(cms.strapi))
  await examples.addPlans()
  await examples.addMeasures(1, ofEachPlan)
  if (cms.strapi.db.dialect.client === 'postgres') await cms.strapi.db.connection.raw('analyze')
}
