/**
 * Soft hyphens in long words, where the patterns of their language divide them: browsers have no dictionaries for most
 * of our languages, and cut words anywhere. See ADR 0053.
 */
import createHyphenator from 'hyphen/hyphen.js'
import bg from 'hyphen/patterns/bg.js'
import de from 'hyphen/patterns/de-1996.js'
import en from 'hyphen/patterns/en-us.js'
import es from 'hyphen/patterns/es.js'
import it from 'hyphen/patterns/it.js'
import kmr from 'hyphen/patterns/kmr.js'
import ru from 'hyphen/patterns/ru.js'
import tr from 'hyphen/patterns/tr.js'
import { LRUCache } from 'lru-cache'

/** By what markup calls the language. Leichte Sprache divides no word; Arabic letters are joined. */
const PATTERNS = new Map(Object.entries({ bg, de, en, es, it, kmr, ru, tr }))

/** Pages have the same words again and again. */
const MOST_WORDS = 20_000

/** Words as they are divided, each behind its language. */
const dividedWords = new LRUCache<string, string>({ max: MOST_WORDS })

/** What divides, by language: it keeps all that it has ever divided, so it is made anew after so many words. */
const dividers = new Map<string, ReturnType<typeof createHyphenator>>()
let wordsSinceAnew = 0

/** Shorter words fit into a line on the smallest phone, with text of twice the size. */
const LONG_WORD = /\p{L}{10,}/gu

/** One or two letters do not stand alone. */
const SHORT_ENDS = /^(\p{L}{1,2})\u00AD|\u00AD(\p{L}{1,2})$/gu

/** Where lines are short or letters large; other elements say so by their class. */
const DIVIDED = new Set(['h1', 'h2', 'h3', 'h4', 'th', 'dt', 'summary'])
const DIVIDED_CLASS = /\sclass="[^"]*\b(?:divided|lead)\b/
const UNDIVIDED = new Set(['script', 'style', 'textarea', 'svg'])
/** What has no end. */
const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])

interface Place {
  language: string
  isDivided: boolean
}

/** The same HTML, as Vue writes it, with soft hyphens in the headings and labels within it. */
export function withSoftHyphens(html: string, language: string): string {
  const around: Place[] = [{ language, isDivided: false }]
  return html.split(/(<[^>]*>)/).map((piece) => {
    if (piece.startsWith('<')) {
      step(piece, around)
      return piece
    }
    const place = around.at(-1)
    return place?.isDivided ? divided(piece, place.language) : piece
  }).join('')
}

/** Into an element, or out of it. */
function step(tag: string, around: Place[]): void {
  const [, slash, name = ''] = /^<(\/?)([a-z][\w-]*)/i.exec(tag) ?? []
  if (name === '' || VOID.has(name) || tag.endsWith('/>')) return
  if (slash) around.pop()
  else around.push(placeOf(tag, name, around.at(-1)))
}

function placeOf(tag: string, name: string, outer: Place | undefined): Place {
  const isBegun = DIVIDED.has(name) || DIVIDED_CLASS.test(tag) || outer?.isDivided === true
  return {
    language: /\slang="([^"]*)"/.exec(tag)?.[1] ?? outer?.language ?? '', isDivided: isBegun && !UNDIVIDED.has(name),
  }
}

/** A text with soft hyphens in its long words. */
export function divided(text: string, language: string): string {
  const patterns = PATTERNS.get(language)
  if (!patterns) return text
  return text.replace(LONG_WORD, (word) => {
    const key = `${language} ${word}`
    const parts = dividedWords.get(key) ?? dividerFor(language, patterns)(word).replace(SHORT_ENDS, '$1$2')
    dividedWords.set(key, parts)
    return parts
  })
}

function dividerFor(language: string, patterns: object): ReturnType<typeof createHyphenator> {
  wordsSinceAnew += 1
  if (wordsSinceAnew > MOST_WORDS) {
    dividers.clear()
    wordsSinceAnew = 0
  }
  const divider = dividers.get(language) ?? createHyphenator(patterns)
  dividers.set(language, divider)
  return divider
}
