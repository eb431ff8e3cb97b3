/** Pages that cannot be rendered at the moment; the last good one is shown. */
import { keptPages } from './pages'

const RETRY_MILLISECONDS = 5000

const failedOn = new Map<string, number>()

/** noteFailure notes that a page could not be rendered. */
export function noteFailure(path: string): void {
  failedOn.set(path, performance.now())
}

export function noteSuccess(path: string): void {
  failedOn.delete(path)
}

/** hasJustFailed is true where it would be too soon to try again. */
export function hasJustFailed(path: string): boolean {
  return performance.now() - (failedOn.get(path) ?? -Infinity) < RETRY_MILLISECONDS
}

/** hasFailed is true where a page could not be rendered the last time it was tried. */
export function hasFailed(path: string): boolean {
  return failedOn.has(path)
}

/** failing lists the addresses whose last good page is shown for want of a new one. */
export function failing(): string[] {
  const pages = keptPages()
  return [...failedOn.keys()].filter(path => pages?.has(path) && !pages.current(path))
}
