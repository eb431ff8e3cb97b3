import type { Name } from '~~/server/cms/text'

/** A page of the website that introduces another one; null where there is no such page. */
export async function useIntroduction(slug: string): Promise<Name | null> {
  try {
    const found = await useContent(`/api/pages/${slug}`)
    return 'document' in found ? found.document : null
  } catch (error) {
    if (error instanceof Error && 'statusCode' in error && error.statusCode === 404) return null
    throw error
  }
}
