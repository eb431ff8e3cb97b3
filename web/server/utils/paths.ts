import { SOURCE_LANGUAGE, type VersionedKind } from 'shared-types'
import { pages } from '../../config/addresses'

/** What stands in an address for `[slug]` and `[number]`. */
type Values = Record<string, string | string[]>

/**
 * The address of a page in a language, without the website's own: by its name in `config/addresses.ts`, `index` for the
 * home page, with what stands in it: the slug of what the page is about, or all values by name.
 */
export function pagePath(page: string, locale: string, values: string | Values = ''): string {
  const named = typeof values === 'string' ? { slug: values } : values
  return pathOf(page, locale).replace(/\[(\w+)\]/g, (_, name) => String(named[name] ?? '')) || '/'
}

/** The address of a measure's page in a language, without the website's own. */
export function measurePath(slug: string, locale: string): string {
  return pagePath('measures-slug', locale, slug)
}

/** The address of a numbered version in a language, without the website's own. */
export function versionPath(
  kind: VersionedKind, { slug, locale, number }: { slug: string, locale: string, number: number },
): string {
  return pagePath(`${kind}-slug-v-number`, locale, { slug, number: String(number) })
}

/** The address of the contact form in a language, without the website's own. */
export function contactPath(locale: string): string {
  return pagePath('contact', locale)
}

function pathOf(page: string, locale: string): string {
  const path = pages[page]?.[locale] ?? ''
  return locale === SOURCE_LANGUAGE ? path : `/${locale}${path}`
}
