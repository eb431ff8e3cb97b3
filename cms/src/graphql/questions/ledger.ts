/** The ledger for partners: what changed of what is public, in the order in which it was stored. */
import type { Core } from '@strapi/strapi'
import { tellSince, type ToldEntry } from '../../ledger/told'
import { badRequest } from '../arguments'

const DEFINITIONS = `
  "What happened to a document."
  enum LedgerKind {
    "Nothing is known of what was before."
    started
    "It was published for the first time."
    published
    "It says something else now, or something that belongs to it came or went."
    changed
    "It can be read in another language."
    translated
    "It has another address."
    renamed
    "It was taken off the website, and may come back."
    unpublished
    "It was deleted."
    deleted
    "A version may no longer be read; without a document: somebody may no longer be named, wherever it was. Read everything anew then."
    withdrawn
    "It is public again."
    restored
    "What is said about the website itself changed."
    settings
  }
  "The number of a version in a language."
  type LedgerRevision {
    "Code of the language."
    language: String!
    "Its number in that language."
    number: Int!
  }
  "One change of what is public."
  type LedgerEntry {
    "Grows with every entry; numbers may be missing."
    number: Int!
    "Ask with it for what came after."
    cursor: String!
    "When it was stored."
    moment: DateTime!
    "What happened."
    kind: LedgerKind!
    "Name of the type, for instance Measure; null where it is about no single document."
    type: String
    "The document; null where it is about no single one."
    documentId: ID
    "The last part of its address, now or last; null for what has none, and for people who are gone."
    slug: String
    "The last part of the address that it had before this change; null where that is the same."
    formerSlug: String
    "Codes of the languages in which it says something else now."
    languages: [String!]!
    "Whether it could be read afterwards."
    isPublic: Boolean!
    "Codes of the languages in which it could be read afterwards."
    publicIn: [String!]!
    "The attributes that say something else now."
    changed: [String!]!
    "The versions that were written, or withdrawn."
    revisions: [LedgerRevision!]!
    "Why a version was withdrawn."
    reason: String
  }
  "A part of the ledger."
  type LedgerPage {
    "Whether nothing is known of what happened since: read everything anew, then ask with the cursor."
    startOver: Boolean!
    "In their order."
    entries: [LedgerEntry!]!
    "Ask with it for what comes after."
    cursor: String
    "How many entries there are after these."
    remaining: Int!
  }
  extend type Query {
    "What changed of what is public since an entry: every type, and what is gone too. A page stays as it is, whatever is published meanwhile; it has 100 entries where nothing else is asked, at most 500."
    ledger("A cursor of an earlier answer; without one the answer says to start over." since: String, limit: Int): LedgerPage!
  }
`

const MOST = 500

/** registerLedgerQuestion lets partners follow. */
export function registerLedgerQuestion(strapi: Core.Strapi): void {
  strapi.plugin('graphql').service('extension').use(() => ({
    typeDefs: DEFINITIONS,
    resolvers: {
      LedgerEntry: {
        revisions: ({ revisions }: ToldEntry) =>
          Object.entries(revisions).map(([language, number]) => ({ language, number })),
      },
      LedgerPage: { remaining: ({ behind }: { behind: number }) => behind },
      Query: {
        ledger: (_parent: unknown, { since, limit }: { since?: string | null, limit?: number | null }) =>
          tellSince(strapi, since ?? '', limitFrom(limit ?? 100)),
      },
    },
    resolversConfig: { 'Query.ledger': { auth: false } },
  }))
}

function limitFrom(limit: number): number {
  if (limit >= 1 && limit <= MOST) return limit
  throw badRequest(`There are 1 to ${MOST} entries in an answer, not ${limit}.`)
}
