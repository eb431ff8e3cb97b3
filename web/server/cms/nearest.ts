/** What an address may have meant that is not there. */
import { PAGED_TYPES, type PagedType, TYPES } from 'shared-types'
import { LIST_PAGES, type ListPage, pages } from '../../config/addresses'
import { nearestTo } from '../utils/nearest'
import { findDocumentPages } from './sitemap'
import type { Text } from './text'
import { findDocumentLanguages } from './translation'

/** A list of the website, or a document by what it is called in the language of the page, else in another of its. */
type Nearest = { kind: 'list', page: ListPage } | ({ kind: 'document' } & NearDocument)

interface NearDocument {
  type: PagedType
  slug: string
  title: Text
}

const LISTS = LIST_PAGES.flatMap(page =>
  [...new Set(Object.values(pages[page] ?? {}))].map(path => ({ kind: 'list' as const, page, word: path.slice(1) })),
)

/** The likeliest first. The addresses are those of the sitemap: what is not public is never named. */
export async function findNearest(path: string, locale: string): Promise<Nearest[]> {
  const documents = (await findDocumentPages()).flatMap(({ name, document }) => {
    const type = PAGED_TYPES.find(candidate => `${TYPES[candidate].address.english}-slug` === name)
    return type && document ? [{ kind: 'document' as const, type, word: document.slug }] : []
  })
  const near = await Promise.all(nearestTo(path, [...documents, ...LISTS]).map(async found =>
    found.kind === 'list'
      ? { kind: found.kind, page: found.page }
      : findDocument(found.type, found.word, locale),
  ))
  return near.flatMap(found => found ?? [])
}

async function findDocument(type: PagedType, slug: string, locale: string): Promise<Nearest | null> {
  const titles = (await findDocumentLanguages({ type, slug, locale }))?.titles ?? []
  const title = titles.find(candidate => candidate.locale === locale) ?? titles[0]
  return title ? { kind: 'document', type, slug, title: { value: title.value, locale: title.locale } } : null
}
