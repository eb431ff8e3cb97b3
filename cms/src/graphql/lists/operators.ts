/** What can be asked of a single value in a filter, and which values may be asked for. */
import { isDay } from 'shared-types'
import type { Attribute } from '../../content-model/schema'
import { badRequest } from '../arguments'

/** Longer texts are not looked for. */
const MAX_TEXT_CHARACTERS = 255
/** The most values of `in` and `notIn`. */
const MAX_VALUES = 100

/** Operators that look into a text, and those that compare texts whatever their case. */
const IN_TEXT = [
  'contains', 'notContains', 'containsi', 'notContainsi', 'startsWith', 'endsWith', 'eqi', 'nei',
] as const
const OF_ONE = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte'] as const
const OF_SEVERAL = ['in', 'notIn', 'between'] as const
const OF_ABSENCE = ['null', 'notNull'] as const

export type TextOperator = (typeof IN_TEXT)[number]
export type Operator
  = TextOperator | (typeof OF_ONE)[number] | (typeof OF_SEVERAL)[number] | (typeof OF_ABSENCE)[number]
export type Value = string | number | boolean | Date

const OPERATORS: readonly Operator[] = [...IN_TEXT, ...OF_ONE, ...OF_SEVERAL, ...OF_ABSENCE]
const TEXT_TYPES = ['string', 'text', 'uid', 'email', 'enumeration']
/** Rich text is kept as a tree, which only `search` reads. */
const TREE_TYPES = ['blocks', 'json']
/** Years that both databases know. */
const [FIRST_YEAR, LAST_YEAR] = [1, 9999]

export function operatorFrom(name: string, path: string): Operator {
  const operator = OPERATORS.find(candidate => candidate === name)
  if (!operator)
    throw badRequest(`${path} cannot be asked for "${name}". It can be asked for: ${OPERATORS.join(', ')}.`)
  return operator
}

export function isTextOperator(operator: Operator): operator is TextOperator {
  return IN_TEXT.some(candidate => candidate === operator)
}

/** The values with which an attribute is compared, each fit for both databases. */
export function valuesFrom(attribute: Attribute, operator: Operator, given: unknown, path: string): Value[] {
  if (operator === 'null' || operator === 'notNull') return [booleanFrom(given, path)]
  if (TREE_TYPES.includes(attribute.type))
    throw badRequest(`${path} is rich text: it can be asked for null and notNull. Use search(q:) to find words in it.`)
  if (isTextOperator(operator) && !TEXT_TYPES.includes(attribute.type))
    throw badRequest(`${path} is no text, so it cannot be asked for "${operator}".`)
  const values = OF_SEVERAL.some(several => several === operator) ? severalFrom(operator, given, path) : [given]
  return values.map(value => valueFrom(attribute, value, path))
}

function severalFrom(operator: Operator, given: unknown, path: string): unknown[] {
  if (!Array.isArray(given)) throw badRequest(`${path} must be a list.`)
  if (operator === 'between' && given.length !== 2)
    throw badRequest(`${path} must be two values: the first and the last.`)
  if (given.length > MAX_VALUES)
    throw badRequest(`${path} has ${given.length} values. At most ${MAX_VALUES} are possible.`)
  return given
}

function booleanFrom(given: unknown, path: string): boolean {
  if (typeof given !== 'boolean') throw badRequest(`${path} must be true or false.`)
  return given
}

function valueFrom(attribute: Attribute, given: unknown, path: string): Value {
  if (given === null || given === undefined) throw badRequest(`${path} must not be null. Ask for null: true instead.`)
  if (given instanceof Date) return momentFrom(attribute, given, path)
  if (typeof given === 'string') return textFrom(attribute, given, path)
  if (typeof given === 'boolean' || (typeof given === 'number' && Number.isFinite(given))) return given
  throw badRequest(`${path} must be a single value.`)
}

function textFrom(attribute: Attribute, given: string, path: string): string {
  if (given.length > MAX_TEXT_CHARACTERS)
    throw badRequest(`${path} has ${given.length} characters. At most ${MAX_TEXT_CHARACTERS} are possible.`)
  if (attribute.type === 'date' && !isDay(given)) throw badRequest(`${path} must be a day such as 2021-12-31.`)
  return given
}

function momentFrom(attribute: Attribute, given: Date, path: string): string | Date {
  const year = given.getUTCFullYear()
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR))
    throw badRequest(`${path} must be of a year from ${FIRST_YEAR} to ${LAST_YEAR}.`)
  return attribute.type === 'date' ? given.toISOString().slice(0, 10) : given
}
