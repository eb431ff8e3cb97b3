import { MenuDocument, PageBySlugDocument, type PageDetailFragment, type TranslationOrigin } from 'shared-types'
import { ask, askLasting } from './client'
import { type SourceCitation, toCitations } from './source'
import { type Name, type RichText, richTextOf, type Sourced, type Text, textOf, toName, toTitle } from './text'

/** Seite. */
export interface PageDetail extends Name {
  id: string
  lead: Text | null
  text: RichText
  /** EDTF; null where none is known. */
  date: string | null
  languages: string[]
  translationOrigin: TranslationOrigin | null
  originalUrl: string | null
  citations: SourceCitation[]
  /** Number of the version to cite; null in a version itself. */
  revisionNumber: number | null
}

/** The page of a slug, or null. */
export async function findPage(slug: string, locale: string): Promise<PageDetail | null> {
  const { pages } = await ask(PageBySlugDocument, { slug, locale })
  const [page] = pages
  return page ? { ...toPage(page), revisionNumber: page.revisionNumber } : null
}

/** The pages of the menu that stands below every page. */
export async function findMenu(locale: string): Promise<Name[]> {
  const { pages } = await askLasting(MenuDocument, locale)
  return pages.map(toName)
}

export function toPage(page: PageDetailFragment & Sourced<'lead' | 'text'>): PageDetail {
  return {
    id: page.documentId,
    slug: page.slug,
    title: toTitle(page),
    lead: textOf(page, 'lead'),
    text: richTextOf(page, 'text'),
    date: page.date,
    languages: page.languages,
    translationOrigin: page.translationOrigin,
    originalUrl: page.originalUrl,
    citations: toCitations(page.citations),
    revisionNumber: null,
  }
}
