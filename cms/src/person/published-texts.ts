/**
 * Takes withdrawn names out of what is stored for readers: so filters, counts, order and search see what readers see.
 * Drafts keep them. What stood there is kept aside, and comes back with the person.
 */
import type { Core } from '@strapi/strapi'
import { isDeepStrictEqual } from 'node:util'
import type { Schema } from '../content-model/schema'
import type { NameMatcher } from './matcher'
import { nameless } from './replace-names'
import { publishedRows, type StoredText, type TextTable } from './text-tables'
import { WITHHELD } from '../content-model/uids'

const ROWS_AT_ONCE = 500

/** A document whose published rows are looked at; all of them where none is named. */
export interface Scope {
  schema: Schema
  documentId: string
}

interface Withheld {
  id: number
  type: string
  rowId: number
  attribute: string
  before: { value: unknown }
  after: { value: unknown }
}

/**
 * Makes what is published say what may be said now: without these names, and with those again that are public. Whether
 * all of it said so already.
 */
export async function settlePublishedTexts(
  strapi: Core.Strapi, names: NameMatcher | null, scope?: Scope,
): Promise<boolean> {
  if (!names && scope) return true
  const withheld: Withheld[] = await strapi.db.query(WITHHELD).findMany()
  if (!names && withheld.length === 0) return true
  const known = new Map(withheld.map(text => [keyOf(text), text]))
  let isSettled = true
  await strapi.db.transaction(async ({ trx }) => {
    for (const table of publishedRows(strapi, trx, scope)) {
      for await (const text of textsOf(table)) {
        if (await settle(strapi, table, text, { names, known: known.get(keyOf(text)) })) isSettled = false
        known.delete(keyOf(text))
      }
    }
  })
  // What is left belonged to rows that are gone.
  if (!scope && known.size > 0)
    await strapi.db.query(WITHHELD).deleteMany({ where: { id: { $in: [...known.values()].map(({ id }) => id) } } })
  return isSettled
}

/** Whoever was deleted is not kept aside either. */
export async function forgetWithheld(strapi: Core.Strapi, names: NameMatcher | null): Promise<void> {
  if (!names) return
  const withheld: Withheld[] = await strapi.db.query(WITHHELD).findMany()
  for (const { id, before, after } of withheld) {
    const clean = nameless(before.value, names)
    if (isDeepStrictEqual(clean, after.value)) await strapi.db.query(WITHHELD).delete({ where: { id } })
    else await strapi.db.query(WITHHELD).update({ where: { id }, data: { before: { value: clean } } })
  }
}

function keyOf({ type, rowId, attribute }: Pick<Withheld, 'type' | 'rowId' | 'attribute'>): string {
  return `${type} ${rowId} ${attribute}`
}

/** Texts of a table, one after the other. */
export async function* textsOf(table: TextTable): AsyncGenerator<StoredText> {
  for (let last = 0; ;) {
    const texts = await table.read(last, ROWS_AT_ONCE)
    yield* texts
    const next = texts.at(-1)?.rowId
    if (next === undefined) return
    last = next
  }
}

/** Whether it says something else now. */
async function settle(
  strapi: Core.Strapi, table: TextTable, text: StoredText,
  { names, known }: { names: NameMatcher | null, known: Withheld | undefined },
): Promise<boolean> {
  const isOurs = known !== undefined && isDeepStrictEqual(text.value, known.after.value)
  const original = isOurs ? known.before.value : text.value
  const clean = names ? nameless(original, names) : original
  const isOther = !isDeepStrictEqual(clean, text.value)
  if (isOther) await table.write(text, clean)
  const isWhole = isDeepStrictEqual(clean, original)
  const data = {
    type: text.type, rowId: text.rowId, attribute: text.attribute, before: { value: original }, after: { value: clean },
  }
  if (known && isWhole) await strapi.db.query(WITHHELD).delete({ where: { id: known.id } })
  else if (known) await strapi.db.query(WITHHELD).update({ where: { id: known.id }, data })
  else if (!isWhole) await strapi.db.query(WITHHELD).create({ data })
  return isOther
}
