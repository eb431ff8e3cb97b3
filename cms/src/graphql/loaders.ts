/**
 * Reads rows for GraphQL in batches: what a list needs takes the same number of statements for one row and a hundred.
 */
import type { Core } from '@strapi/strapi'
import { asList } from 'shared-types'
import DataLoader from 'dataloader'
import { type Attribute, isLocalised, type Schema } from '../content-model/schema'
import { hiddenFor } from '../person/hidden'
import { hiddenWith } from './made-of'
import { IN_SOURCE_LANGUAGE, type Row, type Values } from '../rows/rows'
import { rowsShown, type Status } from '../rows/shown'

/** What a caller asked for. It travels with every row, so that relations answer in the same language and status. */
export interface View {
  locale: string
  status: Status
}

/** A document as one language shows it, or a component of one: `textRowId` is where its localised parts stand. */
export interface Entity extends Values {
  id: number
  documentId: string
  locale: string | null
  [VIEW]: View
  [TEXT_ROW]: number
}

export const VIEW = Symbol('view')
const TEXT_ROW = Symbol('textRow')

/** The loaders of one request. */
export class Loaders {
  readonly #loaders = new Map<string, DataLoader<unknown, unknown>>()

  /** What the answer is made of, as `dependencies.ts` names it. */
  readonly dependsOn = new Set<string>()

  constructor(private readonly strapi: Core.Strapi) {}

  /** dependOn notes of what else the answer is made. */
  dependOn(keys: readonly string[]): void {
    for (const key of keys) this.dependsOn.add(key)
  }

  /** A document by its id: its texts in the asked language where they exist, else in its source language. */
  document(schema: Schema, view: View, documentId: string): Promise<Entity | null> {
    // Also where it is not there: it may come.
    this.dependOn([documentId, ...hiddenWith(schema)])
    return this.#loader<string, Entity | null>(`document ${schema.uid} ${view.locale} ${view.status}`,
      ids => findEntities(this.strapi, schema, view, ids)).load(documentId)
  }

  /** What an attribute of a row holds: related rows or components, with their ids. */
  attribute(schema: Schema, name: string, attribute: Attribute, entity: Entity): Promise<Row[]> {
    const rowId = isLocalised(attribute) ? entity[TEXT_ROW] : entity.id
    return this.#loader<number, Row[]>(`attribute ${schema.uid} ${name}`,
      ids => findHeld(this.strapi, schema, name, ids)).load(rowId)
  }

  /** Any other batch, by name. */
  batch<Key, Value>(name: string, find: (keys: readonly Key[]) => Promise<Value[]>, key: Key): Promise<Value> {
    return this.#loader<Key, Value>(name, find).load(key)
  }

  #loader<Key, Value>(name: string, find: (keys: readonly Key[]) => Promise<Value[]>): DataLoader<Key, Value> {
    const loader = this.#loaders.get(name) ?? new DataLoader<Key, Value>(find)
    this.#loaders.set(name, loader)
    // @ts-expect-error one map holds loaders of several types; the name decides which
    return loader
  }
}

export function asComponent(row: Row, view: View): Entity {
  return { ...row, [VIEW]: view, [TEXT_ROW]: row.id }
}

async function findEntities(
  strapi: Core.Strapi, schema: Schema, view: View, documentIds: readonly string[],
): Promise<(Entity | null)[]> {
  const rows: Row[] = await strapi.db.query(schema.uid).findMany({
    where: {
      documentId: { $in: [...documentIds] },
      ...rowsShown(schema, view.status),
      ...(isLocalised(schema) && { $or: [{ locale: view.locale }, IN_SOURCE_LANGUAGE] }),
    },
  })
  const hidden = await hiddenFor(strapi, schema, documentIds)
  const byDocument = Map.groupBy(rows.filter(row => !hidden.has(row.documentId)), row => row.documentId)
  return documentIds.map(documentId => toEntity(schema, view, byDocument.get(documentId) ?? []))
}

function toEntity(schema: Schema, view: View, rows: Row[]): Entity | null {
  const source = rows.find(row => !isLocalised(schema) || row.locale === row.sourceLanguage)
  if (!source) return null
  const text = rows.find(row => row.locale === view.locale) ?? source
  return { ...source, ...localisedValues(schema, text), [VIEW]: view, [TEXT_ROW]: text.id }
}

function localisedValues(schema: Schema, row: Row): Values & Pick<Row, 'locale'> {
  const localised = Object.keys(schema.attributes).filter(name => isLocalised(schema.attributes[name] ?? { type: '' }))
  return { ...Object.fromEntries(localised.map(name => [name, row[name]])), locale: row.locale }
}

async function findHeld(strapi: Core.Strapi, schema: Schema, name: string, ids: readonly number[]): Promise<Row[][]> {
  const rows: Row[] = await strapi.db
    .query(schema.uid)
    .findMany({ select: ['id'], where: { id: { $in: [...ids] } }, populate: [name] })
  const byId = new Map(rows.map(row => [row.id, row[name]]))
  return ids.map(id => rowsIn(byId.get(id)))
}

function rowsIn(value: unknown): Row[] {
  return asList(value).filter(isRow)
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && 'id' in value
}
