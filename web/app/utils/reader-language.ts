import { LOCALES, type LocaleCode } from 'shared-types'
import Negotiator from 'negotiator'

/** No browser sends more, and every word of it costs time. */
const HEADER_CHARACTERS = 400

/** By what else a language is asked for: Dari is the Persian of Afghanistan. */
const OTHER_TAGS: Record<string, readonly string[]> = { fa: ['prs'] }

/**
 * The language that a reader's browser likes best (`Accept-Language`), where it is another than that of the page; null
 * where it says nothing of our languages.
 */
export function betterLanguage(accepted: string | null | undefined, current: string): LocaleCode | null {
  const header = accepted?.slice(0, HEADER_CHARACTERS)
  // Of languages that are liked alike the first counts: whoever takes any takes that of the page.
  const ours = LOCALES.toSorted((a, b) => Number(b.code === current) - Number(a.code === current))
  const best = new Negotiator({ headers: { 'accept-language': header } }).language(
    ours.flatMap(({ language }) => tagsOf(language)),
  )
  return ours.find(({ language, code }) => best && tagsOf(language).includes(best) && code !== current)?.code ?? null
}

/** A language may be asked for by another tag too: browsers write `ku` for Kurmanji, `kmr`. */
function tagsOf(language: string): string[] {
  return [...new Set([language, ...Intl.getCanonicalLocales(language), ...OTHER_TAGS[language] ?? []])]
}
