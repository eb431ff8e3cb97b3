/**
 * The measures to which a lineage, a decision, an event or an article led and that are gone: a link is not lost in
 * silence.
 */
import type { Core } from '@strapi/strapi'
import { type PointingType, rowOf, TYPES } from 'shared-types'
import { schemaOf } from '../../content-model/schema'
import { documentIdsOf } from '../../rows/relations'
import { IN_SOURCE_LANGUAGE, type Row, workingRows } from '../../rows/rows'
import type { LostLink } from '../../gone/tombstone'
import { type Entity, VIEW } from '../loaders'
import { loadersOf, type RequestContext } from '../resolvers'
import { type StoredTombstone, toTombstone } from './tombstones'

const DEFINITIONS = `
  "A measure that was public and is gone, and its side of a lineage."
  type GoneMeasure {
    "from or to."
    side: String!
    "What is known of it still."
    tombstone: Tombstone!
  }
  extend type Lineage {
    "Measures that it linked and that are no longer public."
    goneMeasures: [GoneMeasure!]!
  }
  extend type Decision {
    "The measure on which it was, where that is no longer public."
    goneMeasures: [Tombstone!]!
  }
  extend type TimelineEvent {
    "Measures that it was about and that are no longer public."
    goneMeasures: [Tombstone!]!
  }
  extend type Article {
    "Measures that it was about and that are no longer public."
    goneMeasures: [Tombstone!]!
  }
`

export function registerGoneMeasures(strapi: Core.Strapi): void {
  const resolver = (type: PointingType) => async (entity: Entity, _args: unknown, context: RequestContext) => {
    const found = await loadersOf(strapi, context).batch(
      `gone measures ${type}`, (ids: readonly string[]) => findGone(strapi, type, ids), entity.documentId,
    )
    return found.map(({ attribute, tombstone }) => ({
      side: attribute, tombstone: toTombstone(tombstone, entity[VIEW].locale),
    }))
  }
  const tombstones
    = (type: PointingType) =>
      async (...args: Parameters<ReturnType<typeof resolver>>) =>
        (await resolver(type)(...args)).map(({ tombstone }) => tombstone)
  strapi
    .plugin('graphql')
    .service('extension')
    .use(() => ({
      typeDefs: DEFINITIONS,
      resolvers: {
        Lineage: { goneMeasures: resolver('Lineage') },
        Decision: { goneMeasures: tombstones('Decision') },
        TimelineEvent: { goneMeasures: tombstones('TimelineEvent') },
        Article: { goneMeasures: tombstones('Article') },
      } satisfies Record<PointingType, object>,
    }))
}

/**
 * The relation to what was deleted is gone with it and noted in its tombstone; the relation to what was withdrawn is
 * still there.
 */
async function findGone(
  strapi: Core.Strapi, type: PointingType, documentIds: readonly string[],
): Promise<{ attribute: string, tombstone: StoredTombstone }[][]> {
  const { uid, pointsTo } = rowOf(type)
  const tombstones: (StoredTombstone & { links: LostLink[] })[] = await strapi.db
    .query('api::ledger.tombstone')
    .findMany({ where: { type: TYPES.Measure.uid } })
  if (tombstones.length === 0) return documentIds.map(() => [])
  const rows: Row[] = await strapi.db.query(uid).findMany({
    select: ['documentId'],
    where: { documentId: { $in: [...documentIds] }, ...workingRows(schemaOf(strapi, uid)), ...IN_SOURCE_LANGUAGE },
    populate: Object.fromEntries(pointsTo.map(attribute => [attribute, { select: ['documentId'] }])),
  })
  const byId = new Map(rows.map(row => [row.documentId, row]))
  const isLinked = (
    id: string, attribute: string, { document, links, wasDeleted }: StoredTombstone & { links: LostLink[] },
  ) =>
    wasDeleted
      ? links.some(link => link.document === id && link.attribute === attribute)
      : documentIdsOf(byId.get(id)?.[attribute]).includes(document)
  return documentIds.map(id =>
    tombstones.flatMap(tombstone =>
      pointsTo
        .filter(attribute => isLinked(id, attribute, tombstone))
        .map(attribute => ({ attribute, tombstone })),
    ),
  )
}
