/** The text that a translation is made from, as it stands beside the form: field by field, with what has changed. */
import type { Core } from '@strapi/strapi'
import { localeOf, markedWords, type MarkedWords } from 'shared-types'
import { nameOfPlace } from '../content-model/places'
import type { Schema } from '../content-model/schema'
import { withoutWithdrawnNames } from '../person/withdrawn-names'
import { componentsIn } from '../rows/components'
import type { Row } from '../rows/rows'
import { paragraphsOf, textRows, translatedAttributes } from './paragraphs'
import { type TermHint, termsIn } from './terms'
import { textsOf } from './texts'
import { statesOf, type TranslationState } from './translation-state'

/** A text in the language that a translation is made from. */
export interface SourceText {
  /** Code of the language. */
  locale: string
  fields: SourceField[]
  /** What it does not say any more since it was compared, and where that stood. */
  gone: { place: string, label: string, text: string }[]
  /** Words of the glossary that stand in it. */
  terms: TermHint[]
  /** Attributes made of blocks that have some: a new translation begins with them. */
  zones: string[]
}

export interface SourceField {
  /** As the form calls it: `lead`, `body.2.answer`. */
  field: string
  /** The uid of the block in which it stands; null outside of blocks. */
  part: string | null
  /** As editors call it. */
  label: string
  /** A line, or Strapi's blocks. */
  value: unknown
  isUntranslated: boolean
  /** What has changed since it was compared, by the paragraph (of a line 0). */
  changes: SourceChange[]
}

interface SourceChange {
  paragraph: number
  isNew: boolean
  /** A machine cannot know whether it says something else. */
  isDoubtful: boolean
  /** Which words came and went. */
  words: MarkedWords[]
}

/** sourceTextFor returns what a translation is made from; null where there is no such document, or no other source. */
export async function sourceTextFor(
  strapi: Core.Strapi, schema: Schema, documentId: string, locale: string,
): Promise<SourceText | null> {
  const states = await statesOf(strapi, schema, [documentId], 'editors', locale)
  const [state] = states.get(documentId) ?? []
  if (!state) return null
  const row = await sourceOf(strapi, schema, documentId, state)
  if (!row?.locale || row.locale === locale) return null
  const changes = state.changes.filter(change => change.locale === row.locale)
  const nameOf = (place: string) => nameOfPlace(strapi, schema, place)
  const fields = textsOf(strapi, schema, row).map(({ place, part, value }) => ({
    field: fieldAt(place), part, label: nameOf(place), value,
    isUntranslated: state.state === 'missing' || state.untranslated.includes(place),
    changes: changes.flatMap(change => changeAt(change, place)),
  }))
  const gone = changes.filter(({ now }) => !now).flatMap(({ before }) =>
    before ? [{ place: before.place, label: nameOf(before.place), text: before.text }] : [],
  )
  const zones = translatedAttributes(schema).flatMap(([name, { components }]) =>
    components && componentsIn(row[name]).length > 0 ? name : [],
  )
  const texts = paragraphsOf(strapi, schema, row).map(({ text }) => text)
  const terms = await termsIn(strapi, texts, { from: row.locale, to: locale })
  return withoutWithdrawnNames({ locale: row.locale, fields, gone, terms, zones })
}

/** The language it was made from; of a new one, or where that is gone, the one it was first written in. */
async function sourceOf(
  strapi: Core.Strapi, schema: Schema, documentId: string, { translatedFrom }: TranslationState,
): Promise<Row | undefined> {
  const rows = await textRows(strapi, schema, [documentId], 'editors', translatedFrom ? [translatedFrom] : [])
  return rows.find(({ locale }) => locale === translatedFrom)
    ?? rows.find(({ locale, sourceLanguage }) => locale === sourceLanguage)
}

/** The texts of an entry in a language, by the fields of the form; null where it is not there. */
export async function textsIn(
  strapi: Core.Strapi, schema: Schema, documentId: string, locale: string,
): Promise<Map<string, unknown> | null> {
  const row = (await textRows(strapi, schema, [documentId], 'editors', [locale])).find(one => one.locale === locale)
  return row ? new Map(textsOf(strapi, schema, row).map(({ place, value }) => [fieldAt(place), value])) : null
}

function fieldAt(place: string): string {
  return place.replaceAll('/', '.')
}

function changeAt({ now, before, weight, locale }: TranslationState['changes'][number], place: string): SourceChange[] {
  if (!now || (now.place !== place && !now.place.startsWith(`${place}/`))) return []
  const [paragraph = '0'] = now.place.slice(place.length + 1).split('/')
  const { language } = localeOf(locale)
  const words = markedWords(before ? [before.text] : [], [now.text], language).paragraphs.flat()
  return [{ paragraph: Number(paragraph), isNew: !before, isDoubtful: weight === 'check', words }]
}
