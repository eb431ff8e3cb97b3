/**
 * What the rules, the admin and GraphQL read in a `schema.json`: Strapi's own words and, under `pluginOptions.lip`,
 * ours.
 */
import type { Core } from '@strapi/strapi'
import { valueAt } from 'shared-types'

/** What an attribute's text must look like. Checked by the rule of the same name in `rules/formats.ts`. */
export type Format = 'edtf' | 'slug' | 'paper-number' | 'web-address' | 'video-address' | 'language'

export interface Attribute {
  type: string
  /** The uid of the related type. */
  target?: string
  relation?: string
  /** Of media: whether it holds several files. */
  multiple?: boolean
  /** The uid of the component. */
  component?: string
  repeatable?: boolean
  /** The uids of the components a dynamic zone may hold. */
  components?: string[]
  enum?: string[]
  /** What GraphQL calls the closed list, with the type behind it where several have it: `Certainty_Measure`. */
  enumName?: string
  private?: boolean
  /** What a new entry has where nothing is said. */
  default?: unknown
  pluginOptions?: {
    i18n?: { localized?: boolean }
    lip?: {
      label: string
      help?: string
      doc: string
      format?: Format
      /** Shown in the form, but not to be changed there. */
      isReadOnly?: boolean
      /** Belongs to its language alone: no translation of anything. */
      isOwn?: boolean
      /** May stay as it is in every script. */
      isProperName?: boolean
    }
  }
}

export interface Schema {
  uid: string
  kind?: 'collectionType' | 'singleType'
  collectionName: string
  globalId: string
  info: { displayName: string, description?: string, singularName?: string }
  options?: { draftAndPublish?: boolean }
  attributes: Record<string, Attribute>
  pluginOptions?: {
    'i18n'?: { localized?: boolean }
    'content-manager'?: { visible?: boolean }
    'lip'?: {
      /** Attributes without which nothing is published. */
      required?: string[]
      /** Lists of parts of which a new form shows the first one, though they may be empty (`begun.ts`). */
      begun?: string[]
      /** The attribute of which the slug is made. */
      titleOf?: string
      /** The EDTF attribute of which `startsOn`, `endsOn`, `countsFrom` and `sortKey` are computed. */
      dated?: string
      /** Whether only what has happened is published. */
      hasHappened?: boolean
      /** Groups of relations and switches of which exactly one is given. */
      exactlyOne?: string[][]
      /** The relation to the measure whose plan must have begun by then. */
      datedWithin?: string
      /** The attributes of which `label` is computed. */
      labelFrom?: string[]
    }
  }
}

export function schemaOf(strapi: Core.Strapi, uid: string): Schema {
  const schema: unknown = valueAt({ ...strapi.contentTypes, ...strapi.components }, uid)
  if (!isSchema(schema)) throw new Error(`No type "${uid}"`)
  return schema
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && 'attributes' in value
}

/** The types that readers and editors know: ours, without the ledger. */
export function publicSchemas(strapi: Core.Strapi): Schema[] {
  return Object.keys(strapi.contentTypes).map(uid => schemaOf(strapi, uid)).filter(isPublic)
}

export function isPublic(schema: Schema): boolean {
  return schema.uid.startsWith('api::') && !isLedger(schema)
}

/** What the rules write and nobody else. */
export function isLedger(schema: Schema): boolean {
  return schema.uid.startsWith('api::ledger.')
}

/** The types that editors see in the admin: the public ones, and of the ledger what they may withdraw. */
export function shownSchemas(strapi: Core.Strapi): Schema[] {
  return Object.keys(strapi.contentTypes)
    .map(uid => schemaOf(strapi, uid))
    .filter(schema => schema.uid.startsWith('api::') && schema.pluginOptions?.['content-manager']?.visible !== false)
}

export function isLocalised(schemaOrAttribute: Schema | Attribute): boolean {
  return schemaOrAttribute.pluginOptions?.i18n?.localized === true
}

export function hasDrafts(schema: Schema): boolean {
  return schema.options?.draftAndPublish === true
}

/** An editor's name for an attribute: the German label, in German quotation marks. */
export function labelOf(schema: Schema, name: string): string {
  return `„${schema.attributes[name]?.pluginOptions?.lip?.label ?? name}“`
}

/** The attribute by which lists, relations and messages name an entry: what is computed for that, else its title. */
export function mainFieldOf(schema: Schema): string {
  return MAIN_FIELDS.find(name => schema.attributes[name]) ?? 'documentId'
}

const MAIN_FIELDS = ['label', 'title', 'name', 'statement', 'value', 'subject', 'page']
