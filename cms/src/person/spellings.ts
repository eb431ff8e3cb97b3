/** In how many ways a name may be written. */
import { fold } from './folded'

/** A way to write a name, as a pattern over folded text. */
export interface Spelling {
  /** Every match has these letters, without a blank between initials: what does not have them need not be searched. */
  key: string
  pattern: RegExp
  /** What must hold of a match in the original, beside the pattern. */
  needs: 'nothing' | 'capitals' | 'handle' | 'middle'
  /** Holds only where the original has an umlaut: the name is entered without. */
  hasUmlaut?: boolean
  /** Also in an address such as `gespraech-mit-vorname-nachname`. A single word may be any word there. */
  isInAddresses: boolean
}

interface Parts {
  given: string[]
  surname: string[]
}

/** A word begins here; Arabic writes “and”, “by” or “to” together with what follows. */
const BEFORE = '(?<=(?<![\\p{L}\\p{N}])(?:[وفبلك]|وال)?)'
const AFTER = '(?![\\p{L}\\p{N}])'
/** A name may stand in the genitive. */
const AFTER_NAME = `(?=(?:'?s)?${AFTER})`
/** What parts the words of a name: blanks, breaks, and what addresses and file names have in their place. */
const GAP = '[\\s._+\\-]{1,6}'
/** The same between two whole names, and what else is put there: signs, and a nickname in quotes. */
const WIDE_GAP = `[\\s._+\\-/|·,;@()]{1,6}(?:["'„“”«»‚‹›][^"„“”«»‚‹›]{1,30}["'“”«»‹›]\\s*)?`
const TITLES = /^(?:dr|prof|dipl|ing|mag|med|phil|jur|rer|nat|h\.?c|b\.?a|m\.?a|m\.?sc|b\.?sc|frau|herrn?)\.?$/u
const PARTICLES = /^(?:von|vom|van|der|den|de|del|della|di|da|dos|du|la|le|zu|zum|zur|al|el|bin|bint|ibn|abu|ter|ten)$/u
/** Words that say of whom somebody speaks by the surname alone. */
const ADDRESSED
  = 'frau|fr\\.|herrn?|hr\\.|dr\\.|prof\\.|professor(?:in)?|mrs?\\.?|ms\\.?|mme|madame|senora?|sra?\\.|signora?|sig\\.(?:ra)?|bay(?:an)?|sayin|sn\\.|birez|xanim|г-н\\p{L}?|г-ж\\p{L}|господин\\p{L}{0,2}|госпож\\p{L}{1,2}|السيده?|للسيده?|الاستاذه?|للاستاذه?|اقاي|خانم'
const FOLLOWED = 'bey|hanim|xanim|efendi|خانم|اقا'
/** Initials that German reads as an abbreviation. */
const ABBREVIATIONS
  = /^(?:z\. ?b|u\. ?a|d\. ?h|v\. ?a|i\. ?d|u\. ?u|e\. ?v|m\. ?e|i\. ?a|i\. ?v|a\. ?d|s\. ?o|s\. ?u|o\. ?a|z\. ?t|n\. ?n|v\. ?n)\.$/u

/** The ways in which a name as it is entered may be written; `isShared` says that others share its surname. */
export function spellingsOf(name: string, isShared = false): Spelling[] {
  const marked = withUmlauts(name)
  if (marked === name) return spellingsAsEntered(name, isShared)
  const others = spellingsAsEntered(marked, isShared).map(spelling => ({ ...spelling, hasUmlaut: true }))
  return [...spellingsAsEntered(name, isShared), ...others]
}

const UMLAUTS: Record<string, string> = { ae: 'ä', oe: 'ö', ue: 'ü', Ae: 'Ä', Oe: 'Ö', Ue: 'Ü' }

/** Whoever is entered as Mueller may be written Müller; Bauer is never written Baür. */
function withUmlauts(name: string): string {
  return name.replace(/(?<![aeoq])[aou]e/gi, letters => UMLAUTS[letters] ?? letters)
}

