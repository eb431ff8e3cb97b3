import type { Found } from '~~/server/utils/found'

/**
 * The document that was found, which exists in the language of its address; an address it had before leads on to the
 * one it has now, with what it asks for, and what is gone says so.
 */
export async function useDocument<Document>(
  content: Promise<Found<Document>>, addressOf: (slug: string) => string,
): Promise<Document> {
  const app = useNuxtApp()
  const route = useRoute()
  const found = await content
  if ('document' in found) return found.document
  if ('gone' in found) throw createError({ statusCode: 410, data: found.gone })
  await app.runWithContext(() => navigateTo(withQueryOf(addressOf(found.movedTo), route.query), { redirectCode: 308 }))
  throw createError({ statusCode: 404 })
}
