/** On which page of the website a draft is to be seen. */
import type { Core } from '@strapi/strapi'
import {
  asList, contentTypeAt, hasGermanWords, type LocaleCode, rowOf, SOURCE_LANGUAGE, TYPES, valueAt,
} from 'shared-types'
import { type Schema, schemaOf } from '../content-model/schema'
import { findLiveRow, findSourceRow, type Row } from '../rows/rows'

/** Relations of what has no address to whatever shows it, the closest first; its page is there once it is public. */
const SHOWN_BY = [
  ['measure', TYPES.Measure.uid], ['from', TYPES.Measure.uid], ['to', TYPES.Measure.uid],
  ['fieldOfAction', TYPES.FieldOfAction.uid], ['plan', TYPES.Plan.uid],
] as const

/** Whether documents of a type are on a page: on their own, or on that of what they belong to. */
export function isOnPage({ uid, attributes }: Schema): boolean {
  return addressOf(uid) !== null || SHOWN_BY.some(([name]) => name in attributes)
}

/** The address of that page in a language, without the website's own; null where there is none yet. */
export async function pathOfDraft(
  strapi: Core.Strapi, schema: Schema, draft: Row, locale: LocaleCode,
): Promise<string | null> {
  if (addressOf(schema.uid)) return pathOf(schema.uid, draft.slug, locale)
  const source = await findSourceRow(strapi, schema, draft.documentId)
  for (const [name, uid] of SHOWN_BY) {
    for (const related of asList(source?.[name])) {
      const shows = await findLiveRow(strapi, schemaOf(strapi, uid), String(valueAt(related, 'documentId')))
      if (shows) return pathOf(uid, shows.slug, locale)
    }
  }
  return null
}

function pathOf(uid: string, slug: unknown, locale: LocaleCode): string | null {
  const address = addressOf(uid)
  if (!address || typeof slug !== 'string' || slug === '') return null
  const language = locale === SOURCE_LANGUAGE ? '' : `/${locale}`
  const word = hasGermanWords(locale) ? address.german : address.english
  return `${language}/${word}${address.place === 'page' ? '/' : '#'}${slug}`
}

function addressOf(uid: string) {
  const type = contentTypeAt(uid)
  return type ? rowOf(type).address : null
}
