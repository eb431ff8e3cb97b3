/** What feeds share, whatever they tell: who makes them, under which licence, and how each format wants it written. */
import { Feed, type Item } from 'feed'
import { isMachineMade } from 'shared-types'
import type { Translated } from './text'
import type { FeedFormat } from '../../config/feeds'
import type { FindText } from './words'

/** What a feed is. */
interface FeedHead {
  title: string
  description: string
  /** BCP 47. */
  language: string
  /** The page that shows the same. */
  page: string
  address: string
  /** When it changed last. */
  updated: Date
}

/** What a feed tells. */
export interface FeedEntry {
  id: string
  page: string
  title: string
  text: string
  updated: Date
  published?: Date
  author?: string
  categories?: FeedCategory[]
}

/** Scheme and term together are the address that says what is meant. */
export interface FeedCategory {
  name: string
  scheme: string
  term: string
}

/** Says what pages say of a translation: that a machine made it, that it is outdated, that some of it is missing. */
export function translationCategories(
  { translationOrigin: origin, isOutdated, isIncomplete }: Translated, t: FindText,
): FeedCategory[] {
  const scheme = 'urn:lip-lab:translation-state:'
  return [
    ...(isMachineMade(origin)
      ? [{ name: t(`words.origin.${origin}`), scheme: 'urn:lip-lab:translation-origin:', term: origin }]
      : []),
    ...(isOutdated ? [{ name: t('translation.stale'), scheme, term: 'outdated' }] : []),
    ...(isIncomplete ? [{ name: t('translation.partial'), scheme, term: 'incomplete' }] : []),
  ]
}

const PUBLISHER = 'LIP-Lab, Welt-in-Hannover.de'
const LICENCE = { name: `CC BY 4.0, ${PUBLISHER}`, about: 'https://creativecommons.org/licenses/by/4.0/' }

export function writeFeed(
  format: FeedFormat, { title, description, language, page, address, updated }: FeedHead, entries: FeedEntry[],
): string {
  const feed = new Feed({
    id: page, link: page, feedLinks: { [format]: address }, title, description, language, updated,
    copyright: LICENCE.name, generator: 'LIP-Lab', author: { name: PUBLISHER },
  })
  for (const entry of entries) feed.addItem(toItem(entry, format))
  if (format === 'json') feed.addExtension({ name: '_licence', objects: LICENCE })
  if (format === 'json') return feed.json1()
  return withoutForbidden(
    format === 'rss' ? feed.rss2() : feed.atom1().replace('<feed ', `<feed xml:lang="${language}" `),
  )
}

function toItem(
  { id, page, title, text, updated, published, author, categories = [] }: FeedEntry, format: FeedFormat,
): Item {
  return {
    id: `urn:lip-lab:${id}`,
    link: page,
    title: TITLES[format](title),
    description: asHtml(text),
    date: updated,
    published,
    category: categories.map(({ name, scheme, term }) => ({
      name: withoutTag(name), scheme, term, domain: scheme + term,
    })),
    ...(author
      && (format === 'rss'
        ? {
            extensions: [
              {
                name: 'dc:creator',
                objects: { _attributes: { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, _text: author },
              },
            ],
          }
        : { author: [{ name: author }] })),
  }
}

/** The library marks titles as HTML in Atom. RSS leaves open what they are: this reads right either way. */
const TITLES: Record<FeedFormat, (title: string) => string> = {
  atom: asHtml,
  rss: title => asHtml(title).replaceAll('&amp;', '&'),
  json: title => title,
}

function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** In attributes the library escapes everything but this sign. */
function withoutTag(name: string): string {
  return name.replaceAll('<', '‹')
}

/** XML 1.0 has no place for most control characters, and a single one makes the whole feed unreadable. */
function withoutForbidden(xml: string): string {
  return xml.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ')
}
