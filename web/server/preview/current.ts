/** Which preview is being shown, wherever web asks the cms or writes an answer for it. */
import { AsyncLocalStorage } from 'node:async_hooks'

/** Why a preview is not shown, in the words of the cms. */
export type Ending = 'unknown' | 'expired' | 'ended' | 'deleted'

/** A link to a preview that was opened. */
export interface Preview {
  /** What its addresses begin with, without a slash at the end. */
  base: string
  /** By which the cms knows the link. */
  token: string
  /** Until when it counts, ISO 8601; where it may be framed; null where it is not shown. */
  shown: { until: string, framedBy: string } | null
  /** Why it is not shown; null also where the cms does not say. */
  ending: Ending | null
}

const showing = new AsyncLocalStorage<Preview>()

/** currentPreview is the preview for which something is asked or written here, if any. */
export function currentPreview(): Preview | undefined {
  return showing.getStore()
}

export function whilePreviewing<Result>(preview: Preview, show: () => Result): Result {
  return showing.run(preview, show)
}

/** inPreview is an address of our own as it is within the preview: what is no page stays where it is. */
export function inPreview(address: string): string {
  const preview = currentPreview()
  return preview?.shown && IS_PAGE.test(address) ? preview.base + address.replace(/^\/(?=[?#]|$)/, '') : address
}

const IS_PAGE = /^\/(?!\/|(?:data|uploads|graphql|vorschau|_nuxt)(?:\/|$))[^.]*(?:[?#]|$)/
