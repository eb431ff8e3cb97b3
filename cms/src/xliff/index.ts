/** Translating with a program for it: an entry goes out as XLIFF 2.1, and what comes back is put into the form. */
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { isLocaleCode, localeOf } from 'shared-types'
import { refuseFile, sentFile } from '../files/sent-file'
import { withoutWithdrawnNames } from '../person/withdrawn-names'
import { sourceTextFor, type SourceText, textsIn } from '../translation/source-text'
import { type Asked, askedIn } from '../translation/states-route'
import { readXliff } from './read'
import { type Unit, unitsOf } from './units'
import { writeXliff } from './write'

/** Many times the longest text there is. */
const MOST_BYTES = 10_000_000

/**
 * `GET /translation-states/api::page.page/<documentId>/xliff?locale=tr` gives the file, `POST` with `file` says what
 * can be put into the form of that translation and why the rest cannot: nothing is written. For whoever may read it.
 */
export function registerXliff(strapi: Core.Strapi): void {
  const route = (method: 'GET' | 'POST', answer: Answer) => ({
    method, path: '/translation-states/:uid/:documentId/xliff', config: { policies: ['admin::isAuthenticatedAdmin'] },
    info: { type: 'admin' as const },
    handler: async (ctx: Context) => {
      const asked = await askedIn(strapi, ctx)
      const translation = asked && await translationIn(strapi, ctx, asked)
      if (translation) await answer(ctx, translation)
      else if (asked) ctx.notFound('In dieser Sprache gibt es hier nichts zu übersetzen.')
    },
  })
  strapi.server.routes({ type: 'admin', routes: [route('GET', giveOut), route('POST', readIn)] })
}

type Answer = (ctx: Context, translation: Translation) => Promise<void> | void

interface Translation {
  /** The type and the document, by which the file is known when it comes back. */
  original: string
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
  // A name that was withdrawn neither leaves with the file nor comes back as a change.
  const shown = new Map(Object.entries(withoutWithdrawnNames(Object.fromEntries(translated))))
  return { original: `${schema.uid}/${documentId}`, locale, source, translated, units: unitsOf(fields, shown) }
}

function giveOut(ctx: Context, { original, locale, source, units }: Translation): void {
  const notes = source.terms.flatMap(({ term, translation, isFixed }) =>
    isFixed ? `${term} = ${term}` : translation ? `${term} = ${translation}` : [])
  ctx.attachment(`text-${locale}.xlf`)
  ctx.set('Content-Type', 'application/xliff+xml; charset=utf-8')
  const [from, to] = [localeOf(source.locale).language, localeOf(locale).language]
  ctx.body = writeXliff({ original, from, to, units, notes })
}

async function readIn(ctx: Context, { original, locale, source, translated, units }: Translation): Promise<void> {
  const bytes = await sentFile(ctx)
  if (bytes.length > MOST_BYTES) refuseFile('Die Datei ist größer als 10 MB. Ein Eintrag ist viel kleiner: Bitte prüfen Sie, ob es die richtige ist.')
  ctx.body = { data: readXliff(textOf(bytes), { original, from: source.locale, to: locale, units, translated }) }
}

/** By the mark at its beginning; without one it is UTF-8, as nearly every program writes it. */
function textOf(bytes: Buffer): string {
  const [first, second] = bytes
  const encoding = first === 0xFF && second === 0xFE ? 'utf-16le' : first === 0xFE && second === 0xFF ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}
