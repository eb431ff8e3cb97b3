/** Which part of a list is asked for: by page, or from a place on. */
import { MAX_PAGE_SIZE } from 'shared-types'
import { atLeast, badRequest } from '../arguments'

const DEFAULT_ROWS = 25

export interface Part {
  start: number
  limit: number
}

export function partFrom(given: unknown): Part {
  const { page, pageSize, start, limit } = Object(given)
  const isByPage = isGiven(page) || isGiven(pageSize)
  if (isByPage && (isGiven(start) || isGiven(limit)))
    throw badRequest('pagination has page or pageSize, and start or limit. Ask by one of both.')
  if (!isByPage)
    return {
      start: numberFrom('start', start, 0, 0), limit: Math.min(MAX_PAGE_SIZE, numberFrom('limit', limit, DEFAULT_ROWS, 0)),
    }
  const size = Math.min(MAX_PAGE_SIZE, numberFrom('pageSize', pageSize, DEFAULT_ROWS, 1))
  return { start: (numberFrom('page', page, 1, 1) - 1) * size, limit: size }
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null
}

function numberFrom(name: string, given: unknown, byDefault: number, least: number): number {
  return isGiven(given) ? atLeast(`pagination.${name}`, given, least) : byDefault
}

/** What a list says of its pages; a list of no rows has none. */
export function pageInfoOf({ start, limit }: Part, total: number) {
  if (limit === 0) return { total, page: 1, pageSize: 0, pageCount: 0 }
  return { total, page: Math.floor(start / limit) + 1, pageSize: limit, pageCount: Math.ceil(total / limit) }
}
