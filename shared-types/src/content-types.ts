/**
 * One row for each content type of the contract: whatever must know the types reads it here. A type without a row, or a
 * row without one of its columns, fails the type check.
 */
import type { DocumentNode } from 'graphql'
import type { LISTS } from './generated/contract.js'
import {
  ArticleSnapshotDocument, MeasureSnapshotDocument, PageSnapshotDocument, TimelineEventSnapshotDocument,
} from './generated/operations.js'

/** Inhaltstyp, by its name in the contract. */
export type ContentType = keyof typeof LISTS

/** Where readers find a document. */
export interface Address {
  /** First word of its addresses in German. */
  german: string
  /** The same in other languages, and the folder of its pages: `web/app/pages/<english>`. */
  english: string
  /** A page of its own, or a place on the one page of all its documents. */
  place: 'page' | 'anchor'
}

export interface ContentTypeRow {
  /** Its name in Strapi. */
  uid: `api::${string}.${string}`
  /** Null where its documents have no address. One with pages is in the sitemap. */
  address: Address | null
  /** The question whose answer every numbered version keeps; null where it has no versions. */
  snapshot: DocumentNode | null
  isSearched: boolean
  /** What it is a part of, and the relations that lead there: publishing a part makes a new version of the whole. */
  partOf: { whole: 'Article' | 'Measure', through: readonly string[] } | null
  /** Relations that lead to measures, and say so when one of them is gone. */
  pointsTo: readonly string[]
}

/** The rows; what is searched stands in the order in which readers filter. */
export const TYPES = {
  Measure: {
    uid: 'api::measure.measure',
    address: { german: 'massnahmen', english: 'measures', place: 'page' },
    snapshot: MeasureSnapshotDocument, isSearched: true, partOf: null, pointsTo: [],
  },
  TimelineEvent: {
    uid: 'api::timeline.timeline-event',
    address: { german: 'zeitleiste', english: 'timeline', place: 'anchor' },
    snapshot: TimelineEventSnapshotDocument, isSearched: true, partOf: null, pointsTo: ['measures'],
  },
  Article: {
    uid: 'api::article.article',
    address: { german: 'beitraege', english: 'articles', place: 'page' },
    snapshot: ArticleSnapshotDocument, isSearched: true, partOf: null, pointsTo: ['measures'],
  },
  Plan: {
    uid: 'api::plan.plan',
    address: { german: 'plaene', english: 'plans', place: 'page' },
    snapshot: null, isSearched: true, partOf: null, pointsTo: [],
  },
  FieldOfAction: {
    uid: 'api::plan.field-of-action',
    address: { german: 'handlungsfelder', english: 'fields', place: 'page' },
    snapshot: null, isSearched: true, partOf: null, pointsTo: [],
  },
  Person: {
    uid: 'api::contributor.person',
    address: { german: 'personen', english: 'people', place: 'page' },
    snapshot: null, isSearched: true, partOf: null, pointsTo: [],
  },
  Organisation: {
    uid: 'api::contributor.organisation',
    address: { german: 'organisationen', english: 'organisations', place: 'page' },
    snapshot: null, isSearched: true, partOf: null, pointsTo: [],
  },
  GlossaryTerm: {
    uid: 'api::page.glossary-term',
    address: { german: 'glossar', english: 'glossary', place: 'anchor' },
    snapshot: null, isSearched: true, partOf: null, pointsTo: [],
  },
  Page: {
    uid: 'api::page.page',
    address: { german: 'seiten', english: 'pages', place: 'page' },
    snapshot: PageSnapshotDocument, isSearched: true, partOf: null, pointsTo: [],
  },
  Contribution: {
    uid: 'api::contributor.contribution', address: null, snapshot: null, isSearched: false,
    partOf: { whole: 'Article', through: ['article'] }, pointsTo: [],
  },
  Decision: {
    uid: 'api::measure.decision', address: null, snapshot: null, isSearched: false,
    partOf: { whole: 'Measure', through: ['measure'] }, pointsTo: ['measure'],
  },
  FundedProject: {
    uid: 'api::measure.funded-project', address: null, snapshot: null, isSearched: false,
    partOf: { whole: 'Measure', through: ['measure'] }, pointsTo: [],
  },
  Goal: {
    uid: 'api::plan.goal', address: null, snapshot: null, isSearched: false, partOf: null, pointsTo: [],
  },
  Image: {
    uid: 'api::image.image', address: null, snapshot: null, isSearched: false, partOf: null, pointsTo: [],
  },
  Lineage: {
    uid: 'api::measure.lineage', address: null, snapshot: null, isSearched: false,
    partOf: { whole: 'Measure', through: ['from', 'to'] }, pointsTo: ['from', 'to'],
  },
  Phase: {
    uid: 'api::plan.phase', address: null, snapshot: null, isSearched: false, partOf: null, pointsTo: [],
  },
  ReportedFigure: {
    uid: 'api::plan.reported-figure', address: null, snapshot: null, isSearched: false, partOf: null, pointsTo: [],
  },
  Source: {
    uid: 'api::source.source', address: null, snapshot: null, isSearched: false, partOf: null, pointsTo: [],
  },
  StatusUpdate: {
    uid: 'api::measure.status-update', address: null, snapshot: null, isSearched: false,
    partOf: { whole: 'Measure', through: ['measure'] }, pointsTo: [],
  },
} as const satisfies Record<ContentType, ContentTypeRow>

