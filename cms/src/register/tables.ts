/** Reads whole tables for the register: a statement for each table and relation, however many rows they have. */
import type { Core } from '@strapi/strapi'
import { valueAt } from 'shared-types'
import { schemaOf } from '../content-model/schema'
import { type Status, whereShown } from '../rows/shown'

/** Where the tables are, and which of their rows are shown. */
export interface Reading {
  strapi: Core.Strapi
  status: Status
}

export interface TableRow {
  id: number
  documentId: string
  locale: string
  sourceLanguage: string
  [attribute: string]: unknown
}

/**
 * What is shown of a type, one row for each document and language; in `ones`, relations to one document, stands its
 * documentId.
 */
export async function readRows(
  { strapi, status }: Reading, uid: string, attributes: string[], ones: string[] = [],
): Promise<TableRow[]> {
  const { tableName, attributes: columns } = strapi.db.metadata.get(uid)
  const wanted = ['id', 'documentId', 'locale', 'sourceLanguage', ...attributes]
  const query = strapi.db
    .getConnection(tableName)
    .select(
      Object.fromEntries(
        wanted.map(name => [name, `${tableName}.${valueAt(columns[name], 'columnName') ?? name}`]),
      ),
    )
  for (const one of ones) {
    const { name, joinColumn, inverseJoinColumn, target } = joinTableOf(strapi, uid, one)
    void query
      .leftJoin(name, `${name}.${joinColumn.name}`, `${tableName}.id`)
      .leftJoin(
        { [`one_${one}`]: strapi.db.metadata.get(target).tableName }, `one_${one}.id`,
        `${name}.${inverseJoinColumn.name}`,
      )
      .select({ [one]: `one_${one}.document_id` })
  }
  whereShown(query, tableName, schemaOf(strapi, uid), status)
  return query
}

/** Row id → documentIds to which a relation of that row leads, in their order. */
export async function readRelation(
  { strapi }: Pick<Reading, 'strapi'>, uid: string, attribute: string,
): Promise<Map<number, string[]>> {
  const { name, joinColumn, inverseJoinColumn, target } = joinTableOf(strapi, uid, attribute)
  const links: { row: number, target: string }[] = await strapi.db.getConnection(name)
    .join({ target: strapi.db.metadata.get(target).tableName }, 'target.id', `${name}.${inverseJoinColumn.name}`)
    .select({ row: `${name}.${joinColumn.name}`, target: 'target.document_id' })
    .orderBy(`${name}.id`)
  const targets = new Map<number, string[]>()
  for (const link of links) {
    const known = targets.get(link.row)
    if (!known) targets.set(link.row, [link.target])
    else if (!known.includes(link.target)) known.push(link.target)
  }
  return targets
}

/**
 * Ids of the rows whose relation leads to one of the documents, as a part of another statement: as a join of it, the
 * database would read every row first.
 */
export function rowsThatLeadTo(
  strapi: Core.Strapi, uid: string, attribute: string, documentIds: readonly string[],
): ReturnType<Core.Strapi['db']['getConnection']> {
  const { name, joinColumn, inverseJoinColumn, target } = joinTableOf(strapi, uid, attribute)
  return strapi.db.getConnection(name)
    .join({ target: strapi.db.metadata.get(target).tableName }, 'target.id', `${name}.${inverseJoinColumn.name}`)
    .whereIn('target.document_id', [...documentIds])
    .select(`${name}.${joinColumn.name}`)
}

/** Row id → values of an attribute of the components it holds. */
export async function readComponents(
  { strapi }: Pick<Reading, 'strapi'>, uid: string, attribute: string, component: string, attributes: string[],
): Promise<Map<number, Record<string, unknown>[]>> {
  const { name, joinColumn, inverseJoinColumn } = joinTableOf(strapi, uid, attribute)
  const { tableName, attributes: columns } = strapi.db.metadata.get(component)
  const rows: (Record<string, unknown> & { row: number })[] = await strapi.db.getConnection(name)
    .join(tableName, `${tableName}.id`, `${name}.${inverseJoinColumn.name}`)
    .where(`${name}.field`, attribute)
    .select({
      row: `${name}.${joinColumn.name}`,
      ...Object.fromEntries(
        attributes.map(key => [key, `${tableName}.${valueAt(columns[key], 'columnName') ?? key}`]),
      ),
    })
    .orderBy(`${name}.order`)
  return Map.groupBy(rows, ({ row }) => row)
}

/** The table in which the rows of a type or a component stand. */
export function tableOf(strapi: Core.Strapi, uid: string): string {
  return strapi.db.metadata.get(uid).tableName
}

export function columnOf(strapi: Core.Strapi, uid: string, attribute: string): string {
  return String(valueAt(strapi.db.metadata.get(uid).attributes[attribute], 'columnName') ?? attribute)
}

/**
 * How the rows of a type lead to what an attribute of theirs holds: over a table of its own, or for other languages of
 * the same document over the document.
 */
export interface Join {
  /** The column of the holder. */
  column: string
  table: string
  /** The column of that table in which the holder's stands. */
  holderColumn: string
  targetTable: string
  targetColumn: string
  /** What else must hold in that table. */
  on: Record<string, string>
}

export function joinOf(strapi: Core.Strapi, uid: string, attribute: string): Join {
  const relation = Object(strapi.db.metadata.get(uid).attributes[attribute])
  if (!relation.joinTable && relation.joinColumn) {
    const table = tableOf(strapi, relation.target)
    return {
      column: relation.joinColumn.name, table, holderColumn: relation.joinColumn.referencedColumn, targetTable: table,
      targetColumn: 'id', on: {},
    }
  }
  const { name, joinColumn, inverseJoinColumn, target, on = {} } = joinTableOf(strapi, uid, attribute)
  return {
    column: 'id', table: name, holderColumn: joinColumn.name, targetTable: tableOf(strapi, target),
    targetColumn: inverseJoinColumn.name, on,
  }
}

interface JoinTable {
  name: string
  joinColumn: { name: string }
  inverseJoinColumn: { name: string }
  target: string
  on?: Record<string, string>
}

function joinTableOf(strapi: Core.Strapi, uid: string, attribute: string): JoinTable {
  const relation: unknown = strapi.db.metadata.get(uid).attributes[attribute]
  if (typeof relation !== 'object' || relation === null || !('joinTable' in relation))
    throw new Error(`${uid} has no relation "${attribute}" with a table of its own.`)
  return { ...Object(relation.joinTable), target: valueAt(relation, 'target') }
}

/** A value of a closed list: the database holds no other. */
export function wordOf<Word extends string>(value: unknown): Word {
  // @ts-expect-error the rules have let nothing else in
  return typeof value === 'string' && value !== '' ? value : 'unknown'
}
