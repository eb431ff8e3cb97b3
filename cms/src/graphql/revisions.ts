import type { Core } from '@strapi/strapi'
import { publicSchemas } from '../content-model/schema'
import { REVISION } from '../rules/revision'
import { localeFrom } from './arguments'

const DEFINITIONS = `
  "A document as it was published: numbered in each language, never changed. Cite it by its address, /v/ and its number."
  type Revision {
    "Its number, from 1, in this language."
    number: Int!
    "The number of the newest revision in this language."
    newest: Int!
    "When it was published here."
    publishedOn: DateTime!
    "Code of its language."
    locale: String!
    "The slug of the document now, else the one it had."
    slug: String!
    "Whether the document is public now."
    isPublic: Boolean!
    "The answer that was public then: that of the operation MeasureSnapshot or TimelineEventSnapshot. Null where it was withdrawn."
    snapshot: JSON
    "Why it was withdrawn, for instance to protect a person; null where it was not."
    withdrawnFor: String
  }
  extend type Query {
    "A revision of a document; null where there is none with this number in this language."
    revision(
      "Name of the type, for instance Measure." type: String!
      "The slug of the document, now or then." slug: String!
      "The number; the newest where none is given." number: Int
      locale: I18NLocaleCode
    ): Revision
  }
`

interface StoredRevision {
  document: string
  slug: string
  language: string
  number: number
  publishedOn: string
  snapshot: unknown
  withdrawnFor: string | null
}

interface Arguments {
  type: string
  slug: string
  number?: number | null
  locale?: string
}

export function registerRevisions(strapi: Core.Strapi): void {
  strapi.plugin('graphql').service('extension').use(() => ({
    typeDefs: DEFINITIONS,
    resolvers: { Query: { revision: (_parent: unknown, args: Arguments) => findRevision(strapi, args) } },
    resolversConfig: { 'Query.revision': { auth: false } },
  }))
}

async function findRevision(strapi: Core.Strapi, { type, slug, number, locale }: Arguments) {
  const language = localeFrom(locale)
  const uid = publicSchemas(strapi).find(candidate => candidate.globalId === type)?.uid
  if (!uid) return null
  const live = await strapi.db.query(uid).findOne({ select: ['documentId', 'slug'], where: { slug, publishedAt: { $notNull: true } } })
  const revisions = strapi.db.query(REVISION)
  const document: string | undefined = live?.documentId ?? (await revisions.findOne({ select: ['document'], where: { type: uid, slug }, orderBy: { id: 'desc' } }))?.document
  if (!document) return null
  const newest: StoredRevision | null = await revisions.findOne({ where: { type: uid, language, document }, orderBy: { number: 'desc' } })
  const found: StoredRevision | null = number === null || number === undefined ? newest : await revisions.findOne({ where: { type: uid, language, number, document } })
  if (!newest || !found) return null
  const now = live ?? await strapi.db.query(uid).findOne({ select: ['documentId', 'slug'], where: { documentId: newest.document, publishedAt: { $notNull: true } } })
  return { ...found, snapshot: found.withdrawnFor ? null : found.snapshot, locale: found.language, newest: newest.number, slug: now?.slug ?? found.slug, isPublic: now !== null }
}
