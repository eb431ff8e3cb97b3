/** The parts of a list or a dynamic zone in three states: as it was, as it is, and as a form wants it. */
import type { Attribute } from '../content-model/schema'
import { isSame, type Part, partsIn } from './form-state'

interface Contested {
  attribute: Attribute
  base: unknown
  now: unknown
  mine: unknown
}

/** One component alone is merged like a list where both mean the same one. */
export function isList({ attribute, base, now, mine }: Contested): boolean {
  if (attribute.repeatable || attribute.components) return true
  return (
    new Set(
      [base, now, mine].map(value =>
        partsIn(value)
          .map(part => partKey(part))
          .join(),
      ),
    ).size === 1
  )
}

/** An entry of a relation stays where neither removed it. */
export function isKept({ base, now, mine }: { base: string[], now: string[], mine: string[] }, key: string): boolean {
  return base.includes(key) ? now.includes(key) && mine.includes(key) : true
}

/** Names a part among those of its list; one that is not saved yet by its place. */
export function partKey({ uid, id }: Part, index = 0): string {
  return id === null ? `${uid}#new${index}` : `${uid}#${id}`
}

/** The same part in another state of the list. */
export function find(parts: Part[], { uid, id }: Part): Part | undefined {
  return id === null ? undefined : parts.find(part => part.uid === uid && part.id === id)
}

/** A part of the others that says the same, which is then taken. */
export function takeTwin(others: Part[], part: Part): Part | null {
  const index = others.findIndex(other => isSame(other, part))
  return index < 0 ? null : (others.splice(index, 1)[0] ?? null)
}

/** Parts that may be gone meanwhile are saved as new ones. */
export function asNew(value: unknown): unknown {
  const parts = partsIn(value)
  return parts.length > 0 ? parts.map(part => ({ ...part, id: null })) : value
}

/** The documentIds that a state holds under a relation. */
export function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}
