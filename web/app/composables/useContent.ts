/**
 * Asks the website's own server for the content of a page, in the page's language unless the query names another. An
 * error is an error page, never an empty one.
 */
export async function useContent<Content>(path: string, query: Record<string, string> = {}): Promise<Content> {
  const { locale } = useI18n()
  return askServer<Content>(path, { locale: locale.value, ...query })
}

/** The same where there is no page yet, that is in middleware. */
export async function askServer<Content>(path: string, query: Record<string, string>): Promise<Content> {
  const fetchContent = useRequestFetch()
  try {
    return await fetchContent<Content, string>(path, { query })
  } catch (error) {
    throw createError({ statusCode: statusOf(error) })
  }
}

function statusOf(error: unknown): number {
  return error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 503
}
