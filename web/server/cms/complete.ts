/**
 * Brings what was answered to an earlier form of an operation to today's form: what was not asked for then is null or
 * empty.
 */
import { type DocumentNode, Kind } from 'graphql'
import { type Asked, fieldsIn, isComposite, typeInList, typeOf } from './contract'

/** Says what stands for a value without fields that is missing, by its type in the contract. */
type Fill = (type: string) => unknown

/** An answer with every field that its operation asks for today. What is there stays as it is. */
export function completed(document: DocumentNode, answer: object, fill: Fill = () => null): object {
  const operation = document.definitions.find(definition => definition.kind === Kind.OPERATION_DEFINITION)
  return withAll({ document, fill }, { name: 'data', type: 'Query!', selections: operation?.selectionSet }, answer)
}

interface Form {
  document: DocumentNode
  fill: Fill
}

function complete(form: Form, { name, type, selections }: Asked, value: unknown): unknown {
  const inList = typeInList(type)
  if (inList) {
    if (Array.isArray(value)) return value.map(entry => complete(form, { name, type: inList, selections }, entry))
    return type.endsWith('!') ? [] : null
  }
  if (!isComposite(type)) return value ?? form.fill(type)
  if (isObject(value)) return withAll(form, { name, type, selections }, value)
  return type.endsWith('!') ? withAll(form, { name, type, selections }, {}) : null
}

function withAll(form: Form, { type, selections }: Asked, value: object): object {
  const known = new Map<string, unknown>(Object.entries(value))
  const fields = fieldsIn(form.document, selections, typeOf(value, type))
  const filled = fields.map(field => [field.name, complete(form, field, known.get(field.name))])
  return { ...value, ...Object.fromEntries(filled) }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
