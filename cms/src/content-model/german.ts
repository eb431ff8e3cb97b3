import { readFileSync } from 'node:fs'

interface InterfaceTexts {
  /** The words of each closed list, under its values. */
  words: Record<string, Record<string, string>>
  /** What stands around a date, which takes the place of `{date}`. */
  date: Record<'uncertain' | 'approximate' | 'since', string>
}

/** The German words that readers see, of the website's own texts. */
export const GERMAN: InterfaceTexts = JSON.parse(
  readFileSync(require.resolve('shared-types/languages/de.json'), 'utf8'),
)
