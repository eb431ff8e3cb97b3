/** The tables in which published texts stand: of documents, and of the components they hold. */
import type { Core } from '@strapi/strapi'
import { valueAt } from 'shared-types'
import { type Attribute, hasDrafts, publicSchemas, type Schema, schemaOf } from '../content-model/schema'
import { componentTable } from './owners'
import type { Scope } from './published-texts'
import { PERSON } from '../content-model/uids'

type Transaction = Parameters<Parameters<Core.Strapi['db']['transaction']>[0]>[0]['trx']
type Query = ReturnType<Core.Strapi['db']['getConnection']>

/** A text in the database. */
export interface StoredText {
  type: string
  rowId: number
  attribute: string
  value: unknown
}

export interface TextTable {
  /** Texts of the next rows after one, with something in every row. */
  read: (after: number, rows: number) => Promise<StoredText[]>
  write: (text: StoredText, value: unknown) => Promise<void>
}

/**
 * Tables with the texts of what is published, of one document where it is named; outside of any transaction where none
 * is given.
 */
export function publishedRows(strapi: Core.Strapi, trx: Transaction | null, scope?: Scope): TextTable[] {
  const schemas = scope ? [scope.schema] : publicSchemas(strapi)
  return schemas.flatMap(schema => tablesOf(strapi, trx, schema, () => idsOf(strapi, schema, scope?.documentId)))
}

function idsOf(strapi: Core.Strapi, schema: Schema, documentId: string | undefined): Query {
  const query = strapi.db.getConnection(strapi.db.metadata.get(schema.uid).tableName).select('id')
  if (documentId) void query.where('document_id', documentId)
  return hasDrafts(schema) ? query.whereNotNull('published_at') : query
}

/** The table itself, those of its components, and of theirs. */
function tablesOf(strapi: Core.Strapi, trx: Transaction | null, schema: Schema, ids: () => Query): TextTable[] {
  const held = Object.entries(schema.attributes).flatMap(([name, attribute]) =>
    [attribute.component ?? [], attribute.components ?? []].flat().map(uid => ({ name, uid })),
  )
  return [
    tableOf(strapi, trx, schema, ids),
    ...held.flatMap(({ name, uid }) =>
      tablesOf(strapi, trx, schemaOf(strapi, uid), () => componentIds(strapi, schema, name, uid, ids())),
    ),
  ]
}

function componentIds(strapi: Core.Strapi, schema: Schema, name: string, uid: string, holders: Query): Query {
  return strapi.db
    .getConnection(componentTable(strapi, schema, name))
    .select('cmp_id')
    .where({ component_type: uid, field: name })
    .whereIn('entity_id', holders)
}

function tableOf(strapi: Core.Strapi, trx: Transaction | null, schema: Schema, ids: () => Query): TextTable {
  const { tableName, attributes } = strapi.db.metadata.get(schema.uid)
  const names = Object.keys(schema.attributes).filter(name => isText(schema, name, schema.attributes[name]))
  const columnOf = (name: string) => String(valueAt(attributes[name], 'columnName') ?? name)
  const isJson = (name: string) => schema.attributes[name]?.type === 'blocks'
  return {
    read: async (after, rows) => {
      if (names.length === 0) return []
      const found: Record<string, unknown>[] = await tableIn(strapi, trx, tableName)
        .select({ id: 'id', ...Object.fromEntries(names.map(name => [name, columnOf(name)])) })
        .whereIn('id', ids())
        .where('id', '>', after)
        .orderBy('id')
        .limit(rows)
      return found.flatMap(row =>
        names.map(name => ({
          type: schema.uid, rowId: Number(row.id), attribute: name, value: isJson(name) ? parsed(row[name]) : row[name],
        })),
      )
    },
    write: async ({ rowId, attribute }, value) => {
      await tableIn(strapi, trx, tableName).where('id', rowId)
        .update({ [columnOf(attribute)]: isJson(attribute) && value !== null ? JSON.stringify(value) : value })
    },
  }
}

function tableIn(strapi: Core.Strapi, trx: Transaction | null, tableName: string): Query {
  const query = strapi.db.getConnection(tableName)
  return trx ? query.transacting(trx) : query
}

const NO_WORDS = new Set(['slug', 'edtf', 'language', 'paper-number'])

/** Whoever is shown has her own name; addresses of pages are changed elsewhere (`person/slugs.ts`). */
function isText({ uid }: Schema, name: string, attribute: Attribute | undefined): boolean {
  if (!attribute || (uid === PERSON && ['name', 'nameInScript'].includes(name))) return false
  return (
    ['string', 'text', 'blocks'].includes(attribute.type) && !NO_WORDS.has(attribute.pluginOptions?.lip?.format ?? '')
  )
}

/** SQLite keeps lists and objects as text. */
function parsed(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : value
}
