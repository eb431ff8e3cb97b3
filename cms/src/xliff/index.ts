/** Translating with a program for it: an entry goes out as XLIFF 2.1, and what comes back is put into the form. */
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { localeOf } from 'shared-types'
import { refuseFile, sentFile } from '../files/sent-file'
import { readXliff } from './read'
import { type Translation, translationRoute } from './translation'
import { writeXliff } from './write'

/** Many times the longest text there is. */
const MOST_BYTES = 10_000_000

/**
 * `GET /translation-states/api::page.page/<documentId>/xliff?locale=tr` gives the file, `POST` with `file` says what
 * can be put into the form of that translation and why the rest cannot: nothing is written. For whoever may read it.
 */
export function registerXliff(strapi: Core.Strapi): void {
  strapi.server.routes({ type: 'admin', routes: [
    translationRoute(strapi, 'GET', 'xliff', giveOut), translationRoute(strapi, 'POST', 'xliff', readIn),
  ] })
}

/** The type and the document, by which the file is known when it comes back. */
function originalOf({ schema, documentId }: Translation): string {
  return `${schema.uid}/${documentId}`
}

function giveOut(ctx: Context, translation: Translation): void {
  const { locale, source, units } = translation
  const notes = source.terms.flatMap(({ term, translation, isFixed }) =>
    isFixed ? `${term} = ${term}` : translation ? `${term} = ${translation}` : [])
  ctx.attachment(`text-${locale}.xlf`)
  ctx.set('Content-Type', 'application/xliff+xml; charset=utf-8')
  const [from, to] = [localeOf(source.locale).language, localeOf(locale).language]
  ctx.body = writeXliff({ original: originalOf(translation), from, to, units, notes })
}

async function readIn(ctx: Context, translation: Translation): Promise<void> {
  const bytes = await sentFile(ctx)
  if (bytes.length > MOST_BYTES) refuseFile('Die Datei ist größer als 10 MB. Ein Eintrag ist viel kleiner: Bitte prüfen Sie, ob es die richtige ist.')
  const { locale, source, translated, units } = translation
  const expected = { original: originalOf(translation), from: source.locale, to: locale, units, translated }
  ctx.body = { data: readXliff(textOf(bytes), expected) }
}

/** By the mark at its beginning; without one it is UTF-8, as nearly every program writes it. */
function textOf(bytes: Buffer): string {
  const [first, second] = bytes
  const encoding = first === 0xFF && second === 0xFE ? 'utf-16le' : first === 0xFE && second === 0xFF ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}
