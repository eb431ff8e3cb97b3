import type { DocumentNode } from 'graphql'
import {
  type ArticleDetail, ArticleSnapshotDocument, type ArticleSnapshotQuery, dayOf, type MeasureDetail,
  MeasureSnapshotDocument, type MeasureSnapshotQuery, type PageDetail, PageSnapshotDocument, type PageSnapshotQuery,
  type PublicationPage, PublicationsDocument, type PublicationsQueryVariables, type Revision, RevisionDocument,
  type TimelineEventDetail, TimelineEventSnapshotDocument,
  type TimelineEventSnapshotQuery,
} from 'shared-types'
import { toArticle } from './article'
import { askChosen } from './client'
import { completed } from './complete'
import { toMeasure } from './measure'
import { toPage } from './page'
import { toEventDetail } from './timeline'

/** A measure as it was published; null where there is no such revision. */
export function findMeasureRevision(
  slug: string, locale: string, number: number,
): Promise<Revision<MeasureDetail> | null> {
  return findRevision(
    { type: 'Measure', slug, locale, number },
    (snapshot: MeasureSnapshotQuery, day) => snapshot.measure && toMeasure(snapshot.measure, day),
  )
}

/** An event as it was published; null where there is no such revision. */
export function findEventRevision(
  slug: string, locale: string, number: number,
): Promise<Revision<TimelineEventDetail> | null> {
  return findRevision(
    { type: 'TimelineEvent', slug, locale, number },
    (snapshot: TimelineEventSnapshotQuery) => snapshot.timelineEvent && toEventDetail(snapshot.timelineEvent),
  )
}

/** An article as it was published; null where there is no such revision. */
export function findArticleRevision(
  slug: string, locale: string, number: number,
): Promise<Revision<ArticleDetail> | null> {
  return findRevision(
    { type: 'Article', slug, locale, number },
    (snapshot: ArticleSnapshotQuery) => snapshot.article && toArticle(snapshot.article, locale),
  )
}

/** A page as it was published; null where there is no such revision. */
export function findPageRevision(slug: string, locale: string, number: number): Promise<Revision<PageDetail> | null> {
  return findRevision(
    { type: 'Page', slug, locale, number }, (snapshot: PageSnapshotQuery) => snapshot.page && toPage(snapshot.page),
  )
}

/** What was published here in a language since a day. */
export async function findPublications(
  variables: PublicationsQueryVariables & { locale: string },
): Promise<PublicationPage> {
  const {
    publications: { total, nodes },
  } = await askChosen(PublicationsDocument, variables)
  return {
    total,
    publications: nodes.map(({ documentId, type, slug, title, number, publishedOn }) => ({
      id: documentId, type, slug, title: { value: title, locale: variables.locale }, number, publishedOn,
    })),
  }
}

/** The operation whose answers the versions of a type keep. */
const SNAPSHOTS: Record<string, DocumentNode> = {
  Article: ArticleSnapshotDocument,
  Measure: MeasureSnapshotDocument,
  Page: PageSnapshotDocument,
  TimelineEvent: TimelineEventSnapshotDocument,
}

interface Wanted {
  type: string
  slug: string
  locale: string
  number: number
}

/**
 * Reads the snapshot as the answer to the operation that wrote it, in today's form, on the day on which it was written.
 */
async function findRevision<Snapshot, Document>(
  wanted: Wanted, toDocument: (snapshot: Snapshot, day: string) => Document | null,
): Promise<Revision<Document> | null> {
  const { revision } = await askChosen(RevisionDocument, wanted)
  if (!revision) return null
  const { number, newest, publishedOn, locale, slug, isPublic, snapshot, withdrawnFor } = revision
  const document
    = withdrawnFor || !isObject(snapshot) ? null : toDocument(asToday(wanted.type, snapshot), dayOf(publishedOn))
  return { number, newest, publishedOn, locale, slug, isPublic, document, withdrawnFor }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** What was asked for later than the version was made is null or empty in it. */
function asToday<Snapshot>(type: string, snapshot: object): Snapshot {
  const operation = SNAPSHOTS[type]
  const answer = operation ? completed(operation, snapshot) : snapshot
  // @ts-expect-error what the cms keeps is the answer to that operation
  return answer
}
