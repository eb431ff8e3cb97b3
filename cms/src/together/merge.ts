/**
 * Brings together what a form sends and what others have saved since it was opened: attribute by attribute, and within
 * lists and dynamic zones part by part. What both changed to different values is a conflict for people to decide.
 */
import type { Core } from '@strapi/strapi'
import { type Attribute, type Schema, schemaOf } from '../content-model/schema'
import { isValues } from '../rows/components'
import type { Values } from '../rows/rows'
import {
  type FormState,
  isOfParts,
  isSame,
  type Part,
  partAs,
  partsIn,
  savedAs,
  canonical,
  typedAttributes,
} from './form-state'
import { asNew, find, isKept, isList, partKey, takeTwin, textsIn } from './parts'
import { isOrderDisputed, type Lists, together } from './order'
import { isToOne, wanted } from './sent'
import { hashOf } from './hash'

/** Where in an entry: names of attributes, and of parts `article.text#12`. */
export type Place = readonly string[]

/** What both changed. */
export interface Conflict {
  place: Place
  attribute: Attribute
  mine: unknown
  now: unknown
}

/** What somebody has decided about a conflict: whose, and the mark of the other text as it was shown. */
export type Decisions = Readonly<Record<string, string>>

interface Three {
  base: FormState | null
  now: FormState
  sent: Values
}

interface Contested {
  attribute: Attribute
  base: unknown
  now: unknown
  mine: unknown
  sent: unknown
}

/** The key of a place, as decisions name it. */
export function keyOf(place: Place): string {
  return place.join('/')
}

/** Tells one text of the others from another. */
export function markOf(now: unknown): string {
  return hashOf(canonical(now))
}

export class Merge {
  readonly conflicts: Conflict[] = []
  /** What others changed and this form did not. */
  readonly cameIn: Place[] = []

  constructor(
    private readonly strapi: Core.Strapi,
    private readonly decisions: Decisions,
  ) {}

  /** The values to save. A base of null is not known: then only what is equal is undisputed. */
  values(
    schema: Schema,
    { base, now, sent }: Three,
    { place = [], isTranslation = false }: { place?: Place, isTranslation?: boolean } = {},
  ): Values {
    const values = { ...sent }
    for (const [name, attribute] of typedAttributes(schema, isTranslation)) {
      const here = [...place, name]
      if (name in sent) {
        const mine = wanted(this.strapi, attribute, base?.[name], sent[name])
        values[name] = this.#value(here, {
          attribute,
          base: base ? base[name] : UNKNOWN,
          now: now[name],
          mine,
          sent: sent[name],
        })
      } else if (base && !isSame(base[name], now[name])) this.cameIn.push(here)
    }
    return values
  }

  #value(place: Place, contested: Contested): unknown {
    const { attribute, base, now, mine, sent } = contested
    if (isSame(base, now)) return sent
    if (isSame(mine, now)) return savedAs(this.strapi, attribute, now)
    if (isSame(mine, base)) return this.#cameIn(place, savedAs(this.strapi, attribute, now))
    if (base === UNKNOWN) return this.#decided(place, contested)
    if (isOfParts(attribute) && isList(contested)) return this.#parts(place, contested)
    if (attribute.type === 'relation' && !isToOne(attribute)) return this.#relation(place, contested)
    return this.#decided(place, contested)
  }

  #cameIn<Value>(place: Place, value: Value): Value {
    this.cameIn.push(place)
    return value
  }

  #decided(place: Place, { attribute, now, mine, sent }: Contested): unknown {
    const isMine = this.#isMine({ place, attribute, mine, now })
    if (!isMine) return savedAs(this.strapi, attribute, now)
    return attribute.type === 'relation' || isOfParts(attribute) ? savedAs(this.strapi, attribute, asNew(mine)) : sent
  }

  /** A decision holds as long as the other text is the one that was shown. */
  #isMine(conflict: Conflict): boolean {
    const [taken, mark] = this.decisions[keyOf(conflict.place)]?.split(':') ?? []
    if (mark !== markOf(conflict.now)) this.conflicts.push(conflict)
    return taken !== 'theirs'
  }

  #relation(place: Place, { attribute, base, now, mine }: Contested): unknown {
    const lists = { base: textsIn(base), now: textsIn(now), mine: textsIn(mine) }
    return savedAs(
      this.strapi,
      attribute,
      together(this.#ordered({ place, attribute, mine, now }, lists), key => isKept(lists, key)),
    )
  }

  #parts(place: Place, { attribute, base, now, mine, sent }: Contested): unknown {
    const parts = { base: partsIn(base), now: partsIn(now), mine: partsIn(mine) }
    const sentParts = (Array.isArray(sent) ? sent : [sent]).filter(isValues)
    const others = parts.now.filter(part => !find(parts.base, part))
    // A block that was saved while its answer got lost comes a second time: it is the one that is there.
    const twins = parts.mine.map(part => (part.id === null ? takeTwin(others, part) : null))
    const keys = parts.mine.map((part, index) => partKey(twins[index] ?? part, index))
    const lists = { base: parts.base.map(partKey), now: parts.now.map(partKey), mine: keys }
    const values = new Map<string, Values | null>()
    for (const [index, part] of parts.mine.entries()) {
      const key = keys[index] ?? ''
      const twin = twins[index]
      values.set(
        key,
        twin
          ? partAs(this.strapi, attribute, twin)
          : this.#part([...place, key], attribute, { ...parts, part, sent: sentParts[index] ?? {} }),
      )
    }
    for (const part of parts.now) {
      const key = partKey(part)
      if (!values.has(key)) values.set(key, this.#unsentPart([...place, key], attribute, find(parts.base, part), part))
    }
    const ordered = this.#ordered({ place, attribute, mine, now }, lists)
    const all = together(ordered, key => Boolean(values.get(key))).map(key => values.get(key))
    return attribute.repeatable || attribute.components ? all : (all[0] ?? null)
  }

  /** Where both moved what was there, people decide whose order it is; for the others' it counts as not moved here. */
  #ordered(conflict: Conflict, lists: Lists): Lists {
    return !isOrderDisputed(lists) || this.#isMine(conflict) ? lists : { ...lists, base: lists.mine }
  }

  /** A part that this form sends; null where it is not to stay. */
  #part(
    place: Place,
    attribute: Attribute,
    { base, now, part, sent }: { base: Part[], now: Part[], part: Part, sent: Values },
  ): Values | null {
    const before = find(base, part)
    const there = find(now, part)
    if (there)
      return this.values(
        schemaOf(this.strapi, part.uid),
        { base: before?.state ?? null, now: there.state, sent },
        { place },
      )
    if (!before) return part.id === null ? sent : partAs(this.strapi, attribute, { ...part, id: null })
    if (isSame(before, part)) return this.#cameIn(place, null)
    return this.#isMine({ place, attribute, mine: [part], now: [] })
      ? partAs(this.strapi, attribute, { ...part, id: null })
      : null
  }

  /** A part that is there and that this form does not send: others made it, or this form removed it. */
  #unsentPart(place: Place, attribute: Attribute, before: Part | undefined, there: Part): Values | null {
    if (!before) return this.#cameIn(place, partAs(this.strapi, attribute, there))
    if (isSame(before, there)) return null
    return this.#isMine({ place, attribute, mine: [], now: [there] }) ? null : partAs(this.strapi, attribute, there)
  }
}

const UNKNOWN = { isUnknown: true }
