import type { Values } from './rows'

/** How lists name a source: its paper number, its title, else its host. A title is never made up. */
export function sourceLabel({ paperNumber, title, url }: Values): string {
  const parts = [paperNumber && `Drucksache ${String(paperNumber)}`, title].filter(Boolean)
  if (parts.length > 0) return parts.join(': ').slice(0, 255)
  return typeof url === 'string' && URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : 'Quelle ohne Angabe'
}
