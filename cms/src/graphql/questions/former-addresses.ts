/** Addresses of the predecessor, Welt-in-Hannover.de: `index.php?article_id=3241&clang=0`. */
import type { Core } from '@strapi/strapi'
import { type NameInTime, TYPES } from 'shared-types'
import { type Schema, schemaOf } from '../../content-model/schema'
import { IN_SOURCE_LANGUAGE } from '../../rows/rows'
import { SOURCE } from '../../content-model/uids'

const ARTICLE_NUMBER = /[?&]article_id=(\d{1,6})(?!\d)/
/** Hosts of the predecessor. */
const PREDECESSOR = /^https?:\/\/(www\.)?(welt-in-hannover\.de|[\w.]+\.manitu\.net)\//

export interface FormerDocument {
  type: 'Article' | 'Page' | 'Plan' | 'TimelineEvent'
  documentId: string
  slug: string
  titles: Map<string, string>
  names: NameInTime[]
}

/**
 * What stands here for a page of the predecessor: the page or article that was made of it, the event of the article,
 * else a plan or event that cites it. Null for what is no such address.
 */
export async function documentsAtFormerAddress(strapi: Core.Strapi, text: string): Promise<FormerDocument[] | null> {
  const number = ARTICLE_NUMBER.exec(text)?.[1]
  if (!number) return null
  const made = [...await madeOf(strapi, 'Page', number), ...await madeOf(strapi, 'Article', number)]
  if (made.length > 0) return made
  const sources: { id: number, url: string | null }[] = await strapi.db
    .query(SOURCE)
    .findMany({ select: ['id', 'url'], where: { url: { $contains: `article_id=${number}` } } })
  const ids = sources
    .filter(({ url }) => url && PREDECESSOR.test(url) && ARTICLE_NUMBER.exec(url)?.[1] === number)
    .map(({ id }) => id)
  if (ids.length === 0) return []
  const events = await citing(strapi, schemaOf(strapi, TYPES.TimelineEvent.uid), ids)
  const plans = await citing(strapi, schemaOf(strapi, TYPES.Plan.uid), ids)
  return [
    ...await toDocuments(strapi, 'TimelineEvent', events.filter(({ kind }) => kind === 'article')),
    ...await toDocuments(strapi, 'Plan', plans),
    ...await toDocuments(strapi, 'TimelineEvent', events.filter(({ kind }) => kind !== 'article')),
  ]
}

async function madeOf(strapi: Core.Strapi, type: 'Page' | 'Article', number: string): Promise<FormerDocument[]> {
  const rows: (FoundRow & { originalUrl: string })[] = await strapi.db.query(TYPES[type].uid).findMany({
    select: ['documentId', 'slug', 'originalUrl'],
    where: {
      originalUrl: { $contains: `article_id=${number}` }, publishedAt: { $notNull: true },
      ...IN_SOURCE_LANGUAGE,
    },
  })
  return toDocuments(
    strapi, type,
    rows.filter(({ originalUrl }) => PREDECESSOR.test(originalUrl) && ARTICLE_NUMBER.exec(originalUrl)?.[1] === number),
  )
}

interface FoundRow {
  documentId: string
  slug: string
  kind?: string
}

async function citing(strapi: Core.Strapi, { uid, attributes }: Schema, sourceIds: number[]): Promise<FoundRow[]> {
  return strapi.db.query(uid).findMany({
    select: ['documentId', 'slug', ...(attributes.kind ? ['kind'] : [])],
    where: {
      citations: { source: { id: { $in: sourceIds } } }, publishedAt: { $notNull: true },
      ...IN_SOURCE_LANGUAGE,
    },
    orderBy: { startsOn: 'asc' },
  })
}

/** With their titles in every language in which they are public, that of the source first. */
async function toDocuments(
  strapi: Core.Strapi, type: FormerDocument['type'], found: FoundRow[],
): Promise<FormerDocument[]> {
  if (found.length === 0) return []
  const rows: { documentId: string, locale: string, sourceLanguage: string, title: string }[] = await strapi.db
    .query(TYPES[type].uid)
    .findMany({
      select: ['documentId', 'locale', 'sourceLanguage', 'title'],
      where: { documentId: { $in: found.map(({ documentId }) => documentId) }, publishedAt: { $notNull: true } },
    })
  const titles = Map.groupBy(
    rows.toSorted((a, b) => Number(b.locale === b.sourceLanguage) - Number(a.locale === a.sourceLanguage)),
    ({ documentId }) => documentId,
  )
  return found.map(({ documentId, slug }) => ({
    type, documentId, slug, titles: new Map((titles.get(documentId) ?? []).map(({ locale, title }) => [locale, title])),
    names: [],
  }))
}
