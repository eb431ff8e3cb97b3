import type { Core } from '@strapi/strapi'
import { contentTypeAt } from 'shared-types'
import { localeFrom } from '../arguments'
import { typeFrom } from '../contract/types'
import { PERSON } from '../../content-model/uids'

const DEFINITIONS = `
  "What was public and is gone."
  type Tombstone {
    "Name of the type it was, for instance Measure."
    type: String!
    "The document it was."
    documentId: ID!
    "The last part of its address."
    slug: String!
    "What it was called, in the asked language where it had one."
    title: String!
    "Code of the language of the title."
    locale: String!
    "When it went."
    goneOn: DateTime!
    "Whether it was deleted; else it was withdrawn and may come back."
    wasDeleted: Boolean!
  }
  extend type Query {
    "What is known of a document that was public at an address and is gone; null where none was."
    tombstone("Name of the type, for instance Measure." type: String!, "A slug it had." slug: String!, locale: I18NLocaleCode): Tombstone
  }
`

export interface StoredTombstone {
  /** Its name in Strapi. */
  type: string
  document: string
  slug: string
  texts: Record<string, string>
  languages: string[]
  goneOn: string
  wasDeleted: boolean
}

export function registerTombstones(strapi: Core.Strapi): void {
  strapi
    .plugin('graphql')
    .service('extension')
    .use(() => ({
      typeDefs: DEFINITIONS,
      resolvers: {
        Query: {
          tombstone: async (
            _parent: unknown, { type, slug, locale }: { type: string, slug: string, locale?: string },
          ) => {
            // A person who is gone is not named.
            const { uid } = typeFrom(strapi, type)
            const stored = uid === PERSON ? null : await findTombstone(strapi, uid, slug)
            return stored && toTombstone(stored, localeFrom(locale))
          },
        },
      },
      resolversConfig: { 'Query.tombstone': { auth: false } },
    }))
}

/** By the slug it had last, else by one it had before. */
async function findTombstone(strapi: Core.Strapi, type: string, slug: string): Promise<StoredTombstone | null> {
  const tombstones = strapi.db.query('api::ledger.tombstone')
  const last = await tombstones.findOne({ where: { type, slug }, orderBy: { id: 'desc' } })
  if (last) return last
  const former = await strapi.db.query('api::ledger.former-slug').findOne({ where: { type, slug } })
  return former && tombstones.findOne({ where: { type, document: former.document } })
}

export function toTombstone(
  { type, document, slug, texts, languages, goneOn, wasDeleted }: StoredTombstone, locale: string,
) {
  const language = locale in texts ? locale : languages[0] ?? 'de'
  return {
    type: contentTypeAt(type), documentId: document, slug, title: texts[language] ?? slug, locale: language, goneOn,
    wasDeleted,
  }
}
