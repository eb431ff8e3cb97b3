import type { Core } from '@strapi/strapi'
import { readEnvironment } from '../environment'
import { seed } from '../seed'

/**
 * An empty database gets what the seed holds, and one whose seeding was interrupted the rest of it; after that it is
 * the editors'.
 */
export async function seedEmptyDatabase(strapi: Core.Strapi): Promise<void> {
  const { seed: name } = readEnvironment()
  if (name === 'none') return
  const progress = strapi.store({ type: 'core', name: 'seed' })
  if (await progress.get({ key: name })) return
  await seed(strapi)
  await progress.set({ key: name, value: true })
}
