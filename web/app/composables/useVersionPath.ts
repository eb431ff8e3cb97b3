import { isLocaleCode, type VersionedKind } from 'shared-types'

/** Addresses of numbered versions: in the language of the text that is shown, because each language counts its own. */
export function useVersionPath(): (kind: VersionedKind, slug: string, number: number, language: string) => string {
  const localePath = useLocalePath()
  const { locale } = useI18n()
  return (kind, slug, number, language) =>
    localePath(
      { name: `${kind}-slug-v-number`, params: { slug, number: String(number) } },
      isLocaleCode(language) ? language : locale.value,
    )
}
