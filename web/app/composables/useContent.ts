/** Asks the website's own server for the content of a page, in the page's language. An error is an error page, never an empty one. */
export async function useContent<Content>(path: string): Promise<Content> {
  const { locale } = useI18n()
  const { data, error } = await useAsyncData<Content>(`${path} ${locale.value}`, () => useRequestFetch()<Content>(path, { query: { locale: locale.value } }))
  if (error.value) throw createError({ statusCode: error.value.statusCode ?? 503, fatal: true })
  if (!data.value) throw createError({ statusCode: 503, fatal: true })
  return data.value
}
