import { SOURCE_LANGUAGE, type VersionedKind } from 'shared-types'
import { pages } from '../../config/addresses'

/**
 * The address of a page in a language, without the website's own: by its name in `config/addresses.ts`, `index` for the
 * home page, with the slug of what it is about.
 */
export function pagePath(page: string, locale: string, slug = ''): string {
  return pathOf(page, locale).replace(/\[(slug|key)\]/, slug) || '/'
}

/** The address of a measure's page in a language, without the website's own. */
export function measurePath(slug: string, locale: string): string {
  return pagePath('measures-slug', locale, slug)
}

/** The address of a numbered version in a language, without the website's own. */
export function versionPath(
  kind: VersionedKind, { slug, locale, number }: { slug: string, locale: string, number: number },
): string {
  return pathOf(`${kind}-slug-v-number`, locale).replace('[slug]', slug).replace('[number]', String(number))
}

/** The address of the contact form in a language, without the website's own. */
export function contactPath(locale: string): string {
  return pathOf('contact', locale)
}

function pathOf(page: string, locale: string): string {
  const path = pages[page]?.[locale] ?? ''
  return locale === SOURCE_LANGUAGE ? path : `/${locale}${path}`
}
