/** Explains the terms of the glossary where they first occur on a page. */
import { localeOf } from 'shared-types'
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
    const word = words.get(tidy(text))
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
        spellingsOf(word.value, language).map(spelling => [spelling, { locale: word.locale, term }] as const),
      ),
  )
  const words = new Map(spellings.reverse())
  return { words, pattern: patternOf([...words.keys()]) }
}

/** Where nouns begin with a capital, „Rat“ is not „rat“. */
const CAPITAL_NOUNS = /^de\b/

/**
 * A word as it may stand in a text: without what its bracket adds, and with a small or a capital letter where the
 * language leaves that to the sentence. What is written in capitals stays so.
 */
function spellingsOf(word: string, language: string): string[] {
  const plain = tidy(word)
  return [plain, plain.replace(/ \([^()]*\)$/, '')].filter(Boolean).flatMap((spelling) => {
    const [first = '', second = '', ...rest] = spelling
    const [small, capital] = [first.toLocaleLowerCase(language), first.toLocaleUpperCase(language)]
    const isFixed = second === '' || /\p{Lu}/u.test(second) || (first === capital && CAPITAL_NOUNS.test(language))
    return isFixed ? [spelling] : [small, capital].map(beginning => beginning + second + rest.join(''))
  })
}

/** Any space is a space, any hyphen a hyphen. */
function tidy(word: string): string {
  return word.normalize('NFC').trim().replace(/\s+/g, ' ').replace(/[\u2010\u2011]/g, '-')
}

/** Not within a word, nor behind a hyphen in one. */
const BEGIN = '(?<![\\p{L}\\p{M}\\p{N}\\u200c\\u200d]|[\\p{L}\\p{N}][-\\u2010\\u2011*:_])'
/** „LIP“ is not in „LIP-Lab“, „Expert“ not in „Expert*innen“, „WIR 2“ not in „WIR 2.0“; but „LIP“ is in „LIP-ê“. */
const END = '(?![\\p{L}\\p{M}\\p{N}\\u200c\\u200d]|[-\\u2010\\u2011]\\p{Lu}|[*:_]\\p{L}|[.,]\\p{N})'

/** One expression for all words: those that begin alike together, the longest first. */
function patternOf(words: string[]): RegExp | null {
  if (words.length === 0) return null
  const alike = Map.groupBy(
    words.sort((a, b) => b.length - a.length), word => String.fromCodePoint(word.codePointAt(0) ?? 0),
  )
  const branches = [...alike].map(
    ([beginning, group]) =>
      `${escape(beginning)}(?:${group.map(word => escape(word.slice(beginning.length))).join('|')})`,
  )
  return new RegExp(`${BEGIN}(?:${branches.join('|')})${END}`, 'gu')
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/ /g, '\\s+').replace(/-/g, '[-\\u2010\\u2011]')
}
