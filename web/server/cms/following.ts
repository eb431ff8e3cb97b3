/** Whether the cms would tell at once what changes. */
let isHearing = false

/** isFollowing is true while the ledger of the cms is heard, and nothing of it is still to be told. */
export function isFollowing(): boolean {
  return isHearing
}

/** noteFollowing keeps whether it is. */
export function noteFollowing(isHeard: boolean): void {
  isHearing = isHeard
}
