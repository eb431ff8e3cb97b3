/**
 * Makes lists that cost as much as is allowed, out of the contract itself: any filter that it knows, in any nesting.
 */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import {
  buildSchema, getNamedType, type GraphQLInputField, type GraphQLInputObjectType, isInputObjectType, isListType,
} from 'graphql'
import type { Values } from './strapi'

export const contract = buildSchema(readFileSync('schema.graphql', 'utf8'))

export interface AskedList {
  query: string
  variables: Values
}

/** What the statements of a list are counted with in `graphql/limits/cost.ts`. */
const COSTS = { condition: 1, text: 4, relation: 4, sort: 2 }
/** Conditions that hold of nothing, and those that hold of everything: neither `or` nor `and` may stop at the first. */
const TEXT = {
  or: ['contains', 'containsi', 'startsWith', 'endsWith', 'eqi'], and: ['notContains', 'notContainsi', 'nei'],
}
const PLAIN = { or: ['eq', 'null', 'in'], and: ['ne', 'notNull', 'notIn'] }
const ABSENT = { or: ['null'], and: ['notNull'] }
/** The types with thousands of rows. */
const LARGE = /^(measures|statusUpdates|decisions|lineages)/
const DEEPEST = 6

/** Every list of the contract with the type of its filters. */
export const LISTS = Object.values(contract.getQueryType()?.getFields() ?? {}).flatMap(({ name, args }) => {
  const filters = args.find(arg => arg.name === 'filters')?.type
  return isInputObjectType(filters) ? [{ name, filters }] : []
})

/** One list whose filters and sorts cost nearly `cost`. */
export function dearList(cost: number): fc.Arbitrary<AskedList> {
  const list = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...LISTS.filter(({ name }) => LARGE.test(name))) },
    fc.constantFrom(...LISTS),
  )
  return fc
    .record({
      list, by: fc.constantFrom<By>('or', 'and'), sort: fc.constantFrom('documentId', 'createdAt:desc', 'updatedAt'),
      start: fc.constantFrom(0, 50, 9900, 2_000_000_000), random: fc.infiniteStream(fc.nat(1_000_000)),
    })
    .map(({ list: { name, filters }, by, sort, start, random }) => {
      const isCounted = name.endsWith('_connection')
      const next = () => Number(random.next().value)
      const fields = isCounted ? 'nodes { documentId } pageInfo { total }' : 'documentId'
      const query = `query Dear($filters: ${filters.name}, $sort: [String], $pagination: PaginationArg) { `
        + `${name}(filters: $filters, sort: $sort, pagination: $pagination) { ${fields} } }`
      return {
        query,
        variables: {
          filters: { [by]: partsOf(filters, { left: (cost - COSTS.sort) / (isCounted ? 2 : 1) - 1, by }, next) },
          sort: [sort], pagination: { start, limit: 100 },
        },
      }
    })
}

type By = 'or' | 'and'

interface Budget {
  by: By
  left: number
}

function partsOf(type: GraphQLInputObjectType, budget: Budget, next: () => number): Values[] {
  const parts: Values[] = []
  while (budget.left > 0 && parts.length < 60) {
    const part = partOf(type, budget, next, 2)
    if (!part) break
    parts.push(part)
  }
  return parts
}

/** A condition of a document, as deep as is allowed; null where the budget is too small for the one that was drawn. */
function partOf(type: GraphQLInputObjectType, budget: Budget, next: () => number, depth: number): Values | null {
  const fields = Object.values(type.getFields()).filter(({ name }) => !['and', 'or', 'not'].includes(name))
  const field = fields[next() % fields.length]
  const inner = field && getNamedType(field.type)
  if (!field || !isInputObjectType(inner)) return null
  if (!inner.name.endsWith('FiltersInput')) return comparisonOf(field, inner, budget, next)
  if (budget.left < COSTS.relation + COSTS.text || depth >= DEEPEST - 1)
    return comparisonOf(fields.find(({ name }) => name === 'documentId') ?? field, null, budget, next)
  budget.left -= COSTS.relation
  const part = partOf(inner, budget, next, depth + 1)
  return part && { [field.name]: part }
}

function comparisonOf(
  field: GraphQLInputField, given: GraphQLInputObjectType | null, budget: Budget, next: () => number,
): Values | null {
  const type = given ?? getNamedType(field.type)
  if (!isInputObjectType(type) || type.name.endsWith('FiltersInput')) return null
  const isText = type.name === 'StringFilterInput' && budget.left >= COSTS.text
  const operators = Object.values(type.getFields()).filter(({ name }) =>
    (isText ? TEXT : type.name === 'StringFilterInput' ? ABSENT : PLAIN)[budget.by].includes(name),
  )
  const operator
    = type.name === 'JSONFilterInput'
      ? type.getFields()[budget.by === 'or' ? 'null' : 'notNull']
      : operators[next() % operators.length]
  if (!operator) return null
  budget.left -= isText ? COSTS.text : COSTS.condition
  return {
    [field.name]: {
      [operator.name]: isListType(operator.type)
        ? Array(10).fill(valueOf(field.name, getNamedType(operator.type).name))
        : valueOf(field.name, getNamedType(operator.type).name),
    },
  }
}

/** No entry has this value; a closed list has only words. */
function valueOf(name: string, type: string): unknown {
  const of: Record<string, unknown> = {
    Boolean: true, Int: 987_654, Float: 0.5, Date: '1815-01-01', DateTime: '1815-01-01T00:00:00Z', ID: 'none',
  }
  return of[type] ?? `none of any ${name} at all`
}
