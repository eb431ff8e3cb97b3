/** The words of the sheet, of each language by itself. */
import type { LocaleCode } from '../../../../shared-types/src/locales'
import type { consentSheet } from '../../../../shared-types/languages/de.json'

export type SheetWords = typeof consentSheet

declare global {
  interface ImportMeta {
    /** Vite's: the modules of a pattern, each read when it is asked for. */
    glob: <Content>(pattern: string, options: { import: string }) => Record<string, () => Promise<Content>>
  }
}

/** By file: what reads its words. */
const LANGUAGES = import.meta.glob<SheetWords>('../../../../shared-types/languages/*.json', { import: 'consentSheet' })

export async function wordsIn(locale: LocaleCode): Promise<SheetWords> {
  const read = LANGUAGES[`../../../../shared-types/languages/${locale}.json`]
  if (!read) throw new Error(`There is no file of the language ${locale}.`)
  return read()
}
