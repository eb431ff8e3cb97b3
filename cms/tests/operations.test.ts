/** What the website asks is what anyone may ask: it stays within the limits. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { buildSchema, type DocumentNode, Kind, type ValidationRule } from 'graphql'
import { validate } from 'graphql/validation'
import * as shared from 'shared-types'
import { describe, expect, test } from 'vitest'

const require = createRequire(import.meta.url)
const { operationLimits }: { operationLimits: ValidationRule } = require('../dist/src/graphql/limits/operation')

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'))
const operations = Object.entries(shared).filter((entry): entry is [string, DocumentNode] => isOperation(entry[1]))

function isOperation(value: unknown): value is DocumentNode {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === Kind.DOCUMENT
}

describe('an operation of the website', () => {
  test('is one of many', () => expect(operations.length).toBeGreaterThan(30))

  test.each(operations)('%s may be asked', (_name, document) => {
    expect(validate(schema, document, [operationLimits]).map(({ message }) => message)).toEqual([])
  })
})
