/** Whether a page can be used by everybody, as far as a program can tell. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds on a page that runs scripts, or in a part of it; `without` names rules that are left out. */
export async function axeProblems(page: Page, within = 'html', without: string[] = []): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] }).withTags(RULES).disableRules(without).include(within)
    .setLegacyMode() // without frames, of which pages have none, in a third of the time
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html.slice(0, 160)).join(' | ')}`)
}
