/** Asks the website's own server for the content of a page, in the page's language. An error is an error page, never an empty one. */
export async function useContent<Content>(path: string, query: Record<string, string> = {}): Promise<Content> {
  const { locale } = useI18n()
  const fetchContent = useRequestFetch()
  try {
    return await fetchContent<Content, string>(path, { query: { ...query, locale: locale.value } })
  } catch (error) {
    throw createError({ statusCode: statusOf(error), fatal: true })
  }
}

function statusOf(error: unknown): number {
  return error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 503
}
