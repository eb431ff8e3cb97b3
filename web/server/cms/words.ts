/** The texts of each language for what is written outside of pages. A language that is missing here fails the type check. */
import type { LocaleCode } from 'shared-types'
import arWords from '../../../shared-types/words/ar.json'
import deWords from '../../../shared-types/words/de.json'
import enWords from '../../../shared-types/words/en.json'
import ar from '../../i18n/locales/ar.json'
import de from '../../i18n/locales/de.json'
import en from '../../i18n/locales/en.json'

interface Tree { [key: string]: string | Tree }

const TEXTS: Record<LocaleCode, Tree> = {
  ar: { ...ar, ...arWords },
  de: { ...de, ...deWords },
  en: { ...en, ...enWords },
}

/** Looks texts up in a language as pages do, and puts in what they leave open. Plural forms are for pages only. */
export function textsIn(locale: LocaleCode): (key: string, values?: Record<string, string>) => string {
  return (key, values = {}) => {
    const text = key.split('.').reduce<string | Tree | undefined>((part, name) => typeof part === 'object' ? part[name] : undefined, TEXTS[locale])
    if (typeof text !== 'string') throw new Error(`There is no text "${key}" in the language ${locale}.`)
    return text.replace(/\{(\w+)\}/g, (_placeholder, name: string) => values[name] ?? '')
  }
}
