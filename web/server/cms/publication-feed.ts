/** The feeds of what was published here in a language, the newest first. */
import { type LocaleCode, localeOf, publishedSentence, TYPES } from 'shared-types'
import { CHANGES_SINCE, type FeedFormat, publicationFeedPath } from '../../config/feeds'
import { pagePath, versionPath } from '../utils/paths'
import { writeFeed } from './feed'
import { findPublications, type Publication } from './revision'
import { textsIn } from './words'

/** The versions of the newest publications; null as long as nothing was published. */
export async function findFeedPublications(locale: LocaleCode): Promise<Publication[] | null> {
  const { publications } = await findPublications({ locale, since: CHANGES_SINCE })
  return publications.length > 0 ? publications : null
}

/** An entry for each publication: what it is called, and what it changed, where that is known. */
export async function toPublicationFeed(
  format: FeedFormat, publications: Publication[], { locale, siteUrl }: { locale: LocaleCode, siteUrl: string },
): Promise<string> {
  const t = await textsIn(locale)
  const [newest] = publications
  return writeFeed(
    format,
    {
      title: t('feed.entry', { kind: 'LIP-Lab', title: t('changes.published.link') }),
      description: t('changes.published.intro'), language: localeOf(locale).language,
      page: `${siteUrl}${pagePath('changes', locale)}?view=published`,
      address: siteUrl + publicationFeedPath(format, locale), updated: new Date(newest?.publishedOn ?? CHANGES_SINCE),
    },
    publications.map(({ id, type, slug, title, number, publishedOn, versions }) => ({
      id: `publication:${id}:${locale}:${number}`,
      page: siteUrl + versionPath(TYPES[type].address.english, { slug, locale, number }),
      title: t('feed.entry', { kind: t(`search.type.${type}`), title: title.value }),
      text: versions.flatMap(({ changed }) => changed ? [publishedSentence(changed, t, locale)] : []).slice(0, 1).join(''),
      updated: new Date(publishedOn),
    })),
  )
}
