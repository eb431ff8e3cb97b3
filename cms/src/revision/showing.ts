/** Which versions show a file: what may be cited keeps what it shows. */
import type { Core } from '@strapi/strapi'
import { localeOf } from 'shared-types'
import { findBinEntry } from '../bin/entry'
import { schemaOf } from '../content-model/schema'
import { IMAGE, REVISION } from '../content-model/uids'
import { isValues } from '../rows/components'
import { hiddenFor } from '../person/hidden'

interface Version {
  id: number
  type: string
  document: string
  language: string
  number: number
  title: string | null
  snapshot: unknown
}

/**
 * Names the versions that readers can see with a file (`hash` is part of the address of each of its sizes). A picture
 * of somebody who is not public is shown in none, and what was deleted for good has none.
 */
export async function versionsShowing(strapi: Core.Strapi, hash: string): Promise<string[]> {
  // The database finds them without reading each snapshot out; it knows no difference of case here.
  const versions: Version[] = await strapi.db
    .query(REVISION)
    .findMany({
      select: ['id', 'type', 'document', 'language', 'number', 'title', 'snapshot'],
      where: { snapshot: { $containsi: hash }, withdrawnFor: { $null: true } }, orderBy: { id: 'asc' },
    })
  const shown: string[] = []
  for (const version of versions) {
    const holders = holdersOf(version.snapshot, hash)
    if (holders.length === 0) continue
    const hidden = await hiddenFor(strapi, schemaOf(strapi, IMAGE), holders)
    if (holders.every(holder => hidden.has(holder)) || !await isThere(strapi, version)) continue
    shown.push(nameOf(strapi, version))
  }
  return shown
}

/** The documentIds of the pictures with this file; empty where it is no picture's. */
function holdersOf(node: unknown, hash: string, holder = ''): string[] {
  if (typeof node === 'string') return node.includes(hash) ? [holder] : []
  if (Array.isArray(node)) return node.flatMap(inner => holdersOf(inner, hash, holder))
  if (!isValues(node)) return []
  const own = 'file' in node && typeof node.documentId === 'string' ? node.documentId : holder
  return Object.values(node).flatMap(inner => holdersOf(inner, hash, own))
}

/** Whether the document is there, or can be brought back. */
async function isThere(strapi: Core.Strapi, { type, document }: Version): Promise<boolean> {
  return await strapi.db.query(type).count({ where: { documentId: document } }) > 0
    || await findBinEntry(strapi, { document }) !== null
}

function nameOf(strapi: Core.Strapi, { type, title, number, language }: Version): string {
  return `${schemaOf(strapi, type).info.displayName} „${title || 'ohne Namen'}“, Fassung ${number} `
    + `(${localeOf(language).name})`
}
