import type { Core } from '@strapi/strapi'
import { isLocalised, type Schema, schemaOf } from '../content-model/schema'
import { rowsThatLeadTo } from '../register/tables'
import { documentIdsOf } from '../rows/relations'
import { IN_SOURCE_LANGUAGE } from '../rows/rows'
import { rowsShown, type Status } from '../rows/shown'
import { countEntities } from './limits/cost'
import { type Entity, VIEW } from './loaders'
import { loadersOf, type RequestContext } from './resolvers'

/** The order of events: that of time, by their address where it says nothing. */
export const EVENT_ORDER = ['sortKey', 'slug']

/** Where the answer stands: `attribute` of documents of type `uid` relates to the document that is asked. */
export interface Inverse {
  uid: string
  attribute: string
  /** Order of the answer: attributes of `uid`. */
  orderBy: string[]
}

/** The documents that relate to one: batched, so that a list takes as many statements as a single document. */
export function inverseResolver(strapi: Core.Strapi, { uid, attribute, orderBy }: Inverse) {
  return async (entity: Entity, _args: unknown, context: RequestContext): Promise<Entity[]> => {
    const holder = schemaOf(strapi, uid)
    const loaders = loadersOf(strapi, context)
    loaders.dependOn([`${holder.globalId}.${attribute}>${entity.documentId}`])
    const ids = await loaders.batch(
      `inverse ${uid} ${attribute} ${entity[VIEW].status}`,
      (targets: readonly string[]) =>
        findHolders(strapi, holder, { attribute, orderBy, status: entity[VIEW].status }, targets),
      entity.documentId,
    )
    countEntities(context, ids.length)
    const found = await Promise.all(ids.map(id => loaders.document(holder, entity[VIEW], id)))
    return found.filter(document => document !== null)
  }
}

interface Look {
  attribute: string
  orderBy: string[]
  status: Status
}

async function findHolders(
  strapi: Core.Strapi, holder: Schema, { attribute, orderBy, status }: Look, targets: readonly string[],
): Promise<string[][]> {
  const rows: { documentId: string, [attribute: string]: unknown }[] = await strapi.db.query(holder.uid).findMany({
    select: ['documentId', ...orderBy],
    where: {
      id: { $in: rowsThatLeadTo(strapi, holder.uid, attribute, targets) },
      ...(isLocalised(holder) && IN_SOURCE_LANGUAGE),
      ...rowsShown(holder, status),
    },
    orderBy: orderBy.map(name => ({ [name]: 'asc' })),
    populate: { [attribute]: { select: ['documentId'] } },
  })
  const holders = new Map<string, string[]>()
  for (const row of rows) {
    for (const target of documentIdsOf(row[attribute])) {
      const known = holders.get(target) ?? []
      if (!known.includes(row.documentId)) holders.set(target, [...known, row.documentId])
    }
  }
  return targets.map(target => holders.get(target) ?? [])
}
