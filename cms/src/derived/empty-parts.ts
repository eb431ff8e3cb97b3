import type { Core } from '@strapi/strapi'
import { asList } from 'shared-types'
import { begunLists } from '../content-model/begun'
import { type Schema, schemaOf } from '../content-model/schema'
import { isValues } from '../rows/components'
import { documentIdsOf } from '../rows/relations'
import type { Values } from '../rows/rows'

/** The lists that a new form begins, without the parts into which nobody wrote anything. */
export function withoutEmptyParts(strapi: Core.Strapi, schema: Schema, values: Values): Values {
  return Object.fromEntries(begunLists(schema).filter(name => Array.isArray(values[name])).map((name) => {
    const part = schemaOf(strapi, schema.attributes[name]?.component ?? '')
    return [name, asList(values[name]).filter(value => !isValues(value) || saysSomething(part, value))]
  }))
}

/** What was stored keeps its place until somebody takes it out: a form says of its relation only what changes. */
function saysSomething(part: Schema, value: Values): boolean {
  if (value.id !== undefined) return true
  return Object.entries(part.attributes).some(([name, { type, default: preset }]) => {
    if (type === 'relation') return documentIdsOf(value[name]).length > 0
    return (value[name] ?? '') !== '' && value[name] !== preset
  })
}
