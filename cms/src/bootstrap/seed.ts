import type { Core } from '@strapi/strapi'
import { readEnvironment } from '../environment'
import { seed } from '../seed'

/** An empty database gets the facts; one that has been seeded is the editors'. */
export async function seedEmptyDatabase(strapi: Core.Strapi): Promise<void> {
  if (readEnvironment().seed === 'none') return
  if (await strapi.db.query('api::ledger.seed-record').count() > 0) return
  await seed(strapi)
}
