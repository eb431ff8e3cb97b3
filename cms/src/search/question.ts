/** What a question asks for: its words without those that say nothing, its dates, the numbers of papers in it. */
import { isPaperNumber, withPaperNumbers } from 'shared-types'
import { analysed, familyOf, type Word, wordAsIs, writtenWords } from './analyse'
import { datesAmong } from './dates'
import { isBesidePaper, isEmpty } from './empty-words'
import { withLatinDigits } from './folding'

/** More words say nothing more. */
const MOST_WORDS = 12

/**
 * The words of a question that is asked in one language, in the forms of another in which it is searched; those that
 * say nothing only where there are no others.
 */
export function askedWords(query: string, language: string, askedIn = language): Word[] {
  const written = writtenWords(withPaperNumbers(withLatinDigits(query)), askedIn)
  const dates = datesAmong(written, familyOf(askedIn))
  const hasPaper = written.some(isPaperNumber)
  const families = [familyOf(language), familyOf(askedIn)]
  const words = written.flatMap((word, index) => {
    const dated = dates.find(({ from, to }) => from <= index && index < to)
    if (dated) return dated.from === index ? [{ word: wordAsIs(dated.date), isTelling: true }] : []
    const made = withMonth(isPaperNumber(word) ? inOnePiece(analysed(word, language)) : analysed(word, language), word)
    const isTelling = !made.spellings.some(
      spelling => isEmpty(spelling.word, families) || (hasPaper && isBesidePaper(spelling.word)),
    )
    return [{ word: made, isTelling }]
  })
  const telling = words.filter(({ isTelling }) => isTelling)
  return (telling.length > 0 ? telling : words).map(({ word }) => word).slice(0, MOST_WORDS)
}

/** A question without the words that say nothing: „was ist der LIP?“ asks for „LIP“. */
export function withoutEmptyWords(query: string, language: string): string {
  const families = [familyOf(language)]
  return writtenWords(query, language)
    .filter(word => !analysed(word, language).spellings.some(spelling => isEmpty(spelling.word, families)))
    .join(' ')
}

/** The number of a paper is no two numbers. */
function inOnePiece(word: Word): Word {
  return { ...word, parts: [] }
}

/** 06/2008 is a month, too. */
function withMonth(word: Word, written: string): Word {
  const [, month, year] = /^00(0[1-9]|1[0-2])\/(\d{4})$/.exec(written) ?? []
  return month ? { ...word, spellings: [...word.spellings, ...wordAsIs(`@${year}-${month}`).spellings] } : word
}
