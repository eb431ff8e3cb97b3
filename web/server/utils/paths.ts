import { SOURCE_LANGUAGE } from 'shared-types'
import { pages } from '../../config/locales'

/** The address of a measure's page in a language, without the website's own. */
export function measurePath(slug: string, locale: string): string {
  return pathOf('measures-slug', locale).replace('[slug]', slug)
}

/** The address of a numbered version in a language, without the website's own. */
export function versionPath(kind: 'measures' | 'timeline', { slug, locale, number }: { slug: string, locale: string, number: number }): string {
  return pathOf(`${kind}-slug-v-number`, locale).replace('[slug]', slug).replace('[number]', String(number))
}

function pathOf(page: string, locale: string): string {
  const path = pages[page]?.[locale] ?? ''
  return locale === SOURCE_LANGUAGE ? path : `/${locale}${path}`
}
