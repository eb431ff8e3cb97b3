import { isSlug } from 'shared-types'

/** An answer about one document: the document, or the slug it has now, or 404. */
export type Found<Document> = { document: Document } | { movedTo: string }

/** Looks a document up by its slug, then by the slugs documents had before. */
export async function findBySlug<Document>(slug: string, find: (slug: string) => Promise<Document | null>, findMoved: (slug: string) => Promise<string | null>): Promise<Found<Document>> {
  if (isSlug(slug)) {
    const document = await find(slug)
    if (document) return { document }
    const movedTo = await findMoved(slug)
    if (movedTo) return { movedTo }
  }
  throw createError({ statusCode: 404, statusMessage: 'Not Found' })
}
