/** Keeps names and numbers in Latin letters together within texts from the right: WIR2.0, 0094/2008, Welt-in-Hannover.de. */
import { localeOf } from 'shared-types'
import { h, type VNode } from 'vue'

const WORD = '[+]?[\\p{Script=Latin}\\p{N}](?:[\\p{Script=Latin}\\p{M}\\p{N}.,:/@+*_’\'–-]*[\\p{Script=Latin}\\p{M}\\p{N}])?'
/** A title is one piece, with the marks between its words. */
const LATIN = new RegExp(`(${WORD}(?:[.,:;!?]? (?:[–—-] )?${WORD})*)`, 'u')

/** The text as it is drawn in a language: in parts where that is written from the right. */
export function isolated(text: string, locale: string): (string | VNode)[] {
  if (localeOf(locale).direction === 'ltr') return [text]
  return text.split(LATIN).map((part, index) => index % 2 === 1 ? h('bdi', part) : part).filter(part => part !== '')
}