/** The types whose row says that. */
type TypesWith<Said> = {
  [Type in ContentType]: (typeof TYPES)[Type] extends Said ? Type : never
}[ContentType]

/** Types whose documents have an address. */
export type AddressedType = TypesWith<{ address: Address }>
/** Types whose documents have pages of their own. */
export type PagedType = TypesWith<{ address: { place: 'page' } }>
/** Types whose documents are published in numbered versions. */
export type VersionedType = TypesWith<{ snapshot: DocumentNode }>
/** Types that are searched. */
export type SearchableType = TypesWith<{ isSearched: true }>
/** Types that say which measures they led to are gone. */
export type PointingType = TypesWith<{ pointsTo: readonly [string, ...string[]] }>

/** A row with its columns, whatever stands in them. */
export function rowOf(type: ContentType): ContentTypeRow {
  return TYPES[type]
}

export const CONTENT_TYPES = Object.keys(TYPES).filter(isContentType)
export const PAGED_TYPES = CONTENT_TYPES.filter(isPagedType)
export const VERSIONED_TYPES = CONTENT_TYPES.filter(isVersionedType)
export const SEARCHED_TYPES = CONTENT_TYPES.filter(isSearchedType)
export const POINTING_TYPES = CONTENT_TYPES.filter(isPointingType)

export function isContentType(type: string): type is ContentType {
  return Object.hasOwn(TYPES, type)
}

export function isPagedType(type: ContentType): type is PagedType {
  return rowOf(type).address?.place === 'page'
}

export function isVersionedType(type: string): type is VersionedType {
  return isContentType(type) && rowOf(type).snapshot !== null
}

export function isSearchedType(type: string): type is SearchableType {
  return isContentType(type) && rowOf(type).isSearched
}

function isPointingType(type: ContentType): type is PointingType {
  return rowOf(type).pointsTo.length > 0
}

/** The type that Strapi knows by that name; undefined for what is none of the contract. */
export function contentTypeAt(uid: string): ContentType | undefined {
  return CONTENT_TYPES.find(type => TYPES[type].uid === uid)
}

/** First word of the addresses of what is published in numbered versions. */
export type VersionedKind = (typeof TYPES)[VersionedType]['address']['english']

/** The type whose addresses begin with that word; undefined where there are no versions. */
export function versionedTypeOf(kind: string): VersionedType | undefined {
  return VERSIONED_TYPES.find(type => TYPES[type].address.english === kind)
}
