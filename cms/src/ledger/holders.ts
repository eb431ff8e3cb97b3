/** What says something else because a document that it leads to came or went, or a file that it shows was changed. */
import type { Core } from '@strapi/strapi'
import { isPublic, type Schema, schemaOf } from '../content-model/schema'
import { type Use, usesOf } from '../usage/uses'

/** Holder is a public document that leads to another, or shows a file. */
export interface Holder {
  schema: Schema
  documentId: string
}

/** holdersOf finds the public documents that lead to one. */
export async function holdersOf(strapi: Core.Strapi, schema: Schema, documentId: string): Promise<Holder[]> {
  return holdersIn(strapi, await usesOf(strapi, schema, documentId))
}

/** holdersIn keeps of what uses something the public documents. */
export function holdersIn(strapi: Core.Strapi, uses: Use[]): Holder[] {
  return uses
    .filter(use => use.isPublic && use.uid in strapi.contentTypes)
    .map(({ uid, documentId }) => ({ schema: schemaOf(strapi, uid), documentId }))
    .filter(({ schema }) => isPublic(schema))
}
