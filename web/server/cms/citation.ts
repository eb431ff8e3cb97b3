/** How a numbered version is cited, for programs that keep literature: made by Citation.js. */
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'

export interface Cited {
  title: string
  /** BCP 47. */
  language: string
  number: number
  /** ISO 8601. */
  publishedOn: string
  /** Address of the version. */
  url: string
}

export function toBibtex(cited: Cited): string {
  return new Cite(entryOf(cited)).format('bibtex')
}

export function toCslJson(cited: Cited): string {
  return new Cite(entryOf(cited)).format('data', { format: 'text' })
}

/** CSL-JSON. Nobody is named as author: the texts are the editors' work in common. */
function entryOf({ title, language, number, publishedOn, url }: Cited) {
  const [year, month, day] = publishedOn.slice(0, 10).split('-').map(Number)
  return {
    'id': url.replace(/^https?:\/\//, '').replace(/[^a-z0-9]+/gi, '-').replace(/-$/, ''),
    'type': 'webpage',
    title,
    language,
    'version': String(number),
    'URL': url,
    'container-title': 'LIP-Lab',
    'publisher': 'Welt-in-Hannover.de',
    'issued': { 'date-parts': [[year, month, day]] },
  }
}
