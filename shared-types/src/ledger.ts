/** What entries of the ledger change, for whoever keeps what was made of the content. */

/** The part of an entry that says what it is about. */
export interface ChangedDocument {
  /** Name of the type in the contract; null where it is about no single document. */
  type: string | null
  documentId: string | null
  slug: string | null
  formerSlug: string | null
  /** To what it relates, or related before: documentIds by attribute. */
  about: Record<string, string[]>
}

/**
 * keysOfChange names what an answer may depend on that an entry changes, as the cms names it (`dependsOn`): the
 * document, its type, its address, and what leads to another document; null for everything.
 */
export function keysOfChange({ type, documentId, slug, formerSlug, about }: ChangedDocument): string[] | null {
  if (type === null || documentId === null) return null
  const addresses = [slug, formerSlug].filter(address => address !== null)
  return [
    type, documentId, ...addresses.map(address => `${type}/${address}`),
    ...Object.entries(about).flatMap(([attribute, ids]) => ids.map(id => `${type}.${attribute}>${id}`)),
  ]
}

/** What is kept, as far as it may be overtaken. */
export interface Made {
  /** The number of the last entry that was known when it was begun. */
  position: number
  /** Of what it is made; null for everything. */
  dependsOn: ReadonlySet<string> | null
}

/** isMadeOf is true where something depends on one of these keys; null stands for everything on both sides. */
export function isMadeOf({ dependsOn }: Pick<Made, 'dependsOn'>, keys: readonly string[] | null): boolean {
  return keys === null || dependsOn === null || keys.some(key => dependsOn.has(key))
}

/** So many entries are remembered. */
const MOST_REMEMBERED = 1000

/** ChangeMemory remembers the last entries, for what is on its way while they come. */
export class ChangeMemory {
  readonly #entries: { number: number, keys: readonly string[] | null }[] = []
  /** Of what is not after this one it is not known whether it holds. */
  #before = -1

  /** The number of the last entry of which it knows. */
  get newest(): number {
    return this.#entries.at(-1)?.number ?? this.#before
  }

  note(number: number, keys: readonly string[] | null): void {
    this.#entries.push({ number, keys })
    while (this.#entries.length > MOST_REMEMBERED) this.#before = this.#entries.shift()?.number ?? this.#before
  }

  /** Nothing is known of what changed until an entry. */
  forgetUntil(number: number): void {
    this.#entries.length = 0
    this.#before = number
  }

  /** Whether something changed while this was on its way. */
  hasOvertaken(made: Made): boolean {
    return made.position < this.#before
      || this.#entries.some(({ number, keys }) => made.position < number && isMadeOf(made, keys))
  }
}
