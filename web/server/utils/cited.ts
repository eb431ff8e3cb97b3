import type { H3Event } from 'h3'
import { localeOf, type Revision, type Text } from 'shared-types'
import type { Cited } from '../cms/citation'
import { findEventRevision, findMeasureRevision } from '../cms/revision'
import { versionPath } from './paths'

/** The version of a measure that an address names, as it is cited. Throws 404 where there is none, 410 where it was withdrawn. */
export function citedMeasure(event: H3Event): Promise<Cited> {
  return cited(event, 'measures', findMeasureRevision)
}

/** The same for an event. */
export function citedEvent(event: H3Event): Promise<Cited> {
  return cited(event, 'timeline', findEventRevision)
}

async function cited(event: H3Event, kind: 'measures' | 'timeline', find: (slug: string, locale: string, number: number) => Promise<Revision<{ title: Text }> | null>): Promise<Cited> {
  const locale = localeOfPath(event)
  const { document, number, publishedOn, slug, withdrawnFor } = orNotFound(await find(slugOfPath(event), locale, numberOfPath(event, 'number')))
  if (!document) throw createError({ statusCode: 410, statusMessage: 'Gone', message: withdrawnFor ?? '' })
  return { title: document.title.value, language: localeOf(locale).language, number, publishedOn, url: readEnvironment().siteUrl + versionPath(kind, { slug, locale, number }) }
}
