import { toBibtex, toCslJson } from '../../../cms/citation'

/** How a numbered version is cited, by the end of the address. */
const FORMATS = [
  { ending: 'bib', type: 'application/x-bibtex', write: toBibtex },
  { ending: 'json', type: 'application/vnd.citationstyles.csl+json', write: toCslJson },
]

const CITATION = /^([^/]+)\/([^/]+)\/v\/([^/]+)\/cite\.(\w+)$/

/**
 * `/data/<language>/<kind>/<slug>/v/<number>/cite.<format>`. The router does not look for a parameter where a word
 * fits, and `measures` fits `measures/<slug>/feed.atom`: so this takes what no other route took, and refuses the rest.
 */
export default defineEventHandler(async (event) => {
  const [, kind, slug, number, ending] = CITATION.exec(getRouterParam(event, 'file') ?? '') ?? []
  const { type, write } = orNotFound(FORMATS.find(format => format.ending === ending) ?? null)
  Object.assign(event.context, { params: { ...event.context.params, kind, slug, number } })
  return sendFile(event, type, write(await citedVersion(event)))
})
