/** Names on what an answer depends that is more than its documents. */
import type { Core } from '@strapi/strapi'
import { type Schema, schemaOf } from '../content-model/schema'
import { CONTRIBUTION, IMAGE } from '../content-model/uids'
import { isOwnRelation } from '../rows/rows'

type Arguments = Record<string, unknown>

/** dependenciesOfList names on what a list depends: on the address by which alone it is asked, else on its types. */
export function dependenciesOfList(strapi: Core.Strapi, schema: Schema, { filters, sort }: Arguments): string[] {
  const [[name, condition] = [], ...others] = Object.entries(Object(filters))
  const [[operator, slug] = [], ...more] = Object.entries(Object(condition))
  if (name === 'slug' && operator === 'eq' && others.length + more.length === 0 && typeof slug === 'string')
    return [`${schema.globalId}/${slug}`]
  return [schema.globalId, ...typesIn(strapi, schema, filters), ...typesIn(strapi, schema, sortedBy(sort))]
}

/** `plan.title:asc` as a filter would say it. */
function sortedBy(sort: unknown): unknown[] {
  return [sort ?? []].flat().map(text =>
    String(text).split(':')[0]?.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), null))
}

function typesIn(strapi: Core.Strapi, schema: Schema, filters: unknown): string[] {
  if (Array.isArray(filters)) return filters.flatMap(filter => typesIn(strapi, schema, filter))
  if (typeof filters !== 'object' || filters === null) return []
  return Object.entries(filters).flatMap(([name, inner]) => {
    const attribute = schema.attributes[name]
    if (attribute?.component) return typesIn(strapi, schemaOf(strapi, attribute.component), inner)
    if (!attribute || !isOwnRelation(name, attribute)) return typesIn(strapi, schema, inner)
    const target = schemaOf(strapi, attribute.target ?? '')
    return [target.globalId, ...typesIn(strapi, target, inner)]
  })
}

/** hiddenWith names the types on which it depends whether a document of this one is shown. */
export function hiddenWith({ uid }: Schema): string[] {
  return uid === IMAGE || uid === CONTRIBUTION ? ['Person'] : []
}
