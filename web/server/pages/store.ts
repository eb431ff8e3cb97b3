/**
 * The pages that were rendered, in a folder and the hot ones in memory. What the ledger tells outdates exactly those
 * that are made of it.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { LRUCache } from 'lru-cache'
import { today } from 'shared-types'
import { isOvertaken } from '../cms/kept-answers'
import { type Found, readForm, readPages, STATE, syncFolder, writeWhole } from './disk'
import type { MadeOf } from './made-of'
import { allForms, fileOf, type Form, type Page, toPage } from './page'

/** What the forms in memory may come to together. */
const HOT_BYTES = 32_000_000

/** A page of the store. */
export interface KeptPage extends Omit<Page, 'shownUntil' | 'version'> {
  bodyAt: number
  /** Until when it may be shown without news, in milliseconds of `performance.now()`. */
  shownUntil: number
}

/** How far the ledger was followed, and which version of the cms told it. */
export interface Heard {
  cursor: string
  version: string
}

export class PageStore {
  /** What was heard when every page that was kept was up to date; null where nothing is known. */
  readonly heardBefore: Heard | null
  /** Why the disk does not take what is written, if it does not. */
  trouble: string | null = null
  /** Counts how often everything was forgotten. */
  era = 0

  readonly #folder: string
  readonly #version: string
  readonly #pages = new Map<string, KeptPage>()
  readonly #outdated = new Set<KeptPage>()
  /** As texts of one byte a letter: with its head such a body leaves in one piece. */
  readonly #hot = new LRUCache<Form, string>({ maxSize: HOT_BYTES, sizeCalculation: ({ length }) => length || 1 })
  /** Each text once, however many pages depend on it. */
  readonly #names = new Map<string, string>()
  #writing: Promise<unknown> = Promise.resolve()
  #heard: Heard | null
  #stored: Heard | null
  /** Whether an old page may lie where a newer one could not be written: then the cursor must not go on. */
  #isBehind = false

  /** @param version of the interface: pages of another one are good only until they are rendered anew. */
  constructor(folder: string, version: string) {
    this.#folder = folder
    this.#version = version
    this.heardBefore = this.#readHeard()
    this.#heard = this.#stored = this.heardBefore
    try {
      if (!this.heardBefore) this.#empty()
      for (const found of readPages(folder)) this.#takeIn(found)
    } catch (error) {
      this.#noteTrouble(error)
    }
  }

  get size(): number {
    return this.#pages.size
  }

  get outdated(): number {
    return this.#outdated.size
  }

  has(address: string): boolean {
    return this.#pages.has(address)
  }

  /** The page of an address, unless something of it is known to have changed. */
  current(address: string): KeptPage | undefined {
    const page = this.lastGood(address)
    return page && !this.#outdated.has(page) && page.day === today() ? page : undefined
  }

  /** The page of an address, however old, unless it may name somebody and is older than such a page may be. */
  lastGood(address: string): KeptPage | undefined {
    const page = this.#pages.get(address)
    return page && performance.now() <= page.shownUntil ? page : undefined
  }

  /** The bytes of a form that are in memory, as latin1. */
  hot(form: Form): string | undefined {
    return this.#hot.get(form)
  }

