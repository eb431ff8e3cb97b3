/** Where a row stands: in which entry, and in a component of it or of which of its components. */
import type { Core } from '@strapi/strapi'
import { partTables } from '../strapi/joins'
import { storedRows } from '../strapi/rows'

/** A component within what holds it. */
export interface Step {
  attribute: string
  order: number
  component: string
}

export interface Place {
  /** The uid of the entry's type. */
  uid: string
  /** The id of the entry's row. */
  row: number
  /** From the entry's row down to the component; empty for the entry itself. */
  path: Step[]
}

/** The place of each row of a type or component, by its id; what stands nowhere is left out. */
export async function placesOf(strapi: Core.Strapi, uid: string, ids: readonly number[]): Promise<Map<number, Place>> {
  if (uid.startsWith('api::')) return new Map(ids.map(id => [id, { uid, row: id, path: [] }]))
  const places = new Map<number, Place>()
  if (ids.length === 0) return places
  for (const { holder, table } of partTables(strapi)) {
    const parts = await storedRows(strapi, table, 'cmp_id', ids, { component_type: uid })
    const above = await placesOf(strapi, holder, [...new Set(parts.map(({ entity_id }) => Number(entity_id)))])
    for (const part of parts) {
      const holding = above.get(Number(part.entity_id))
      const step = { attribute: String(part.field), order: Number(part.order), component: uid }
      if (holding) places.set(Number(part.cmp_id), { ...holding, path: [...holding.path, step] })
    }
  }
  return places
}

/** The id of the row that stands at a place now; null where nothing does. */
export async function rowAt(strapi: Core.Strapi, { uid, row, path }: Place): Promise<number | null> {
  let [holder, id]: [string, number] = [uid, row]
  for (const { attribute, order, component } of path) {
    const table = partTables(strapi).find(parts => parts.holder === holder)?.table
    const where = { field: attribute, order, component_type: component }
    const [part] = table ? await storedRows(strapi, table, 'entity_id', [id], where) : []
    if (!part) return null
    ;[holder, id] = [component, Number(part.cmp_id)]
  }
  return id
}
