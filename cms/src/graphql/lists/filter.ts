/** Reads the `filters` of a list: what is asked is checked, counted, and brought into a form that logic decides. */
import type { Core } from '@strapi/strapi'
import { type Attribute, labelOf, type Schema, schemaOf } from '../../content-model/schema'
import { badRequest } from '../arguments'
import { COSTS } from '../limits/cost'
import { isTextOperator, type Operator, operatorFrom, type Value, valuesFrom } from './operators'

/** The deepest nesting of a filter. */
const FILTER_DEPTH = 6

/** `every` of nothing holds, `some` of nothing does not. */
export type Filter
  = | { is: 'every' | 'some', of: Filter[] }
    | { is: 'not', of: Filter }
    | { is: 'compared', name: string, operator: Operator, values: Value[] }
    | { is: 'related', name: string, target: Schema, of: Filter }
    | { is: 'unrelated', name: string, target: Schema }

const ALL: Filter = { is: 'every', of: [] }

export function filterFrom(strapi: Core.Strapi, schema: Schema, given: unknown): Filter {
  if (given === undefined || given === null) return ALL
  if (depthOf(given) > FILTER_DEPTH) throw badRequest(`A filter may be nested ${FILTER_DEPTH} levels deep at most.`)
  return ofDocument(strapi, schema, given, 'filters')
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null || value instanceof Date) return 0
  const inner = Math.max(0, ...Object.values(value).map(depthOf))
  return Array.isArray(value) ? inner : inner + 1
}

function ofDocument(strapi: Core.Strapi, schema: Schema, given: unknown, path: string): Filter {
  if (typeof given !== 'object' || given === null) throw badRequest(`${path} must be an object.`)
  return every(Object.entries(given).map(([name, value]) => ofName(strapi, schema, { name, value }, `${path}.${name}`)))
}

interface Part {
  name: string
  value: unknown
}

function ofName(strapi: Core.Strapi, schema: Schema, { name, value }: Part, path: string): Filter {
  if (name === 'and' || name === 'or') {
    if (value === null) return ALL
    const parts = [value].flat().map((part, index) => ofDocument(strapi, schema, part, `${path}.${index}`))
    return { is: name === 'and' ? 'every' : 'some', of: parts }
  }
  if (name === 'not') return value === null ? ALL : { is: 'not', of: ofDocument(strapi, schema, value, path) }
  const attribute = attributeOf(schema, name)
  const uid = attribute.component ?? attribute.target
  if (!uid) return ofAttribute({ name, attribute }, value, path)
  const target = schemaOf(strapi, uid)
  if (value === null) return { is: 'unrelated', name, target }
  const of = ofDocument(strapi, target, value, path)
  return isEmpty(of) ? ALL : { is: 'related', name, target, of }
}

interface Named {
  name: string
  attribute: Attribute
}

function ofAttribute(named: Named, given: unknown, path: string): Filter {
  if (given === null) return compared(named, 'null', true, path)
  if (typeof given !== 'object' || Array.isArray(given)) throw badRequest(`${path} must be an object.`)
  return every(
    Object.entries(given ?? {}).map(([name, value]) => ofOperator(named, { name, value }, `${path}.${name}`)),
  )
}

/** `and` and `or` of an attribute hold values that it equals. */
function ofOperator(named: Named, { name, value }: Part, path: string): Filter {
  if (name === 'not') return value === null ? ALL : { is: 'not', of: ofAttribute(named, value, path) }
  if (name === 'and' || name === 'or') {
    if (value === null) return ALL
    return { is: name === 'and' ? 'every' : 'some', of: [value].flat().map(part => compared(named, 'eq', part, path)) }
  }
  if (value === null && name === 'eq') return compared(named, 'null', true, path)
  if (value === null && name === 'ne') return compared(named, 'notNull', true, path)
  return compared(named, operatorFrom(name, path), value, path)
}

function compared({ name, attribute }: Named, operator: Operator, given: unknown, path: string): Filter {
  const values = valuesFrom(attribute, operator, given, path)
  if (['eq', 'ne', 'in', 'notIn'].includes(operator)) refuseUnknownWords(attribute, values, path)
  return { is: 'compared', name, operator, values }
}

function refuseUnknownWords(attribute: Attribute, values: Value[], path: string): void {
  const words = attribute.enum
  const unknown = words && values.find(value => !words.includes(String(value)))
  if (unknown !== undefined) throw badRequest(`${path} is "${String(unknown)}". The words are: ${words?.join(', ')}.`)
}

/** `documentId` stands in no schema. */
function attributeOf(schema: Schema, name: string): Attribute {
  if (name === 'documentId') return { type: 'string' }
  const attribute = schema.attributes[name]
  if (!attribute) throw badRequest(`${labelOf(schema, name)} is no attribute of ${schema.globalId}.`)
  return attribute
}

function every(of: Filter[]): Filter {
  const [only, ...others] = of
  return only && others.length === 0 ? only : { is: 'every', of }
}

function isEmpty(filter: Filter): boolean {
  return filter.is === 'every' && filter.of.length === 0
}

export function costOf(filter: Filter): number {
  switch (filter.is) {
    case 'every':
    case 'some':
      return filter.of.reduce((sum, part) => sum + costOf(part), 0)
    case 'not':
      return costOf(filter.of)
    case 'related':
      return COSTS.relation + costOf(filter.of)
    case 'unrelated':
      return COSTS.relation
    case 'compared':
      return isTextOperator(filter.operator)
        ? COSTS.text
        : COSTS.condition * Math.ceil(Math.max(1, filter.values.length) / 10)
  }
}

/**
 * Whether a filter holds for something that is not there, all of whose values are missing; null where nobody can say.
 * `plan: { slug: { null: true } }` finds what has no plan as well.
 */
export function holdsOfNothing(filter: Filter): boolean | null {
  switch (filter.is) {
    case 'every': return verdict(filter.of, false)
    case 'some': return verdict(filter.of, true)
    case 'not': return negated(holdsOfNothing(filter.of))
    case 'related': return holdsOfNothing(filter.of)
    case 'unrelated': return true
    case 'compared': return ofMissing(filter.operator, filter.values)
  }
}

function verdict(parts: Filter[], decides: boolean): boolean | null {
  const verdicts = parts.map(holdsOfNothing)
  if (verdicts.includes(decides)) return decides
  return verdicts.includes(null) ? null : !decides
}

function negated(verdict: boolean | null): boolean | null {
  return verdict === null ? null : !verdict
}

function ofMissing(operator: Operator, values: Value[]): boolean | null {
  if (operator === 'null') return values[0] === true
  if (operator === 'notNull') return values[0] !== true
  if (operator === 'in' && values.length === 0) return false
  return operator === 'notIn' && values.length === 0 ? true : null
}
