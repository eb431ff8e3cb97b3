/** The one place that knows which document a name, a spelling or an old address means. */
import { nameKey, nameOn, type NameInTime } from 'shared-types'
import type { Register, RegisteredPlan } from './load'

type NamedType = 'Plan' | 'FieldOfAction' | 'Measure'

export interface NamedDocument {
  type: NamedType
  documentId: string
  slug: string
  titles: ReadonlyMap<string, string>
  names: NameInTime[]
  /** Addresses that it had before. */
  formerSlugs: string[]
}

/** So many letters make the beginning of a plan's name a hint to it. */
const HINT_LETTERS = 3

/**
 * Documents with that name in whatever spelling, those of the newest plan first; else plans of which all names that
 * begin so are names.
 */
export function documentsNamed(register: Register, name: string): NamedDocument[] {
  const key = nameKey(name)
  if (key === '') return []
  return index(register).get(key) ?? hinted(register, key)
}

const indexes = new WeakMap<Register, Map<string, NamedDocument[]>>()

function index(register: Register): Map<string, NamedDocument[]> {
  const known = indexes.get(register)
  if (known) return known
  const made = new Map<string, NamedDocument[]>()
  for (const document of allDocuments(register)) {
    for (const key of keysOf(document)) {
      const found = made.get(key)
      if (found) found.push(document)
      else made.set(key, [document])
    }
  }
  indexes.set(register, made)
  return made
}

function allDocuments(register: Register): NamedDocument[] {
  const plans = [...register.plans.values()].sort((a, b) => a.startsOn < b.startsOn ? 1 : -1)
  const age = (planId: string | null) => plans.findIndex(({ id }) => id === planId)
  const byAge = <Entry extends { plan: string | null }>(entries: Iterable<Entry>) =>
    [...entries].sort((a, b) => age(a.plan) - age(b.plan))
  return [
    ...plans.map(plan => document('Plan', plan)),
    ...byAge(register.fields.values()).map(field => document('FieldOfAction', field)),
    ...byAge(register.measures.values()).map(measure => document('Measure', measure)),
  ]
}

function document(
  type: NamedType,
  { id, slug, titles, names, formerSlugs }: Pick<RegisteredPlan, 'id' | 'slug' | 'titles' | 'names' | 'formerSlugs'>,
): NamedDocument {
  return { type, documentId: id, slug, titles, names, formerSlugs }
}

function keysOf({ slug, titles, names, formerSlugs }: NamedDocument): Set<string> {
  return new Set(
    [slug, ...titles.values(), ...names.map(({ value }) => value), ...formerSlugs].map(nameKey).filter(Boolean),
  )
}

/** „WIR“ is the beginning of several names, but of one plan. */
function hinted(register: Register, key: string): NamedDocument[] {
  if (key.length < HINT_LETTERS) return []
  const plans = allDocuments(register).filter(
    candidate => candidate.type === 'Plan' && [...keysOf(candidate)].some(known => known.startsWith(key)),
  )
  return plans.length === 1 ? plans : []
}

/** The name that was right on a day (`YYYY-MM-DD`), or null where none is known for it. */
export function rightName({ names }: Pick<NamedDocument, 'names'>, day: string): NameInTime | null {
  return nameOn(names, day)
}
