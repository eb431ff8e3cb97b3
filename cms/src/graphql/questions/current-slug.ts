import type { Core } from '@strapi/strapi'
import { typeFrom } from '../contract/types'

const DEFINITIONS = `
  extend type Query {
    "The slug that a document has now which had another one before; null where no document of this type had it."
    currentSlug("Name of the type, for instance Plan." type: String!, "The slug it had before." formerSlug: String!): String
  }
`

/** Lets an old address lead to the new one. */
export function registerCurrentSlug(strapi: Core.Strapi): void {
  strapi
    .plugin('graphql')
    .service('extension')
    .use(() => ({
      typeDefs: DEFINITIONS,
      resolvers: {
        Query: {
          currentSlug: (_parent: unknown, { type, formerSlug }: { type: string, formerSlug: string }) =>
            findCurrentSlug(strapi, type, formerSlug),
        },
      },
      resolversConfig: { 'Query.currentSlug': { auth: false } },
    }))
}

async function findCurrentSlug(strapi: Core.Strapi, type: string, formerSlug: string): Promise<string | null> {
  const schema = typeFrom(strapi, type)
  const former = await strapi.db
    .query('api::ledger.former-slug')
    .findOne({ where: { type: schema.uid, slug: formerSlug } })
  if (!former) return null
  const live = await strapi.db
    .query(schema.uid)
    .findOne({ select: ['slug'], where: { documentId: former.document, publishedAt: { $notNull: true } } })
  return live?.slug ?? null
}
