/** Which measure of the plan a row of a table means. */
import type { Known } from './measures'
import { nameKey } from './folding'

/** What a row says of itself; empty where it says nothing. */
export interface Signs {
  /** The documentId. */
  key: string
  slug: string
  code: string
  title: string
  /** Whether a measure belongs to the field of action that the row names, as far as both name one. */
  isOfField: (known: Known) => boolean
}

export type Match = { known: Known | null } | { problem: string }

/**
 * matchOf goes by the id, else by the address, else by the title, else by the number that is printed in the plan: it
 * may begin anew in every field of action, so that a measure of another field is another one. Null where the plan has
 * no such measure yet.
 */
export function matchOf(measures: readonly Known[], { key, slug, code, title, isOfField }: Signs): Match {
  if (key) {
    const known = measures.find(({ documentId }) => documentId === key)
    return known ? { known } : { problem: `In diesem Plan gibt es keine Maßnahme mit der Kennung „${key}“.` }
  }
  const [bySlug] = slug ? measures.filter(({ now }) => now.slug === slug) : []
  if (bySlug) return { known: bySlug }
  const ofField = measures.filter(isOfField)
  const byCode = ofField.filter(({ now }) => code !== '' && isNamed(now.code, code))
  const byTitle = ofField.filter(known =>
    isNamed(known.now.title, title) && (code === '' || !known.now.code || byCode.includes(known)))
  const byBoth = byTitle.filter(known => byCode.includes(known))
  const found = [byBoth, byTitle, byCode].find(some => some.length > 0) ?? []
  const [known = null, ...others] = found
  if (others.length === 0) return { known }
  return {
    problem: 'Das können mehrere Maßnahmen dieses Plans sein. Bitte schreiben Sie in einer Spalte „Kennung“ dazu, welche gemeint '
      + `ist: ${found.map(({ documentId, now }) => `${documentId} („${String(now.title)}“)`).join(' oder ')}.`,
  }
}

/** Letters count in whatever case, marks between numbers as they stand: 1.1 is not 11. */
function isNamed(value: unknown, name: string): boolean {
  if (typeof value !== 'string') return false
  const [own, asked] = [value, name].map(text => text.trim().toLowerCase().replace(/\s+/g, ' '))
  return own === asked || (/\p{L}{3}/u.test(name) && nameKey(value) === nameKey(name))
}
