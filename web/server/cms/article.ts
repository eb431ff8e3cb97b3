import {
  type ARTICLE_FACETS, ARTICLE_KIND, ArticleBySlugDocument, type ArticleBySlugQuery, type ArticleDetailFragment,
  ArticleFinderDocument, type ArticleFinderQuery, type ArticleFinderQueryVariables, type ArticleOriginalsFragment,
  type ArticleSummaryFragment,
  type Certainty, type ContributionRole, isLocaleCode, isVideoAddress, type LocaleCode,
} from 'shared-types'
import type { Contributor } from './contribution'
import type { FacetChoice } from './finder'
import type { TimelineEventSummary } from './timeline'
import { ask, askFiltered } from './client'
import { toField } from './field'
import { type Picture, type StoredFile, toPicture, toStoredFile } from './image'
import { type MentionedMeasure, toMentioned } from './measure-name'
import { toOrganisation } from './organisation'
import { LANGUAGE_OF_NAMES, type PersonSummary, toPerson } from './person'
import { type SourceCitation, toCitations } from './source'
import { type RichText, type Sourced, type Text, textOf, toName, toText, toTitle, toTranslated, type TranslatedNode } from './text'

/** Beitrag, as lists show it. */
export type ArticleSummary = ReturnType<typeof toArticleSummary>

/** A part of an article. Texts are in the language of the article's title unless they say another. */
export type ArticleBlock = ArticlePart & {
  /** Where it stands in the body, by which changes of the original are found: `body/2`. */
  place?: string
}

type ArticlePart
  = | { kind: 'text', text: RichText }
    | { kind: 'question', question: Text, speaker: string | null, answer: RichText }
    | { kind: 'quote', quote: Text, attribution: string | null, citations: SourceCitation[] }
    | { kind: 'image', picture: Picture }
    | { kind: 'gallery', title: Text | null, pictures: Picture[] }
    | { kind: 'video', title: Text, url: string, language: string | null, description: Text | null }
    | { kind: 'audio', title: Text, file: StoredFile | null, language: string | null, transcript: RichText }
    | { kind: 'callout', title: Text | null, text: RichText }
    | { kind: 'download', title: Text, file: StoredFile | null, language: string | null, description: Text | null }

/** Where an article stands elsewhere. */
export interface OriginalAddress {
  url: string
  /** In which language the text is there; null where that is not known. */
  language: LocaleCode | null
  isTranslation: boolean
}

/** Beitrag, with everything in it. */
export interface ArticleDetail extends ArticleSummary {
  cover: Picture | null
  blocks: ArticleBlock[]
  /** Code of the language of its blocks. */
  textLocale: string
  /** Who translated this language, as it was printed. */
  translationCredit: Text | null
  /** Where it first appeared, then its translations there. */
  originals: OriginalAddress[]
  certainty: Certainty
  people: PersonSummary[]
  measures: MentionedMeasure[]
  events: Pick<TimelineEventSummary, 'id' | 'slug' | 'title' | 'date'>[]
  contributions: { id: string, role: ContributionRole, function: Text | null, contributor: Contributor }[]
  citations: SourceCitation[]
  /** Number of the version to cite; null in a version itself. */
  revisionNumber: number | null
}

/** Articles that were found. */
export type ArticleFinding = Awaited<ReturnType<typeof findArticles>>

export async function findArticles(variables: ArticleFinderQueryVariables) {
  const { kind, from, until, field, person, language, page = 1 } = variables
  const asks = askFiltered(ArticleFinderDocument, variables, {
    kind, from, until, field, person, language, isFurther: page !== 1,
  })
  const {
    articleFinder: { total, elsewhere, nodes, facets },
  } = await asks
  const choicesOf = (name: (typeof ARTICLE_FACETS)[number]): FacetChoice[] =>
    facets
      .filter(facet => facet.name === name)
      .flatMap(({ choices }) =>
        choices.map(({ value, count, title, locale }) => ({ value, count, title: toText(title, locale) })),
      )
  return {
    total,
    elsewhere,
    articles: nodes.map(article => ({
      ...toArticleSummary(article),
      ...elsewhereIn(article, variables.locale),
      cover: article.cover && toPicture(article.cover, languagesOf(article, variables.locale)),
    })),
    facets: {
      kind: choicesOf('kind'), year: choicesOf('year'), field: choicesOf('field'),
      person: choicesOf('person').map(({ title, ...choice }) => ({
        ...choice,
        title: title && { value: title.value, locale: LANGUAGE_OF_NAMES },
      })),
      language: choicesOf('language'),
    },
  }
}

