/** Puts the rows of a deleted entry back as they were, under the numbers they had, and what led to them. */
import type { Core } from '@strapi/strapi'
import { FILE_LINKS, type Join, joinsOf, partTables, tableOf } from '../strapi/joins'
import { insertRow, storedRows, type StoredRow, withoutId } from '../strapi/rows'
import { rowAt } from '../usage/places'
import { addressesOf, rowOf } from './addresses'
import type { BinContent, KeptRow, Lead } from './content'
import { storedValues } from './values'

export async function restoreRows(strapi: Core.Strapi, { rows, leads, ledger }: BinContent): Promise<void> {
  for (const row of rows) await putBack(strapi, row)
  // Rows of one entry may lead to each other: first all are there.
  for (const row of rows) await putBackLinks(strapi, row)
  for (const lead of leads) await putBackLead(strapi, lead)
  for (const { uid, values } of ledger) await insertRow(strapi, tableOf(strapi, uid), storedValues(strapi, uid, values))
}

async function putBack(strapi: Core.Strapi, { uid, values, parts, files }: KeptRow): Promise<void> {
  await insertRow(strapi, tableOf(strapi, uid), storedValues(strapi, uid, await withKnownPeople(strapi, values)))
  for (const { table, stored, row } of parts) {
    await putBack(strapi, row)
    await insertRow(strapi, table, withoutId(stored))
  }
  for (const file of files)
    if (await isThere(strapi, 'files', file.file_id)) await insertRow(strapi, FILE_LINKS, withoutId(file))
}

/** Who made an entry may have left since. */
async function withKnownPeople(strapi: Core.Strapi, values: StoredRow): Promise<StoredRow> {
  const known = { ...values }
  for (const column of ['created_by_id', 'updated_by_id'])
    if (known[column] && !await isThere(strapi, 'admin_users', known[column])) known[column] = null
  return known
}

async function isThere(strapi: Core.Strapi, table: string, id: unknown): Promise<boolean> {
  return (await storedRows(strapi, table, 'id', [id])).length > 0
}

async function putBackLinks(strapi: Core.Strapi, { uid, parts, links }: KeptRow): Promise<void> {
  for (const { row } of parts) await putBackLinks(strapi, row)
  const joins = joinsOf(strapi).filter(({ holder }) => holder === uid)
  const known = new Set<string>()
  for (const { attribute, stored, target } of links) {
    const join = joins.find(candidate => candidate.attribute === attribute)
    const found = join ? await rowOf(strapi, target) : null
    if (!join || found === null || known.has(`${attribute} ${found}`)) continue
    known.add(`${attribute} ${found}`)
    await insertRow(strapi, join.table, { ...withoutId(stored), [join.targetColumn]: found })
  }
}

async function putBackLead(strapi: Core.Strapi, lead: Lead): Promise<void> {
  const join = joinsOf(strapi).find(({ holder, attribute }) => holder === lead.holder && attribute === lead.attribute)
  const holder = join ? await holderOf(strapi, lead, join) : null
  if (!join || holder === null) return
  const siblings = await storedRows(strapi, join.table, join.holderColumn, [holder])
  const isTaken = join.orderColumn === null && siblings.length > 0
  if (isTaken || siblings.some(row => Number(row[join.targetColumn]) === lead.target)) return
  const order = join.orderColumn && { [join.orderColumn]: await orderFor(strapi, join, siblings, lead.before) }
  await insertRow(strapi, join.table, { ...withoutId(lead.stored), [join.holderColumn]: holder, ...order })
}

/**
 * The component or row that held the relation, where it still stands; a published one only if it is still published.
 */
async function holderOf(strapi: Core.Strapi, { owner, path, stored }: Lead, join: Join): Promise<number | null> {
  const row = await rowOf(strapi, owner)
  if (row === null) return null
  const isSame = (await addressesOf(strapi, owner.uid, [row])).get(row)?.isLive === owner.isLive
  if (!isSame) return null
  if (path.length === 0) return row
  const asBefore = Number(stored[join.holderColumn])
  return await isPartOf(strapi, join.holder, asBefore) ? asBefore : rowAt(strapi, { uid: owner.uid, row, path })
}

async function isPartOf(strapi: Core.Strapi, component: string, id: number): Promise<boolean> {
  const standing = await Promise.all(
    partTables(strapi).map(({ table }) => storedRows(strapi, table, 'cmp_id', [id], { component_type: component })),
  )
  return standing.some(rows => rows.length > 0)
}

/** Between what stood before it and what came after, whatever was moved, added or taken out meanwhile. */
async function orderFor(
  strapi: Core.Strapi, { target, targetColumn, orderColumn }: Join, siblings: StoredRow[], before: string[],
): Promise<number> {
  const orders = siblings.map(row => Number(row[orderColumn ?? '']))
  const addresses = await addressesOf(strapi, target, siblings.map(row => Number(row[targetColumn])))
  const isBefore = (row: StoredRow) => before.includes(addresses.get(Number(row[targetColumn]))?.documentId ?? '')
  const last = Math.max(0, ...siblings.filter(isBefore).map(row => Number(row[orderColumn ?? ''])))
  const next = Math.min(...orders.filter(order => order > last))
  return Number.isFinite(next) ? (last + next) / 2 : last + 1
}
