import { LOCALES, SOURCE_LANGUAGE } from 'shared-types'

/** The languages as @nuxtjs/i18n wants them: interface texts, and the words of the closed lists. */
export const locales = LOCALES.map(({ code, language, name, direction }) => ({
  code,
  language,
  name,
  dir: direction,
  files: [`${code}.json`, `../../../shared-types/words/${code}.json`],
}))

/** Address words: German without prefix, every other language with its code and English words. */
const ADDRESSES = {
  'timeline': ['/zeitleiste', '/timeline'],
  'plans-key': ['/plaene/[key]', '/plans/[key]'],
  'fields-slug': ['/handlungsfelder/[slug]', '/fields/[slug]'],
  'imprint': ['/impressum', '/imprint'],
  'privacy': ['/datenschutz', '/privacy'],
  'accessibility': ['/barrierefreiheit', '/accessibility'],
} as const

export const pages = Object.fromEntries(Object.entries(ADDRESSES).map(([page, [german, english]]) => [
  page,
  Object.fromEntries(LOCALES.map(({ code }) => [code, code === SOURCE_LANGUAGE ? german : english])),
]))
