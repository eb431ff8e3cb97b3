import { isLocaleCode, localeOf } from 'shared-types'

/**
 * The name of a language, in words of another; its code where it is not known. A simple form has no name but its own.
 */
export function nameOfLanguage(code: string, language: string): string {
  if (isLocaleCode(code) && localeOf(code).simpleOf) return localeOf(code).name
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}
