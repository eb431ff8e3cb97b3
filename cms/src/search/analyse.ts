/** What of a text is searched: its words, folded so that spellings meet, and cut to their stems where a stemmer knows the language. */
import { stemmer as arabic } from '@orama/stemmers/arabic'
import { stemmer as bulgarian } from '@orama/stemmers/bulgarian'
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as italian } from '@orama/stemmers/italian'
import { stemmer as russian } from '@orama/stemmers/russian'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { stemmer as turkish } from '@orama/stemmers/turkish'

type Stem = (word: string) => string

/** A language that is not here is searched by its whole words, their beginnings and near misses. */
const STEMMERS: Record<string, Stem> = {
  'de': german, 'de-simple': german, 'en': english, 'tr': turkish, 'ar': arabic, 'ru': russian, 'es': spanish, 'it': italian, 'bg': bulgarian,
  'fa': word => withoutEnding(word, /(هايي|هاي|ها|ترين|تر|ات|ان|يي|ي)$/),
  'kmr': word => withoutEnding(word, /(ekê|eke|ên|yên|yan|an|ê|a|î|ek)$/),
}

/** So much of a word must be left. */
const SHORTEST_STEM = 3

function withoutEnding(word: string, ending: RegExp): string {
  const stem = word.replace(ending, '')
  return stem.length >= SHORTEST_STEM ? stem : word
}

/** Letters that are one to whoever searches. */
const SAME: Record<string, string> = {
  ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd',
  ى: 'ي', ی: 'ي', ئ: 'ي', ک: 'ك', ة: 'ه', ۀ: 'ه', أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ؤ: 'و', ё: 'е',
}
const GERMAN: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue' }
const DIGITS = /[٠-٩۰-۹]/g

/** A text in the letters in which it is compared. */
function folded(text: string, language: string): string {
  const small = text.normalize('NFKC').replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeffـ]/g, '').toLocaleLowerCase(language === 'tr' ? 'tr' : 'en')
  const own = language.startsWith('de') ? small.replace(/[äöü]/g, letter => GERMAN[letter] ?? letter) : small
  return own.replace(/\p{L}/gu, letter => SAME[letter] ?? letter).normalize('NFKD').replace(/\p{M}/gu, '')
    .replace(DIGITS, digit => String((digit.codePointAt(0) ?? 0) & 15))
}

/** Words; a number with its signs (`0094/2008`, `WIR2.0`) is one word and its parts. */
const WORD = /[\p{L}\p{N}]+(?:[./:-]\p{N}+)*/gu

export interface Token {
  /** Where it stands in the folded text. */
  word: string
  stem: string
}

export function tokensOf(text: string, language: string): Token[] {
  return (folded(text, language).match(WORD) ?? []).flatMap((word) => {
    const parts = word.split(/[./:-]/)
    const whole = parts.join('')
    return [...new Set(parts.length > 1 ? [whole, ...parts] : [whole])].map(part => ({ word: part, stem: stemOf(part, language) }))
  })
}

function stemOf(word: string, language: string): string {
  return /\d/.test(word) ? word : STEMMERS[language]?.(word) ?? word
}
