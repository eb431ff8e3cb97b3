/** What the admin may be asked for: Strapi would answer what it cannot read with a server error. */
import type { Context, Next } from 'koa'
import { valueAt } from 'shared-types'
import { refuse } from '../rules/problems'

const PLACES = ['/admin/', '/content-manager/', '/upload/', '/i18n/']
const SORT = /^[A-Za-z]\w*(\.[A-Za-z]\w*)*(:(asc|desc))?$/i
const LONGEST_TEXT = 255
const MOST_ROWS = 1000
const MOST_PAGES = 1_000_000
const DEEPEST = 10
/** Operators with more than one value. */
const OF_SEVERAL = ['$in', '$notIn', '$not']
/** In whatever case: on SQLite these letters meet anyway, on PostgreSQL they would not. */
const IN_ANY_CASE: Record<string, string> = {
  $contains: '$containsi', $notContains: '$notContainsi', $startsWith: '$startsWithi', $endsWith: '$endsWithi',
}

export default () =>
  async (ctx: Context, next: Next): Promise<void> => {
    if (!PLACES.some(place => ctx.path.startsWith(place))) return next()
    if (plain(ctx.path).split('/').some(isOfEveryObject)) return
    // Strapi reads values of a body that nobody has sent.
    Object.assign(ctx.request, { body: valueAt(ctx.request, 'body') ?? {} })
    const { filters, ...query }: Record<string, unknown> = ctx.query
    refuse(problemsIn({ filters, ...query }).map(message => ({ path: [], message })))
    if (filters !== undefined) Object.assign(ctx, { query: { ...query, filters: inAnyCase(filters) } })
    await next()
  }

/** An address with its letters in the place of their numbers. */
function plain(address: string): string {
  return address.replace(/%[0-7][\da-f]/gi, letter => decodeURIComponent(letter))
}

/** `__proto__` and the like: Strapi would find such a type, and stumble over it. Nobody answers, which is 404. */
function isOfEveryObject(name: string): boolean {
  return name in Object.prototype
}

function inAnyCase(filter: unknown): unknown {
  if (Array.isArray(filter)) return filter.map(inAnyCase)
  if (typeof filter !== 'object' || filter === null) return filter
  return Object.fromEntries(
    Object.entries(filter).map(([name, inner]) => [IN_ANY_CASE[name] ?? name, inAnyCase(inner)]),
  )
}

function problemsIn(query: Record<string, unknown>): string[] {
  const { sort, filters, page, pageSize, _q } = query
  return [
    ...(sortTexts(sort).every(text => typeof text === 'string' && SORT.test(text.trim()))
      ? []
      : ['Danach lässt sich die Liste nicht sortieren. Bitte wählen Sie eine Spalte.']),
    ...(filters === undefined || isFilter(filters, 0)
      ? []
      : ['Dieser Filter ist nicht vollständig. Bitte wählen Sie ihn in der Liste neu aus.']),
    ...(isNumber(page, MOST_PAGES) && isNumber(pageSize, MOST_ROWS)
      ? []
      : ['So viele Einträge oder Seiten hat die Liste nicht. Bitte gehen Sie zur ersten Seite zurück.']),
    ...(isText(_q) ? [] : [`Gesucht wird nach einem Text von höchstens ${LONGEST_TEXT} Zeichen.`]),
  ]
}

/** As one text, as a list, or by their places. */
function sortTexts(sort: unknown): unknown[] {
  if (sort === undefined || sort === '') return []
  if (typeof sort === 'string') return sort.split(',')
  return typeof sort === 'object' && sort !== null ? Object.values(sort) : [sort]
}

function isFilter(value: unknown, depth: number): boolean {
  if (depth > DEEPEST) return false
  if (Array.isArray(value)) return value.every(part => isFilter(part, depth + 1))
  if (typeof value !== 'object' || value === null) return depth > 0 && isText(value)
  return Object.entries(value).every(([name, inner]) => hasShape(name, inner) && isFilter(inner, depth + 1))
}

function hasShape(name: string, value: unknown): boolean {
  if (name === '$between') return Array.isArray(value) && value.length === 2
  if (name === '$and' || name === '$or') return Array.isArray(value) && value.every(part => !isPlain(part))
  return !name.startsWith('$') || OF_SEVERAL.includes(name) || isPlain(value)
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null
}

function isText(value: unknown): boolean {
  return isPlain(value) && String(value ?? '').length <= LONGEST_TEXT && !String(value ?? '').includes('\0')
}

function isNumber(value: unknown, most: number): boolean {
  return value === undefined || (/^\d{1,7}$/.test(String(value)) && Number(value) >= 1 && Number(value) <= most)
}
