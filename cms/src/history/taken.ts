/**
 * A former state as Strapi's form wants it: relations as what is connected and disconnected against what stands now,
 * files whole, parts under keys by which they are sorted.
 */
import type { Core } from '@strapi/strapi'
import { asList } from 'shared-types'
import { type Attribute, isLocalised, mainFieldOf, type Schema, schemaOf } from '../content-model/schema'
import { FILE } from '../content-model/uids'
import { componentsIn, componentUid, isValues } from '../rows/components'
import { type Row, sourceFirst, type Values, workingRows } from '../rows/rows'
import {
  type FormState, idOf, idsIn, isOfParts, isSame, type Part, partsIn, typedAttributes,
} from '../together/form-state'

/** The row that the form shows, and its language. */
export interface Form {
  row: Values
  language: string
}

/** What to put into the form for each of these attributes. */
export async function takenInto(
  strapi: Core.Strapi, schema: Schema, state: FormState, names: string[], { row, language }: Form,
): Promise<Values> {
  const taken = typedAttributes(schema)
    .filter(([name]) => names.includes(name) && name in state)
    .map(async ([name, attribute]) =>
      [name, await takenValue(strapi, attribute, state[name], { now: row[name], language })])
  return Object.fromEntries(await Promise.all(taken))
}

/** What stands there now, with the rows of relations. */
interface Standing {
  now: unknown
  language: string
}

async function takenValue(
  strapi: Core.Strapi, attribute: Attribute, value: unknown, { now, language }: Standing,
): Promise<unknown> {
  if (isOfParts(attribute)) return takenParts(strapi, attribute, partsIn(value), { now, language })
  if (attribute.type === 'relation')
    return takenRelation(strapi, attribute, asList(value).map(String), { now, language })
  if (attribute.type === 'media') return takenFiles(strapi, attribute, idsIn(value))
  return value ?? null
}

/** A part that is still there stays the same one; else it is a new one. */
async function takenParts(
  strapi: Core.Strapi, attribute: Attribute, parts: Part[], { now, language }: Standing,
): Promise<unknown> {
  const standing = componentsIn(now)
  const taken = await Promise.all(parts.map(async (part, index) => {
    const same = standing.find(one => componentUid(one, attribute.component) === part.uid && idOf(one) === part.id)
    const schema = schemaOf(strapi, part.uid)
    const names = typedAttributes(schema).map(([name]) => name)
    return {
      ...await takenInto(strapi, schema, part.state, names, { row: same ?? {}, language }),
      ...same && { id: part.id },
      ...attribute.components && { __component: part.uid },
      __temp_key__: keyAt(index),
    }
  }))
  return attribute.repeatable || attribute.components ? taken : taken[0] ?? null
}

/** Everything is connected anew, each at the end, so that its order is the one of then. */
async function takenRelation(
  strapi: Core.Strapi, attribute: Attribute, wanted: string[], { now, language }: Standing,
): Promise<{ connect: object[], disconnect: object[] }> {
  const target = schemaOf(strapi, attribute.target ?? '')
  const related = asList(now).filter(isRow)
  if (isSame(related.map(({ documentId }) => documentId), wanted)) return { connect: [], disconnect: [] }
  const missing = wanted.filter(id => !related.some(({ documentId }) => documentId === id))
  const found = await rowsOf(strapi, target, missing, language)
  const rows = new Map([...found, ...related].map(row => [row.documentId, row]))
  const connected = wanted.flatMap(documentId => rows.get(documentId) ?? [])
  const names = await namesFor(strapi, target, connected)
  return {
    connect: connected.map((row, index) => ({
      ...referenceTo(row, { isTemporary: true, position: { end: true } }), label: names.get(row.id) ?? '',
      __temp_key__: keyAt(index),
    })),
    disconnect: related.filter(({ documentId }) => !wanted.includes(documentId)).map(row => referenceTo(row)),
  }
}

/** As the form names another row: what is under `apiData` is sent. */
function referenceTo({ id, documentId, locale }: Row, more: object = {}): object {
  return { id, apiData: { id, documentId, locale, ...more } }
}

function isRow(value: unknown): value is Row {
  return isValues(value) && typeof value.documentId === 'string'
}

/** In the language of the form, else the one in which they were written. */
async function rowsOf(strapi: Core.Strapi, schema: Schema, documentIds: string[], language: string): Promise<Row[]> {
  if (documentIds.length === 0) return []
  const rows: Row[] = await strapi.db
    .query(schema.uid)
    .findMany({ where: { documentId: { $in: documentIds }, ...workingRows(schema) } })
  const first = isLocalised(schema)
    ? [...rows.filter(({ locale }) => locale === language), ...sourceFirst(rows)]
    : rows
  return documentIds.flatMap(id => first.find(({ documentId }) => documentId === id) ?? [])
}

async function namesFor(strapi: Core.Strapi, schema: Schema, rows: Row[]): Promise<Map<number, string>> {
  const name = mainFieldOf(schema)
  const found: Row[] = await strapi.db
    .query(schema.uid)
    .findMany({ select: ['id', name], where: { id: { $in: rows.map(({ id }) => id) } } })
  return new Map(found.map(row => [row.id, String(row[name] ?? '')]))
}

/** A file that was deleted since is left out. */
async function takenFiles(strapi: Core.Strapi, { multiple }: Attribute, ids: number[]): Promise<unknown> {
  const files: { id: number }[] = await strapi.db.query(FILE).findMany({ where: { id: { $in: ids } } })
  const taken = ids.flatMap(id => files.find(file => file.id === id) ?? [])
  return multiple ? taken : taken[0] ?? null
}

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * Keys by which Strapi's form sorts: it counts to the base of 62, and its own ones begin with an a. Another beginning
 * tells what was taken from what stood there.
 */
function keyAt(index: number): string {
  return `b${LETTERS[Math.floor(index / LETTERS.length)]}${LETTERS[index % LETTERS.length]}`
}
