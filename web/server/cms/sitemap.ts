/**
 * All public pages for search engines, each in the languages in which it exists. The first 50,000 addresses: no sitemap
 * may hold more.
 */
import { Readable } from 'node:stream'
import {
  LISTS, LOCALE_CODES, LOCALES, type LocaleCode, PublicationTimesDocument, SitemapDocument, SOURCE_LANGUAGE,
} from 'shared-types'
import { type SitemapItemLoose, SitemapStream, streamToPromise } from 'sitemap'
import { DOCUMENT_PAGES as pagesOfDocuments, pages } from '../../config/addresses'
import { pagePath } from '../utils/paths'
import { ask } from './client'

/** Types of documents and the pages of each. A sheet is another form of a page, which is listed. */
export const DOCUMENT_PAGES = pagesOfDocuments.flatMap(({ type, page }) =>
  page.endsWith('-sheet') ? [] : [[LISTS[type], page] as const],
)

/** Pages that are no document's, in every language. */
export const PAGES_ALONE = ['index', ...pagesAlone(pages)]

/** Those whose address names nothing. */
export function pagesAlone(addresses: Record<string, Record<string, string>>): string[] {
  return Object.keys(addresses).filter(page => !addresses[page]?.[SOURCE_LANGUAGE]?.includes('['))
}

const MAX_ADDRESSES = 50_000

/** A page, and the codes of its languages. */
interface PublicPage {
  name: string
  languages: readonly string[]
  document?: { id: string, slug: string }
}

type PublishedOn = (locale: LocaleCode, documentId: string) => string | undefined

/** The sitemap as XML. Pages of what has numbered versions say when they were last published. */
export async function findSitemap(siteUrl: string): Promise<string> {
  const [documents, publishedOn] = await Promise.all([findDocumentPages(), findTimes()])
  const found = [...PAGES_ALONE.map(name => ({ name, languages: LOCALE_CODES })), ...documents]
  const addresses = found.flatMap(page => toAddresses(page, siteUrl, publishedOn)).slice(0, MAX_ADDRESSES)
  const stream = new SitemapStream({
    hostname: siteUrl, xmlns: { news: false, video: false, image: false, xhtml: true },
  })
  return String(await streamToPromise(Readable.from(addresses).pipe(stream)))
}

/** The addresses of all public pages, without the website's own. */
export async function findAddresses(): Promise<string[]> {
  const alone = PAGES_ALONE.map(name => ({ name, languages: LOCALE_CODES }))
  return [...alone, ...await findDocumentPages()].flatMap(({ name, languages, document }: PublicPage) =>
    LOCALE_CODES.filter(code => languages.includes(code)).map(code => pagePath(name, code, document?.slug)),
  )
}

/** The pages of all documents that are public. */
export async function findDocumentPages(): Promise<PublicPage[]> {
  const found: PublicPage[] = []
  for (let page = 1, pageCount = 1; page <= pageCount; page += 1) {
    const answer = await ask(SitemapDocument, { page })
    pageCount = Math.max(...DOCUMENT_PAGES.map(([type]) => answer[type]?.pageInfo.pageCount ?? 0))
    for (const [type, name] of DOCUMENT_PAGES)
      found.push(
        ...(answer[type]?.nodes ?? []).flatMap(({ documentId, slug, languages }) =>
          slug ? [{ name, languages, document: { id: documentId, slug } }] : [],
        ),
      )
  }
  return found
}

async function findTimes(): Promise<PublishedOn> {
  const times = new Map(await Promise.all(LOCALES.map(async ({ code }) => [code, await findTimesIn(code)] as const)))
  return (locale, documentId) => times.get(locale)?.get(documentId)
}

async function findTimesIn(locale: LocaleCode): Promise<Map<string, string>> {
  const times = new Map<string, string>()
  for (let page = 1, total = 1; times.size < total; page += 1) {
    const { publications } = await ask(PublicationTimesDocument, { locale, page })
    total = publications.nodes.length > 0 ? publications.total : 0
    for (const { documentId, publishedOn } of publications.nodes) times.set(documentId, publishedOn)
  }
  return times
}

function toAddresses(
  { name, languages, document }: PublicPage, siteUrl: string, publishedOn: PublishedOn,
): SitemapItemLoose[] {
  const translations = LOCALES.filter(({ code }) => languages.includes(code)).map(({ code, language }) => ({
    code, lang: language, url: siteUrl + pagePath(name, code, document?.slug),
  }))
  const [byDefault] = translations
  const links = [...translations, ...byDefault ? [{ lang: 'x-default', url: byDefault.url }] : []]
  return translations.map(({ code, url }) => ({ url, lastmod: document && publishedOn(code, document.id), links }))
}
