/**
 * Finds published documents in every language. Each language has its index, built ahead of the questions; what is
 * written after that is taken in before the next search.
 */
import { setImmediate } from 'node:timers/promises'
import type { Core } from '@strapi/strapi'
import {
  type ContentType, contentTypeAt, isSearchedType, LOCALE_CODES, localeOf, type SearchableType, SEARCHED_TYPES,
} from 'shared-types'
import { withdrawnPattern } from '../person/withdrawn-names'
import type { Entry } from '../ledger/entry'
import { follow } from '../ledger/followers'
import type { Word } from './analyse'
import { keyOf, readCiting, readPlaces, readSearched } from './documents'
import { type FoundText, LanguageIndex } from './language-index'
import { isPart, readWholes, wholeTypesOf } from './parts'
import { askedWords } from './question'
import { readWordLists } from './read-word-lists'
import type { WordList } from './word-list'
import { SITE, SOURCE } from '../content-model/uids'

/** A document that was changed. */
interface Write {
  uid: string
  documentId: string
}

/** Where a document exists. */
interface Places {
  source: string
  languages: Set<string>
}

export interface Hit {
  type: SearchableType
  documentId: string
  /** Code of the language in which it was found. */
  language: string
}

interface FoundIn {
  language: string
  hits: FoundText[]
}

const DOCUMENTS_OF_A_STEP = 20
/** Where so many documents have all that is asked for, nobody needs those that have nearly all. */
const ENOUGH = 10
/** What was found in the asked language is no answer where elsewhere something has so much more of a question. */
const LEAST_PART_AT_HOME = 0.6
/** What is not there in the asked language is found where it has this part of what the best has of a question. */
const LEAST_PART_ABROAD = 0.4

export class SearchEngine {
  #places: Promise<Map<string, Places>> | undefined
  #indexes = new Map<string, Promise<LanguageIndex>>()
  #wordLists: Promise<Map<string, WordList>> | undefined
  /** Documents to which something belongs that has no page of its own. */
  #withParts = new Set<string>()
  #written = new Map<string, Write>()
  #update: Promise<void> = Promise.resolve()
  #withdrawn = withdrawnPattern()
  /** What was forgotten: most texts in it say the same when they are read anew. */
  #former = new Map<string, Promise<LanguageIndex>>()

  constructor(private readonly strapi: Core.Strapi) {
    follow((entries) => {
      for (const { type, document } of entries) this.#note(type, document)
    })
  }

  /** What is written outside of the website's own texts is read before the next search; of everybody, everything. */
  #note(uid: Entry['type'], documentId: Entry['document']): void {
    if (uid === SITE) this.#wordLists = undefined
    if (uid === null || documentId === null) return this.#forget()
    if (this.#places && (uid === SOURCE || isRead(uid))) this.#written.set(`${uid} ${documentId}`, { uid, documentId })
  }

  /**
   * Documents found in a language, and those that do not exist in it and were found in their own. Where nothing in the
   * language has all that is asked for, what is there in another language of the question's script. What has only some
   * of it is found where few have all.
   */
  async find(query: string, language: string): Promise<{ hits: Hit[], others: Hit[] }> {
    await this.#takeIn()
    const places = await this.#everyPlace()
    const own = await this.#findIn(language, query, language)
    const found: [FoundIn, ...FoundIn[]] = [own]
    for (const other of sourcesOfMissing(places, language)) {
      const { hits } = await this.#findIn(other, query, language)
      found.push({ language: other, hits: hits.filter(({ id }) => isMissing(places.get(id), other, language)) })
    }
    if (!own.hits.some(isWhole)) found.push(...await this.#findAbroad(query, language, shareIn(found)))
    return toFinding(language, withoutPoor(found))
  }

  /** What has all that is asked for in another language, or more than was found. */
  async #findAbroad(query: string, language: string, share: number): Promise<FoundIn[]> {
    const found: FoundIn[] = []
    for (const other of LOCALE_CODES.filter(code => code !== language && hasScriptOf(code, query))) {
      const { hits } = await this.#findIn(other, query, language)
      found.push({ language: other, hits: hits.filter(hit => isWhole(hit) || hit.share > share) })
    }
    return found
  }

