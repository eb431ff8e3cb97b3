/** Compares answers with the operations that asked for them, field by field, as the contract has them. */
import { type DocumentNode, type FieldNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql'
import { fieldsOfType } from 'shared-types'

/** A field as an operation asks for it: its name in the answer, its type in the contract, what is asked of it. */
export interface Asked {
  name: string
  type: string
  selections: SelectionSetNode | undefined
}

/** What an answer lacks of what its operation asked for, as a path; undefined where it is whole. */
export function missingIn(document: DocumentNode, answer: unknown): string | undefined {
  return problemOf(document, { name: 'data', type: 'Query!', selections: operationOf(document) }, answer)
}

/** The fields of each selection by type: operations are few, objects many. */
const known = new WeakMap<SelectionSetNode, Map<string, Asked[]>>()

/** The fields of a selection that are asked of an object of a type, fragments written out. */
export function fieldsIn(document: DocumentNode, selections: SelectionSetNode | undefined, type: string): Asked[] {
  if (!selections) return []
  const ofTypes = known.get(selections) ?? new Map<string, Asked[]>()
  known.set(selections, ofTypes)
  const fields = ofTypes.get(type) ?? findFields(document, selections, type)
  ofTypes.set(type, fields)
  return fields
}

function findFields(document: DocumentNode, { selections }: SelectionSetNode, type: string): Asked[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return toAsked(selection, type)
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragmentOf(document, selection.name.value)
    const on = fragment?.typeCondition?.name.value ?? type
    return fragment && on === type ? fieldsIn(document, fragment.selectionSet, type) : []
  })
}

/** The type within a list type, or undefined for what is no list. */
export function typeInList(type: string): string | undefined {
  return /^\[(.+)\]!?$/.exec(type)?.[1]
}

/** Whether a type has fields. */
export function isComposite(type: string): boolean {
  return fieldsOfType(nameOf(type)) !== undefined
}

/** The type of an object: what it says of itself, else what the contract says. */
export function typeOf(value: object, type: string): string {
  return '__typename' in value && typeof value.__typename === 'string' ? value.__typename : nameOf(type)
}

function nameOf(type: string): string {
  return type.replace(/!$/, '')
}

function problemOf(document: DocumentNode, { name, type, selections }: Asked, value: unknown): string | undefined {
  if (value === undefined) return `${name} is missing`
  if (value === null) return type.endsWith('!') ? `${name} is null` : undefined
  const inList = typeInList(type)
  if (inList) {
    if (!Array.isArray(value)) return `${name} is no list`
    return firstOf(value, (entry, index) =>
      problemOf(document, { name: `${name}[${index}]`, type: inList, selections }, entry),
    )
  }
  if (!isComposite(type)) return isLeaf(nameOf(type), value) ? undefined : `${name} is no ${nameOf(type)}`
  if (typeof value !== 'object' || Array.isArray(value)) return `${name} is no object`
  const fields = new Map<string, unknown>(Object.entries(value))
  const ofField = (field: Asked) =>
    problemOf(document, { ...field, name: `${name}.${field.name}` }, fields.get(field.name))
  return firstOf(fieldsIn(document, selections, typeOf(value, type)), ofField)
}

/** Numbers and truths are what they are, JSON is anything; all other values without fields are texts. */
function isLeaf(type: string, value: unknown): boolean {
  if (type === 'JSON') return true
  if (type === 'Boolean') return typeof value === 'boolean'
  return typeof value === (['Int', 'Float'].includes(type) ? 'number' : 'string')
}

function firstOf<Value>(
  values: Value[], find: (value: Value, index: number) => string | undefined,
): string | undefined {
  for (const [index, value] of values.entries()) {
    const found = find(value, index)
    if (found) return found
  }
  return undefined
}

function toAsked({ name, alias, selectionSet }: FieldNode, parent: string): Asked[] {
  const type = fieldsOfType(parent)?.[name.value]
  return type ? [{ name: (alias ?? name).value, type, selections: selectionSet }] : []
}

function operationOf(document: DocumentNode): SelectionSetNode | undefined {
  return document.definitions.find(definition => definition.kind === Kind.OPERATION_DEFINITION)?.selectionSet
}

function fragmentOf(document: DocumentNode, name: string): FragmentDefinitionNode | undefined {
  return document.definitions
    .filter(definition => definition.kind === Kind.FRAGMENT_DEFINITION)
    .find(definition => definition.name.value === name)
}
