import { MenuDocument, PageBySlugDocument, type PageDetail, type PageDetailFragment, type PageLink } from 'shared-types'
import { ask, askLasting } from './client'
import { toCitations } from './source'
import { toName, toText, toTitle } from './text'

/** The page of a slug, or null. */
export async function findPage(slug: string, locale: string): Promise<PageDetail | null> {
  const { pages } = await ask(PageBySlugDocument, { slug, locale })
  const [page] = pages
  return page ? { ...toPage(page), revisionNumber: page.revisionNumber } : null
}

/** The pages of the menu that stands below every page. */
export async function findMenu(locale: string): Promise<PageLink[]> {
  const { pages } = await askLasting(MenuDocument, locale)
  return pages.map(toName)
}

export function toPage(page: PageDetailFragment): PageDetail {
  return {
    id: page.documentId,
    slug: page.slug,
    title: toTitle(page),
    lead: toText(page.lead, page.locale),
    text: { blocks: page.text, locale: page.locale },
    date: page.date,
    languages: page.languages,
    translationOrigin: page.translationOrigin,
    originalUrl: page.originalUrl,
    citations: toCitations(page.citations),
    revisionNumber: null,
  }
}
