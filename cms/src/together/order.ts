/** The order of a list that two people have changed, each from the same beginning. */
export interface Lists {
  base: readonly string[]
  now: readonly string[]
  mine: readonly string[]
}

/** Whether both put what was there before into another order, and not into the same. */
export function isOrderDisputed({ base, now, mine }: Lists): boolean {
  const kept = base.filter(key => now.includes(key) && mine.includes(key))
  const inOrderOf = (list: readonly string[]) => list.filter(key => kept.includes(key)).join()
  const [before, theirs, own] = [inOrderOf(base), inOrderOf(now), inOrderOf(mine)]
  return theirs !== before && own !== before && theirs !== own
}

/** What both kept and what either added: in the order of whoever changed it, additions after their neighbours. */
export function together({ base, now, mine }: Lists, isWanted: (key: string) => boolean): string[] {
  const moved = (list: readonly string[]) => {
    const kept = base.filter(key => list.includes(key))
    return list.filter(key => kept.includes(key)).join() !== kept.join()
  }
  const [first, second] = moved(now) && !moved(mine) ? [now, mine] : [mine, now]
  const list = [...first]
  for (const [index, key] of second.entries()) {
    if (list.includes(key)) continue
    const neighbour = second.slice(0, index).findLast(candidate => list.includes(candidate))
    list.splice(neighbour === undefined ? 0 : list.indexOf(neighbour) + 1, 0, key)
  }
  return list.filter(isWanted)
}
