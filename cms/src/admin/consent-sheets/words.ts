/** The words of the sheet, of each language by itself. */
import type { LocaleCode } from '../../../../shared-types/src/locales'
import type { consentSheet } from '../../../../shared-types/languages/de.json'

type SheetWords = typeof consentSheet

declare global {
  interface ImportMeta {
    /** Vite's: the modules of a pattern, each read when it is asked for. */
    glob: <Content>(pattern: string, options: { import: string }) => Record<string, () => Promise<Content>>
  }
}

/** By file: what reads its words, and who made them. */
const WORDS = import.meta.glob<SheetWords>('../../../../shared-types/languages/*.json', { import: 'consentSheet' })
const REVIEWS = import.meta.glob<string>('../../../../shared-types/languages/*.json', { import: 'review' })

/** The sheet in a language. */
export interface Column {
  locale: LocaleCode
  words: SheetWords
  isByMachine: boolean
}

export async function columnIn(locale: LocaleCode): Promise<Column> {
  const file = `../../../../shared-types/languages/${locale}.json`
  const [words, review] = await Promise.all([WORDS[file]?.(), REVIEWS[file]?.()])
  if (!words) throw new Error(`There is no file of the language ${locale}.`)
  return { locale, words, isByMachine: review === 'machine' }
}
