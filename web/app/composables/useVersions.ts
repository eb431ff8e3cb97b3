import type { VersionedKind } from 'shared-types'
import type { PublishedVersion } from '~~/server/cms/revision'
import type { Text } from '~~/server/cms/text'

/** What of a document was published in the language in which it is shown, the newest first. */
export async function useVersions(
  kind: VersionedKind, { slug, title, revisionNumber }: { slug: string, title: Text, revisionNumber: number | null },
): Promise<PublishedVersion[]> {
  if (revisionNumber === null) return []
  const { versions } = await useContent(`/api/versions/${kind}/${encodeURIComponent(slug)}`, { locale: title.locale })
  return versions
}
