/** What the admin's requests do to entries and files. */
import { type Deed, deedOf as deedNamed } from '../../storage/deed'

export type { Deed } from '../../storage/deed'

/** What writes entries: `/content-manager/collection-types/<type>[/<documentId>][/actions/<action>]`. */
const ENTRY = /^\/content-manager\/(?:collection|single)-types\/[^/]+(\/.*)?$/

/** Names what a request does to entries or files, as the cms does; null for everything else. */
export function deedOf({ method, url }: Request): Deed | null {
  if (method === 'GET' || method === 'HEAD') return null
  const { pathname: path, searchParams } = new URL(url)
  if (!path.startsWith('/upload') && !ENTRY.test(path)) return null
  const deed = deedNamed({ method, path, query: Object.fromEntries(searchParams) })
  return deed === 'gespeichert' && path.includes('/actions/') ? null : deed
}