  /** The bytes of a form of a page, as latin1; undefined, and the page is dropped, where they cannot be read. */
  async bytes(page: KeptPage, form: Form): Promise<string | undefined> {
    try {
      const bytes = (await readForm(this.#fileOf(page), form, page.bodyAt)).toString('latin1')
      this.#hot.set(form, bytes)
      return bytes
    } catch {
      if (this.#pages.get(page.path) === page) this.drop(page.path)
      return undefined
    }
  }

  /** keep takes in a page, unless everything was forgotten since it was begun, or a newer one is there. */
  async keep(made: MadeOf, content: { body: Buffer, headers: Record<string, string> }): Promise<KeptPage | undefined> {
    const { page, bodies } = await toPage(made, { ...content, version: this.#version })
    const before = this.#pages.get(page.path)
    const isOld = before && !this.#outdated.has(before) && before.position > page.position
    if (made.era !== this.era || isOld) return undefined
    const head = `${JSON.stringify(page)}\n`
    // What nobody has asked for pushes out nothing that somebody asks for.
    const isHot = !made.isAhead || (before && allForms(before.forms).some(form => this.#hot.has(form)))
    const kept = this.#takeIn({ page, bodyAt: Buffer.byteLength(head) })
    const bytes = allForms(bodies)
    for (const [index, form] of allForms(kept.forms).entries()) this.#hot.set(form, bytes[index]?.toString('latin1'))
    if (isOvertaken({ position: made.position, dependsOn: made.keys })) {
      // It gets no file: the cursor that is stored may be further on already.
      this.#outdated.add(kept)
      return kept
    }
    const written = this.#write(kept, [head, ...bytes])
    void written.then(isOnDisk => isOnDisk && !isHot && this.#cool(kept))
    return kept
  }

  /** drop takes a page away: there is none at this address any more. */
  drop(address: string): void {
    const page = this.#pages.get(address)
    if (!page) return
    this.#remove(page)
    this.#removeFile(page)
  }

  /** outdate notes that an entry of the ledger has changed what these keys name, null for everything. */
  outdate(number: number, keys: string[] | null): void {
    const changed = keys && new Set(keys)
    for (const page of this.#pages.values()) {
      const isMadeOf = !changed || !page.keys || page.keys.some(key => changed.has(key))
      if (page.position < number && isMadeOf) this.#outdated.add(page)
    }
  }

  outdateAll(): void {
    for (const page of this.#pages.values()) this.#outdated.add(page)
  }

  /** What counts from today is another thing tomorrow. */
  outdateOtherDays(): void {
    const now = today()
    for (const page of this.#pages.values()) if (page.day !== now) this.#outdated.add(page)
  }

  /** What is to be rendered anew. */
  * toRenderAnew(): Generator<string> {
    for (const { path: address } of this.#outdated) yield address
  }

  /** forgetAll leaves nothing of what is kept, neither here nor on the disk, and of what is on its way. */
  forgetAll(): void {
    this.era += 1
    this.#pages.clear()
    this.#outdated.clear()
    this.#hot.clear()
    this.#names.clear()
    try {
      this.#empty()
    } catch (error) {
      this.#isBehind = true
      this.#noteTrouble(error)
    }
  }

  noteHeard(heard: Heard): void {
    this.#heard = heard
  }

  /** Kept when all that was kept until now is on the disk, or cannot be. */
  async settled(): Promise<void> {
    await this.#writing
  }

  /**
   * Stores how far the ledger was followed, once all pages are up to date: who starts from there hears of everything
   * that changed a page.
   */
  async storeHeard(): Promise<void> {
    const heard = this.#heard
    if (!heard || isSame(heard, this.#stored)) return
    await this.#writing
    if (heard !== this.#heard || this.#outdated.size > 0 || this.#isBehind) return
    this.#stored = heard
    try {
      await syncFolder(this.#folder)
      await writeWhole(path.join(this.#folder, STATE), [JSON.stringify(heard)], () => heard === this.#stored)
    } catch (error) {
      this.#noteTrouble(error)
    }
  }

  #takeIn({ page, bodyAt }: Found): KeptPage {
    const { version, shownUntil, ...rest } = page
    const before = this.#pages.get(page.path)
    if (before) this.#remove(before)
    const kept = { ...rest, bodyAt, keys: rest.keys && this.#named(rest.keys), shownUntil: untilHere(shownUntil) }
    this.#pages.set(kept.path, kept)
    if (version !== this.#version) this.#outdated.add(kept)
    return kept
  }

  #named(keys: string[]): string[] {
    return keys.map((key) => {
      const known = this.#names.get(key) ?? key
      this.#names.set(key, known)
      return known
    })
  }

  #remove(page: KeptPage): void {
    this.#pages.delete(page.path)
    this.#outdated.delete(page)
    this.#cool(page)
  }

  #cool({ forms }: KeptPage): void {
    for (const form of allForms(forms)) this.#hot.delete(form)
  }

  /** One after the other; kept is whether it lies in its place. */
  #write(page: KeptPage, parts: readonly (Buffer | string)[]): Promise<boolean> {
    const isWanted = () => this.#pages.get(page.path) === page
    const written = this.#writing.then(async () => {
      if (!isWanted()) return false
      try {
        mkdirSync(this.#folder, { recursive: true })
        await writeWhole(this.#fileOf(page), parts, isWanted)
        this.trouble = null
        return true
      } catch (error) {
        this.#noteTrouble(error)
        this.#removeFile(page)
        return false
      }
    })
    this.#writing = written
    return written
  }

  #removeFile(page: KeptPage): void {
    try {
      rmSync(this.#fileOf(page), { force: true })
    } catch (error) {
      this.#isBehind = true
      this.#noteTrouble(error)
    }
  }

  #empty(): void {
    rmSync(this.#folder, { recursive: true, force: true })
    mkdirSync(this.#folder, { recursive: true })
    this.#stored = null
  }

  #fileOf({ path: address }: { path: string }): string {
    return path.join(this.#folder, fileOf(address))
  }

  #noteTrouble(error: unknown): void {
    const message = `Pages cannot be kept on the disk: ${error instanceof Error ? error.message : String(error)}`
    if (this.trouble === null) console.error(message)
    this.trouble = message
  }

  #readHeard(): Heard | null {
    try {
      const { cursor, version } = Object(JSON.parse(readFileSync(path.join(this.#folder, STATE), 'utf8')))
      return typeof cursor === 'string' && typeof version === 'string' ? { cursor, version } : null
    } catch {
      return null
    }
  }
}

function isSame(heard: Heard, other: Heard | null): boolean {
  return heard.cursor === other?.cursor && heard.version === other.version
}

/** The longest time that is limited at all, in milliseconds. */
const LONGEST = 24 * 60 * 60 * 1000

/** What would last longer than it ever does was kept before the clock was set back: nobody knows how old it is. */
function untilHere(shownUntil: number | null): number {
  if (shownUntil === null) return Infinity
  const left = shownUntil - Date.now()
  return left > LONGEST ? -Infinity : performance.now() + left
}
