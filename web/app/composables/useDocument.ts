import type { Found } from '~~/server/utils/found'

/** The document of an address; an address it had before leads on to the one it has now. */
export async function useDocument<Document>(kind: 'plans' | 'fields', slug: string, addressOf: (slug: string) => string): Promise<Document> {
  const app = useNuxtApp()
  const found = await useContent<Found<Document>>(`/api/${kind}/${encodeURIComponent(slug)}`)
  if ('document' in found) return found.document
  await app.runWithContext(() => navigateTo(addressOf(found.movedTo), { redirectCode: 308 }))
  throw createError({ statusCode: 404, fatal: true })
}
