/** Reads the `sort` of a list, and writes it into a statement. */
import type { Core } from '@strapi/strapi'
import { asList } from 'shared-types'
import { hasDrafts, type Schema, schemaOf } from '../../content-model/schema'
import { isOwnRelation } from '../../rows/rows'
import { columnOf, joinOf, tableOf } from '../../register/tables'
import { badRequest } from '../arguments'
import { COSTS } from '../limits/cost'
import type { Place, Query } from './where'

const MAX_SORTS = 4
const MAX_STEPS = 2
const MAX_CHARACTERS = 200
const TREE_TYPES = ['blocks', 'json', 'media', 'relation', 'component', 'dynamiczone']
/** What Strapi adds to every document. */
const OF_STRAPI = ['documentId', 'locale', 'createdAt', 'updatedAt', 'publishedAt']

/** An attribute, or one of a related document: `['plan', 'title']`. */
export interface Sort {
  path: string[]
  direction: 'asc' | 'desc'
}

export function sortsFrom(strapi: Core.Strapi, schema: Schema, given: unknown): Sort[] {
  const texts = asList(given).flatMap(text => typeof text === 'string' ? text.split(',') : [''])
  if (texts.length > MAX_SORTS) throw badRequest(`A list may be sorted by ${MAX_SORTS} attributes at most.`)
  return texts.map(text => sortFrom(strapi, schema, text.trim()))
}

function sortFrom(strapi: Core.Strapi, schema: Schema, text: string): Sort {
  const [, name = '', direction = 'asc']
    = text.length > MAX_CHARACTERS ? [] : (/^([A-Za-z]+(?:\.[A-Za-z]+)*)(?::(asc|desc))?$/i.exec(text) ?? [])
  if (name === '')
    throw badRequest(
      `sort is "${text.slice(0, 40)}". It must be an attribute such as "title" or "title:desc". ${possible(schema)}`,
    )
  const path = name.split('.')
  if (path.length > MAX_STEPS)
    throw badRequest(`sort is "${name}". It may name an attribute of ${schema.globalId} or of what it relates to.`)
  refuseUnknown(strapi, schema, path)
  return { path, direction: direction.toLowerCase() === 'desc' ? 'desc' : 'asc' }
}

function refuseUnknown(strapi: Core.Strapi, schema: Schema, [name = '', ...rest]: string[]): void {
  const attribute = schema.attributes[name]
  if (rest.length === 0) {
    if (!sortable(schema).includes(name))
      throw badRequest(`${schema.globalId} cannot be sorted by "${name.slice(0, 40)}". ${possible(schema)}`)
    return
  }
  if (!attribute || !isOwnRelation(name, attribute) || attribute.relation?.endsWith('ToMany') !== false)
    throw badRequest(
      `${schema.globalId} cannot be sorted by "${[name, ...rest].join('.').slice(0, 80)}": it is not related to one `
      + `document by "${name.slice(0, 40)}".`,
    )
  refuseUnknown(strapi, schemaOf(strapi, attribute.target ?? ''), rest)
}

function possible(schema: Schema): string {
  return `Possible are: ${sortable(schema).join(', ')}.`
}

function sortable({ attributes }: Schema): string[] {
  const own = Object.keys(attributes).filter(
    name => attributes[name]?.private !== true && !TREE_TYPES.includes(attributes[name]?.type ?? ''),
  )
  return [...new Set([...OF_STRAPI, ...own])].filter(name => name === 'documentId' || attributes[name])
}

export function costOfSorts(sorts: Sort[]): number {
  return sorts.reduce((sum, { path }) => sum + COSTS.sort + (path.length - 1) * COSTS.relation, 0)
}

/**
 * Sorts, in the end by row, so that a page neither repeats nor leaves out what an earlier one showed. What is missing
 * comes first.
 */
export function applySorts(query: Query, place: Place, sorts: Sort[]): void {
  const table = tableOf(place.strapi, place.schema.uid)
  for (const { path: [name = '', inner], direction } of sorts) {
    const nulls = direction === 'asc' ? 'first' : 'last'
    const column = `${table}.${columnOf(place.strapi, place.schema.uid, name)}`
    if (inner === undefined) void query.orderByRaw(`?? ${direction} nulls ${nulls}`, [column])
    else void query.orderByRaw(`(?) ${direction} nulls ${nulls}`, [ofRelated(place, name, inner)])
  }
  void query.orderBy(`${table}.id`)
}

function ofRelated({ strapi, schema, status }: Place, name: string, inner: string): Query {
  const target = schemaOf(strapi, schema.attributes[name]?.target ?? '')
  const { table, targetTable, targetColumn, holderColumn } = joinOf(strapi, schema.uid, name)
  const rows = strapi.db
    .getConnection()
    .from({ link: table })
    .join({ one: targetTable }, 'one.id', `link.${targetColumn}`)
    .select(`one.${columnOf(strapi, target.uid, inner)}`)
    .whereRaw('?? = ??', [`link.${holderColumn}`, `${tableOf(strapi, schema.uid)}.id`]).orderBy('link.id').limit(1)
  return status === 'published' && hasDrafts(target) ? rows.whereNotNull('one.published_at') : rows
}
