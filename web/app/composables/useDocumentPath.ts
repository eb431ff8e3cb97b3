import { type AddressedType, isLocaleCode, TYPES } from 'shared-types'
import { pagePath } from '~~/server/utils/paths'

/**
 * Address of the page of a document in a language, by the name of its type in the contract.
 * The timeline and the glossary show what is there in another language only when asked to.
 */
export function useDocumentPath(): (
  type: AddressedType, slug: string, code?: string, languageOfText?: string,
) => string {
  const { locale } = useI18n()
  return (type, slug, language, languageOfText) => {
    const code = isLocaleCode(language) ? language : locale.value
    const anchor = `${languageOfText === undefined || languageOfText === code ? '' : '?all=1'}#${slug}`
    const { english, place } = TYPES[type].address
    if (place === 'anchor') return pagePath(english, code) + anchor
    return pagePath(`${english}-slug`, code, slug)
  }
}
