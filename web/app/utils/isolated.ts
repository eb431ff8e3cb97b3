/** Keeps names and numbers in Latin letters together within texts from the right: WIR2.0, 0094/2008, Welt-in-Hannover.de. */
import { localeOf } from 'shared-types'
import { h, type VNode } from 'vue'

const WORD = '[+]?[\\p{Script=Latin}\\p{N}](?:[\\p{Script=Latin}\\p{M}\\p{N}.,:/@+*_’\'–-]*[\\p{Script=Latin}\\p{M}\\p{N}])?'
/** A title is one piece, with the marks between its words. */
const LATIN = new RegExp(`(${WORD}(?:[.,:;!?]? (?:[–—-] )?${WORD})*)`, 'u')

/** The text as it is drawn in a language: in parts where that is written from the right. */
export function isolated(given: string, locale: string): (string | VNode)[] {
  const text = closed(given)
  if (localeOf(locale).direction === 'ltr') return [text]
  return text.split(LATIN).map((part, index) => index % 2 === 1 ? h('bdi', part) : part).filter(part => part !== '')
}

/** A direction that a text begins and does not end would turn what stands beside it. */
function closed(text: string): string {
  const count = (marks: RegExp) => text.match(marks)?.length ?? 0
  const embeddings = count(/[\u202A\u202B\u202D\u202E]/g) - count(/\u202C/g)
  const isolates = count(/[\u2066-\u2068]/g) - count(/\u2069/g)
  return text + '\u202C'.repeat(Math.max(0, embeddings)) + '\u2069'.repeat(Math.max(0, isolates))
}
