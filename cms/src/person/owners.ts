/** To which document a text in the database belongs, by the components that hold it. */
import type { Core } from '@strapi/strapi'
import { valueAt } from 'shared-types'
import { type Schema, schemaOf } from '../content-model/schema'
import type { StoredText } from './text-tables'

export interface Owner {
  schema: Schema
  documentId: string
  /** The attribute of the document in which the text stands. */
  attribute: string
}

/** Null where it is held by nothing any more. */
export async function ownerOf(
  strapi: Core.Strapi, { type, rowId, attribute }: Pick<StoredText, 'type' | 'rowId' | 'attribute'>,
): Promise<Owner | null> {
  const schema = schemaOf(strapi, type)
  if (type in strapi.contentTypes) {
    const row = await strapi.db.query(schema.uid).findOne({ select: ['documentId'], where: { id: rowId } })
    return row && { schema, documentId: row.documentId, attribute }
  }
  for (const { holder, name } of holdersOf(strapi, type)) {
    const table = componentTable(strapi, holder, name)
    const [row]: { entity_id: number }[] = await strapi.db
      .connection(table)
      .select('entity_id')
      .where({ component_type: type, field: name, cmp_id: rowId })
      .limit(1)
    if (row) return ownerOf(strapi, { type: holder.uid, rowId: row.entity_id, attribute: name })
  }
  return null
}

function holdersOf(strapi: Core.Strapi, uid: string): { holder: Schema, name: string }[] {
  const schemas = Object.keys({ ...strapi.contentTypes, ...strapi.components }).map(type => schemaOf(strapi, type))
  return schemas.flatMap(holder => Object.entries(holder.attributes)
    .filter(([, { component, components }]) => component === uid || components?.includes(uid))
    .map(([name]) => ({ holder, name })))
}

/** The table that links a document or component with the components that an attribute of it holds. */
export function componentTable(strapi: Core.Strapi, { uid }: Schema, name: string): string {
  const attribute: unknown = strapi.db.metadata.get(uid).attributes[name]
  return String(valueAt(attribute, 'joinTable', 'name'))
}
