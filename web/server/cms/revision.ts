import {
  dayOf, isVersionedType, PublicationsDocument, type PublicationsQueryVariables, type PublishedVersionFragment,
  RevisionDocument, TYPES, type VersionedType, VersionsDocument,
} from 'shared-types'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { toArticle } from './article'
import { ask, askChosen } from './client'
import { completed } from './complete'
import { toMeasure } from './measure'
import { toPage } from './page'
import { toEventDetail } from './timeline'

/** When a version was published and what that changed; null where nobody knows. */
export type PublishedVersion = PublishedVersionFragment

/** Something that was published here. */
export type Publication = Awaited<ReturnType<typeof findPublications>>['publications'][number]

/** Fassung: a document as it was published. */
export interface Revision<Document> {
  type: VersionedType
  number: number
  newest: number
  /** ISO 8601. */
  publishedOn: string
  locale: string
  /** Slug of the document now. */
  slug: string
  isPublic: boolean
  /** Null where it was withdrawn. */
  document: Document | null
  withdrawnFor: string | null
  /** All in this language, the newest first. */
  versions: PublishedVersion[]
}

/** A version: its number in a language, and the slug of its document, now or then. */
export interface Wanted {
  slug: string
  locale: string
  number: number
}

/** When and in which language a version was published. */
interface About {
  day: string
  locale: string
}

/** How the kept answer of each type is read, in today's form, as on the day on which it was written. */
const READERS = {
  Measure(kept: object, { day }: About) {
    const { measure } = asToday(TYPES.Measure.snapshot, kept)
    return measure && toMeasure(measure, day)
  },
  TimelineEvent(kept: object) {
    const { timelineEvent } = asToday(TYPES.TimelineEvent.snapshot, kept)
    return timelineEvent && toEventDetail(timelineEvent)
  },
  Article(kept: object, { locale }: About) {
    const { article } = asToday(TYPES.Article.snapshot, kept)
    return article && toArticle(article, locale)
  },
  Page(kept: object) {
    const { page } = asToday(TYPES.Page.snapshot, kept)
    return page && toPage(page)
  },
} satisfies Record<VersionedType, (kept: object, about: About) => unknown>

/** What a version of this type shows. */
export type ReadVersion<Type extends VersionedType> = NonNullable<ReturnType<(typeof READERS)[Type]>>

/** A document as it was published; null where there is no such revision. */
export async function findRevision(
  type: VersionedType, wanted: Wanted,
): Promise<Revision<ReadVersion<VersionedType>> | null> {
  const { revision } = await askChosen(RevisionDocument, { type, ...wanted })
  if (!revision) return null
  const { number, newest, publishedOn, locale, slug, isPublic, snapshot, withdrawnFor, versions } = revision
  const about = { day: dayOf(publishedOn), locale: wanted.locale }
  const document = withdrawnFor || !isObject(snapshot) ? null : READERS[type](snapshot, about)
  return { type, number, newest, publishedOn, locale, slug, isPublic, document, withdrawnFor, versions }
}

/** The versions of a document in a language, the newest first; null where there are none. */
export async function findVersions(type: VersionedType, { slug, locale }: { slug: string, locale: string }) {
  const { revision } = await ask(VersionsDocument, { type, slug, locale })
  return revision
}

/** What the cms keeps of a version: the answer to the question of its type. */
export async function findSnapshot(type: VersionedType, wanted: Wanted) {
  const { revision } = await askChosen(RevisionDocument, { type, ...wanted })
  if (!revision) return null
  const { withdrawnFor, snapshot } = revision
  const [document]: unknown[] = withdrawnFor || !isObject(snapshot) ? [] : Object.values(snapshot)
  return { number: revision.number, document: isObject(document) ? document : null }
}

/** What was published here in a language since a day. */
export async function findPublications(
  variables: PublicationsQueryVariables & { locale: string },
) {
  const {
    publications: { total, nodes },
  } = await askChosen(PublicationsDocument, variables)
  return {
    total,
    publications: nodes.map(({ documentId, type, slug, title, number, publishedOn, versions }) => ({
      id: documentId, type: versioned(type), slug, number, publishedOn, versions,
      title: { value: title, locale: variables.locale },
    })),
  }
}

/** What the cms publishes in versions is known here: both read the same rows. */
function versioned(type: string): VersionedType {
  if (!isVersionedType(type)) throw new Error(`"${type}" is no type with numbered versions.`)
  return type
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** What was asked for later than the version was made is null or empty in it. */
function asToday<Answer>(operation: TypedDocumentNode<Answer, never>, kept: object): Answer {
  const answer = completed(operation, kept)
  // @ts-expect-error what the cms keeps is the answer to that operation
  return answer
}