type FoundSummary = Pick<ArticleFinderQuery['articleFinder']['nodes'][number], 'locale' | 'languages'>
  & ArticleOriginalsFragment

/**
 * Where an article whose text is not here in a language can be read in it: its original, or a translation of that. It
 * counts among the languages of the article. Whether the article has a page of its own in that language all the same.
 */
export function elsewhereIn(article: FoundSummary, locale: string | null | undefined) {
  const originals = toOriginals(article)
  const hasPage = article.locale === locale
  const hasText = article.body.length > 0 || (article.inSourceLanguage?.body.length ?? 0) > 0
  const original = hasPage && hasText ? null : originals.find(({ language }) => language === locale) ?? null
  return {
    original,
    hasPage,
    languages: [...new Set([...article.languages, ...originals.flatMap(({ language }) => language ?? [])])],
  }
}

/** As many as the cms gives at once. */
const MOST_ON_PAGE = 100

/** When the articles that are found appeared, on all pages. */
export async function findArticleDates(
  variables: ArticleFinderQueryVariables,
): Promise<Pick<ArticleSummary, 'id' | 'date'>[]> {
  const dates: Pick<ArticleSummary, 'id' | 'date'>[] = []
  for (let page = 1, pageCount = 1; page <= pageCount; page += 1) {
    const { total, articles } = await findArticles({ ...variables, page, pageSize: MOST_ON_PAGE })
    dates.push(...articles.map(({ id, date }) => ({ id, date })))
    pageCount = Math.ceil(total / MOST_ON_PAGE)
  }
  return dates
}

/** The article of a slug, or null. */
export async function findArticle(slug: string, locale: string): Promise<ArticleDetail | null> {
  const { articles } = await ask(ArticleBySlugDocument, { slug, locale })
  const [article] = articles
  return article ? { ...toArticle(article, locale), revisionNumber: article.revisionNumber } : null
}

/** An article, and, where it is no version, what its source says. */
type ArticleNode = ArticleDetailFragment & Partial<Pick<FoundArticle, 'inSourceLanguage'>>
type FoundArticle = ArticleBySlugQuery['articles'][number]

/** The article as a page in that language shows it. */
export function toArticle(article: ArticleNode, locale: string): ArticleDetail {
  const languages = languagesOf(article, locale)
  return {
    ...toArticleSummary(article),
    cover: article.cover && toPicture(article.cover, languages),
    ...toBody(article, languages),
    translationCredit: toText(article.translationCredit, article.locale),
    originals: toOriginals(article),
    certainty: article.certainty,
    people: article.people.map(toPerson),
    measures: toMentioned(article),
    events: article.events.map(event => ({
      id: event.documentId, ...toName(event), date: event.date,
    })),
    contributions: toContributions(article.contributions),
    citations: toCitations(article.citations),
    revisionNumber: null,
  }
}

export function toArticleSummary(
  article: ArticleSummaryFragment & TranslatedNode & Sourced<'kicker' | 'lead' | 'byline'>,
) {
  const { kind } = article
  return {
    id: article.documentId,
    slug: article.slug,
    kind,
    schemaType: kind === 'unknown' ? 'Article' : ARTICLE_KIND[kind].schemaType,
    kicker: textOf(article, 'kicker'),
    title: toTitle(article),
    lead: textOf(article, 'lead'),
    date: article.date,
    byline: textOf(article, 'byline'),
    languages: article.languages,
    ...toTranslated(article),
    isExample: article.isExample,
    fields: article.fieldsOfAction.map(toField),
  }
}

/** Languages in which what is said of a picture is looked for, the page's first, the article's own next. */
function languagesOf(
  { locale, languages }: Pick<ArticleSummaryFragment, 'locale' | 'languages'>, asked: string,
): string[] {
  return [asked, locale, ...languages.slice(0, 1), 'de']
}

