import { hasGermanWords, LOCALES } from 'shared-types'

/** The languages as @nuxtjs/i18n wants them; each has one file of texts in `shared-types/languages`. */
export const locales = LOCALES.map(({ code, language, name, direction }) => ({
  code,
  language,
  name,
  dir: direction,
  file: `${code}.json`,
}))

/**
 * Address words: German ones without prefix, and after the code of its simple form; every other language with its code
 * and English words.
 */
const ADDRESSES = {
  'timeline': ['/zeitleiste', '/timeline'],
  'timeline-slug': ['/zeitleiste/[slug]', '/timeline/[slug]'],
  'timeline-slug-v-number': ['/zeitleiste/[slug]/v/[number]', '/timeline/[slug]/v/[number]'],
  'plans-key': ['/plaene/[key]', '/plans/[key]'],
  'plans-key-lineage': ['/plaene/[key]/herkunft', '/plans/[key]/lineage'],
  'measures': ['/massnahmen', '/measures'],
  'measures-slug': ['/massnahmen/[slug]', '/measures/[slug]'],
  'measures-slug-v-number': ['/massnahmen/[slug]/v/[number]', '/measures/[slug]/v/[number]'],
  'measures-slug-sheet': ['/massnahmen/[slug]/blatt', '/measures/[slug]/sheet'],
  'changes': ['/aenderungen', '/changes'],
  'fields-slug': ['/handlungsfelder/[slug]', '/fields/[slug]'],
  'articles': ['/beitraege', '/articles'],
  'articles-slug': ['/beitraege/[slug]', '/articles/[slug]'],
  'articles-slug-v-number': ['/beitraege/[slug]/v/[number]', '/articles/[slug]/v/[number]'],
  'articles-slug-sheet': ['/beitraege/[slug]/blatt', '/articles/[slug]/sheet'],
  'contributors': ['/mitwirkende', '/contributors'],
  'contributors-slug': ['/mitwirkende/[slug]', '/contributors/[slug]'],
  'people-slug': ['/personen/[slug]', '/people/[slug]'],
  'organisations-slug': ['/organisationen/[slug]', '/organisations/[slug]'],
  'pages-slug': ['/seiten/[slug]', '/pages/[slug]'],
  'pages-slug-v-number': ['/seiten/[slug]/v/[number]', '/pages/[slug]/v/[number]'],
  'glossary': ['/glossar', '/glossary'],
  'contact': ['/kontakt', '/contact'],
  'search': ['/suche', '/search'],
  'imprint': ['/impressum', '/imprint'],
  'privacy': ['/datenschutz', '/privacy'],
  'accessibility': ['/barrierefreiheit', '/accessibility'],
} as const

export const pages = Object.fromEntries(Object.entries(ADDRESSES).map(([page, [german, english]]) => [
  page,
  Object.fromEntries(LOCALES.map(({ code }) => [code, hasGermanWords(code) ? german : english])),
]))
