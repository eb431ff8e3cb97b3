/**
 * How letters are disguised without a reader noticing: as those of another script, or with a blank after each. Each
 * character keeps its place, so that what is found can be found in the original.
 */

/** Letters of other scripts that look like these: what Unicode calls confusable, of Cyrillic and Greek. */
const LOOKS_LIKE: Record<string, string> = {
  a: 'аα', b: 'в', c: 'сϲ', d: 'ԁ', e: 'её', g: 'ɡ', h: 'һ', i: 'іїι', j: 'ј', k: 'кκ', l: 'ӏ', m: 'м', n: 'η', o: 'оο',
  p: 'рρ', q: 'ԛ', s: 'ѕ', t: 'тτ', u: 'υ', v: 'ѵν', w: 'ԝω', x: 'хχ', y: 'уүγ', z: 'ζ',
  A: 'АΑ', B: 'ВΒ', C: 'СϹ', E: 'ЕЁΕ', H: 'НΗ', I: 'ІЇΙ', J: 'Ј', K: 'КΚ', M: 'МΜ', N: 'Ν', O: 'ОΟ', P: 'РΡ', S: 'Ѕ',
  T: 'ТΤ', X: 'ХΧ', Y: 'УҮΥ', Z: 'Ζ',
}
const TO_LATIN = new Map(
  Object.entries(LOOKS_LIKE).flatMap(([latin, others]) => [...others].map(other => [other, latin])),
)
const TO_CYRILLIC = new Map(
  Object.entries(LOOKS_LIKE).flatMap(([latin, others]) => [...others].filter(isCyrillic).slice(0, 1)
    .map(other => [latin, other])),
)

const WORD = /[\p{L}\p{M}\p{Cf}]+/gu
/** What may stand between two letters that are written apart. */
const APART = /(?<![\p{L}\p{N}])\p{L}\p{M}*(?:[ \u00a0._·*-]\p{L}\p{M}*(?![\p{L}\p{N}])){3,}/gu
const UNSEEN = '\u00ad'

/** The same text, as long as before, without disguises. */
export function undisguised(text: string): string {
  const together = text.replace(APART, closed)
  return /[\u0370-\u052f\u0261]/.test(together) ? together.replace(WORD, inOneScript) : together
}

/** “A n n a W a l d”: a blank stays where a capital follows a small letter. */
function closed(run: string): string {
  return run.replace(/(?<=(\p{L})\p{M}*)[ \u00a0._·*-](?=(\p{L}))/gu, (_, before: string, after: string) =>
    /\p{Ll}/u.test(before) && /\p{Lu}/u.test(after) ? ' ' : UNSEEN)
}

/** A word of two scripts is meant to be read as one: as that of which a letter is that no other has. */
function inOneScript(word: string): string {
  const letters = [...word]
  if (!letters.some(isLatin)) return word
  const isOwn = (letter: string) => isCyrillic(letter) && !TO_LATIN.has(letter)
  const table = letters.some(isOwn) ? TO_CYRILLIC : TO_LATIN
  return letters.map(letter => table.get(letter) ?? letter).join('')
}

function isLatin(letter: string): boolean {
  return /\p{Script=Latin}/u.test(letter) && letter !== 'ɡ'
}

function isCyrillic(letter: string): boolean {
  return /\p{Script=Cyrillic}/u.test(letter)
}
