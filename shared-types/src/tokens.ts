/** A text in tokens: words, numbers, signs, addresses, each as it is compared and with what it says. */
import { inOneNotation, NOTED, separatorOf } from './notation.js'
import { piecesOf } from './marks.js'
import { listed, spellingOf } from './spelling.js'

/**
 * What a token says. An `article` follows the word behind it; a `symbol` mostly adorns; a `form` names all genders; a
 * `doubt` is a question mark.
 */
export type TokenKind
  = 'word' | 'name' | 'article' | 'form' | 'number' | 'negation' | 'sign' | 'symbol' | 'doubt' | 'struck' | 'address'

export interface Token {
  /** As it is compared: two tokens of one key say the same. */
  key: string
  kind: TokenKind
  /** As it was written. */
  written: string
}

/** The tokens of a text with its marks (see `marks.ts`) in a language. */
export function tokensOf(marked: string, language: string): Token[] {
  return piecesOf(marked).flatMap(({ kind, text }): Token[] => {
    if (kind === 'address') return [{ key: `→${addressOf(text)}`, kind, written: text }]
    const tokens = tokensIn(text, language)
    return kind === 'struck'
      ? tokens.map(({ key, written }) => ({ key: `~${key}`, kind, written }))
      : tokens
  })
}

/** Without what leads to the same place: the scheme of the web, a stroke at the end. */
function addressOf(address: string): string {
  return address.replace(/^https?:\/\//i, '').replace(/\/$/, '')
}

const MARK = '\ue006'
const WORD = `\\p{L}+(?=\\d+\\.\\d)|\\p{L}[\\p{L}\\p{M}\\p{N}']*${MARK}?`
/** What is there or not, allowed or not, up or down: a symbol that is read. */
const READ_SYMBOLS: [symbols: string, key: string][] = [
  ['✅✓✔☑👍', '✓'], ['❌✗✘✖☒⛔🚫👎❎', '✗'], ['↑⬆↗🔼📈', '↑'], ['↓⬇↘🔽📉', '↓'], ['🔴', '🔴'], ['🟡', '🟡'],
  ['🟢', '🟢'], ['🟠', '🟠'], ['♿', '♿'],
]
const READ = READ_SYMBOLS.map(([symbols]) => symbols).join('')

/**
 * Words, numbers, and what changes the meaning of a number: its unit, a comparison, a sign before it that is no dash
 * between two, a plus behind it. Of symbols those that are not only drawn beside a text.
 */
const TOKEN = new RegExp(
  [
    NOTED, `(?<word>${WORD})`, '(?<number>\\p{N}+(?:[.,:/]\\p{N}+)*)', '(?<unit>[%‰§°]|\\p{Sc})',
    '(?<sign>[<>≤≥≠=±~≈×](?=\\s?[\\p{N}\ue004])|(?<![\\p{L}\\p{N}.%)\ue005])[-+](?=[\\p{N}\ue004])|(?<=[\\p{N}\ue005])\\+)',
    '(?<doubt>[?؟]|(?<=\\p{L})\\+)', `(?<read>[${READ}])`,
    '(?<symbol>(?![\u25a0-\u25ff\u2729-\u274b©®])[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\p{So}])',
  ].join('|'),
  'gu',
)

function tokensIn(text: string, language: string): Token[] {
  const plain = inOneNotation(withForms(plainOf(text, language), language), language)
  const tokens: Token[] = []
  let end = 0
  for (const { index, 0: written, groups = {} } of plain.matchAll(TOKEN)) {
    const isFirst = tokens.length === 0 || /[.!?:…؟]/.test(plain.slice(end, index))
    const [kind = '', found = ''] = Object.entries(groups).find(([, group]) => group !== undefined) ?? []
    tokens.push(tokenOf(kind, found, { written, language, isFirst }))
    end = index + written.length
  }
  return withNames(tokens, language)
}

/** What is written differently and never means another thing, in one way. */
function plainOf(text: string, language: string): string {
  return text
    .replace(/(\p{Nd}*)([¼½¾])/gu, (_whole, digits: string, part: string) =>
      `${digits || '0'}${separatorOf(language)}${{ '¼': '25', '½': '5', '¾': '75' }[part]}`)
    .replace(/(?<=\p{Nd})[⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu, power => `\ue004^${power.normalize('NFKC')}\ue005`)
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(/[٠-٩۰-۹]/g, digit => String((digit.codePointAt(0) ?? 0) & 15))
    .replaceAll('٫', separatorOf(language))
    .replaceAll('٬', '')
    .replaceAll('٪', '%')
    .replace(/[’ʼ`]/g, '\'')
    .replace(/[−–—‐‑‒]/g, '-')
    .replace(/[يكё]/g, letter => ({ ي: 'ی', ك: 'ک', ё: 'е' })[letter] ?? letter)
}

/**
 * Marks that are not seen: soft hyphens, joiners, writing directions, how a symbol is drawn; the vowels of Arabic, and
 * the line that only stretches a word.
 */
const UNSEEN
  = /[\u00ad\u0640\u064b-\u0652\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufe0f\ufeff]|[\u{1f3fb}-\u{1f3ff}]/gu

const AND = '(?:und|oder|bzw\\.|beziehungsweise|sowie|&)\\s+(?:die |der |den |ein |einen )?'

/** Words that name all genders, in one form: `Schüler*innen`, `Schülerinnen und Schüler`, `alumnos/as`. */
function withForms(text: string, language: string): string {
  if (language === 'es') return withSpanishForms(text)
  if (language === 'it') return text.replace(/(\p{L}{3,})(?:i\/-?e|\*|ə)(?!\p{L})/giu, `$1i${MARK}`)
  const both = (whole: string, feminine: string, masculine: string, ending: string) =>
    isOfOneStem(feminine, masculine) ? feminine + ending + MARK : whole
  return text
    .replace(/(?<![\p{L}])(\p{Lu}\p{L}+)(?:[*:_·•]|\/-?|\(-?)(innen|in)\)?(?!\p{L})/gu, `$1$2${MARK}`)
    .replace(/(?<![\p{L}])(\p{Lu}\p{Ll}+)I(nnen|n)(?!\p{L})/gu, `$1i$2${MARK}`)
    .replace(/(\p{L}+)[*:_·](e|r|n|m|s|es|er|en)(?!\p{L})/gu, `$1$2${MARK}`)
    .replace(new RegExp(`(\\p{Lu}\\p{L}+)(innen|in)\\s+${AND}(\\p{Lu}\\p{L}+)`, 'gu'),
      (whole, feminine: string, ending: string, masculine: string) => both(whole, feminine, masculine, ending))
    .replace(new RegExp(`(\\p{Lu}\\p{L}+)\\s+${AND}(\\p{Lu}\\p{L}+)(innen|in)(?!\\p{L})`, 'gu'),
      (whole, masculine: string, feminine: string, ending: string) => both(whole, feminine, masculine, ending))
}

function withSpanishForms(text: string): string {
  return text
    .replace(/(?:los|las) (\p{L}{3,})[oa]s (?:y|o) (?:los |las )?\1[oa]s(?!\p{L})/giu, `los $1os${MARK}`)
    .replace(/(\p{L}{3,})(?:os\/-?as|@s|xs)(?!\p{L})/giu, `$1os${MARK}`)
}

/** „Ärztinnen und Ärzte“: the same word, but for its ending. */
function isOfOneStem(feminine: string, masculine: string): boolean {
  const fold = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const [stem, word] = [fold(feminine), fold(masculine)]
  return word.startsWith(stem.replace(/e$/, '')) && word.length <= stem.length + 3
}

function tokenOf(
  kind: string, found: string,
  { written, language, isFirst }: { written: string, language: string, isFirst: boolean },
): Token {
  switch (kind) {
    case 'word':
      return wordToken(found, language, isFirst)
    case 'noted':
    case 'number':
      return { key: kind === 'noted' ? found : found.replace(/^0(?=[0-9]$)/, ''), kind: 'number', written }
    case 'read':
      return { key: READ_SYMBOLS.find(([symbols]) => symbols.includes(found))?.[1] ?? found, kind: 'sign', written }
    case 'symbol':
      return { key: found, kind, written }
    case 'doubt':
      return { key: found === '+' ? found : '?', kind, written }
    default:
      return { key: found, kind: 'sign', written }
  }
}

interface Words {
  numbers: Map<string, string>
  ordinals: Map<string, string>
  negations: Set<string>
  articles: Set<string>
  same: Map<string, string>
}

const KEPT_WORDS = new Map<string, Words>()

function wordsIn(language: string): Words {
  const kept = KEPT_WORDS.get(language)
  if (kept) return kept
  const { numbers, tens, ordinals = '', negations, articles, same } = spellingOf(language)
  const plain = (word: string) => plainOf(word, language).toLocaleLowerCase(language)
  const numbered = (words: string[], keyOf: (index: number) => string) =>
    words.flatMap((forms, index) => forms.split('|').map((form): [string, string] => [plain(form), keyOf(index)]))
  const words = {
    numbers: new Map([
      ...numbered(listed(numbers), index => String(index)), ...numbered(listed(tens), index => String(20 + index * 10)),
    ]),
    ordinals: new Map(numbered(listed(ordinals), index => `${index + 1}.`)),
    negations: new Set(listed(negations).map(plain)),
    articles: new Set(listed(articles).map(plain)),
    same: new Map(
      Object.entries(same).flatMap(([word, others]) => others.map(other => [plain(other), plain(word)])),
    ),
  }
  KEPT_WORDS.set(language, words)
  return words
}

function wordToken(written: string, language: string, isFirst: boolean): Token {
  const small = written.toLocaleLowerCase(language).replaceAll('\u0307', '')
  if (small.endsWith(MARK)) return { key: small, kind: 'form', written }
  const { numbers, ordinals, negations, articles, same } = wordsIn(language)
  const number = numbers.get(small) ?? ordinals.get(small)
  if (number) return { key: number, kind: articles.has(small) ? 'article' : 'number', written }
  const key = same.get(small) ?? small
  const isArticle = articles.has(small)
  const isNegation = negations.has(small)
  // The first word of a sentence is no name for being written large.
  const kind = isNegation ? 'negation' : isArticle ? 'article' : isFirst ? 'word' : 'name'
  return { key, kind: /\p{L}/u.test(key) || isArticle ? kind : 'sign', written }
}

const TITLES = ['herr', 'herrn', 'frau', 'dr', 'prof', 'doktor', 'professor', 'professorin']

/** Of the words that may be names, those that are: in German, where nouns are written large, two beside each other. */
function withNames(tokens: Token[], language: string): Token[] {
  const isLarge = (token: Token | undefined) => token?.kind === 'name' && /^\p{Lu}\p{Ll}/u.test(token.written)
  return tokens.map((token, index) => {
    if (token.kind !== 'name') return token
    const [before, after] = [tokens[index - 1], tokens[index + 1]]
    const isName
      = isLarge(token)
        && (!/^de/.test(language) || isLarge(before) || isLarge(after) || TITLES.includes(before?.key ?? ''))
    return isName ? token : { ...token, kind: 'word' }
  })
}
