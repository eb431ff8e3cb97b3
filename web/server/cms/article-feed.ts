/** The feeds of articles in a language: those that exist in it, the newest first, of all kinds and fields or of one. */
import { ARTICLE_KINDS, ArticleFeedDocument, type LocaleCode, localeOf, parseHistoricalDate } from 'shared-types'
import { articleFeedPath, type FeedFilter, type FeedFormat, queryOf } from '../../config/feeds'
import { pagePath } from '../utils/paths'
import { type ArticleSummary, toArticleSummary } from './article'
import { askFiltered } from './client'
import { type FeedCategory, type FeedEntry, translationCategories, writeFeed } from './feed'
import { type FieldSummary, toField } from './field'
import { valueIn } from './text'
import { type FindText, textsIn } from './words'

interface FoundArticles {
  filter: FeedFilter
  field: FieldSummary | undefined
  articles: (ArticleSummary & { publishedOn: string })[]
  /** When the newest of these was published here; where there are none, the newest of all. ISO 8601. */
  changedOn: string
}

/**
 * The articles of a feed. Null for a kind or field that there is not, and as long as no article was ever published:
 * such a feed could not say when it changed.
 */
export async function findFeedArticles(filter: FeedFilter, locale: LocaleCode): Promise<FoundArticles | null> {
  if (filter.kind !== '' && !ARTICLE_KINDS.some(kind => kind === filter.kind)) return null
  const {
    articleFinder: { nodes }, fieldsOfAction, articles: [newest],
  } = await askFiltered(ArticleFeedDocument, { ...filter, language: locale, locale }, filter)
  const [field] = fieldsOfAction.map(toField)
  const isUnknown = filter.field !== '' && !field
  const articles = nodes.flatMap(node =>
    node.publishedAt && node.locale === locale
      ? [{ ...toArticleSummary(node), publishedOn: node.publishedAt }]
      : [],
  )
  const changedOn
    = articles
      .map(({ publishedOn }) => publishedOn)
      .sort()
      .at(-1) ?? newest?.publishedAt
  return isUnknown || !changedOn ? null : { filter, field, articles, changedOn }
}

interface Place {
  locale: LocaleCode
  siteUrl: string
}

export async function toArticleFeed(
  format: FeedFormat, { filter, field, articles, changedOn }: FoundArticles, { locale, siteUrl }: Place,
): Promise<string> {
  const t = await textsIn(locale)
  const { language } = localeOf(locale)
  const chosen = [
    ...(filter.kind ? [t(`words.articleKind.${filter.kind}`)] : []),
    ...(field ? [valueIn(locale, field.title) || field.slug] : []),
  ]
  return writeFeed(
    format,
    {
      title:
        chosen.length > 0
          ? t('feed.chosen', { choice: new Intl.ListFormat(language, { type: 'unit' }).format(chosen) })
          : t('feed.articles'),
      description: t('feed.description'), language, page: siteUrl + pagePath('articles', locale) + queryOf(filter),
      address: siteUrl + articleFeedPath(format, locale, filter), updated: new Date(changedOn),
    },
    articles.map(article => toEntry(article, t, { locale, siteUrl })),
  )
}

/** Published on the first day of the article's own date, changed when it was last published here. */
function toEntry(
  {
    id, slug, kind, schemaType, title, lead, date, byline, fields, isExample, publishedOn,
    ...translated
  }: FoundArticles['articles'][number],
  t: FindText, { locale, siteUrl }: Place,
): FeedEntry {
  const word = kind === 'unknown' ? t('word.unknown') : t(`words.articleKind.${kind}`)
  const named = t('feed.entry', { kind: word, title: title.value })
  const day = parseHistoricalDate(date)?.startsOn
  const ofKind: FeedCategory = { name: word, scheme: 'https://schema.org/', term: schemaType }
  return {
    id,
    page: siteUrl + pagePath('articles-slug', locale, slug),
    title: isExample ? t('feed.example', { title: named }) : named,
    text: valueIn(locale, lead),
    updated: new Date(publishedOn),
    published: day ? new Date(day) : undefined,
    author: byline?.value,
    categories: [
      ofKind,
      ...fields.map(field => ({
        name: valueIn(locale, field.title) || field.slug, scheme: siteUrl + pagePath('fields-slug', locale, ''),
        term: field.slug,
      })),
      ...translationCategories(translated, t),
    ],
  }
}
