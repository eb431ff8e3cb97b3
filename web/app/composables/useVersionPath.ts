import { isLocaleCode } from 'shared-types'

/** Addresses of numbered versions: in the language of the text that is shown, because each language counts its own. */
export function useVersionPath(): (kind: 'measures' | 'timeline', slug: string, number: number, language: string) => string {
  const localePath = useLocalePath()
  const { locale } = useI18n()
  return (kind, slug, number, language) => {
    const code = isLocaleCode(language) ? language : locale.value
    const params = { slug, number: String(number) }
    return kind === 'measures' ? localePath({ name: 'measures-slug-v-number', params }, code) : localePath({ name: 'timeline-slug-v-number', params }, code)
  }
}
