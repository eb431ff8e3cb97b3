/** The texts of each language for what is written outside of pages. */
import type { LocaleCode } from 'shared-types'
import type { FindText } from './find-text'

export type { FindText } from './find-text'

interface Tree { [key: string]: string | Tree }

/** Looks texts up in a language as pages do. Plural forms are for pages only. */
export async function textsIn(locale: LocaleCode): Promise<FindText> {
  const texts = await useStorage<Tree>('assets:languages').getItem(`${locale}.json`)
  return (key, values = {}) => {
    const text = key
      .split('.')
      .reduce<string | Tree | null | undefined>(
        (part, name) => (part && typeof part === 'object' ? part[name] : undefined), texts,
      )
    if (typeof text !== 'string') throw new Error(`There is no text "${key}" in the language ${locale}.`)
    return text.replace(/\{(\w+)\}/g, (_placeholder, name: string) => values[name] ?? '')
  }
}
