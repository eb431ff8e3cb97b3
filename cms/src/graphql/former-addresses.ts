/** Addresses of the predecessor, Welt-in-Hannover.de: `index.php?article_id=3241&clang=0`. */
import type { Core } from '@strapi/strapi'
import type { NameInTime } from 'shared-types'
import { type Schema, schemaOf } from '../content-model/schema'
import { IN_SOURCE_LANGUAGE } from '../rules/rows'

const MADE = { Page: 'api::page.page', Article: 'api::article.article' }
const SOURCE = 'api::source.source'
const ARTICLE_NUMBER = /[?&]article_id=(\d{1,6})(?!\d)/
/** Hosts of the predecessor. */
const PREDECESSOR = /^https?:\/\/(www\.)?(welt-in-hannover\.de|[\w.]+\.manitu\.net)\//

interface FormerDocument {
  type: 'Page' | 'Article' | 'TimelineEvent' | 'Plan'
  documentId: string
  slug: string
  titles: Map<string, string>
  names: NameInTime[]
}

/** What stands here for a page of the predecessor: the page or article that was made of it, the event of the article, else a plan or event that cites it. Null for what is no such address. */
export async function documentsAtFormerAddress(strapi: Core.Strapi, text: string): Promise<FormerDocument[] | null> {
  const number = ARTICLE_NUMBER.exec(text)?.[1]
  if (!number) return null
  const made = [...await madeOf(strapi, 'Page', number), ...await madeOf(strapi, 'Article', number)]
  if (made.length > 0) return made
  const sources: { id: number, url: string | null }[] = await strapi.db.query(SOURCE).findMany({ select: ['id', 'url'], where: { url: { $contains: `article_id=${number}` } } })
  const ids = sources.filter(({ url }) => url && PREDECESSOR.test(url) && ARTICLE_NUMBER.exec(url)?.[1] === number).map(({ id }) => id)
  if (ids.length === 0) return []
  const events = await citing(strapi, schemaOf(strapi, 'api::timeline.timeline-event'), ids)
  const plans = await citing(strapi, schemaOf(strapi, 'api::plan.plan'), ids)
  return [
    ...events.filter(({ kind }) => kind === 'article').map(row => toDocument('TimelineEvent', row)),
    ...plans.map(row => toDocument('Plan', row)),
    ...events.filter(({ kind }) => kind !== 'article').map(row => toDocument('TimelineEvent', row)),
  ]
}

async function madeOf(strapi: Core.Strapi, type: 'Page' | 'Article', number: string): Promise<FormerDocument[]> {
  const rows: (CitingRow & { originalUrl: string })[] = await strapi.db.query(schemaOf(strapi, MADE[type]).uid).findMany({
    select: ['documentId', 'slug', 'title', 'locale', 'originalUrl'], where: { originalUrl: { $contains: `article_id=${number}` }, publishedAt: { $notNull: true }, ...IN_SOURCE_LANGUAGE },
  })
  return rows.filter(({ originalUrl }) => PREDECESSOR.test(originalUrl) && ARTICLE_NUMBER.exec(originalUrl)?.[1] === number).map(row => toDocument(type, row))
}

interface CitingRow {
  documentId: string
  slug: string
  title: string
  locale: string
  kind?: string
}

async function citing(strapi: Core.Strapi, { uid, attributes }: Schema, sourceIds: number[]): Promise<CitingRow[]> {
  return strapi.db.query(uid).findMany({
    select: ['documentId', 'slug', 'title', 'locale', ...attributes.kind ? ['kind'] : []],
    where: { citations: { source: { id: { $in: sourceIds } } }, publishedAt: { $notNull: true }, ...IN_SOURCE_LANGUAGE },
    orderBy: { startsOn: 'asc' },
  })
}

function toDocument(type: FormerDocument['type'], { documentId, slug, title, locale }: CitingRow): FormerDocument {
  return { type, documentId, slug, titles: new Map([[locale, title]]), names: [] }
}
