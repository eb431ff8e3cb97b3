/** Reads everything that is needed to bring an entry back, before it is deleted. */
import type { Core } from '@strapi/strapi'
import type { Schema } from '../content-model/schema'
import { FILE_LINKS, joinsOf, partTables, tableOf } from '../strapi/joins'
import { storedRows, type StoredRow } from '../strapi/rows'
import { type Link, linksTo } from '../usage/links'
import { addressesOf } from './addresses'
import type { BinContent, KeptRow, Lead } from './content'
import { keptValues } from './values'
import { MACHINE_DRAFT, RECORD, TOMBSTONE } from '../content-model/uids'

/** An entry in some of its languages; null for all, and for a type without languages. */
export async function capture(
  strapi: Core.Strapi, schema: Schema, documentId: string, locales: string[] | null,
): Promise<BinContent> {
  const ofDocument = await storedRows(strapi, tableOf(strapi, schema.uid), 'document_id', [documentId])
  const rows = ofDocument.filter(({ locale }) => locales === null || locales.includes(String(locale)))
  return {
    rows: await Promise.all(rows.map(row => keptRow(strapi, schema.uid, row))),
    leads: await leadsTo(strapi, schema, documentId, rows.map(({ id }) => Number(id))),
    ledger: await ledgerOf(strapi, schema, documentId, rows.length === ofDocument.length ? null : locales),
  }
}

async function keptRow(strapi: Core.Strapi, uid: string, row: StoredRow): Promise<KeptRow> {
  const id = Number(row.id)
  return {
    uid,
    values: keptValues(strapi, uid, row),
    parts: await partsOf(strapi, uid, id),
    links: await linksOf(strapi, uid, id),
    files: await storedRows(strapi, FILE_LINKS, 'related_id', [id], { related_type: uid }),
  }
}

async function partsOf(strapi: Core.Strapi, uid: string, id: number): Promise<KeptRow['parts']> {
  const parts: KeptRow['parts'] = []
  for (const { table } of partTables(strapi).filter(({ holder }) => holder === uid)) {
    for (const stored of await storedRows(strapi, table, 'entity_id', [id])) {
      const component = String(stored.component_type)
      const [row] = await storedRows(strapi, tableOf(strapi, component), 'id', [stored.cmp_id])
      if (row) parts.push({ table, stored, row: await keptRow(strapi, component, row) })
    }
  }
  return parts
}

async function linksOf(strapi: Core.Strapi, uid: string, id: number): Promise<KeptRow['links']> {
  const links: KeptRow['links'] = []
  for (const { attribute, target, table, holderColumn, targetColumn } of joinsOf(strapi).filter(
    ({ holder }) => holder === uid,
  )) {
    const rows = await storedRows(strapi, table, holderColumn, [id])
    const addresses = await addressesOf(strapi, target, rows.map(row => Number(row[targetColumn])))
    for (const stored of rows) {
      const address = addresses.get(Number(stored[targetColumn]))
      if (address) links.push({ attribute, stored, target: address })
    }
  }
  return links
}

async function leadsTo(strapi: Core.Strapi, schema: Schema, documentId: string, ids: number[]): Promise<Lead[]> {
  const leads: Lead[] = []
  const ofOwners = Map.groupBy(await linksTo(strapi, schema.uid, ids), ({ place }) => place.uid)
  for (const [uid, links] of ofOwners) {
    const owners = await addressesOf(strapi, uid, links.map(({ place }) => place.row))
    for (const { join, stored, target, place } of links) {
      const owner = owners.get(place.row)
      // What leads from the entry to itself is kept with its rows.
      if (!owner || owner.documentId === documentId) continue
      const before = await standsBefore(strapi, { join, stored })
      leads.push({ holder: join.holder, attribute: join.attribute, owner, path: place.path, stored, target, before })
    }
  }
  return leads
}

async function standsBefore(strapi: Core.Strapi, { join, stored }: Pick<Link, 'join' | 'stored'>): Promise<string[]> {
  const { table, holderColumn, targetColumn, orderColumn, target } = join
  if (!orderColumn) return []
  const siblings = await storedRows(strapi, table, holderColumn, [stored[holderColumn]])
  const earlier = siblings.filter(row => Number(row[orderColumn]) < Number(stored[orderColumn]))
  const addresses = await addressesOf(strapi, target, earlier.map(row => Number(row[targetColumn])))
  return [...new Set([...addresses.values()].map(address => address.documentId))]
}

async function ledgerOf(
  strapi: Core.Strapi, { uid }: Schema, documentId: string, locales: string[] | null,
): Promise<BinContent['ledger']> {
  const kept = async (ledger: string) => {
    const rows = await storedRows(strapi, tableOf(strapi, ledger), 'document', [documentId], { type: uid })
    return rows.map(row => ({ uid: ledger, values: keptValues(strapi, ledger, row) }))
  }
  const records = [...await kept(RECORD), ...await kept(MACHINE_DRAFT)]
  const isAsked = (language: unknown) => locales === null || locales.includes(String(language))
  return [...records.filter(({ values }) => isAsked(values.language)), ...locales === null ? await kept(TOMBSTONE) : []]
}
