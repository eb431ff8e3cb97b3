/** Explains the terms of the glossary where they first occur on a page. */
import { localeOf, termPattern, termSpellings, tidyTerm } from 'shared-types'
import type { GlossaryEntry } from '~~/server/cms/glossary'
import type { Text } from '~~/server/cms/text'

/** A stretch of a text, and the term that is explained there. */
export interface TermPart {
  text: string
  /** Code of its language. */
  locale: string
  term: GlossaryEntry | null
}

/** The terms of one page: what has occurred decides what is explained next. */
export interface TermNotes {
  /** A text in stretches. To be called for each text once, in the order in which they stand on the page. */
  partsOf: (text: Text) => TermPart[]
  /** Terms that have occurred, in the order in which they did. */
  occurred: () => GlossaryEntry[]
}

/** The notes of a page of which nothing has been read yet. */
export function startNotes(terms: readonly GlossaryEntry[]): TermNotes {
  const dictionaries = new Map<string, Dictionary>()
  const occurred = new Set<GlossaryEntry>()
  return {
    partsOf: (text) => {
      const dictionary = dictionaries.get(text.locale) ?? toDictionary(terms, text.locale)
      dictionaries.set(text.locale, dictionary)
      return explain(text, dictionary, occurred)
    },
    occurred: () => [...occurred],
  }
}

/** What leads from a term to its note, in a text in some language. */
export function termLink({ term, locale }: TermPart, around: string): Record<string, string | undefined> {
  const { language, direction } = localeOf(locale)
  return {
    class: 'term',
    id: `ref-${term?.slug}`,
    href: `#term-${term?.slug}`,
    translate: term?.doNotTranslate ? 'no' : undefined,
    ...locale === around ? {} : { lang: language, dir: direction },
  }
}

/** What is looked for in texts of a language. */
interface Dictionary {
  words: Map<string, { locale: string, term: GlossaryEntry }>
  /** Finds any of the words; null where there are none. */
  pattern: RegExp | null
}

function explain({ value, locale }: Text, { words, pattern }: Dictionary, occurred: Set<GlossaryEntry>): TermPart[] {
  const parts: TermPart[] = []
  let read = 0
  for (const { 0: text, index } of pattern ? value.matchAll(pattern) : []) {
    const word = words.get(tidyTerm(text))
    if (!word || occurred.has(word.term)) continue
    occurred.add(word.term)
    if (index > read) parts.push({ text: value.slice(read, index), locale, term: null })
    parts.push({ text, ...word })
    read = index + text.length
  }
  return read < value.length ? [...parts, { text: value.slice(read), locale, term: null }] : parts
}

/**
 * A word is looked for in texts of its own language and of the one that explains it: „LIP“ stands in Arabic texts as
 * well. Where two terms share a word, the first has it.
 */
function toDictionary(terms: readonly GlossaryEntry[], locale: string): Dictionary {
  const { language } = localeOf(locale)
  const spellings = terms.flatMap(term =>
    [term.title, ...term.forms, ...term.inflections]
      .filter(word => term.explanation && [word.locale, term.explanation.locale].includes(locale))
      .flatMap(word =>
        termSpellings(word.value, language).map(spelling => [spelling, { locale: word.locale, term }] as const),
      ),
  )
  const words = new Map(spellings.reverse())
  return { words, pattern: termPattern([...words.keys()]) }
}
