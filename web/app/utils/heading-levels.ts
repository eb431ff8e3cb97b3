const LOWEST_HEADING = 6

/**
 * Gives headings their level on a page, one after the other: equal ones under the same heading stay equal, a lower one
 * stands one below, none is left out.
 */
export function headingLevels(under: number): (asked: number) => number {
  const open: { asked: number, shown: number }[] = []
  return (asked) => {
    while ((open.at(-1)?.asked ?? 0) > asked) open.pop()
    const last = open.at(-1)
    if (last?.asked === asked) return last.shown
    const shown = Math.min((last?.shown ?? under) + 1, LOWEST_HEADING)
    open.push({ asked, shown })
    return shown
  }
}
