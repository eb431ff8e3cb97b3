/** What the admin's requests do to entries and files. */

/** The participle with which a sentence names it: „Nicht gespeichert: …“. */
export type Deed
  = 'gespeichert' | 'veröffentlicht' | 'zurückgezogen' | 'verworfen' | 'kopiert' | 'gelöscht' | 'hochgeladen'

/** What writes entries: `/content-manager/collection-types/<type>[/<documentId>][/actions/<action>]`. */
const ENTRY = /^\/content-manager\/(?:collection|single)-types\/[^/]+(\/.*)?$/

/** By the end of the address. What only reads is not among them. */
const DEEDS: [RegExp, Deed][] = [
  [/\/actions\/(publish|bulkPublish)$/, 'veröffentlicht'],
  [/\/actions\/(unpublish|bulkUnpublish)$/, 'zurückgezogen'],
  [/\/actions\/discard$/, 'verworfen'],
  [/\/actions\/bulkDelete$/, 'gelöscht'],
  [/\/(auto-clone|clone)\/[^/]+$/, 'kopiert'],
]

const DELETES_FILES = /^DELETE |\/bulk-delete$/

/** Names what a request does to entries or files; null for everything else. */
export function deedOf({ method, url }: Request): Deed | null {
  if (method === 'GET' || method === 'HEAD') return null
  const { pathname } = new URL(url)
  if (pathname.startsWith('/upload')) return DELETES_FILES.test(`${method} ${pathname}`) ? 'gelöscht' : 'hochgeladen'
  if (!ENTRY.test(pathname)) return null
  if (method === 'DELETE') return 'gelöscht'
  const [, deed] = DEEDS.find(([ending]) => ending.test(pathname)) ?? []
  return deed ?? (pathname.includes('/actions/') ? null : 'gespeichert')
}
