/**
 * Finds published documents in every language. Each language has its index, built when it is first searched; what is
 * written after that is taken in before the next search.
 */
import type { Core } from '@strapi/strapi'
import { LOCALE_CODES } from 'shared-types'
import { PERSON } from '../rules/tombstone'
import { onWrite, type Write } from '../rules/written'
import { isSearched, keyOf, readPlaces, readSearched, SEARCHED, SEARCHED_TYPES, type SearchedType } from './documents'
import { LanguageIndex } from './language-index'

/** Where a document exists. */
interface Places {
  source: string
  languages: Set<string>
}

export interface Hit {
  type: SearchedType
  documentId: string
  /** Code of the language in which it was found. */
  language: string
}

const SOURCE = 'api::source.source'

export class SearchEngine {
  #places: Promise<Map<string, Places>> | undefined
  #indexes = new Map<string, Promise<LanguageIndex>>()
  #written = new Map<string, Write>()
  #update: Promise<void> = Promise.resolve()

  constructor(private readonly strapi: Core.Strapi) {
    onWrite(write => this.#note(write))
  }

  /** Documents found in a language, and after them those that do not exist in it and were found in their own. */
  async find(query: string, language: string): Promise<{ hits: Hit[], others: Hit[] }> {
    await this.#takeIn()
    this.#places ??= this.#readPlaces()
    const places = await this.#places
    const hits = (await this.#index(language)).find(query).map(({ id }) => toHit(id, language))
    const others: { hit: Hit, score: number }[] = []
    for (const other of LOCALE_CODES.filter(code => code !== language && isNeeded(places, code, language))) {
      const found = (await this.#index(other)).find(query).filter(({ id }) => places.get(id)?.source === other && !places.get(id)?.languages.has(language))
      others.push(...found.map(({ id, score }) => ({ hit: toHit(id, other), score })))
    }
    return { hits, others: others.sort((a, b) => b.score - a.score).map(({ hit }) => hit) }
  }

  /** A person who is no longer public, and the number of a paper, stand in many texts: then everything is read anew. */
  #note(write: Write): void {
    if (write.uid === PERSON || write.uid === SOURCE) {
      this.#places = undefined
      this.#indexes.clear()
      return
    }
    this.#written.set(`${write.uid} ${write.documentId}`, write)
  }

  #takeIn(): Promise<void> {
    this.#update = this.#update.then(async () => {
      const written = [...this.#written.values()]
      this.#written.clear()
      for (const { uid, documentId } of written) {
        const type = SEARCHED_TYPES.find(candidate => SEARCHED[candidate] === uid)
        if (type) await this.#replace(type, documentId)
      }
    })
    return this.#update
  }

  async #replace(type: SearchedType, documentId: string): Promise<void> {
    if (!this.#places) return
    const id = keyOf(type, documentId)
    const places = await this.#places
    const rows = await readSearched(this.strapi, type, { documentIds: [documentId] })
    const source = rows.find(({ isSource }) => isSource)?.language
    if (source === undefined) places.delete(id)
    else places.set(id, { source, languages: new Set(rows.map(row => row.language)) })
    for (const [language, index] of this.#indexes) (await index).replace(id, rows.find(row => row.language === language)?.text ?? null)
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
    const texts = []
    for (const type of SEARCHED_TYPES) texts.push(...(await readSearched(this.strapi, type, { language })).map(({ text }) => text))
    return new LanguageIndex(language, texts)
  }
}

/** Whether there is anything in a language that is not there in the asked one. */
function isNeeded(places: ReadonlyMap<string, Places>, source: string, language: string): boolean {
  return [...places.values()].some(place => place.source === source && !place.languages.has(language))
}

function toHit(id: string, language: string): Hit {
  const [type = '', documentId = ''] = id.split(' ')
  return { type: isSearched(type) ? type : 'Page', documentId, language }
}
