import type { Text } from '~~/server/cms/text'

/**
 * Address of an event: its place on the timeline, which shows what is not there in the page's language only when asked
 * to.
 */
export function useEventPath(): (event: { slug: string, title: Text }) => string {
  const pathOf = useDocumentPath()
  const { locale } = useI18n()
  return ({ slug, title }) => pathOf('TimelineEvent', slug, locale.value, title.locale)
}
