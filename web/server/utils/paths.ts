import { SOURCE_LANGUAGE } from 'shared-types'
import { pages } from '../../config/locales'

/** The address of a measure's page in a language, without the website's own. */
export function measurePath(slug: string, locale: string): string {
  const path = (pages['measures-slug']?.[locale] ?? '').replace('[slug]', slug)
  return locale === SOURCE_LANGUAGE ? path : `/${locale}${path}`
}
