/** A language of the portal. One row here and one interface file make a new language. */
export interface Locale {
  /** The code in Strapi, in GraphQL and in addresses. */
  code: string
  /** BCP 47 tag for `lang`, `hreflang` and `Intl`. */
  language: string
  /** What its speakers call it. */
  name: string
  direction: 'ltr' | 'rtl' | 'auto'
  /** The script its texts are written in: a Unicode script name, as regular expressions know it. */
  script: 'Latin' | 'Arabic' | 'Cyrillic'
  /** Its number in the addresses of the predecessor (`clang=1`), where it had it. */
  formerNumber?: number
  /** Code of the language of which this is the simple form: Leichte Sprache is German. */
  simpleOf?: string
}

/** German is the language of the plans and of the addresses without prefix. */
export const SOURCE_LANGUAGE = 'de'

/** The language of words of which nobody has said it: „undetermined“ in BCP 47. Never one of the portal. */
export const UNKNOWN_LANGUAGE = 'und'

/** What is known of it: the letters say in which direction it is read. */
const UNKNOWN: Locale = {
  code: UNKNOWN_LANGUAGE, language: UNKNOWN_LANGUAGE, name: '–', direction: 'auto', script: 'Latin',
}

export const LOCALES = [
  { code: 'de', language: 'de', name: 'Deutsch', direction: 'ltr', script: 'Latin', formerNumber: 0 },
  {
    code: 'de-simple', language: 'de-simple', name: 'Leichte Sprache', direction: 'ltr', script: 'Latin',
    simpleOf: 'de',
  },
  { code: 'en', language: 'en', name: 'English', direction: 'ltr', script: 'Latin', formerNumber: 1 },
  { code: 'tr', language: 'tr', name: 'Türkçe', direction: 'ltr', script: 'Latin' },
  { code: 'ar', language: 'ar', name: 'العربية', direction: 'rtl', script: 'Arabic' },
  { code: 'fa', language: 'fa', name: 'فارسی', direction: 'rtl', script: 'Arabic', formerNumber: 7 },
  { code: 'kmr', language: 'kmr', name: 'Kurdî (Kurmancî)', direction: 'ltr', script: 'Latin' },
  { code: 'ru', language: 'ru', name: 'Русский', direction: 'ltr', script: 'Cyrillic', formerNumber: 5 },
  { code: 'es', language: 'es', name: 'Español', direction: 'ltr', script: 'Latin', formerNumber: 2 },
  { code: 'it', language: 'it', name: 'Italiano', direction: 'ltr', script: 'Latin', formerNumber: 10 },
  { code: 'bg', language: 'bg', name: 'Български', direction: 'ltr', script: 'Cyrillic' },
] as const satisfies readonly Locale[]

export type LocaleCode = (typeof LOCALES)[number]['code']

export const LOCALE_CODES = LOCALES.map(locale => locale.code)

export function isLocaleCode(code: unknown): code is LocaleCode {
  return LOCALES.some(locale => locale.code === code)
}

/** The language that the predecessor's addresses call by a number; German where this portal has none such. */
export function languageOfFormer(clang: string): LocaleCode {
  return (
    LOCALES.find(locale => 'formerNumber' in locale && String(locale.formerNumber) === clang)?.code ?? SOURCE_LANGUAGE
  )
}

/**
 * The row of a language, the unknown one included. Throws for a code that is not in the table: ask `isLocaleCode`
 * first.
 */
export function localeOf(code: string): Locale {
  if (code === UNKNOWN_LANGUAGE) return UNKNOWN
  const locale = LOCALES.find(candidate => candidate.code === code)
  if (!locale) throw new Error(`No language "${code}". The languages are: ${LOCALE_CODES.join(', ')}.`)
  return locale
}

/** The simple form of a language, or null. */
export function simpleFormOf(code: string): Locale | null {
  const locales: readonly Locale[] = LOCALES
  return locales.find(({ simpleOf }) => simpleOf === code) ?? null
}

/** Whether the words in the addresses of a language are German: in German, and in its simple form. */
export function hasGermanWords(code: string): boolean {
  return code === SOURCE_LANGUAGE || localeOf(code).simpleOf === SOURCE_LANGUAGE
}