function spellingsAsEntered(name: string, isShared: boolean): Spelling[] {
  const parts = partsOf(name)
  if (!parts) return [literal(name)]
  const [surname, given] = [parts.surname.map(wordPattern).join('[\\s._\\-]{1,3}'), givenPattern(parts.given)]
  const initial = `${letterOf(parts.given[0])}(?:${GAP}${eitherOf(['\\p{L}(?=[\\s._+\\-])', ...parts.given.slice(1).map(wordPattern)])}){0,2}`
  const key = keyOf(parts.surname)
  // Of two surnames the first may have been taken for a given name.
  const leading = parts.given.length > 1 ? `(?:${eitherOf(parts.given.slice(1).map(wordPattern))}\\s+){0,2}` : ''
  const spelling = (source: string, needs: Spelling['needs'] = 'nothing') => ({
    key, pattern: new RegExp(source, 'gu'), needs, isInAddresses: true,
  })
  const short = letterOf(parts.given[0])
  const certain = [
    spelling(`${BEFORE}${given}(?:\\s+\\p{L}\\.?)?${WIDE_GAP}${surname}${AFTER_NAME}`),
    spelling(`${BEFORE}${given}\\s+\\p{L}{2,20}\\s+${surname}${AFTER_NAME}`, 'middle'),
    spelling(`${BEFORE}${leading}${surname}(?:\\s*[,،]\\s*|${WIDE_GAP})${given}${AFTER}`),
    ...turnedSpellings(parts, given).map(source => spelling(source)),
    spelling(`${BEFORE}(?:${given}${surname}|${surname}${given})${AFTER_NAME}`, 'handle'),
  ]
  return isShared
    ? certain
    : [
        ...certain,
        spelling(`${BEFORE}${initial}${GAP}${surname}${AFTER_NAME}`),
        spelling(`${BEFORE}${surname}(?:\\s*[,،]\\s*|\\s+)${short}\\.(?:[\\s-]?\\p{L}\\.(?!\\p{L}))?`, 'capitals'),
        spelling(`${BEFORE}${surname}\\s*[,،]\\s*${short}${AFTER}`, 'capitals'),
        spelling(`${BEFORE}${surname}[._\\-+]${short}${AFTER}`),
        spelling(`${BEFORE}(?:${short}${surname}|${surname}${short})(?=@)`),
        spelling(`(?<=${BEFORE}(?:${ADDRESSED})(?:[\\s-]+\\p{L}{1,5}\\.)*\\s+)${surname}${AFTER_NAME}`),
        spelling(`${BEFORE}${surname}(?=\\s+(?:${FOLLOWED})${AFTER})`),
        spelling(`(?<![\\p{L}\\p{N}])${surname}(?=[._+\\-\\p{L}\\p{N}]{0,20}@)`),
        { ...spelling(initialsPattern(parts), 'capitals'), key: initialsOf(parts).map(letter => `${letter}.`).join(''), isInAddresses: false },
      ]
}

/** “Aue, Karl von der”: without the small words that stand before a surname, which then follow. */
function turnedSpellings({ surname }: Parts, given: string): string[] {
  const small = surname.filter(word => PARTICLES.test(word))
  const own = surname.filter(word => !PARTICLES.test(word))
  if (small.length === 0 || own.length === 0) return []
  const [first, last] = [own, small].map(words => words.map(wordPattern).join('[\\s._\\-]{1,3}'))
  return [`${BEFORE}${first}\\s*[,،]\\s*${given}(?:\\s+${last})?${AFTER}`]
}

function eitherOf(sources: string[]): string {
  return `(?:${sources.join('|')})`
}

/**
 * The surname or half of it, the given name and an initial, or the first of two surnames alone, which others may share:
 * for a person to decide.
 */
export function doubtfulSpellings(name: string): Spelling[] {
  const parts = partsOf(name)
  if (!parts) return []
  const doubtful = (source: string, letters: string[], needs: Spelling['needs'] = 'nothing') => ({
    key: keyOf(letters), pattern: new RegExp(BEFORE + source, 'gu'), needs, isInAddresses: true,
  })
  const own = parts.surname.filter(word => !PARTICLES.test(word))
  const given = givenPattern(parts.given)
  const first = parts.given.slice(0, 1)
  // The last of three given names may be a surname: “María José García”.
  const [lastGiven = ''] = parts.given.length > 2 ? parts.given.slice(-1) : []
  const before = givenPattern(parts.given.slice(0, -1))
  return [
    ...lastGiven ? [doubtful(`${before}${GAP}${wordPattern(lastGiven)}${AFTER_NAME}`, [lastGiven])] : [],
    doubtful(parts.surname.map(wordPattern).join('[\\s._\\-]{1,3}') + AFTER_NAME, parts.surname),
    ...own.map(half => doubtful(`${given}${GAP}${wordPattern(half)}${AFTER_NAME}`, [half])),
    ...own.map(half => doubtful(`${given}\\s+${letterOf(half)}\\.`, first)),
  ]
}

