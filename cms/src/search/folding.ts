/** Letters in which words are compared: spellings of one word meet in them. */

/** Letters that are one to whoever searches; others differ by marks only. */
const SAME: Record<string, string> = {
  ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه', ۀ: 'ه', ٱ: 'ا',
}
const GERMAN: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue' }
const SAME_LETTERS = new RegExp(`[${Object.keys(SAME).join('')}]`, 'g')
/** All but the breve of й, which is a letter of its own. */
const MARKS = /(?<!и)\p{M}|(?<=и)(?!\u0306)\p{M}/gu
/** Soft hyphens, directions, the bar that lengthens Arabic words. What joins the parts of a Persian word stays. */
const UNSEEN = /[\u00ad\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufeffـ]/g
const DIGITS = /[٠-٩۰-۹]/g
/** A hamza on a letter within a word: writers choose the letter, or leave the hamza away. */
const HAMZA_WITHIN = /(?<=\p{L})[ئؤأ]/gu
const CARRIERS = ['', 'ا', 'و', 'ي']

/** A word in the letters in which it is compared. */
export function folded(word: string, family: string): string {
  const plain = word.normalize('NFKC').replace(UNSEEN, '')
  const own
    = family === 'de'
      ? plain
          .replace(/(?<=\p{Ll})I(?=nn)/gu, '*i')
          .toLowerCase()
          .replace(/[äöü]/g, letter => GERMAN[letter] ?? letter)
      : plain.toLocaleLowerCase(family === 'tr' ? 'tr' : 'en')
  return withLatinDigits(
    own
      .replace(SAME_LETTERS, letter => SAME[letter] ?? letter)
      .normalize('NFD')
      .replace(MARKS, '')
      .normalize('NFC'),
  )
}

/** Arabic and Persian digits are those of everybody. */
export function withLatinDigits(text: string): string {
  return text.replace(DIGITS, digit => String((digit.codePointAt(0) ?? 0) & 15))
}

/** Other spellings of an Arabic or Persian word with a hamza: مسئول and مسؤول, هیئت and هیأت. */
export function hamzaSpellings(word: string): string[] {
  const whole = word.normalize('NFKC')
  return whole.search(HAMZA_WITHIN) >= 0 ? CARRIERS.map(carrier => whole.replace(HAMZA_WITHIN, carrier)) : []
}
