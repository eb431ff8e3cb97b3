import type { H3Event } from 'h3'
import { isLocaleCode, type LocaleCode } from 'shared-types'

/** By it spreadsheets know that a table is UTF-8; parsers skip it. */
const BYTE_ORDER_MARK = '\uFEFF'

/** The language in the path of a file for partners. Throws 404 for one that is not in the table. */
export function localeOfPath(event: H3Event): LocaleCode {
  const locale = getRouterParam(event, 'locale')
  if (!isLocaleCode(locale)) throw createError({ statusCode: 404, statusMessage: 'Not Found' })
  return locale
}

/** Says what a file is, and that any website may read it. A table opens right in spreadsheets. */
export function sendFile(event: H3Event, type: string, body: string): string {
  sayForAll(event, `${type}; charset=utf-8`)
  return type === 'text/csv' ? BYTE_ORDER_MARK + body : body
}

/** The same of a PNG. */
export function sendPicture(event: H3Event, picture: Buffer): Buffer {
  sayForAll(event, 'image/png')
  return picture
}

function sayForAll(event: H3Event, type: string): void {
  setResponseHeaders(event, {
    'Content-Type': type, 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin',
  })
}

/** What must be there. Throws 404 where it is not. */
export function orNotFound<Value>(value: Value | null): Value {
  if (value === null) throw createError({ statusCode: 404, statusMessage: 'Not Found' })
  return value
}
