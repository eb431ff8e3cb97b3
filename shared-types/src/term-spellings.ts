/** How the words of the glossary are found in texts. */

/** Where nouns begin with a capital, „Rat“ is not „rat“. */
const CAPITAL_NOUNS = /^de\b/

/**
 * termSpellings returns a word as it may stand in a text: without what its bracket adds, and with a small or a capital
 * letter where the language leaves that to the sentence. What is written in capitals stays so.
 */
export function termSpellings(word: string, language: string): string[] {
  const plain = tidyTerm(word)
  return [plain, plain.replace(/ \([^()]*\)$/, '')].filter(Boolean).flatMap((spelling) => {
    const [first = '', second = '', ...rest] = spelling
    const [small, capital] = [first.toLocaleLowerCase(language), first.toLocaleUpperCase(language)]
    const isFixed = second === '' || /\p{Lu}/u.test(second) || (first === capital && CAPITAL_NOUNS.test(language))
    return isFixed ? [spelling] : [small, capital].map(beginning => beginning + second + rest.join(''))
  })
}

/** tidyTerm makes any space a space and any hyphen a hyphen. */
export function tidyTerm(word: string): string {
  return word.normalize('NFC').trim().replace(/\s+/g, ' ').replace(/[\u2010\u2011]/g, '-')
}

/** Not within a word, nor behind a hyphen in one. */
const BEGIN = '(?<![\\p{L}\\p{M}\\p{N}\\u200c\\u200d]|[\\p{L}\\p{N}][-\\u2010\\u2011*:_])'
/** „LIP“ is not in „LIP-Lab“, „Expert“ not in „Expert*innen“, „WIR 2“ not in „WIR 2.0“; but „LIP“ is in „LIP-ê“. */
const END = '(?![\\p{L}\\p{M}\\p{N}\\u200c\\u200d]|[-\\u2010\\u2011]\\p{Lu}|[*:_]\\p{L}|[.,]\\p{N})'

/** termPattern makes one expression for all words, those that begin alike together, longest first; null for none. */
export function termPattern(words: string[]): RegExp | null {
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
