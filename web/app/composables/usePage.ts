import { LOCALES, localeOf } from 'shared-types'

interface Page {
  title: string
  description?: string
  /** Codes of the languages in which it exists; all, where nothing else is said. */
  languages?: string[]
}

/** Title, description, language and direction, canonical address and the same page in other languages. */
export function usePage({ title, description, languages }: Page): void {
  const { locale, t } = useI18n()
  const switchLocalePath = useSwitchLocalePath()
  const siteUrl = useRequestEvent()?.context.siteUrl ?? ''
  const pathIn = (code: (typeof LOCALES)[number]['code']) => siteUrl + withoutQuery(switchLocalePath(code))
  const existing = LOCALES.filter(({ code }) => !languages || languages.includes(code))
  const { language, direction } = localeOf(locale.value)
  const name = t('app.name')
  const isForeign = languages !== undefined && !languages.includes(locale.value)

  useHead({
    htmlAttrs: { lang: language, dir: direction },
    title: title === name ? name : `${title} · ${name}`,
    link: [
      { rel: 'canonical' as const, href: pathIn(locale.value) },
      ...existing.map(({ code, language: hreflang }) => ({ rel: 'alternate' as const, hreflang, href: pathIn(code) })),
      { rel: 'alternate' as const, hreflang: 'x-default', href: pathIn('de') },
    ],
    meta: [
      { property: 'og:title', content: title },
      { property: 'og:type', content: 'website' },
      { property: 'og:locale', content: language },
      { property: 'og:site_name', content: name },
      ...isForeign ? [{ name: 'robots', content: 'noindex' }] : [],
      ...description ? [{ name: 'description', content: description }, { property: 'og:description', content: description }] : [],
    ],
  })
}

function withoutQuery(path: string): string {
  return path.replace(/[?#].*$/, '')
}
