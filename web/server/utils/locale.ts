import type { H3Event } from 'h3'
import { isLocaleCode, LOCALE_CODES } from 'shared-types'

/** The language a page is asked for in. Throws 400 for one that is not in the table. */
export function localeOfRequest(event: H3Event): string {
  const { locale = 'de' } = getQuery(event)
  if (!isLocaleCode(locale))
    throw createError({
      statusCode: 400, statusMessage: 'Unknown Language', message: `The languages are: ${LOCALE_CODES.join(', ')}.`,
    })
  return locale
}
