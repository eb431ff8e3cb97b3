/** What a form shows of a row, in a shape that can be kept, compared and saved again. */
import type { Core } from '@strapi/strapi'
import { COMPUTED } from '../content-model/computed'
import { asList, valueAt } from 'shared-types'
import { type Attribute, isLocalised, type Schema, schemaOf } from '../content-model/schema'
import { componentsIn, componentUid } from '../rows/components'
import { documentIdsOf } from '../rows/relations'
import { isEditable, type Values } from '../rows/rows'

/** The value of every attribute: parts, documentIds of relations, ids of files, else what the row holds. */
export type FormState = Record<string, unknown>

/** A component: of a list, of a dynamic zone, or one alone. */
export interface Part {
  uid: string
  /** Null for one that is not saved yet. */
  id: number | null
  state: FormState
}

/** What nobody types, and what is taken back as soon as it is saved. */
const NOT_TYPED = new Set([...COMPUTED, 'isConfirmed'])

/** The attributes of which editors of this row decide: in a translation only its texts. */
export function typedAttributes(schema: Schema, isTranslation = false): [string, Attribute][] {
  return Object.entries(schema.attributes).filter(
    ([name, attribute]) =>
      isEditable(name, attribute) && !NOT_TYPED.has(name) && (!isTranslation || isLocalised(attribute)),
  )
}

/** Reads a row with its relations and components; nothing is an empty form. */
export function stateOf(strapi: Core.Strapi, schema: Schema, row: Values | null, isTranslation = false): FormState {
  const names = typedAttributes(schema, isTranslation)
  return Object.fromEntries(names.map(([name, attribute]) => [name, valueIn(strapi, attribute, row?.[name])]))
}

function valueIn(strapi: Core.Strapi, attribute: Attribute, value: unknown): unknown {
  if (isOfParts(attribute)) return componentsIn(value).map(component => partOf(strapi, attribute, component))
  if (attribute.type === 'relation') return documentIdsOf(value)
  if (attribute.type === 'media') return idsIn(value)
  return plain(value)
}

function partOf(strapi: Core.Strapi, attribute: Attribute, component: Values): Part {
  const uid = componentUid(component, attribute.component)
  return { uid, id: idOf(component), state: stateOf(strapi, schemaOf(strapi, uid), component) }
}

/** The id of a component; a form gives none to one that is new. */
export function idOf(component: Values): number | null {
  return component.id === undefined || component.id === null ? null : Number(component.id)
}

/** Whether an attribute holds components. */
export function isOfParts({ component, components }: Attribute): boolean {
  return component !== undefined || components !== undefined
}

/** The ids of files, however they were given: rows, ids, or what a form connects. */
export function idsIn(value: unknown): number[] {
  return asList(value).map(file => Number(typeof file === 'object' && file !== null ? valueAt(file, 'id') : file))
}

/** As it comes out of JSON; an empty text is none. */
export function plain(value: unknown): unknown {
  return value === undefined || value === '' ? null : JSON.parse(JSON.stringify(value))
}

/** Whether two values say the same; the ids of components do not count, nor does the order of keys. */
export function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b)
}

/** One text for whatever says the same. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const entries = Object.entries(value).filter(
    ([key, entry]) => entry !== undefined && !(key === 'id' && 'state' in value),
  )
  return `{${entries
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => `${key}:${canonical(entry)}`)
    .join()}}`
}

/** The value of an attribute, ready to be saved. */
export function savedAs(strapi: Core.Strapi, attribute: Attribute, value: unknown): unknown {
  if (attribute.type === 'relation') return { set: asList(value).map(documentId => ({ documentId })) }
  if (!isOfParts(attribute) && attribute.type !== 'media') return value
  const isMany
    = attribute.type === 'media'
      ? attribute.multiple === true
      : attribute.repeatable === true || attribute.components !== undefined
  const all = isOfParts(attribute) ? partsIn(value).map(part => partAs(strapi, attribute, part)) : idsIn(value)
  return isMany ? all : (all[0] ?? null)
}

/** The parts that a state holds under an attribute. */
export function partsIn(value: unknown): Part[] {
  return Array.isArray(value) ? value.filter(isPart) : []
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && 'uid' in value && 'state' in value
}

/** A part, ready to be saved: in its place where it has an id, else as a new one. */
export function partAs(strapi: Core.Strapi, holder: Attribute, { uid, id, state }: Part): Values {
  const values = typedAttributes(schemaOf(strapi, uid)).map(([name, attribute]) => [
    name,
    savedAs(strapi, attribute, state[name]),
  ])
  return { ...(id !== null && { id }), ...(holder.components && { __component: uid }), ...Object.fromEntries(values) }
}
