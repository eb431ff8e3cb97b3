/**
 * Brings what was answered to an earlier form of an operation to today's form: what was not asked for then, or was not
 * certain then, is null or empty, or says that it is not known.
 */
import { type DocumentNode, Kind } from 'graphql'
import { UNKNOWN_LANGUAGE } from 'shared-types'
import { type Asked, fieldsIn, isComposite, typeInList, typeOf } from './contract'

/** What is known of the object in which a value is missing, by the names of its fields. */
type Known = ReadonlyMap<string, unknown>

/** Says what stands for a value without fields that is missing. */
type Fill = (field: Pick<Asked, 'name' | 'type'>, known: Known) => unknown

/** An answer with every field that its operation asks for today. What is there stays as it is. */
export function completed(document: DocumentNode, answer: object, fill: Fill = placeholderOf): object {
  const operation = document.definitions.find(definition => definition.kind === Kind.OPERATION_DEFINITION)
  return withAll({ document, fill }, { name: 'data', type: 'Query!', selections: operation?.selectionSet }, answer)
}

/** By type: a text that is missing is empty, and no number is made up. */
const PLACEHOLDERS: Record<string, unknown> = {
  'String!': '', 'ID!': '', 'Date!': '', 'DateTime!': '', 'Boolean!': false, 'JSON!': [], 'Int!': null, 'Float!': null,
}

/** Codes of languages, by which pages choose how they write: none is never without one, and none is made up. */
const LANGUAGES = ['locale', 'language']

/** What links and headings are made of is never empty: a slug or a dash stands for it. */
const NAMES = ['title', 'name']

/** What stands for what is certain today and is missing; null for all else. Of any other type is a closed list. */
export function placeholderOf({ name, type }: Pick<Asked, 'name' | 'type'>, known: Known): unknown {
  if (!type.endsWith('!')) return null
  if (name === 'slug') return known.get('documentId') ?? ''
  if (LANGUAGES.includes(name)) return UNKNOWN_LANGUAGE
  if (NAMES.includes(name)) return known.get('slug') ?? '–'
  return type in PLACEHOLDERS ? PLACEHOLDERS[type] : 'unknown'
}

interface Form {
  document: DocumentNode
  fill: Fill
}

function complete(form: Form, { name, type, selections }: Asked, known: Known): unknown {
  const value = known.get(name)
  const inList = typeInList(type)
  if (inList) {
    const entries = Array.isArray(value) ? value.filter(entry => entry !== null) : []
    return entries.map(entry => complete(form, { name, type: inList, selections }, new Map([[name, entry]])))
  }
  if (!isComposite(type)) return value ?? form.fill({ name, type }, known)
  if (isObject(value)) return withAll(form, { name, type, selections }, value)
  return type.endsWith('!') ? withAll(form, { name, type, selections }, {}) : null
}

function withAll(form: Form, { type, selections }: Asked, value: object): object {
  const known = new Map<string, unknown>(Object.entries(value))
  const fields = fieldsIn(form.document, selections, typeOf(value, type))
  return { ...value, ...Object.fromEntries(fields.map(field => [field.name, complete(form, field, known)])) }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
