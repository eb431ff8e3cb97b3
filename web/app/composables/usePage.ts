import { isDay, LOCALES, localeOf } from 'shared-types'
import type { SharedKind, ShareSection } from '~/utils/share'
import type { ShareWords } from '~/utils/share-words'
import type { Text } from '~~/server/cms/text'
import type { PageFeed } from './useArticleFeeds'

interface Page {
  title: string
  /** A text in another language than the page is left out: who reads it could not be told. */
  description?: string | Text | null
  /** Codes of the languages in which it exists; all, where nothing else is said. */
  languages?: string[]
  /** Whose picture stands beside a link to it, where it has none of its own. */
  section?: ShareSection
  /** The picture of its own, where it is the page of a document. */
  picture?: { kind: SharedKind, slug: string, title: string, words: ShareWords }
  /** An article: when it was published, EDTF; empty where that is not known. */
  publishedOn?: string
  /** Feeds of what happens to it or is listed on it. */
  feeds?: PageFeed[]
  /** Address of the newest version, where this is a numbered one. */
  latest?: string
  /** Address of the page of which this is another form, such as a sheet for paper. */
  formOf?: string
  /** Whether search engines list it: not what a reader has typed. */
  isIndexed?: boolean
}

/** The one small script. */
const ENHANCEMENT = '/enhance.js'

/**
 * Title, description, language and direction, canonical address and the same page in other languages, its feeds, and
 * how a link to it looks elsewhere.
 */
export function usePage({
  title, description: about, languages, section = 'home', picture, publishedOn, feeds = [], latest, formOf,
  isIndexed = true,
}: Page): void {
  const { locale, t } = useI18n()
  const ownPath = usePathIn()
  const siteUrl = useRequestEvent()?.context.siteUrl ?? ''
  const pathIn = (code: (typeof LOCALES)[number]['code']) => siteUrl + withoutQuery(ownPath(code))
  const existing = LOCALES.filter(({ code }) => !languages || languages.includes(code))
  const { language, direction } = localeOf(locale.value)
  const isText = typeof about === 'object' && about !== null
  const description = isText ? (about.locale === locale.value && about.value) : about
  const name = t('app.name')
  const isForeign = languages !== undefined && !languages.includes(locale.value)
  const elsewhere = latest ?? formOf
  const canonical = elsewhere ? siteUrl + elsewhere : pathIn(locale.value)

  const shown = picture && !isForeign
    ? {
        address: sharePicturePath(picture.kind, picture.slug, locale.value),
        title: picture.title, line: shareLine(picture.words),
      }
    : {
        address: sharePicture(section, locale.value), title: t(`share.title.${section}`), line: t(`share.line.${section}`),
      }

  // RFC 5829; also on the link of the banner.
  if (latest) useResponseHeader('Link').value = `<${siteUrl}${latest}>; rel="latest-version"`
  const [byDefault] = existing
  const alternates = [
    ...existing.map(({ code, language: hreflang }) => ({ rel: 'alternate' as const, hreflang, href: pathIn(code) })),
    ...byDefault ? [{ rel: 'alternate' as const, hreflang: 'x-default', href: pathIn(byDefault.code) }] : [],
  ]

  useHead({
    htmlAttrs: { lang: language, dir: direction },
    title: title === name ? name : `${title} · ${name}`,
    link: [
      { rel: 'canonical' as const, href: canonical },
      ...(elsewhere ? [] : alternates),
      ...feeds.map(feed => ({
        rel: 'alternate' as const, type: feed.type, title: feed.title, href: siteUrl + feed.href,
      })),
    ],
    script: [{ src: ENHANCEMENT, type: 'module' }],
    meta: [
      { property: 'og:title', content: title },
      { property: 'og:type', content: publishedOn === undefined ? 'website' : 'article' },
      { property: 'og:url', content: canonical },
      { property: 'og:locale', content: language },
      { property: 'og:site_name', content: name },
      { property: 'og:image', content: siteUrl + shown.address },
      { property: 'og:image:type', content: 'image/png' },
      { property: 'og:image:width', content: String(SHARE_PICTURE.width) },
      { property: 'og:image:height', content: String(SHARE_PICTURE.height) },
      { property: 'og:image:alt', content: t('share.alt', { title: shown.title, line: shown.line }) },
      { name: 'twitter:card', content: 'summary_large_image' },
      { name: 'twitter:image', content: siteUrl + shown.address },
      // A date that is not exact to the day is none here: no reader of these expects one.
      ...(publishedOn && isDay(publishedOn) ? [{ property: 'article:published_time', content: publishedOn }] : []),
      ...(isForeign || !isIndexed ? [{ name: 'robots', content: 'noindex' }] : []),
      ...(description
        ? [
            { name: 'description', content: description }, { property: 'og:description', content: description },
          ]
        : []),
    ],
  })
}

function withoutQuery(path: string): string {
  return path.replace(/[?#].*$/, '')
}
