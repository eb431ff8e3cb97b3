/**
 * Renders what nobody has asked for yet, one page after the other: what is outdated as soon as it is quiet, and what of
 * the sitemap is not there when nobody has asked for anything for a while.
 */
import { today } from 'shared-types'
import { isFollowing } from '../cms/following'
import { findAddresses } from '../cms/sitemap'
import { isCmsAway } from '../cms/well-being'
import { noteRendering, quietFor, unaskedFor } from './activity'
import { failing, hasJustFailed } from './failures'
import { keptPages } from './pages'
import type { PageStore } from './store'

const LOOK_MILLISECONDS = 250
/** Changes that come within this time are one. */
const QUIET_MILLISECONDS = 500
const UNASKED_MILLISECONDS = 10_000
/** For each millisecond of work, so many are left to others. */
const REST = { outdated: 3, missing: 4 }
const MOST_NAMED = 20

/** What of the sitemap is not there; undefined where that has to be found out anew. */
let missing: string[] | undefined
let day = ''
/** What was rendered ahead and is not to be kept. */
const passing = new Set<string>()

/** noteNews lets the sitemap be read anew, and waits whether more is published. */
export function noteNews(): void {
  missing = undefined
  noteRendering()
}

/** workAhead works for ever; `render` renders the page of an address. */
export async function workAhead(pages: PageStore, render: (path: string) => Promise<void>): Promise<void> {
  for (let rest = LOOK_MILLISECONDS; ;) {
    await new Promise(resolve => setTimeout(resolve, rest).unref())
    const began = performance.now()
    const next = await nextPage(pages)
    if (next) {
      await render(next.path)
      await pages.settled()
      if (!pages.has(next.path)) passing.add(next.path)
    }
    await pages.storeHeard()
    rest = next ? (performance.now() - began) * REST[next.is] : LOOK_MILLISECONDS
  }
}

/** stateOfPages says how far it is, for `/readyz`. */
export function stateOfPages(): object {
  const pages = keptPages()
  const failed = failing()
  return {
    kept: pages?.size ?? 0, outdated: pages?.outdated ?? 0, missing: missing?.length ?? null,
    failing: failed.slice(0, MOST_NAMED), failed: failed.length, trouble: pages?.trouble ?? null,
  }
}

async function nextPage(pages: PageStore): Promise<{ path: string, is: keyof typeof REST } | undefined> {
  if (!isFollowing() || isCmsAway() || quietFor() < QUIET_MILLISECONDS) return undefined
  if (day !== today()) pages.outdateOtherDays()
  day = today()
  for (const path of pages.toRenderAnew()) if (!hasJustFailed(path)) return { path, is: 'outdated' }
  if (unaskedFor() < UNASKED_MILLISECONDS) return undefined
  missing ??= await findAddresses().catch(() => [])
  missing = missing.filter(path => !pages.has(path) && !passing.has(path))
  const path = missing.shift()
  return path === undefined ? undefined : { path, is: 'missing' }
}
