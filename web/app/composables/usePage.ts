import { LOCALES, localeOf } from 'shared-types'

interface Page {
  title: string
  description?: string
  /** Codes of the languages in which it exists; all, where nothing else is said. */
  languages?: string[]
  /** A feed of what happens to it. */
  feed?: { title: string, href: string }
  /** Address of the newest version, where this is a numbered one. */
  latest?: string
  /** Whether the small script makes its form answer at once. */
  isEnhanced?: boolean
}

/** The one small script. */
const ENHANCEMENT = '/enhance.js'

/** Title, description, language and direction, canonical address and the same page in other languages. */
export function usePage({ title, description, languages, feed, latest, isEnhanced }: Page): void {
  const { locale, t } = useI18n()
  const switchLocalePath = useSwitchLocalePath()
  const siteUrl = useRequestEvent()?.context.siteUrl ?? ''
  const pathIn = (code: (typeof LOCALES)[number]['code']) => siteUrl + withoutQuery(switchLocalePath(code))
  const existing = LOCALES.filter(({ code }) => !languages || languages.includes(code))
  const { language, direction } = localeOf(locale.value)
  const name = t('app.name')
  const isForeign = languages !== undefined && !languages.includes(locale.value)

  // RFC 5829; also on the link of the banner.
  if (latest) useResponseHeader('Link').value = `<${siteUrl}${latest}>; rel="latest-version"`
  const alternates = [
    ...existing.map(({ code, language: hreflang }) => ({ rel: 'alternate' as const, hreflang, href: pathIn(code) })),
    { rel: 'alternate' as const, hreflang: 'x-default', href: pathIn('de') },
  ]

  useHead({
    htmlAttrs: { lang: language, dir: direction },
    title: title === name ? name : `${title} · ${name}`,
    link: [
      { rel: 'canonical' as const, href: latest ? siteUrl + latest : pathIn(locale.value) },
      ...latest ? [] : alternates,
      ...feed ? [{ rel: 'alternate' as const, type: 'application/atom+xml', title: feed.title, href: siteUrl + feed.href }] : [],
    ],
    script: isEnhanced ? [{ src: ENHANCEMENT, type: 'module' }] : [],
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
