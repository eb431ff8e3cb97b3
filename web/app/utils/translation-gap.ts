/** Lists that show what is there in the language of the page, and say what is not. */

/** The entries that a list shows, and how many are not there in the language of the page. */
export function inLanguage<Entry>(
  entries: Entry[], isThere: (entry: Entry) => boolean, isAll: boolean,
): { shown: Entry[], elsewhere: number } {
  const there = entries.filter(isThere)
  return { shown: isAll ? entries : there, elsewhere: entries.length - there.length }
}

/** Whether the cms has found something, in whatever language. */
export function isFound({ total, elsewhere }: { total: number, elsewhere: number }): boolean {
  return total + elsewhere > 0
}
