import type { Core } from '@strapi/strapi'
import { labelOf, type Schema } from '../content-model/schema'
import type { Values } from '../rows/rows'
import type { Problem } from '../rules/problems'
import { paragraphsOf } from '../translation/paragraphs'

/** From so many words on the figure says something. */
const ENOUGH_WORDS = 100
const LONG_LETTERS = 6
/** By language the figure from which a text is hard: German like specialist books, Leichte Sprache like novels. */
const HARD: Record<string, { from: number, like: string }> = {
  'de': { from: 60, like: 'Fachliteratur' },
  'de-simple': { from: 40, like: 'ein Roman' },
}

/** A text that is very hard to read, with a figure: for German alone, where what it means is known. */
export function hardTextProblems(strapi: Core.Strapi, schema: Schema, row: Values, locale: string): Problem[] {
  const hard = HARD[locale]
  const paragraphs = paragraphsOf(strapi, schema, row)
  const figure = hard ? readabilityOf(paragraphs.map(({ text }) => text)) : null
  if (!hard || figure === null || figure < hard.from) return []
  const longest = paragraphs.toSorted((a, b) => b.text.length - a.text.length)[0]
  const field = longest?.place.split('/')[0] ?? ''
  return [
    {
      path: [field],
      message: `${labelOf(schema, field)}: Das liest sich sehr schwer (Lesbarkeit ${figure}; ab ${hard.from} wie `
        + `${hard.like}). Kürzere Sätze und kürzere Wörter helfen.`,
    },
  ]
}

/**
 * The LIX of C. H. Björnsson: words in a sentence, and how many of a hundred words are longer than six letters. Null
 * where a text is too short.
 */
function readabilityOf(paragraphs: readonly string[]): number | null {
  const sentences = paragraphs.flatMap(text => [...SENTENCES.segment(text)].filter(({ segment }) => /\p{L}/u.test(segment)))
  const words = paragraphs.flatMap(text => text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*/gu) ?? [])
  if (words.length < ENOUGH_WORDS) return null
  const long = words.filter(word => word.length > LONG_LETTERS)
  return Math.round(words.length / sentences.length + 100 * long.length / words.length)
}

const SENTENCES = new Intl.Segmenter('de', { granularity: 'sentence' })
