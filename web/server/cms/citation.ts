/** How a numbered version is cited, for programs that keep literature: made by Citation.js. */
import { Cite, plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import { dayOf } from 'shared-types'

/** In ASCII the library loses every letter that LaTeX has no command for: all of Arabic. */
plugins.config.get('@bibtex').format.asciiOnly = false

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
  const entry = entryOf(cited)
  const title = entry.title.replace(/[\\{}&%$#_~^]/g, sign => LATEX[sign] ?? `\\${sign}`)
  // BibTeX knows no version. The library takes no hyphen in a key.
  return new Cite({
    ...entry,
    title, 'note': `Version ${cited.number}`, 'citation-key': entry.id.replaceAll('-', '_'),
  }).format('bibtex')
}

/**
 * Signs of LaTeX that a backslash alone does not make plain; the library leaves them to us where it may write other
 * than ASCII.
 */
const LATEX: Record<string, string> = {
  '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}', '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
}

export function toCslJson(cited: Cited): string {
  return new Cite(entryOf(cited)).format('data', { format: 'text' })
}

/** CSL-JSON. Nobody is named as author: the texts are the editors' work in common. */
function entryOf({ title, language, number, publishedOn, url }: Cited) {
  const [year, month, day] = dayOf(publishedOn).split('-').map(Number)
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
