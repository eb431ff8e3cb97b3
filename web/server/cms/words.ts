/** The texts of each language for what is written outside of pages. A language that is missing here fails the type check. */
import type { LocaleCode } from 'shared-types'
import arWords from '../../../shared-types/words/ar.json'
import bgWords from '../../../shared-types/words/bg.json'
import deWords from '../../../shared-types/words/de.json'
import deSimpleWords from '../../../shared-types/words/de-simple.json'
import enWords from '../../../shared-types/words/en.json'
import esWords from '../../../shared-types/words/es.json'
import faWords from '../../../shared-types/words/fa.json'
import itWords from '../../../shared-types/words/it.json'
import kmrWords from '../../../shared-types/words/kmr.json'
import ruWords from '../../../shared-types/words/ru.json'
import trWords from '../../../shared-types/words/tr.json'
import ar from '../../i18n/locales/ar.json'
import bg from '../../i18n/locales/bg.json'
import de from '../../i18n/locales/de.json'
import deSimple from '../../i18n/locales/de-simple.json'
import en from '../../i18n/locales/en.json'
import es from '../../i18n/locales/es.json'
import fa from '../../i18n/locales/fa.json'
import it from '../../i18n/locales/it.json'
import kmr from '../../i18n/locales/kmr.json'
import ru from '../../i18n/locales/ru.json'
import tr from '../../i18n/locales/tr.json'

interface Tree { [key: string]: string | Tree }

const TEXTS: Record<LocaleCode, Tree> = {
  'ar': { ...ar, ...arWords },
  'bg': { ...bg, ...bgWords },
  'de': { ...de, ...deWords },
  'de-simple': { ...deSimple, ...deSimpleWords },
  'en': { ...en, ...enWords },
  'es': { ...es, ...esWords },
  'fa': { ...fa, ...faWords },
  'it': { ...it, ...itWords },
  'kmr': { ...kmr, ...kmrWords },
  'ru': { ...ru, ...ruWords },
  'tr': { ...tr, ...trWords },
}

/** Looks texts up in a language as pages do, and puts in what they leave open. Plural forms are for pages only. */
export function textsIn(locale: LocaleCode): (key: string, values?: Record<string, string>) => string {
  return (key, values = {}) => {
    const text = key.split('.').reduce<string | Tree | undefined>((part, name) => typeof part === 'object' ? part[name] : undefined, TEXTS[locale])
    if (typeof text !== 'string') throw new Error(`There is no text "${key}" in the language ${locale}.`)
    return text.replace(/\{(\w+)\}/g, (_placeholder, name: string) => values[name] ?? '')
  }
}
