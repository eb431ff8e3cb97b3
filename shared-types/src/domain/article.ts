/** Articles. What the pages show: the answers of the cms in the field's words, without a null that means nothing. */
import type { ArticleFacetName, ArticleKind, Certainty, ContributionRole } from '../generated/operations.js'
import type { LocaleCode } from '../locales.js'
import type { Contributor, PersonSummary } from './contributor.js'
import type { FieldSummary } from './field.js'
import type { Picture, StoredFile } from './image.js'
import type { FacetChoice, MentionedMeasure } from './measure.js'
import type { SourceCitation } from './source.js'
import type { RichText, Text, Translated } from './text.js'
import type { TimelineEventSummary } from './timeline.js'

/** Beitrag, as links name it. */
export interface ArticleName {
  id: string
  slug: string
  kind: ArticleKind
  title: Text
  /** EDTF; empty where none is known. */
  date: string
  isExample: boolean
}

/** Beitrag, as lists show it. */
export interface ArticleSummary extends ArticleName, Translated {
  /** What it is in the words of schema.org. */
  schemaType: string
  kicker: Text | null
  lead: Text | null
  /** As it was printed. */
  byline: Text | null
  languages: string[]
  fields: FieldSummary[]
}

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
export interface ArticleFinding {
  total: number
  /** How many that fit do not exist in the page's language. */
  elsewhere: number
  articles: (ArticleSummary & { cover: Picture | null })[]
  facets: Record<ArticleFacetName, FacetChoice[]>
}
