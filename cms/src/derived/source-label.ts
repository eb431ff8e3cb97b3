import type { Values } from '../rows/rows'

/** How lists name a source: its paper number, its title, else its host. A title is never made up. */
export function sourceLabel({ paperNumber, title, url }: Values): string {
  const parts = [paperNumber, title].filter(Boolean)
  if (parts.length > 0) return parts.join(': ').slice(0, 255)
  return typeof url === 'string' && URL.canParse(url) ? shortAddress(new URL(url)) : 'Quelle ohne Angabe'
}

/** Host and last part of the path, as they stand in the address: many sources share a host. */
function shortAddress({ host, pathname }: URL): string {
  const last = decoded(pathname.split('/').filter(Boolean).at(-1) ?? '')
  return [host.replace(/^www\./, ''), last].filter(Boolean).join('/…/').slice(0, 255)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
