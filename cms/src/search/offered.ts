/** What is offered to somebody who has not asked for anything yet: the plans, the newest first, and its fields. */
import type { Core } from '@strapi/strapi'
import type { SearchableType } from 'shared-types'
import { readRegister } from '../register'
import type { Hit } from './engine'

interface Titled {
  id: string
  titles: ReadonlyMap<string, string>
}

/** Each in the asked language where it exists in that, else in its own. */
export async function offeredHits(strapi: Core.Strapi, language: string): Promise<Hit[]> {
  const register = await readRegister(strapi)
  const plans = [...register.plans.values()].sort((a, b) => a.startsOn < b.startsOn ? 1 : -1)
  const fields = [...register.fields.values()]
    .filter(({ plan }) => plan === plans[0]?.id)
    .sort((a, b) => a.order - b.order)
  const toHit = (type: SearchableType) => ({ id, titles }: Titled) => ({
    type, documentId: id, language: titles.has(language) ? language : [...titles.keys()][0] ?? language,
  })
  return [...plans.map(toHit('Plan')), ...fields.map(toHit('FieldOfAction'))]
}
