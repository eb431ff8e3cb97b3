import type { H3Event } from 'h3'
import { localeOf, TYPES } from 'shared-types'
import type { Cited } from '../cms/citation'
import { findRevision } from '../cms/revision'
import { versionPath } from './paths'

/** The version that an address names, as it is cited. Throws 404 where there is none, 410 where it was withdrawn. */
export async function citedVersion(event: H3Event): Promise<Cited> {
  const locale = localeOfPath(event)
  const type = versionedTypeOfPath(event)
  const { document, number, publishedOn, slug, withdrawnFor } = orNotFound(
    await findRevision(type, { slug: slugOfPath(event), locale, number: numberOfPath(event, 'number') }),
  )
  if (!document) throw createError({ statusCode: 410, statusMessage: 'Gone', message: withdrawnFor ?? '' })
  return {
    title: document.title.value, language: localeOf(locale).language, number, publishedOn,
    url: readEnvironment().siteUrl + versionPath(TYPES[type].address.english, { slug, locale, number }),
  }
}
