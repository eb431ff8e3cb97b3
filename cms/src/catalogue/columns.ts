/** The columns of a catalogue: every attribute of a measure that fits a cell, as the schema has it. */
import type { Core } from '@strapi/strapi'
import { type Attribute, type Schema, schemaOf } from '../content-model/schema'
import { isToOne } from '../together/sent'
import { typedAttributes } from '../together/form-state'

/** Says which measure a row is. */
export const KEY = 'documentId'
/** Says which version of the measure stood in the table when it left the portal. */
export const VERSION = 'version'

/** The plan is chosen for the whole table. */
const CHOSEN = 'plan'

export interface Column {
  /** The attribute; `KEY` or `VERSION`. */
  name: string
  /** What editors call it, which is the heading of the column. */
  label: string
}

/** An attribute that fits a cell. */
export interface CellColumn extends Column {
  attribute: Attribute
}

export type AnyColumn = Column | CellColumn

const KEYS: Column[] = [{ name: KEY, label: 'Kennung' }, { name: VERSION, label: 'Bearbeitungsstand' }]

/** In the order of the form, after those that say which measure it is. */
export function allColumns(strapi: Core.Strapi, schema: Schema): AnyColumn[] {
  return [...KEYS, ...cellColumns(strapi, schema)]
}

export function cellColumns(strapi: Core.Strapi, schema: Schema): CellColumn[] {
  return typedAttributes(schema)
    .filter(([name, attribute]) => name !== CHOSEN && !attribute.pluginOptions?.lip?.isOwn && fits(strapi, attribute))
    .map(([name, attribute]) => ({ name, attribute, label: attribute.pluginOptions?.lip?.label ?? name }))
}

/** The names under which Strapi keeps the rights to an attribute: of parts, those of everything in them. */
export function rightsOf(strapi: Core.Strapi, { name, attribute }: CellColumn): string[] {
  if (!attribute.component) return [name]
  return typedAttributes(schemaOf(strapi, attribute.component)).map(([inner]) => `${name}.${inner}`)
}

const SINGLE = ['string', 'text', 'enumeration']

function fits(strapi: Core.Strapi, attribute: Attribute): boolean {
  if (attribute.component)
    return attribute.repeatable === true && typedAttributes(schemaOf(strapi, attribute.component)).every(isPart)
  return [...SINGLE, 'blocks', 'relation'].includes(attribute.type)
}

/** What stands beside others in one line of a cell. */
function isPart([, attribute]: [string, Attribute]): boolean {
  return attribute.type === 'relation' ? isToOne(attribute) : SINGLE.includes(attribute.type)
}
