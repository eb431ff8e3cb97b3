/** The tables in which Strapi keeps what leads from row to row, read from its own description of the database. */
import type { Core } from '@strapi/strapi'

/** A relation of a type or component to rows of a type. */
export interface Join {
  /** The uid of the type or component that holds the relation. */
  holder: string
  attribute: string
  /** The uid of the type it leads to. */
  target: string
  table: string
  holderColumn: string
  targetColumn: string
  /** Where the holder's order of its targets stands; none for a relation to one. */
  orderColumn: string | null
}

/** The table that says which components a type or component consists of: `entity_id`, `cmp_id`, `field`, `order`. */
export interface PartTable {
  holder: string
  table: string
}

/** The table that says which files a row shows: `file_id`, `related_id`, `related_type`, `field`, `order`. */
export const FILE_LINKS = 'files_related_mph'

interface Relation {
  type: string
  target?: string
  mappedBy?: string
  joinTable?: {
    name: string
    joinColumn: { name: string }
    inverseJoinColumn?: { name: string }
    orderColumnName?: string
  }
}

interface Description {
  uid: string
  tableName: string
  attributes: Record<string, Relation>
}

/** The relations that our types and components hold. */
export function joinsOf(strapi: Core.Strapi): Join[] {
  return descriptions(strapi).flatMap(({ uid, attributes }) =>
    Object.entries(attributes).flatMap(([attribute, { target, mappedBy, joinTable }]) => {
      if (!joinTable?.inverseJoinColumn || mappedBy || !target?.startsWith('api::')) return []
      const { name: table, joinColumn, inverseJoinColumn, orderColumnName = null } = joinTable
      const columns = {
        holderColumn: joinColumn.name, targetColumn: inverseJoinColumn.name, orderColumn: orderColumnName,
      }
      return [{ holder: uid, attribute, target, table, ...columns }]
    }),
  )
}

/** Where the components of our types and components stand. */
export function partTables(strapi: Core.Strapi): PartTable[] {
  return descriptions(strapi).flatMap(({ uid, attributes }) => {
    const tables = Object.values(attributes).flatMap(({ joinTable }) =>
      joinTable?.name.endsWith('_cmps') ? [joinTable.name] : [],
    )
    return [...new Set(tables)].map(table => ({ holder: uid, table }))
  })
}

/** The table of a type or component. */
export function tableOf(strapi: Core.Strapi, uid: string): string {
  return String(Reflect.get(strapi.db.metadata.get(uid), 'tableName'))
}

/** The columns of a type or component that hold values of these kinds. */
export function columnsOf(strapi: Core.Strapi, uid: string, kinds: string[]): string[] {
  const attributes: Record<string, { type: string, columnName?: string }> = Reflect.get(
    strapi.db.metadata.get(uid), 'attributes',
  )
  return Object.entries(attributes)
    .filter(([, { type }]) => kinds.includes(type))
    .map(([name, { columnName }]) => columnName ?? name)
}

function descriptions(strapi: Core.Strapi): Description[] {
  const uids = Object.keys({ ...strapi.contentTypes, ...strapi.components }).filter(
    uid => uid.startsWith('api::') || !uid.includes('::'),
  )
  // Strapi types what it knows of the database for itself alone.
  return uids.map((uid): Description => Reflect.apply(strapi.db.metadata.get, strapi.db.metadata, [uid]))
}