/** The surname as it is compared; the whole name where it is one word. */
export function surnameOf(name: string): string {
  return partsOf(name)?.surname.join(' ') ?? fold(name)
}

/** Null where a name is one word, or no words at all. */
function partsOf(name: string): Parts | null {
  const words = name.trim().split(/\s+/u).map(markUmlauts).filter(word => !TITLES.test(fold(word)))
  if (words.length < 2 || !words.every(word => /^[\p{L}\p{M}\p{Cf}'’.\-\u0001]+$/u.test(word))) return null
  const particle = words.findIndex((word, index) => index > 0 && PARTICLES.test(fold(word)))
  const last = particle > 0 ? particle : words.length - 1
  const split = (some: string[]) => some.flatMap(word => word.split(/[-‐‑]/u)).map(fold).filter(Boolean)
  const parts = { given: split(words.slice(0, last)), surname: split(words.slice(last)) }
  return parts.given.length > 0 && parts.surname.length > 0 ? parts : null
}

/** Behind an umlaut there may be an e, as in addresses. */
function markUmlauts(word: string): string {
  return word.normalize('NFC').replace(/[äöü]/giu, '$&\u0001')
}

function wordPattern(word: string): string {
  if (PARTICLES.test(word) && word.length > 2) return `${letterOf(word)}(?:${escaped(word.slice(1))})?`
  const source = escaped(word).replaceAll('\u0001', 'e?').replaceAll('\'', '\'?')
  // Russian and Bulgarian change the end of a name.
  return /\p{Script=Cyrillic}{4}/u.test(word)
    ? `${source.replace(/[аяйиыоеуюь]$/u, '')}\\p{Script=Cyrillic}{0,3}`
    : source
}

/** The first name, and those after it in full, by their initial, or not at all. */
function givenPattern([first = '', ...others]: string[]): string {
  return (
    wordPattern(first)
    + others.map(other => `(?:${GAP.replace('{1,6}', '{0,6}')}(?:${wordPattern(other)}|${letterOf(other)}(?![\\p{L}])\\.?))?`).join('')
  )
}

function initialsOf({ given, surname }: Parts): string[] {
  return [...given.slice(0, 1), ...surname.slice(-1)].map(([letter = '']) => letter)
}

function initialsPattern(parts: Parts): string {
  const letters = initialsOf(parts).map(escaped)
  return `(?<![\\p{L}\\p{N}]|\\p{L}\\. ?)${letters.join('\\.\\s?')}\\.(?! ?\\p{L}\\.)`
}

export function isAbbreviation(initials: string): boolean {
  return ABBREVIATIONS.test(initials.replaceAll(/\s/gu, ' '))
}

function letterOf(word = ''): string {
  return escaped([...word][0] ?? '')
}

/** The longest stretch of a name that is the same in all its spellings. */
function keyOf(surname: string[]): string {
  const own = surname.filter(word => !PARTICLES.test(word))
  const stretches = (own.length > 0 ? own : surname).flatMap(word =>
    word.replace(/(?<=\p{Script=Cyrillic}{3})[аяйиыоеуюь]$/u, '').split(/[\u0001']/u),
  )
  return stretches.sort((a, b) => b.length - a.length)[0] ?? ''
}

/** A name of one word, or one that looks like none: as it is, whatever blanks part it. */
function literal(name: string): Spelling {
  const words = fold(markUmlauts(name.trim())).split(/\s+/u)
  const source = words.map(word => escaped(word).replaceAll('\u0001', 'e?')).join('\\s+')
  const after = words.length > 1 ? AFTER_NAME : AFTER
  return {
    key: keyOf(words), pattern: new RegExp(BEFORE + source + after, 'gu'), needs: 'nothing', isInAddresses: false,
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}
