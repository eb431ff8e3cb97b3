/** A type that has had no drafts and gets them: what was public stays public, and drafts lead to drafts. */
import type { Core } from '@strapi/strapi'
import { hasDrafts, type Schema, schemaOf } from '../content-model/schema'
import { type Join, joinsOf } from './joins'
import { deleteRows, insertRow, storedRows, type StoredRow, withoutId } from './rows'

const AFTER_SYNC = 'strapi::content-types.afterSync'
/** Strapi's own, the first of that name: it copies each published row as a draft, but loses relations on the way. */
const STRAPIS = 'enable'

interface Change {
  oldContentTypes?: Record<string, Schema>
  contentTypes: Record<string, Schema>
}

/** Published row → draft, draft → draft. */
type Drafts = ReadonlyMap<number, number>

/**
 * keepRelationsOfNewDrafts lets Strapi make the drafts, and mends what leads to them and from them: as a whole or not
 * at all. Throws where Strapi makes them no more by the name known here.
 */
export function keepRelationsOfNewDrafts(strapi: Core.Strapi): void {
  const hook = strapi.hook(AFTER_SYNC)
  const enable = hook.getHandlers().find(({ name }: { name: string }) => name === STRAPIS)
  if (!enable) throw new Error(`Strapi has no "${STRAPIS}" any more: new-drafts.ts must learn its new name.`)
  hook.delete(enable)
  hook.register(async (change: Change) => {
    const types = newlyDrafted(change)
    if (types.size === 0) return
    await strapi.db.transaction(async () => {
      await enable(change)
      await leadToDrafts(strapi, types)
    })
  })
}

function newlyDrafted({ oldContentTypes = {}, contentTypes }: Change): Set<string> {
  const types = Object.entries(contentTypes).flatMap(([uid, schema]) => {
    const before = oldContentTypes[uid]
    return before && !hasDrafts(before) && hasDrafts(schema) ? [uid] : []
  })
  return new Set(types)
}

async function leadToDrafts(strapi: Core.Strapi, types: ReadonlySet<string>): Promise<void> {
  for (const join of joinsOf(strapi)) {
    if (types.has(join.holder)) await copyLinks(strapi, join)
    else if (types.has(join.target)) await mendLinks(strapi, join)
  }
}

/**
 * The draft of a type that had none leads where its published row leads. That has led to the draft and to the published
 * row of its targets; now each leads to one of them.
 */
async function copyLinks(strapi: Core.Strapi, join: Join): Promise<void> {
  const drafts = await draftsOf(strapi, join.holder)
  const targets = await draftsOf(strapi, join.target)
  const published = [...drafts].filter(([row, draft]) => row !== draft)
  for (const [row, draft] of published) {
    const links = await storedRows(strapi, join.table, join.holderColumn, [row])
    const toDrafts = new Map(links.map(link => moved(link, join, targets)).map(link => [link[join.targetColumn], link]))
    await deleteRows(strapi, join.table, { [join.holderColumn]: draft })
    for (const link of toDrafts.values())
      await insertRow(strapi, join.table, { ...link, [join.holderColumn]: draft })
    const twice = links.filter(link => links.some(other => other !== link && isDraftOf(link, other, join, targets)))
    for (const { id } of twice) await deleteRows(strapi, join.table, { id })
  }
}

function isDraftOf(link: StoredRow, other: StoredRow, { targetColumn }: Join, targets: Drafts): boolean {
  return targets.get(Number(other[targetColumn])) === Number(link[targetColumn])
}

/** Drafts that were there lead to the new drafts; what has no drafts leads to both. */
async function mendLinks(strapi: Core.Strapi, join: Join): Promise<void> {
  const targets = await draftsOf(strapi, join.target)
  const published = [...targets].filter(([row, draft]) => row !== draft).map(([row]) => row)
  const links = await storedRows(strapi, join.table, join.targetColumn, published)
  const rows = await draftsOf(strapi, join.holder)
  for (const link of links) {
    const holder = Number(link[join.holderColumn])
    if (rows.size > 0 && rows.get(holder) !== holder) continue
    const toDraft = moved(link, join, targets)
    if (rows.size > 0) await deleteRows(strapi, join.table, { id: link.id })
    await deleteRows(strapi, join.table, {
      [join.holderColumn]: holder, [join.targetColumn]: toDraft[join.targetColumn],
    })
    await insertRow(strapi, join.table, toDraft)
  }
}

function moved(link: StoredRow, { targetColumn }: Join, targets: Drafts): StoredRow {
  const target = Number(link[targetColumn])
  return { ...withoutId(link), [targetColumn]: targets.get(target) ?? target }
}

/** None for a type or component without drafts. */
async function draftsOf(strapi: Core.Strapi, uid: string): Promise<Drafts> {
  const schema = schemaOf(strapi, uid)
  if (!hasDrafts(schema)) return new Map()
  const rows: { id: number, documentId: string, locale: string | null, publishedAt: string | null }[] = await strapi.db
    .query(uid)
    .findMany({ select: ['id', 'documentId', 'locale', 'publishedAt'] })
  const keyOf = ({ documentId, locale }: (typeof rows)[number]) => `${documentId} ${String(locale)}`
  const drafts = new Map(rows.filter(({ publishedAt }) => publishedAt === null).map(row => [keyOf(row), row.id]))
  return new Map(rows.flatMap((row) => {
    const draft = drafts.get(keyOf(row))
    return draft === undefined ? [] : [[row.id, draft] as const]
  }))
}
