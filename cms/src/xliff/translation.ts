/** A translation that somebody works on outside of its form: its units, and what it says so far. */
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { isLocaleCode } from 'shared-types'
import type { Schema } from '../content-model/schema'
import { withoutWithdrawnNames } from '../person/withdrawn-names'
import { sourceTextFor, type SourceText, textsIn } from '../translation/source-text'
import { type Asked, askedIn } from '../translation/states-route'
import { type Unit, unitsOf } from './units'

type Answer = (ctx: Context, translation: Translation) => Promise<void> | void

/** A route of one translation, `/translation-states/<type>/<documentId>/<name>?locale=tr`, for whoever may read it. */
export function translationRoute(strapi: Core.Strapi, method: 'GET' | 'POST', name: string, answer: Answer) {
  return {
    method, path: `/translation-states/:uid/:documentId/${name}`, info: { type: 'admin' as const },
    config: { policies: ['admin::isAuthenticatedAdmin'] },
    handler: async (ctx: Context) => {
      const asked = await askedIn(strapi, ctx)
      const translation = asked && await translationIn(strapi, ctx, asked)
      if (translation) await answer(ctx, translation)
      else if (asked) ctx.notFound('In dieser Sprache gibt es hier nichts zu übersetzen.')
    },
  }
}

export interface Translation {
  schema: Schema
  documentId: string
  /** Code of the language. */
  locale: string
  source: SourceText
  /** What the translation says now, by the fields of the form. */
  translated: Map<string, unknown>
  units: Unit[]
}

/** Null where there is nothing to be translated into that language. */
async function translationIn(
  strapi: Core.Strapi, ctx: Context, { schema, documentId, mayRead }: Asked,
): Promise<Translation | null> {
  const { locale } = ctx.query
  const source = isLocaleCode(locale) ? await sourceTextFor(strapi, schema, documentId, locale) : null
  if (!source || !isLocaleCode(locale)) return null
  const translated = await textsIn(strapi, schema, documentId, locale) ?? new Map<string, unknown>()
  const fields = source.fields.filter(({ field }) => mayRead(field))
  // A name that was withdrawn neither leaves with the units nor comes back as a change.
  const shown = new Map(Object.entries(withoutWithdrawnNames(Object.fromEntries(translated))))
  return { schema, documentId, locale, source, translated, units: unitsOf(fields, shown) }
}
