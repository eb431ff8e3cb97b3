import type { H3Event } from 'h3'
import { localeOf, type Revision, type Text } from 'shared-types'
import type { Cited } from '../cms/citation'
import { findArticleRevision, findEventRevision, findMeasureRevision, findPageRevision } from '../cms/revision'
import { type VersionedKind, versionPath } from './paths'

/**
 * The version of a measure that an address names, as it is cited. Throws 404 where there is none, 410 where it was
 * withdrawn.
 */
export function citedMeasure(event: H3Event): Promise<Cited> {
  return cited(event, 'measures', findMeasureRevision)
}

/** The same for an event. */
export function citedEvent(event: H3Event): Promise<Cited> {
  return cited(event, 'timeline', findEventRevision)
}

/** The same for an article. */
export function citedArticle(event: H3Event): Promise<Cited> {
  return cited(event, 'articles', findArticleRevision)
}

/** The same for a page. */
export function citedPage(event: H3Event): Promise<Cited> {
  return cited(event, 'pages', findPageRevision)
}

async function cited(
  event: H3Event, kind: VersionedKind,
  find: (slug: string, locale: string, number: number) => Promise<Revision<{ title: Text }> | null>,
): Promise<Cited> {
  const locale = localeOfPath(event)
  const { document, number, publishedOn, slug, withdrawnFor } = orNotFound(
    await find(slugOfPath(event), locale, numberOfPath(event, 'number')),
  )
  if (!document) throw createError({ statusCode: 410, statusMessage: 'Gone', message: withdrawnFor ?? '' })
  return {
    title: document.title.value, language: localeOf(locale).language, number, publishedOn,
    url: readEnvironment().siteUrl + versionPath(kind, { slug, locale, number }),
  }
}
