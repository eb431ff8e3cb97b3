/**
 * Finds published documents in every language. Each language has its index, built when it is first searched; what is
 * written after that is taken in before the next search.
 */
import { setImmediate } from 'node:timers/promises'
import type { Core } from '@strapi/strapi'
import {
  contentTypeAt, isSearchedType, LOCALE_CODES, localeOf, type SearchableType, SEARCHED_TYPES,
} from 'shared-types'
import { withdrawnPattern } from '../person/withdrawn-names'
import { onWrite, type Write } from '../lifecycle/written'
import { keyOf, readCiting, readPlaces, readSearched } from './documents'
import { type Found, LanguageIndex } from './language-index'
import { SOURCE } from '../content-model/uids'

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

interface FoundIn extends Found {
  language: string
}

const DOCUMENTS_OF_A_STEP = 20

export class SearchEngine {
  #places: Promise<Map<string, Places>> | undefined
  #indexes = new Map<string, Promise<LanguageIndex>>()
  #written = new Map<string, Write>()
  #update: Promise<void> = Promise.resolve()
  #withdrawn = withdrawnPattern()

  constructor(private readonly strapi: Core.Strapi) {
    onWrite((write) => {
      if (this.#places && (write.uid === SOURCE || typeOf(write)))
        this.#written.set(`${write.uid} ${write.documentId}`, write)
    })
  }

  /**
   * Documents found in a language, and those that do not exist in it and were found in their own. What has only some of
   * the words is found where nothing has them all, and nothing is there in another language of the question's script.
   */
  async find(query: string, language: string): Promise<{ hits: Hit[], others: Hit[] }> {
    await this.#takeIn()
    const places = await this.#everyPlace()
    const found = [await this.#findIn(language, query)]
    for (const other of sourcesOfMissing(places, language)) {
      const { hits, ...inOther } = await this.#findIn(other, query)
      found.push({ ...inOther, hits: hits.filter(({ id }) => isMissing(places.get(id), other, language)) })
    }
    if (found.some(isWhole)) return toFinding(language, found.filter(isWhole))
    const foreign: FoundIn[] = []
    for (const other of LOCALE_CODES.filter(code => code !== language && hasScriptOf(code, query)))
      foreign.push(await this.#findIn(other, query))
    return toFinding(language, foreign.some(isWhole) ? foreign.filter(isWhole) : found)
  }

  async #findIn(language: string, query: string): Promise<FoundIn> {
    return { language, ...(await this.#index(language)).find(query) }
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

  /** The name of somebody who is no longer public stands in any text: then everything is read anew. */
  #forget(): void {
    this.#withdrawn = withdrawnPattern()
    this.#places = undefined
    this.#indexes.clear()
  }

  /** Documents are found by the numbers of the papers that they cite, too. */
  async #touchedBy(write: Write): Promise<Map<SearchableType, string[]>> {
    const { documentId } = write
    const type = typeOf(write)
    if (type) return new Map([[type, [documentId]]])
    const citing = await readCiting(this.strapi, documentId)
    if (!citing) this.#forget()
    return citing ?? new Map()
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

  /** In steps, between which others are served. */
  async #build(language: string): Promise<LanguageIndex> {
    const index = new LanguageIndex(language)
    for (const type of SEARCHED_TYPES) {
      for (const [number, { text }] of (await readSearched(this.strapi, type, { language })).entries()) {
        index.replace(text.id, text)
        if (number % DOCUMENTS_OF_A_STEP === 0) await setImmediate()
      }
    }
    return index
  }
}

function typeOf({ uid }: Write): SearchableType | undefined {
  const type = contentTypeAt(uid)
  return type && isSearchedType(type) ? type : undefined
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

function isWhole({ hasAllWords, hits }: FoundIn): boolean {
  return hasAllWords && hits.length > 0
}

/** Whether a question has letters in which a language is written. */
function hasScriptOf(language: string, query: string): boolean {
  return new RegExp(`\\p{Script=${localeOf(language).script}}`, 'u').test(query)
}

/** What was found in the asked language, then what was found elsewhere, a document only once. */
function toFinding(language: string, found: FoundIn[]): { hits: Hit[], others: Hit[] } {
  const hits = found.flatMap(other => other.hits.map(hit => ({ ...hit, language: other.language })))
  const elsewhere = hits.filter(hit => hit.language !== language).sort((a, b) => b.score - a.score)
  return {
    hits: hits.filter(hit => hit.language === language).map(toHit),
    others: [...Map.groupBy(elsewhere, ({ id }) => id).values()].flatMap(([best]) => best ? [toHit(best)] : []),
  }
}

function toHit({ id, language }: { id: string, language: string }): Hit {
  const [type = '', documentId = ''] = id.split(' ')
  return { type: isSearchedType(type) ? type : 'Page', documentId, language }
}
