/** The texts of the interface, as the website finds them. */
import { readFileSync } from 'node:fs'
import { valueAt } from 'shared-types'

const texts = new Map<string, unknown>()

/** Looks texts up in a language, and puts in what they leave open. */
export function textsIn(locale: string): (key: string, values?: Record<string, string>) => string {
  const all = texts.get(locale)
    ?? JSON.parse(readFileSync(require.resolve(`shared-types/languages/${locale}.json`), 'utf8'))
  texts.set(locale, all)
  return (key, values = {}) => {
    const text: unknown = valueAt(all, ...key.split('.'))
    if (typeof text !== 'string') throw new Error(`There is no text "${key}" in the language ${locale}.`)
    return text.replace(/\{(\w+)\}/g, (_placeholder, name: string) => values[name] ?? '')
  }
}
