/** What the contract says is certain is answered, also where a draft or an older entry lacks it. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import {
  buildSchema, getNamedType, getNullableType, type GraphQLObjectType, isEnumType, isLeafType, isListType, isNonNullType,
  isObjectType,
} from 'graphql'
import { CONTENT_TYPES, type ContentType, TYPES, UNKNOWN_LANGUAGE } from 'shared-types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, type Cms, previewKey, startCms, type Values } from './strapi'

const CONTRACT = buildSchema(readFileSync('schema.graphql', 'utf8'))
/** What nobody sees without consent, or without saying who does it for what. */
const HIDDEN: ContentType[] = ['Person', 'Contribution']

let cms: Cms

beforeAll(async () => {
  cms = await startCms()
})

afterAll(() => cms?.stop())

function typeNamed(name: string): GraphQLObjectType {
  const type = CONTRACT.getType(name)
  if (!isObjectType(type)) throw new Error(`${name} is no object type.`)
  return type
}

/** The fields of a type that have a value and no fields of their own. */
function certainFields(type: ContentType): { name: string, isEnum: boolean, isList: boolean }[] {
  return Object.values(typeNamed(type).getFields())
    .filter(({ type: of, args }) => isNonNullType(of) && isLeafType(getNamedType(of)) && args.length === 0)
    .map(({ name, type: of }) => ({
      name, isEnum: isEnumType(getNamedType(of)), isList: isListType(getNullableType(of)),
    }))
}

function questionFor(type: ContentType): string {
  const fields = Object.values(CONTRACT.getQueryType()?.getFields() ?? {})
  return fields.find(field =>
    getNamedType(field.type).name === type && field.args.some(({ name }) => name === 'documentId'))?.name ?? ''
}

/** An entry of which nothing is said, as no form would write it. */
async function bare(type: ContentType, publishedAt: Date | null): Promise<string> {
  const documentId = randomBytes(12).toString('hex')
  const nothing = Object.fromEntries(certainFields(type).map(({ name }) => [name, null]))
  await cms.strapi.db.query(TYPES[type].uid).create({
    data: {
      ...nothing, documentId, locale: 'de', sourceLanguage: 'de', publishedAt, createdAt: new Date(), updatedAt: new Date(),
    },
  })
  return documentId
}

describe.each(CONTENT_TYPES)('%s', (type) => {
  test.each([
    ['published before the rule', new Date(), ''], ['as a draft', null, ', status: DRAFT'],
  ])('%s: answers every certain field, and says what is missing', async (_name, publishedAt, status) => {
    const fields = certainFields(type)
    const documentId = await bare(type, publishedAt)
    const names = fields.map(({ name }) => name).join(' ')
    const { data, errors } = await ask<Record<string, Values | null>>(
      cms, `{ entry: ${questionFor(type)}(documentId: "${documentId}"${status}) { ${names} } }`, {},
      status ? { 'X-Preview-Key': previewKey(cms) } : {},
    )
    expect(errors).toEqual([])
    if (HIDDEN.includes(type)) return
    for (const { name, isEnum, isList } of fields) {
      const value = data?.entry?.[name]
      expect(value, name).not.toBeNull()
      if (['title', 'name'].includes(name)) expect(value, name).toMatch(publishedAt ? /^–$/ : /^\[.+ fehlt\]$/)
      if (isEnum && !isList && name !== 'translationState') expect(value, name).toBe('unknown')
      if (name === 'language') expect(value, name).toBe(UNKNOWN_LANGUAGE)
    }
  })
})

test('lists of the contract have no holes', () => {
  const holes = Object.values(CONTRACT.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap(type => Object.values(type.getFields()).map(field => ({ field, path: `${type.name}.${field.name}` })))
    .filter(({ field: { type } }) => {
      const list = getNullableType(type)
      return isListType(list) && !(isNonNullType(type) && isNonNullType(list.ofType))
    })
    .map(({ path }) => path)
  expect(holes).toEqual([])
})
