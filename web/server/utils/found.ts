import { isSlug } from 'shared-types'
import type { Gone } from '../cms/site'

/** An answer about one document: the document, or the slug it has now, or that it is gone, or 404. */
export type Found<Document> = { document: Document } | { movedTo: string } | { gone: Gone }

interface Lookups<Document> {
  find: (slug: string) => Promise<Document | null>
  findMoved: (slug: string) => Promise<string | null>
  findGone?: (slug: string) => Promise<Gone | null>
}

/** Looks a document up by its slug, then by the slugs documents had before, then among what is gone. */
export async function findBySlug<Document>(
  slug: string, { find, findMoved, findGone }: Lookups<Document>,
): Promise<Found<Document>> {
  if (isSlug(slug)) {
    const document = await find(slug)
    if (document) return { document }
    const movedTo = await findMoved(slug)
    if (movedTo) return { movedTo }
    const gone = await findGone?.(slug)
    if (gone) return { gone }
  }
  throw createError({ statusCode: 404, statusMessage: 'Not Found' })
}
