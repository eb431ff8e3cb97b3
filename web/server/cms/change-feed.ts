/** The feeds of what changed, in a language: the newest first, of all plans and fields or of one. */
import { type LocaleCode, localeOf } from 'shared-types'
import { CHANGES_SINCE, changeFeedPath, type ChangeFeedFilter, type FeedFormat, queryOf } from '../../config/feeds'
import { pagePath } from '../utils/paths'
import { type Change, type ChangePage, findChanges } from './change'
import { plainSentence } from './change-words'
import { type FeedEntry, writeFeed } from './feed'
import type { Name } from './text'
import { type FindText, textsIn } from './words'

interface FoundChanges {
  filter: ChangeFeedFilter
  changes: Change[]
  /** The plan and the field that were chosen. */
  chosen: Name[]
}

/** Null for a plan or field that there is not, and as long as nothing changed: when it did, such a feed cannot say. */
export async function findFeedChanges(filter: ChangeFeedFilter, locale: LocaleCode): Promise<FoundChanges | null> {
  const { changes, plans, fields } = await findChanges({ ...filter, locale, since: CHANGES_SINCE })
  const plan = named(plans, filter.plan)
  const field = named(fields, filter.field)
  return plan && field && changes.length > 0 ? { filter, changes, chosen: [...plan, ...field] } : null
}

/** The one of a slug; none where no slug is given, null where there is none of that slug. */
function named(all: ChangePage['plans'], slug: string): Name[] | null {
  const found = all.filter(candidate => candidate.slug === slug)
  return slug !== '' && found.length === 0 ? null : found
}

export async function toChangeFeed(
  format: FeedFormat, { filter, changes, chosen }: FoundChanges,
  { locale, siteUrl }: { locale: LocaleCode, siteUrl: string },
): Promise<string> {
  const t = await textsIn(locale)
  const title = [t('changes.title'), ...chosen.map(({ title: { value } }) => value)].join(': ')
  const page = siteUrl + pagePath('changes', locale) + queryOf(filter)
  return writeFeed(
    format,
    {
      title: t('feed.entry', { kind: 'LIP-Lab', title }), description: t('changes.intro'),
      language: localeOf(locale).language, page, address: siteUrl + changeFeedPath(format, locale, filter),
      updated: new Date(changes[0]?.day ?? CHANGES_SINCE),
    },
    changes.map(change => toEntry(change, t, { locale, page })),
  )
}

/** Dated by the day from which it counts. */
function toEntry(
  { id, kind, day, sentence }: Change, t: FindText, { locale, page }: { locale: LocaleCode, page: string },
): FeedEntry {
  return {
    id: `change:${encodeURIComponent(id)}`, page, title: plainSentence(sentence, t, locale), text: '',
    updated: new Date(day),
    categories: [{ name: t(`changes.kind.${kind}`), scheme: 'urn:lip-lab:change:', term: kind }],
  }
}
