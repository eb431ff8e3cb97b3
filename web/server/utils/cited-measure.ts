import type { H3Event } from 'h3'
import { localeOf } from 'shared-types'
import type { Cited } from '../cms/citation'
import { findMeasureRevision } from '../cms/revision'
import { measurePath } from './paths'

/** The version of a measure that an address names, as it is cited. Throws 404 where there is none, 410 where it was withdrawn. */
export async function citedMeasure(event: H3Event): Promise<Cited> {
  const locale = localeOfPath(event)
  const { document, number, publishedOn, slug, withdrawnFor } = orNotFound(await findMeasureRevision(slugOfPath(event), locale, numberOfPath(event, 'number')))
  if (!document) throw createError({ statusCode: 410, statusMessage: 'Gone', message: withdrawnFor ?? '' })
  return { title: document.title.value, language: localeOf(locale).language, number, publishedOn, url: `${readEnvironment().siteUrl}${measurePath(slug, locale)}/v/${number}` }
}
