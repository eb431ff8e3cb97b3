/** The place of a page among the parts of the website. */
import { type Section, SECTIONS } from '../../config/addresses'

/** Lists that stand within a part of the menu, and not in the menu themselves. */
const WITHIN: Partial<Record<string, Section>> = { people: 'contributors', organisations: 'contributors' }

/** The name of a page in `config/addresses.ts`, from that of its route, which says the language as well. */
export function pageOfRoute(route: unknown): string {
  return String(route).replace(/___.*$/, '')
}

/** The part to which a page belongs; null for one that is in none, such as the imprint. */
export function sectionOfPage(page: string): Section | null {
  const [list = ''] = page.split('-')
  return WITHIN[list] ?? SECTIONS.find(section => section === list) ?? null
}