  /** The words that are to be marked in what was found in a language, with those that mean the same. */
  async wordsOf(query: string, language: string, askedIn: string): Promise<Word[]> {
    const words = askedWords(query, language, askedIn)
    const list = (await this.#everyWordList()).get(language)
    return words.flatMap((word, at) => [word, ...list?.at(words, at)?.others.flat() ?? []])
  }

  async #findIn(language: string, query: string, askedIn: string): Promise<FoundIn> {
    const list = (await this.#everyWordList()).get(language)
    return { language, hits: (await this.#index(language)).find({ query, askedIn, list }) }
  }

  #everyWordList(): Promise<Map<string, WordList>> {
    if (this.#wordLists) return this.#wordLists
    const lists = readWordLists(this.strapi)
    this.#wordLists = lists
    lists.catch(() => this.#wordLists = undefined)
    return lists
  }

  /** What could not be read is read before the next search. */
  #takeIn(): Promise<void> {
    this.#update = this.#update.catch(() => undefined).then(async () => {
      if (this.#withdrawn !== withdrawnPattern()) this.#forget()
      for (const [key, write] of this.#written) {
        for (const [type, documentIds] of await this.#touchedBy(write)) await this.#replace(type, documentIds)
        if (this.#written.get(key) === write) this.#written.delete(key)
      }
    })
    return this.#update
  }

  /**
   * The name of somebody who is no longer public stands in any text: everything is read anew, at once. A question waits
   * for its own languages alone.
   */
  #forget(): void {
    this.#withdrawn = withdrawnPattern()
    this.#places = undefined
    for (const [language, index] of this.#indexes) this.#former.set(language, index)
    this.#indexes.clear()
    this.#withParts.clear()
    this.readAhead().catch(() => undefined)
  }

  /** Builds every index that is not there, one after the other, before somebody asks: first once the server listens. */
  async readAhead(): Promise<void> {
    await this.#everyPlace()
    for (const language of LOCALE_CODES) await this.#index(language)
  }

  /** Documents are found by the numbers of the papers that they cite, too, and by what belongs to them. */
  async #touchedBy(write: Write): Promise<Map<SearchableType, string[]>> {
    const { documentId } = write
    const type = contentTypeAt(write.uid)
    if (type && isSearchedType(type)) return new Map([[type, [documentId]]])
    if (type && isPart(type)) return this.#wholesOf(type, documentId)
    const citing = await readCiting(this.strapi, documentId)
    if (!citing) this.#forget()
    return citing ?? new Map()
  }

  /** Those to which it belongs now, and those to which it may have belonged. */
  async #wholesOf(type: ContentType, documentId: string): Promise<Map<SearchableType, string[]>> {
    const wholes = new Map<SearchableType, string[]>()
    for (const whole of wholeTypesOf(type)) {
      const before = [...this.#withParts].map(toHitId).filter(hit => hit.type === whole)
      const now = await readWholes(this.strapi, type, documentId, whole)
      wholes.set(whole, [...new Set([...before.map(hit => hit.documentId), ...now])])
    }
    return wholes
  }

  async #replace(type: SearchableType, documentIds: string[]): Promise<void> {
    if (!this.#places) return
    const places = await this.#places
    const rows = Map.groupBy(await readSearched(this.strapi, type, { documentIds }), ({ documentId }) => documentId)
    for (const documentId of documentIds) {
      const id = keyOf(type, documentId)
      const ofDocument = rows.get(documentId) ?? []
      const source = ofDocument.find(({ isSource }) => isSource)?.language
      if (source === undefined) places.delete(id)
      else places.set(id, { source, languages: new Set(ofDocument.map(({ language }) => language)) })
      if (ofDocument.some(({ text }) => text.parts !== '')) this.#withParts.add(id)
      for (const [language, index] of this.#indexes)
        (await index).replace(id, ofDocument.find(row => row.language === language)?.text ?? null)
    }
  }

  #everyPlace(): Promise<Map<string, Places>> {
    if (this.#places) return this.#places
    const places = this.#readPlaces()
    this.#places = places
    places.catch(() => this.#places = undefined)
    return places
  }

  async #readPlaces(): Promise<Map<string, Places>> {
    const places = new Map<string, Places>()
    for (const type of SEARCHED_TYPES) {
      for (const { id, language, isSource } of await readPlaces(this.strapi, type)) {
        const known = places.get(id) ?? { source: '', languages: new Set<string>() }
        known.languages.add(language)
        places.set(id, isSource ? { ...known, source: language } : known)
      }
    }
    return places
  }

  #index(language: string): Promise<LanguageIndex> {
    const known = this.#indexes.get(language)
    if (known) return known
    const built = this.#build(language)
    this.#indexes.set(language, built)
    built.catch(() => this.#indexes.delete(language))
    return built
  }

  async #build(language: string): Promise<LanguageIndex> {
    const former = await this.#former.get(language)?.catch(() => undefined)
    const index = former ?? new LanguageIndex(language)
    await this.#fill(index, language)
    return index
  }

  /** In steps, between which others are served. */
  async #fill(index: LanguageIndex, language: string): Promise<void> {
    const gone = new Set(index.ids)
    for (const type of SEARCHED_TYPES) {
      for (const [number, { text }] of (await readSearched(this.strapi, type, { language })).entries()) {
        index.replace(text.id, text)
        gone.delete(text.id)
        if (text.parts !== '') this.#withParts.add(text.id)
        if (number % DOCUMENTS_OF_A_STEP === 0) await setImmediate()
      }
    }
    for (const id of gone) index.replace(id, null)
  }
}

/** Whether what was written is searched. */
function isRead(uid: string): boolean {
  const type = contentTypeAt(uid)
  return type !== undefined && (isSearchedType(type) || isPart(type))
}

/** The languages of what is not there in the asked one. */
function sourcesOfMissing(places: ReadonlyMap<string, Places>, language: string): Set<string> {
  const sources = new Set<string>()
  for (const place of places.values()) if (!place.languages.has(language)) sources.add(place.source)
  return sources
}

function isMissing(place: Places | undefined, source: string, language: string): boolean {
  return place?.source === source && !place.languages.has(language)
}

function isWhole({ share }: FoundText): boolean {
  return share === 1
}

/** As much of the question as the best of these has. */
function shareIn(found: FoundIn[]): number {
  return found.flatMap(({ hits }) => hits).reduce((most, { share }) => Math.max(most, share), 0)
}

/**
 * Without what was found in the asked language where elsewhere something has much more of the question, without what
 * has much less of it elsewhere, and where enough have all of it without what has less.
 */
function withoutPoor([own, ...abroad]: [FoundIn, ...FoundIn[]]): FoundIn[] {
  const found = [own, ...abroad]
  const most = shareIn(found)
  const hasEnough = found.flatMap(({ hits }) => hits).filter(isWhole).length >= ENOUGH
  const isRich = ({ share }: FoundText) => share >= (hasEnough ? 1 : most * LEAST_PART_ABROAD)
  return [
    { ...own, hits: shareIn([own]) < most * LEAST_PART_AT_HOME ? [] : hasEnough ? own.hits.filter(isWhole) : own.hits },
    ...abroad.map(({ language, hits }) => ({ language, hits: hits.filter(isRich) })),
  ]
}

/** Whether a question has letters in which a language is written. */
function hasScriptOf(language: string, query: string): boolean {
  return new RegExp(`\\p{Script=${localeOf(language).script}}`, 'u').test(query)
}

/** What was found in the asked language, then what was found elsewhere, a document only once. */
function toFinding(language: string, found: FoundIn[]): { hits: Hit[], others: Hit[] } {
  const hits = found.flatMap(other => other.hits.map(hit => ({ ...hit, language: other.language })))
  const own = hits.filter(hit => hit.language === language)
  const known = new Set(own.map(({ id }) => id))
  const elsewhere = hits
    .filter(({ id }) => !known.has(id))
    .sort((a, b) => b.share - a.share || b.score - a.score)
  return {
    hits: own.map(toHit),
    others: [...Map.groupBy(elsewhere, ({ id }) => id).values()].flatMap(([best]) => best ? [toHit(best)] : []),
  }
}

function toHit({ id, language }: { id: string, language: string }): Hit {
  return { ...toHitId(id), language }
}

function toHitId(id: string): Omit<Hit, 'language'> {
  const [type = '', documentId = ''] = id.split(' ')
  return { type: isSearchedType(type) ? type : 'Page', documentId }
}
