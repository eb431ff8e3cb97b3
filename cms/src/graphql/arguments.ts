/** Arguments of our own root fields: what is wrong is answered with a sentence that says what would be right. */
import { GraphQLError } from 'graphql'
import { isDay, isLocaleCode, LOCALE_CODES, MAX_PAGE_SIZE, PAGE_SIZE, SOURCE_LANGUAGE, today } from 'shared-types'

export function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } })
}

/** What is right to ask and could not be answered in time. */
export function tooSlow(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'TOO_SLOW', http: { status: 503 } } })
}

export function localeFrom(locale: unknown): string {
  const wanted = locale ?? SOURCE_LANGUAGE
  if (!isLocaleCode(wanted))
    throw badRequest(`There is no language "${String(wanted)}". The languages are: ${LOCALE_CODES.join(', ')}.`)
  return wanted
}

/** A day `YYYY-MM-DD`; today where none is given. */
export function dayFrom(name: string, day: string | null | undefined, byDefault = today()): string {
  if (day === null || day === undefined) return byDefault
  if (!isDay(day)) throw badRequest(`${name} is "${day.slice(0, 40)}". It must be a day such as 2021-12-31.`)
  return day
}

/** Refuses a word that is in none of its closed lists, and names those that are; an empty one asks for nothing. */
export function refuseUnknown(given: Record<string, [string | null | undefined, readonly string[]]>): void {
  for (const [name, [word, words]] of Object.entries(given))
    if (word && !words.includes(word))
      throw badRequest(`${name} is "${word.slice(0, 40)}". It must be one of: ${words.join(', ')}.`)
}

/** Refuses what is no year; an empty text asks for nothing. */
export function yearFrom(name: string, text: string | null | undefined): void {
  if (text && !/^\d{4}$/.test(text))
    throw badRequest(`${name} is "${text.slice(0, 40)}". It must be a year such as 2021.`)
}

export interface Paging {
  page: number
  pageSize: number
}

/** Refuses what is less than one; a larger page is one of 100. */
export function pagingFrom({ page, pageSize }: { page?: number | null, pageSize?: number | null }): Paging {
  return {
    page: atLeast('page', page ?? 1, 1), pageSize: Math.min(MAX_PAGE_SIZE, atLeast('pageSize', pageSize ?? PAGE_SIZE, 1)),
  }
}

/** Refuses what is no number, and what is less. */
export function atLeast(name: string, given: unknown, least: number): number {
  if (typeof given !== 'number' || given < least)
    throw badRequest(`${name} is ${String(given)}. It must be ${least} or more.`)
  return given
}

export function pageOf<Entry>(entries: readonly Entry[], { page, pageSize }: Paging): Entry[] {
  return entries.slice((page - 1) * pageSize, page * pageSize)
}
