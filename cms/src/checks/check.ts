/** What a check looks at, and what it says. */
import type { Core } from '@strapi/strapi'
import type { Schema } from '../content-model/schema'
import type { Values } from '../rows/rows'
import type { Problem } from '../rules/problems'

/** An entry in a language, as it stands, or as it would stand after a save. */
export interface Draft {
  /** None as long as it is not made. */
  documentId: string | undefined
  /** Empty for what has no languages. */
  locale: string
  isTranslation: boolean
  /** What is said anew: by a save what it changes, by a publication the whole row. */
  said: Values
  /** The row as it will stand. */
  row: Values
  /** The row as it stood before; null where there was none. */
  before: Values | null
  /** The row with the relations of its document, which stand in the source language alone. */
  shown: Values
  /** Whether the text in the source language is public, or becomes so together with this one. */
  hasSource: boolean
  /** documentIds of what becomes public together with it. */
  appearing: ReadonlySet<string>
}

/**
 * When a check is asked. What stands against saving for good, because the database holds it afterwards (`save`); what
 * stands against saving and publishing, because others may have changed something meanwhile (`always`); what stands
 * against publishing (`publish`); and what stands against nothing (`advice`).
 */
export type CheckKind = 'save' | 'always' | 'publish' | 'advice'

/** One check: of which types, of which languages, and what it finds. Field and sentence stand in what it finds. */
export interface Check {
  name: string
  kind: CheckKind
  /** The uids of the types; all where none are named. */
  types?: readonly string[]
  /** Of a document in its source language, of its translations, or of both. */
  of?: 'source' | 'translation'
  problems: (strapi: Core.Strapi, schema: Schema, draft: Draft) => Problem[] | Promise<Problem[]>
}
