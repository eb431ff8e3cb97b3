/** Arguments of our own root fields: what is wrong is answered with a sentence that says what would be right. */
import { GraphQLError } from 'graphql'
import { isDay, isLocaleCode, LOCALE_CODES, PAGE_SIZE, SOURCE_LANGUAGE, today } from 'shared-types'

export function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } })
}

export function localeFrom(locale: unknown): string {
  const wanted = locale ?? SOURCE_LANGUAGE
  if (!isLocaleCode(wanted)) throw badRequest(`There is no language "${String(wanted)}". The languages are: ${LOCALE_CODES.join(', ')}.`)
  return wanted
}

/** A day `YYYY-MM-DD`; today where none is given. */
export function dayFrom(name: string, day: string | null | undefined, byDefault = today()): string {
  if (day === null || day === undefined) return byDefault
  if (!isDay(day)) throw badRequest(`${name} is "${day.slice(0, 40)}". It must be a day such as 2021-12-31.`)
  return day
}

const MAX_PAGE_SIZE = 100

export interface Paging {
  page: number
  pageSize: number
}

export function pagingFrom({ page, pageSize }: { page?: number | null, pageSize?: number | null }): Paging {
  return { page: Math.max(1, page ?? 1), pageSize: Math.min(MAX_PAGE_SIZE, Math.max(1, pageSize ?? PAGE_SIZE)) }
}

export function pageOf<Entry>(entries: readonly Entry[], { page, pageSize }: Paging): Entry[] {
  return entries.slice((page - 1) * pageSize, page * pageSize)
}
