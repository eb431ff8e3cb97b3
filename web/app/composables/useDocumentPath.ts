import { isLocaleCode } from 'shared-types'

/**
 * Address of the page of a document in a language, by the name of its type in the contract; the home page for a type
 * without pages.
 * The timeline and the glossary show what is there in another language only when asked to.
 */
export function useDocumentPath(): (type: string, slug: string, code?: string, languageOfText?: string) => string {
  const localePath = useLocalePath()
  const { locale } = useI18n()
  return (type, slug, language, languageOfText) => {
    const code = isLocaleCode(language) ? language : locale.value
    const anchor = `${languageOfText === undefined || languageOfText === code ? '' : '?all=1'}#${slug}`
    const params = { slug }
    switch (type) {
      case 'Plan': return localePath({ name: 'plans-key', params: { key: slug } }, code)
      case 'FieldOfAction': return localePath({ name: 'fields-slug', params }, code)
      case 'Measure': return localePath({ name: 'measures-slug', params }, code)
      case 'Article': return localePath({ name: 'articles-slug', params }, code)
      case 'Person': return localePath({ name: 'people-slug', params }, code)
      case 'Organisation': return localePath({ name: 'organisations-slug', params }, code)
      case 'Page': return localePath({ name: 'pages-slug', params }, code)
      case 'TimelineEvent': return localePath('timeline', code) + anchor
      case 'GlossaryTerm': return localePath('glossary', code) + anchor
      default: return localePath('/', code)
    }
  }
}
