import type { Core } from '@strapi/strapi'
import {
  beginningOf, type PublishedChange, publishedSentence, SPOKEN_KINDS, TYPES, valueAt, VERSIONED_TYPES,
} from 'shared-types'
import { type Schema, schemaOf } from '../../content-model/schema'
import { IN_SOURCE_LANGUAGE } from '../../rows/rows'
import { dayFrom, localeFrom, pageOf, pagingFrom } from '../arguments'
import type { Entity } from '../loaders'
import { COSTS, spend } from '../limits/cost'
import { loadersOf, type RequestContext } from '../resolvers'
import { typeFrom } from '../contract/types'
import { textsIn } from '../texts'
import { ARTICLE, REVISION } from '../../content-model/uids'

/** As many versions of a document as a list names. */
const VERSIONS_SHOWN = 50

/** „A, B or C“. */
const listed = (words: string[]) => new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words)

const DEFINITIONS = `
  "What a publication changed."
  enum PublishedChangeKind {
    "The document is new."
    new
    "It was published in this language for the first time; it was there in another."
    translation
    "Facts."
    facts
    "Words of its texts."
    text
    "Facts, and words of its texts."
    facts_and_text
    "How words are spelt: what they say stays the same, or a machine cannot know that it does not."
    spelling
    "Punctuation or how it is set; no word."
    form
    "Nothing."
    none
  }
  "What a publication changed, compared with the version before it in the same language."
  type PublishedChange {
    "What sort of change it was."
    kind: PublishedChangeKind!
    "Names of the attributes that are facts and changed, for instance period."
    fields: [String!]!
    "How many words of its texts came or went."
    words: Int!
    "The same in one sentence, in the language of the version."
    sentence: String!
  }
  "A version of a document in a language, without its text."
  type PublishedVersion {
    "Its number, from 1, in this language."
    number: Int!
    "When it was published here."
    publishedOn: DateTime!
    "What its publication changed. Null where nobody knows: it is older than these notes, or the version before it was withdrawn."
    changed: PublishedChange
    "Why it was withdrawn; null where it was not."
    withdrawnFor: String
  }
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
    "The answer that was public then: that of the operation ${listed(VERSIONED_TYPES.map(type => `${type}Snapshot`))}. Null where it was withdrawn."
    snapshot: JSON
    "Why it was withdrawn, for instance to protect a person; null where it was not."
    withdrawnFor: String
    "The versions in this language, the newest first: the newest ${VERSIONS_SHOWN}."
    versions: [PublishedVersion!]!
  }
  "A document that was published here, by its newest revision."
  type Publication {
    "Name of its type, for instance Measure."
    type: String!
    "The document."
    documentId: ID!
    "The last part of its address then."
    slug: String!
    "What it was called."
    title: String!
    "The number of the revision."
    number: Int!
    "When it was published."
    publishedOn: DateTime!
    "This and the earlier ones since the day that was asked for, the newest first: the newest ${VERSIONS_SHOWN}."
    versions: [PublishedVersion!]!
  }
  "Publications, the newest first, page by page."
  type PublicationPage {
    "Publications on all pages."
    total: Int!
    "Publications of this page."
    nodes: [Publication!]!
  }
  extend type Query {
    "What was published here in a language since a day, each document once. This is the clock of publishing, not of what happened: for that see changes."
    publications(
      "The first day, YYYY-MM-DD." since: String!
      "Number of the page, from 1." page: Int
      "Publications on a page: 24, at most 100." pageSize: Int
      locale: I18NLocaleCode
    ): PublicationPage!
    "A revision of a document; null where there is none with this number in this language."
    revision(
      "Name of the type, for instance Measure." type: String!
      "The slug of the document, now or then." slug: String!
      "The number; the newest where none is given." number: Int
      locale: I18NLocaleCode
    ): Revision
  }
`

interface StoredVersion {
  document: string
  language: string
  number: number
  publishedOn: string
  changed: PublishedChange | null
  withdrawnFor: string | null
}

const VERSION_COLUMNS = ['document', 'language', 'number', 'publishedOn', 'changed', 'withdrawnFor']

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
    typeDefs: DEFINITIONS + revisedTypes(strapi).map(({ globalId }) => `
      extend type ${globalId} {
        "Number of the newest revision in the language that is shown: the one to cite. Null where there is none yet."
        revisionNumber: Int
      }`,
    )
      .join('\n'),
    resolvers: {
      ...Object.fromEntries(
        revisedTypes(strapi).map(({ globalId }) => [
          globalId,
          {
            revisionNumber: (entity: Entity, _args: unknown, context: RequestContext) =>
              newestNumber(strapi, entity, context),
          },
        ]),
      ),
      PublishedVersion: {
        changed: ({ changed, language }: StoredVersion) => changed && { ...changed, language },
      },
      PublishedChange: {
        sentence: ({ language, ...changed }: PublishedChange & { language: string }) =>
          publishedSentence(changed, textsIn(language), language),
      },
      Revision: {
        versions: (revision: StoredRevision) => findVersions(strapi, revision),
      },
      Query: {
        revision: (_parent: unknown, args: Arguments) => findRevision(strapi, args),
        publications: (_parent: unknown, args: Since, context: RequestContext) => {
          spend(context, COSTS.finder)
          return findPublications(strapi, args)
        },
      },
    },
    resolversConfig: { 'Query.revision': { auth: false }, 'Query.publications': { auth: false } },
  }))
}

