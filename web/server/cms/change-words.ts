import { type LocaleCode, localeOf } from 'shared-types'
import { formatNumber } from '../../app/utils/moments'
import { keyOfSentence, type Piece, type Sentence, type Word } from './change-sentence'
import type { FindText } from './find-text'
import type { Text } from './text'

/** A sentence without markup, for feeds. */
export function plainSentence(sentence: Sentence, t: FindText, locale: LocaleCode): string {
  const { pieces } = sentence
  const list = new Intl.ListFormat(localeOf(locale).language)
  const wordsOf = (text: Text | Word): string => {
    if (!('key' in text)) return text.value
    const numbers = Object.entries(text.numbers).map(([name, n]) => [name, formatNumber(n, locale)])
    return t(text.key, Object.fromEntries(numbers))
  }
  const inWords = ({ text, notes, isGone }: Piece) => [
    wordsOf(text),
    ...notes.length > 0 ? [`(${list.format(notes.map(wordsOf))})`] : [],
    ...isGone ? [`(${t('lineage.gone')})`] : [],
  ].join(' ')
  const inPlace = ([place, words]: [string, Piece[]]) => [place, list.format(words.map(inWords))]
  const key = keyOfSentence(sentence, t)
  return t(key, Object.fromEntries(Object.entries(pieces).map(inPlace)))
}
