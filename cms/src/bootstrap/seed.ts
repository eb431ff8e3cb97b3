import type { Core } from '@strapi/strapi'
import { readEnvironment } from '../environment'
import { seed } from '../seed'

/** An empty database gets the facts, and one whose seeding was interrupted the rest of them; after that it is the editors'. */
export async function seedEmptyDatabase(strapi: Core.Strapi): Promise<void> {
  if (readEnvironment().seed === 'none') return
  const progress = strapi.store({ type: 'core', name: 'seed' })
  if (await progress.get({ key: 'isComplete' })) return
  await seed(strapi)
  await progress.set({ key: 'isComplete', value: true })
}