function revisedTypes(strapi: Core.Strapi): Schema[] {
  return VERSIONED_TYPES.map(type => schemaOf(strapi, TYPES[type].uid))
}

function newestNumber(
  strapi: Core.Strapi, { documentId, locale }: Entity, context: RequestContext,
): Promise<number | null> {
  return loadersOf(strapi, context).batch(
    `newest revision ${locale}`, (ids: readonly string[]) => findNewestNumbers(strapi, locale, ids), documentId,
  )
}

async function findNewestNumbers(
  strapi: Core.Strapi, language: string | null, documentIds: readonly string[],
): Promise<(number | null)[]> {
  const revisions: { document: string, number: number }[] = await strapi.db
    .query(REVISION)
    .findMany({
      select: ['document', 'number'], where: { language, document: { $in: [...documentIds] } },
      orderBy: { number: 'asc' },
    })
  const newest = new Map(revisions.map(({ document, number }) => [document, number]))
  return documentIds.map(id => newest.get(id) ?? null)
}

/** The newest versions of a document in a language, the newest first. */
async function findVersions(
  strapi: Core.Strapi, { document, language }: Pick<StoredVersion, 'document' | 'language'>,
): Promise<StoredVersion[]> {
  return strapi.db
    .query(REVISION)
    .findMany({
      select: VERSION_COLUMNS, where: { document, language }, orderBy: { number: 'desc' }, limit: VERSIONS_SHOWN,
    })
}

async function findRevision(strapi: Core.Strapi, { type, slug, number, locale }: Arguments) {
  const language = localeFrom(locale)
  const { uid } = typeFrom(strapi, type)
  const live = await strapi.db
    .query(uid)
    .findOne({ select: ['documentId', 'slug'], where: { slug, publishedAt: { $notNull: true } } })
  const revisions = strapi.db.query(REVISION)
  const document: string | undefined
    = live?.documentId
      ?? (await revisions.findOne({ select: ['document'], where: { type: uid, slug }, orderBy: { id: 'desc' } }))?.document
  if (!document) return null
  const newest: StoredRevision | null = await revisions.findOne({
    where: { type: uid, language, document }, orderBy: { number: 'desc' },
  })
  const found: StoredRevision | null
    = number === null || number === undefined
      ? newest
      : await revisions.findOne({ where: { type: uid, language, number, document } })
  if (!newest || !found || (await isWithheld(strapi, found, document))) return null
  const now
    = live
      ?? (await strapi.db
        .query(uid)
        .findOne({
          select: ['documentId', 'slug'], where: { documentId: newest.document, publishedAt: { $notNull: true } },
        }))
  return {
    ...found,
    snapshot: found.withdrawnFor ? null : found.snapshot, locale: found.language, newest: newest.number,
    slug: now?.slug ?? found.slug, isPublic: now !== null,
  }
}

/**
 * What people said for themselves is read in old versions only while it is public: it may be that it was taken back.
 */
async function isWithheld(
  strapi: Core.Strapi, { snapshot, language }: StoredRevision, documentId: string,
): Promise<boolean> {
  const kind: unknown = valueAt(snapshot, 'article', 'kind')
  if (!SPOKEN_KINDS.some(spoken => spoken === kind)) return false
  return (
    (await strapi.db
      .query(ARTICLE)
      .count({ where: { documentId, locale: language, publishedAt: { $notNull: true } } })) === 0
  )
}

interface Since {
  since: string
  page?: number | null
  pageSize?: number | null
  locale?: string
}

async function findPublications(strapi: Core.Strapi, args: Since) {
  const since = beginningOf(dayFrom('since', args.since))
  const revisions: (StoredVersion & { type: string, title: string, slug: string })[] = await strapi.db
    .query(REVISION)
    .findMany({
      select: ['type', 'slug', 'title', ...VERSION_COLUMNS],
      where: { language: localeFrom(args.locale), publishedOn: { $gte: since }, withdrawnFor: { $null: true } },
      orderBy: [{ publishedOn: 'desc' }, { id: 'desc' }],
    })
  const newest = [...Map.groupBy(revisions, ({ document }) => document).values()].flatMap(versions =>
    versions.slice(0, 1).map(first => ({ ...first, versions: versions.slice(0, VERSIONS_SHOWN) })),
  )
  const live = await liveDocuments(strapi, newest)
  const found = newest.filter(({ document }) => live.has(document))
  const nodes = pageOf(found, pagingFrom(args)).map(revision => ({
    ...revision,
    type: schemaOf(strapi, revision.type).globalId, documentId: revision.document,
    title: revision.title || revision.slug,
  }))
  return { total: found.length, nodes }
}

/** Documents of these types that are public now. */
async function liveDocuments(strapi: Core.Strapi, revisions: { type: string }[]): Promise<Set<string>> {
  const live = new Set<string>()
  for (const type of new Set(revisions.map(revision => revision.type))) {
    const rows: { documentId: string }[] = await strapi.db
      .query(type)
      .findMany({ select: ['documentId'], where: { publishedAt: { $notNull: true }, ...IN_SOURCE_LANGUAGE } })
    for (const { documentId } of rows) live.add(documentId)
  }
  return live
}
