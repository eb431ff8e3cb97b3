/** Which measure of the plan a row of a table means. */
import type { FormState } from '../together/form-state'
import { type Known, statesOf } from './measures'

/** What a row says of itself; empty where it says nothing. */
export interface Signs {
  /** The documentId. */
  key: string
  slug: string
  code: string
  title: string
  /** Whether a form shows the field of action that the row names, as far as both name one. */
  isOfField: (state: FormState) => boolean
}

export type Match = { known: Known | null } | { problem: string }

/**
 * matchOf goes by the id, else by the address, else by the title, else by the number that is printed in the plan: it
 * may begin anew in every field of action, so that a measure of another field is another one. Null where the plan has
 * no such measure yet. What was renamed meanwhile is found by what it was called before.
 */
export function matchOf(measures: readonly Known[], { key, slug, code, title, isOfField }: Signs): Match {
  if (key) {
    const known = measures.find(({ documentId }) => documentId === key)
    return known ? { known } : { problem: `In diesem Plan gibt es keine Maßnahme mit der Kennung „${key}“.` }
  }
  const [bySlug] = slug ? measures.filter(({ now }) => now.slug === slug) : []
  if (bySlug) return { known: bySlug }
  const byNow = named(measures, { code, title, isOfField }, ({ now }) => [now])
  const found = byNow.length > 0 ? byNow : named(measures, { code, title, isOfField }, statesOf)
  const [known = null, ...others] = found
  if (others.length === 0) return { known }
  return {
    problem: 'Das können mehrere Maßnahmen dieses Plans sein. Bitte schreiben Sie in einer Spalte „Kennung“ dazu, welche gemeint '
      + `ist: ${found.map(({ documentId, now }) => `${documentId} („${String(now.title)}“)`).join(' oder ')}.`,
  }
}

/** The measures that are called so, whichever fit best: by title and number, by the title, by the number. */
function named(
  measures: readonly Known[], { code, title, isOfField }: Pick<Signs, 'code' | 'title' | 'isOfField'>,
  states: (known: Known) => FormState[],
): Known[] {
  const ofField = measures.filter(known => states(known).some(isOfField))
  const isCalled = (known: Known, name: string, text: string) => states(known).some(state => isNamed(state[name], text))
  const byCode = ofField.filter(known => code !== '' && isCalled(known, 'code', code))
  const byTitle = ofField.filter(known =>
    isCalled(known, 'title', title) && (code === '' || !known.now.code || byCode.includes(known)))
  const byBoth = byTitle.filter(known => byCode.includes(known))
  return [byBoth, byTitle, byCode].find(some => some.length > 0) ?? []
}

/** In whatever case; marks between numbers count: 1.1 is not 11. */
function isNamed(value: unknown, name: string): boolean {
  return typeof value === 'string' && plainName(value) === plainName(name)
}

function plainName(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
}
