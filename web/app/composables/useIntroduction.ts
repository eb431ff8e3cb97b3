import type { PageDetail, PageLink } from 'shared-types'
import type { Found } from '~~/server/utils/found'

/** A page of the website that introduces another one; null where there is no such page. */
export async function useIntroduction(slug: string): Promise<PageLink | null> {
  try {
    const found = await useContent<Found<PageDetail>>(`/api/pages/${slug}`)
    return 'document' in found ? found.document : null
  } catch (error) {
    if (error instanceof Error && 'statusCode' in error && error.statusCode === 404) return null
    throw error
  }
}
