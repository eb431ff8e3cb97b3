import type { H3Event } from 'h3'
import { isDay, type VersionedType, versionedTypeOf } from 'shared-types'

/** The longest value of a query that is passed on. */
const VALUE_CHARACTERS = 200

/** A value of the query: the first where there are several, nothing where it is empty. */
export function textOfQuery(event: H3Event, name: string): string | undefined {
  const [value] = [getQuery(event)[name]].flat()
  const text = typeof value === 'string' ? [...value].slice(0, VALUE_CHARACTERS).join('').replaceAll('\0', '') : ''
  return text === '' ? undefined : text
}

/** A day `YYYY-MM-DD` of the query; nothing for what is none. */
export function dayOfQuery(event: H3Event, name: string): string | undefined {
  const text = textOfQuery(event, name)
  return text && isDay(text) ? text : undefined
}

/**
 * A word of a closed list in the query; nothing for what is none: the page says that it does not know it, and the cms
 * refuses it.
 */
export function wordOfQuery<Word extends string>(
  event: H3Event, name: string, words: readonly Word[],
): Word | undefined {
  const text = textOfQuery(event, name)
  return words.find(word => word === text)
}

/** A year `YYYY` of the query; nothing for what is none. */
export function yearOfQuery(event: H3Event, name: string): string | undefined {
  const text = textOfQuery(event, name)
  return text && /^\d{4}$/.test(text) ? text : undefined
}

/** The number of a page, from 1. */
export function pageOfQuery(event: H3Event): number {
  const page = Number(textOfQuery(event, 'page'))
  return Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1
}

/** A number in the path of an address. Throws 404 for what is none. */
export function numberOfPath(event: H3Event, name: string): number {
  const text = getRouterParam(event, name) ?? ''
  if (!/^[1-9]\d{0,5}$/.test(text)) throw createError({ statusCode: 404, statusMessage: 'Not Found' })
  return Number(text)
}

/** A slug in the path of an address. */
export function slugOfPath(event: H3Event): string {
  return getRouterParam(event, 'slug', { decode: true }) ?? ''
}

/** The type whose versions a path names by the first word of its addresses. Throws 404 for one without versions. */
export function versionedTypeOfPath(event: H3Event): VersionedType {
  const type = versionedTypeOf(getRouterParam(event, 'kind') ?? '')
  if (!type) throw createError({ statusCode: 404, statusMessage: 'Not Found' })
  return type
}
