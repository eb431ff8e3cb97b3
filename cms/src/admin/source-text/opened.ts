/** Where an address says that the source stands beside the form. */
export const SOURCE_BESIDE = 'beside=source'

/** In a narrower window it would lie over the form. */
const WIDE = '(min-width: 1280px)'

/** Whether there is room for a form and what stands beside it. */
export function hasRoomBeside(): boolean {
  return window.matchMedia(WIDE).matches
}

/** Whether a form is opened with its source beside it: where that is asked for, and there is room for both. */
export function opensWithSource(): boolean {
  return window.location.search.includes(SOURCE_BESIDE) && hasRoomBeside()
}
