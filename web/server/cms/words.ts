/** The texts of each language for what is written outside of pages. */
import type { LocaleCode } from 'shared-types'
import i18n from '../../i18n/i18n.config'
import type { FindText } from './find-text'

export type { FindText } from './find-text'

interface Tree { [key: string]: string | Tree }

/** Looks texts up in a language as pages do. */
export async function textsIn(locale: LocaleCode): Promise<FindText> {
  const texts = await useStorage<Tree>('assets:languages').getItem(`${locale}.json`)
  return (key, values = {}, count) => {
    const text = key
      .split('.')
      .reduce<string | Tree | null | undefined>(
        (part, name) => (part && typeof part === 'object' ? part[name] : undefined), texts,
      )
    if (typeof text !== 'string') throw new Error(`There is no text "${key}" in the language ${locale}.`)
    const form = count === undefined ? text : formFor(count, text.split(' | '), locale)
    return form.replace(/\{(\w+)\}/g, (_placeholder, name: string) => values[name] ?? '')
  }
}

function formFor(count: number, forms: string[], locale: LocaleCode): string {
  return forms[i18n.pluralRules[locale]?.(count, forms.length) ?? 0] ?? ''
}
