/** Which words of the glossary stand in a text, and what they are called in the language of a translation. */
import type { Core } from '@strapi/strapi'
import { localeOf, termPattern, termSpellings, tidyTerm, TYPES } from 'shared-types'
import type { Row } from '../rows/rows'

export interface TermHint {
  /** The term in the language of the text. */
  term: string
  /** Null where the glossary has no word for it in that language yet. */
  translation: string | null
  /** Whether it stays as it is in every language. */
  isFixed: boolean
}

/** termsIn returns them in the order in which they first occur. */
export async function termsIn(
  strapi: Core.Strapi, texts: readonly string[], { from, to }: { from: string, to: string },
): Promise<TermHint[]> {
  const rows: Row[] = await strapi.db
    .query(TYPES.GlossaryTerm.uid)
    .findMany({ where: { locale: { $in: [from, to] } }, orderBy: { id: 'asc' } })
  const { language } = localeOf(from)
  const ofSource = rows.filter(({ locale }) => locale === from)
  const words = new Map(ofSource.flatMap(row =>
    wordsOf(row).flatMap(word => termSpellings(word, language)).map(spelling => [spelling, row] as const),
  ))
  const pattern = termPattern([...words.keys()])
  if (!pattern) return []
  const found = texts.flatMap(text => [...text.matchAll(pattern)].flatMap(([word]) => words.get(tidyTerm(word)) ?? []))
  return [...new Set(found)].map((row) => {
    const translation = rows.find(({ documentId, locale }) => documentId === row.documentId && locale === to)
    return {
      term: String(row.title), translation: translation ? String(translation.title) : null,
      isFixed: row.doNotTranslate === true,
    }
  })
}

function wordsOf({ title, forms, inflections }: Row): string[] {
  return [title, forms, inflections].flatMap(words => String(words ?? '').split('\n')).filter(word => word.trim())
}
