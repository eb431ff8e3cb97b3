import type { TypedInternalResponse } from 'nitropack/types'

/** Where the website's own server answers. */
type Address = `/api/${string}`

/** What the handler of an address returns. */
export type ContentOf<Path extends Address> = TypedInternalResponse<Path, unknown, 'get'>

/**
 * Asks the website's own server for the content of a page, in the page's language unless the query names another. An
 * error is an error page, never an empty one.
 */
export async function useContent<Path extends Address>(
  path: Path, query: Record<string, string> = {},
): Promise<ContentOf<Path>> {
  const { locale } = useI18n()
  return askServer(path, { locale: locale.value, ...query })
}

/** The same where there is no page yet, that is in middleware. */
export async function askServer<Path extends Address>(
  path: Path, query: Record<string, string>,
): Promise<ContentOf<Path>> {
  const fetchContent = useRequestFetch()
  try {
    return await fetchContent<unknown, Path>(path, { query })
  } catch (error) {
    throw createError({ statusCode: statusOf(error) })
  }
}

function statusOf(error: unknown): number {
  return error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 503
}
