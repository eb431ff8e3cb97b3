/** Lists what uses an entry or a file, for editors: what would lose something if it were not there. */
import type { Core } from '@strapi/strapi'
import { contentTypeAt, rowOf } from 'shared-types'
import { isLocalised, isPublic, labelOf, mainFieldOf, type Schema, schemaOf } from '../content-model/schema'
import { type Link, linksTo } from './links'
import { FILE } from '../content-model/uids'

/** An entry that uses another, once for each of its attributes. */
export interface Use {
  uid: string
  documentId: string
  /** What editors call its type: „Maßnahme“. */
  kind: string
  title: string
  /** In which field, in German. */
  field: string
  /** Codes of the languages whose text uses it; none for what all languages share. */
  languages: string[]
  isPublic: boolean
  /** Whether it is public and would say something else, or something without its ground, without it. */
  rests: boolean
}

/** Everything that uses an entry, in drafts and in what is published. */
export async function usesOf(strapi: Core.Strapi, { uid }: Schema, documentId: string): Promise<Use[]> {
  const rows: { id: number }[] = await strapi.db.query(uid).findMany({ select: ['id'], where: { documentId } })
  const uses = await usesBy(strapi, await linksTo(strapi, uid, rows.map(({ id }) => id)))
  return uses.filter(use => use.documentId !== documentId)
}

/** Everything that shows a file. */
export async function usesOfFile(strapi: Core.Strapi, id: number): Promise<Use[]> {
  return usesBy(strapi, await linksTo(strapi, FILE, [id]))
}

async function usesBy(strapi: Core.Strapi, links: Link[]): Promise<Use[]> {
  const uses = new Map<string, Use>()
  for (const [uid, ofType] of Map.groupBy(links, ({ place }) => place.uid)) {
    const schema = schemaOf(strapi, uid)
    const rows = await ownersOf(strapi, schema, ofType.map(({ place }) => place.row))
    for (const link of ofType) {
      const row = rows.get(link.place.row)
      if (row) add(uses, useBy(schema, link, row))
    }
  }
  return [...uses.values()].toSorted(
    (a, b) => Number(b.rests) - Number(a.rests) || a.kind.localeCompare(b.kind) || a.title.localeCompare(b.title),
  )
}

interface Owner {
  id: number
  documentId: string
  locale: string | null
  publishedAt: string | null
  [title: string]: unknown
}

async function ownersOf(strapi: Core.Strapi, schema: Schema, ids: number[]): Promise<Map<number, Owner>> {
  const select = ['id', 'documentId', 'locale', 'publishedAt', mainFieldOf(schema)]
  const rows: Owner[] = await strapi.db.query(schema.uid).findMany({ select, where: { id: { $in: ids } } })
  return new Map(rows.map(row => [row.id, row]))
}

function useBy(schema: Schema, link: Link, row: Owner): Use {
  const attribute = link.place.path[0]?.attribute ?? link.join.attribute
  const title = String(row[mainFieldOf(schema)] ?? '')
  const isShared = !isLocalised(schema) || !isLocalised(schema.attributes[attribute] ?? { type: '' })
  return {
    uid: schema.uid,
    documentId: row.documentId,
    kind: schema.info.displayName,
    title: title || 'ohne Namen',
    field: labelOf(schema, attribute).slice(1, -1),
    languages: isShared || !row.locale ? [] : [row.locale],
    isPublic: row.publishedAt !== null,
    rests: row.publishedAt !== null && isGround(schema, link),
  }
}

/** Draft and published rows, and the languages, are one entry to editors: named as it is public. */
function add(uses: Map<string, Use>, use: Use): void {
  const key = `${use.documentId} ${use.field}`
  const known = uses.get(key)
  const languages = [...new Set([...known?.languages ?? [], ...use.languages])]
  const title = known?.isPublic ? known.title : use.title
  uses.set(key, {
    ...use,
    title, languages, isPublic: use.isPublic || known?.isPublic === true, rests: use.rests || known?.rests === true,
  })
}

/**
 * Whether an entry rests on what a link leads to: it is no list of related entries, of which one may go, but what the
 * entry is part of, who did it, what it shows, or where it stands. What still names a measure that is gone
 * (`gone/tombstone.ts`) loses nothing.
 */
function isGround(schema: Schema, { join, place }: Link): boolean {
  if (!isPublic(schema)) return false
  if (place.path.length > 0 || join.target === FILE) return true
  const type = contentTypeAt(schema.uid)
  const isTold = type !== undefined && rowOf(type).pointsTo.includes(join.attribute)
  const { required = [] } = schema.pluginOptions?.lip ?? {}
  return !isTold && (join.orderColumn === null || required.includes(join.attribute))
}
