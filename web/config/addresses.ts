/** The addresses of all pages, in every language. */
import {
  CONTENT_TYPES, type ContentType, hasGermanWords, LOCALES, PAGED_TYPES, type PagedType, rowOf, TYPES,
} from 'shared-types'

type Path = `/${string}`

/**
 * Address words: German ones without prefix, and after the code of its simple form; every other language with its code
 * and English words.
 */
const ADDRESSES: Record<string, readonly [german: Path, english: Path]> = {
  ...Object.fromEntries(CONTENT_TYPES.flatMap(addressesOf)),
  'timeline': ['/zeitleiste', '/timeline'],
  'timeline-slug': ['/zeitleiste/[slug]', '/timeline/[slug]'],
  'plans': ['/plaene', '/plans'],
  'plans-slug-lineage': ['/plaene/[slug]/herkunft', '/plans/[slug]/lineage'],
  'plans-slug-about': ['/plaene/[slug]/inhalt', '/plans/[slug]/about'],
  'plans-slug-names': ['/plaene/[slug]/namen', '/plans/[slug]/names'],
  'plans-slug-people': ['/plaene/[slug]/mitwirkende', '/plans/[slug]/people'],
  'plans-slug-projects': ['/plaene/[slug]/projekte', '/plans/[slug]/projects'],
  'plans-slug-events': ['/plaene/[slug]/ereignisse', '/plans/[slug]/events'],
  'plans-slug-report': ['/plaene/[slug]/bericht', '/plans/[slug]/report'],
  'fields': ['/handlungsfelder', '/fields'],
  'measures': ['/massnahmen', '/measures'],
  'measures-slug-sheet': ['/massnahmen/[slug]/blatt', '/measures/[slug]/sheet'],
  'changes': ['/aenderungen', '/changes'],
  'follow': ['/folgen', '/follow'],
  'articles': ['/beitraege', '/articles'],
  'articles-slug-sheet': ['/beitraege/[slug]/blatt', '/articles/[slug]/sheet'],
  'contributors': ['/mitwirkende', '/contributors'],
  'people': ['/personen', '/people'],
  'organisations': ['/organisationen', '/organisations'],
  'contributors-slug': ['/mitwirkende/[slug]', '/contributors/[slug]'],
  'glossary': ['/glossar', '/glossary'],
  'contact': ['/kontakt', '/contact'],
  'search': ['/suche', '/search'],
  'imprint': ['/impressum', '/imprint'],
  'privacy': ['/datenschutz', '/privacy'],
  'accessibility': ['/barrierefreiheit', '/accessibility'],
}

export const pages = Object.fromEntries(Object.entries(ADDRESSES).map(([page, [german, english]]) => [
  page,
  Object.fromEntries(LOCALES.map(({ code }) => [code, hasGermanWords(code) ? german : english])),
]))

/** The page of a document, where its type has one, and that of its numbered versions, where there are any. */
function addressesOf(type: ContentType): [page: string, paths: [german: Path, english: Path]][] {
  const { address, snapshot } = rowOf(type)
  if (!address) return []
  const { german, english, place } = address
  const named = (name: string, rest: string): [string, [Path, Path]] =>
    [`${english}-${name}`, [`/${german}/${rest}`, `/${english}/${rest}`]]
  return [
    ...(place === 'page' ? [named('slug', '[slug]')] : []),
    ...(snapshot ? [named('slug-v-number', '[slug]/v/[number]')] : []),
  ]
}

/** The parts of the website, in the order of the menu; each is a page. */
export const SECTIONS = [
  'timeline', 'plans', 'measures', 'fields', 'articles', 'contributors', 'changes',
] as const

/** All pages that are lists: the parts, and what stands within one of them. */
export const LIST_PAGES = [...SECTIONS, 'people', 'organisations'] as const

export type Section = (typeof SECTIONS)[number]
export type ListPage = (typeof LIST_PAGES)[number]

/** A page of documents of one type: the page of each, and its other forms; not its numbered versions. */
export const DOCUMENT_PAGES = Object.keys(pages).flatMap((page) => {
  const type = PAGED_TYPES.find(candidate => isPageOf(candidate, page))
  return type ? [{ page, type }] : []
})

function isPageOf(type: PagedType, page: string): boolean {
  return `${page}-`.startsWith(`${TYPES[type].address.english}-slug-`) && !page.endsWith('-v-number')
}
