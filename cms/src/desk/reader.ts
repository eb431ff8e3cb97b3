/** Whoever is signed in, and which rows of a type are hers to read, to change or to publish. */
import type { Core } from '@strapi/strapi'
import type { Schema } from '../content-model/schema'
import type { Values } from '../rows/rows'
import { type Deed, permissionsAt } from '../strapi/permissions'

export interface Reader {
  strapi: Core.Strapi
  /** What the roles of the account allow, as Strapi has read it for this request. */
  ability: unknown
  /** The id of the account. */
  account: number
}

/** Matches the rows with which she may do that, languages and conditions of her roles included; null where none. */
export async function rowsFor({ strapi, ability }: Reader, schema: Schema, deed: Deed): Promise<Values | null> {
  const permissions = permissionsAt(strapi, ability, schema.uid)
  if (permissions.cannot[deed]()) return null
  const { filters } = await permissions.sanitizedQuery[deed]({})
  return filters ?? {}
}

/** Whether she may write a text of the type in this language. */
export function mayWriteIn(
  { strapi, ability }: Pick<Reader, 'strapi' | 'ability'>, schema: Schema, language: string,
): boolean {
  return permissionsAt(strapi, ability, schema.uid).can.update({ locale: language })
}