/** What is not translated at all stands in its own language. */
function toBody(article: ArticleNode, languages: string[]): Pick<ArticleDetail, 'blocks' | 'textLocale'> {
  const { inSourceLanguage: source } = article
  const { body, locale } = article.body.length === 0 && source && source.body.length > 0 ? source : article
  const blocks = body.flatMap((block, index) =>
    toBlock(block, locale, languages).map(shown => ({ ...shown, place: `body/${index}` })),
  )
  return { blocks, textLocale: locale }
}

type BlockNode = ArticleDetailFragment['body'][number]

/** A block that can be shown; what lacks its picture or address, or is of no known kind, is left out. */
function toBlock(block: BlockNode, locale: string, languages: string[]): ArticleBlock[] {
  const richText = (blocks: unknown): RichText => ({ blocks, locale })
  switch (block.__typename) {
    case 'TextBlock':
      return [{ kind: 'text', text: richText(block.text) }]
    case 'QuestionAndAnswerBlock':
      return [
        {
          kind: 'question', question: { value: block.question ?? '–', locale }, speaker: block.speaker,
          answer: richText(block.answer),
        },
      ]
    case 'QuoteBlock':
      return [
        {
          kind: 'quote', quote: { value: block.quote ?? '–', locale }, attribution: block.attribution,
          citations: toCitations(block.citations),
        },
      ]
    case 'ImageBlock':
      return block.image ? [{ kind: 'image', picture: toPicture(block.image, languages) }] : []
    case 'GalleryBlock':
      return toGallery(block, locale, languages)
    case 'VideoLinkBlock':
      return toVideo(block, locale)
    case 'AudioBlock':
      return [
        {
          kind: 'audio', title: { value: block.title ?? '–', locale }, file: block.file && toStoredFile(block.file),
          language: block.language,
          transcript: { blocks: block.transcript, locale: isLocaleCode(block.language) ? block.language : locale },
        },
      ]
    case 'CalloutBlock':
      return [{ kind: 'callout', title: toText(block.title, locale), text: richText(block.text) }]
    case 'DownloadBlock':
      return [
        {
          kind: 'download', title: { value: block.title ?? '–', locale }, file: block.file && toStoredFile(block.file),
          language: block.language, description: toText(block.description, locale),
        },
      ]
    default:
      return []
  }
}

function toGallery(
  { title, images }: Extract<BlockNode, { __typename: 'GalleryBlock' }>, locale: string, languages: string[],
): ArticleBlock[] {
  const pictures = images.map(image => toPicture(image, languages))
  return pictures.length > 0 ? [{ kind: 'gallery', title: toText(title, locale), pictures }] : []
}

function toVideo(
  { title, url, language, description }: Extract<BlockNode, { __typename: 'VideoLinkBlock' }>, locale: string,
): ArticleBlock[] {
  if (!url || !isVideoAddress(url)) return []
  return [
    { kind: 'video', title: { value: title ?? url, locale }, url, language, description: toText(description, locale) },
  ]
}

type WithOriginals = Pick<ArticleDetailFragment, 'originalUrl' | 'originalLanguage'> & {
  originalTranslations: readonly { url: string | null, language: string | null }[]
}

function toOriginals({ originalUrl, originalLanguage, originalTranslations }: WithOriginals): OriginalAddress[] {
  const translations = originalTranslations.map(({ url, language }) => ({ url, language, isTranslation: true }))
  return [{ url: originalUrl, language: originalLanguage, isTranslation: false }, ...translations].flatMap(
    ({ url, language, isTranslation }) => {
      const address = toWebAddress(url)
      return address ? [{ url: address, language: isLocaleCode(language) ? language : null, isTranslation }] : []
    },
  )
}

/** An address of the web; null for what is none, or leads elsewhere. */
function toWebAddress(address: string | null): string | null {
  return address && URL.canParse(address) && ['https:', 'http:'].includes(new URL(address).protocol) ? address : null
}

/** Whoever is no longer public is left out. */
function toContributions(contributions: ArticleDetailFragment['contributions']): ArticleDetail['contributions'] {
  return contributions.flatMap(({ documentId, role, function: words, locale, person, organisation }) => {
    const contributor: Contributor | null = person
      ? { kind: 'person', person: toPerson(person) }
      : organisation && { kind: 'organisation', organisation: toOrganisation(organisation) }
    return contributor
      ? [{ id: documentId, role, function: toText(words, locale), contributor }]
      : []
  })
}
