/** Whoever is signed in, and which rows of a type are hers to read, to change or to publish. */
import type { Core } from '@strapi/strapi'
import { type Schema, schemaOf } from '../content-model/schema'
import type { Row, Values } from '../rows/rows'
import { type Deed, permissionsAt } from '../strapi/permissions'
import { lineAttributes } from './line'

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

/** A document in a language, as the ledger names it. */
interface Place {
  /** The uid of the type. */
  type: string
  document: string
  /** Empty for what has no languages. */
  language: string
}

/**
 * Finds, in one question for each type, the rows of these places that match and with which she may do that; with what a
 * line is made of, and the attributes that are named besides where a type has them.
 */
export async function rowsAt(
  reader: Reader, places: readonly Place[], deed: Deed, matching: (schema: Schema) => Values, besides: string[] = [],
): Promise<(place: Place) => Row | undefined> {
  const found = new Map<string, Row>()
  for (const [type, ofType] of Map.groupBy(places, place => place.type)) {
    const schema = schemaOf(reader.strapi, type)
    const allowed = await rowsFor(reader, schema, deed)
    if (!allowed) continue
    const documents = { documentId: { $in: ofType.map(({ document }) => document) } }
    const rows: Row[] = await reader.strapi.db.query(type).findMany({
      where: { $and: [allowed, documents, matching(schema)] },
      select: [...lineAttributes(schema), ...besides.filter(name => name in schema.attributes)],
    })
    for (const row of rows) found.set(keyOf({ type, document: row.documentId, language: row.locale ?? '' }), row)
  }
  return place => found.get(keyOf(place))
}

function keyOf({ type, document, language }: Place): string {
  return `${type} ${document} ${language}`
}
