import type { Found } from '~~/server/utils/found'

interface Wanted {
  /** Address of the answer, in web's own server. */
  path: string
  query?: Record<string, string>
  /** The address of the document under a slug. */
  addressOf: (slug: string) => string
}

/**
 * The document of an address, which exists in its language; an address it had before leads on to the one it has now,
 * with what it asks for, and what is gone says so.
 */
export async function useDocument<Document>({ path, query, addressOf }: Wanted): Promise<Document> {
  const app = useNuxtApp()
  const route = useRoute()
  const found = await useContent<Found<Document>>(path, query)
  if ('document' in found) return found.document
  if ('gone' in found) throw createError({ statusCode: 410, data: found.gone })
  await app.runWithContext(() => navigateTo(withQueryOf(addressOf(found.movedTo), route.query), { redirectCode: 308 }))
  throw createError({ statusCode: 404 })
}
