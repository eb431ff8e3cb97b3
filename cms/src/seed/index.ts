import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Core } from '@strapi/strapi'
import { isLocaleCode } from 'shared-types'
import { hasDrafts, type Schema, shownSchemas } from '../content-model/schema'
import { readEnvironment } from '../environment'
import { writeFirstRevisions } from '../revision/revision'
import { withoutRevisions } from './seeding'
import { setOrigin } from '../translation/translation-record'
import { toInput } from './input'
import { SEED_RECORD } from '../content-model/uids'

/** A document of the seed, in its source language, with its machine-made translations. */
export interface SeedEntry {
  /** The seed id: how other entries and the seed record name it. */
  id: string
  /** Singular name of the type, for instance `timeline-event`. */
  type: string
  values: Record<string, unknown>
  /** Code of its source language: German, where none is given. */
  language?: string
  translations?: Record<string, Record<string, unknown>>
  /** Seed ids of what must be there before it may be published, and names it: a person's consent. */
  publishAfter?: string[]
  /** What is added once it is public, because it names the entry itself: a portrait, whose image says who is on it. */
  afterwards?: Record<string, unknown>
}

/** What the rules look at when they judge the others: a decision is not made before a phase of its plan. */
const FIRST = ['sources.json', 'organisations.json', 'plans.json']
const PROGRESS_MILLISECONDS = 5000

/**
 * Adds what was never seeded and touches nothing else: an entry that an editor changed or deleted stays so. Returns how
 * many were added.
 */
export async function seed(strapi: Core.Strapi, entries = entriesOf(strapi, readEnvironment().seed)): Promise<number> {
  const records: { seedId: string, document: string }[] = await strapi.db.query(SEED_RECORD).findMany()
  const seeding = new Seeding(strapi, entries, new Map(records.map(({ seedId, document }) => [seedId, document])))
  const added = await withoutRevisions(() => seeding.run())
  await writeFirstRevisions(strapi, { areNew: true })
  return added
}

/** The facts, and with `examples` what is made up to show every kind of entry. */
function entriesOf(strapi: Core.Strapi, name: string): SeedEntry[] {
  const facts = path.join(strapi.dirs.app.root, 'seed')
  return [...readEntries(facts), ...name === 'examples' ? readEntries(path.join(facts, 'examples')) : []]
}

/** Texts by language and seed id, from the files in `translations`. */
function readTranslations(directory: string): Map<string, Record<string, Record<string, unknown>>> {
  const folder = path.join(directory, 'translations')
  const files = existsSync(folder) ? readdirSync(folder) : []
  return new Map(
    files.map(file => [path.basename(file, '.json'), JSON.parse(readFileSync(path.join(folder, file), 'utf8'))]),
  )
}

/**
 * An entry with its translations, those beside it and those of its language's file. A name that no file translates
 * stays as it is.
 */
function withTranslations(entry: SeedEntry, translations: ReturnType<typeof readTranslations>): SeedEntry {
  const found: SeedEntry['translations'] = {}
  for (const [code, texts] of translations)
    if (texts[entry.id])
      found[code] = { ...(entry.values.name !== undefined && { name: entry.values.name }), ...texts[entry.id] }
  return Object.keys(found).length > 0 ? { ...entry, translations: { ...entry.translations, ...found } } : entry
}

export function readEntries(directory: string): SeedEntry[] {
  const place = (file: string) => `${FIRST.includes(file) ? FIRST.indexOf(file) : FIRST.length} ${file}`
  const files = readdirSync(directory)
    .filter(file => file.endsWith('.json'))
    .sort((a, b) => (place(a) < place(b) ? -1 : 1))
  const translations = readTranslations(directory)
  const entries = files.flatMap((file): SeedEntry[] => JSON.parse(readFileSync(path.join(directory, file), 'utf8')))
  return entries.map(entry => withTranslations(entry, translations))
}

class Seeding {
  readonly #byId: Map<string, SeedEntry>
  #added = 0
  #reportedAt = Date.now()

  constructor(
    private readonly strapi: Core.Strapi, private readonly entries: SeedEntry[],
    private readonly documents: Map<string, string>,
  ) {
    this.#byId = new Map(entries.map(entry => [entry.id, entry]))
  }

  async run(): Promise<number> {
    for (const { id } of this.entries) await this.documentOf(id)
    return this.#added
  }

  /** The document of a seed id, seeded first where it is not there yet. */
  async documentOf(id: string): Promise<string> {
    const known = this.documents.get(id)
    if (known) return known
    const entry = this.#byId.get(id)
    if (!entry) throw new Error(`The seed names "${id}", but has no such entry.`)
    return this.#add(entry)
  }

  async #add(entry: SeedEntry): Promise<string> {
    const schema = this.#schemaOf(entry)
    const data = await toInput(this.strapi, schema, entry.values, id => this.documentOf(id))
    // What it names may have needed it, and seeded it.
    const known = this.documents.get(entry.id)
    if (known) return known
    const own = entry.language && { locale: entry.language }
    const translations = Object.entries(entry.translations ?? {}).filter(([code]) => isLocaleCode(code))
    return this.strapi.db.transaction(async () => {
      const documents = documentsOf(this.strapi, schema)
      const { documentId } = await documents.create({ data, ...own })
      for (const [locale, texts] of translations) {
        const translated = await toInput(this.strapi, schema, texts, id => this.documentOf(id))
        await documents.update({ documentId, locale, data: translated })
        await setOrigin(this.strapi, schema, { documentId, locale, origin: 'machine' })
      }
      this.documents.set(entry.id, documentId)
      for (const id of entry.publishAfter ?? []) await this.documentOf(id)
      // All languages at once: what they share is copied to all of them each time one is published.
      if (hasDrafts(schema)) await documents.publish({ documentId, locale: '*' })
      if (entry.afterwards)
        await documents.update({
          documentId, data: await toInput(this.strapi, schema, entry.afterwards, id => this.documentOf(id)),
          status: 'published',
          ...own,
        })
      await this.strapi.db
        .query(SEED_RECORD)
        .create({ data: { seedId: entry.id, type: schema.uid, document: documentId } })
      this.#report()
      return documentId
    })
  }

  #schemaOf({ id, type }: SeedEntry): Schema {
    const schema = shownSchemas(this.strapi).find(({ info }) => info.singularName === type)
    if (!schema) throw new Error(`Seed entry "${id}" is of an unknown type "${type}".`)
    return schema
  }

  #report(): void {
    this.#added += 1
    if (Date.now() - this.#reportedAt < PROGRESS_MILLISECONDS) return
    this.#reportedAt = Date.now()
    console.log(`seeding: ${this.#added} of ${this.entries.length} entries`)
  }
}

interface Documents {
  create: (params: object) => Promise<{ documentId: string }>
  update: (params: object) => Promise<unknown>
  publish: (params: object) => Promise<unknown>
}

/** The Document Service of a type that is known only at run time. */
function documentsOf(strapi: Core.Strapi, schema: Schema): Documents {
  const service: unknown = Reflect.apply(strapi.documents, strapi, [schema.uid])
  if (!isDocuments(service)) throw new Error(`No documents of type ${schema.uid}`)
  return service
}

function isDocuments(service: unknown): service is Documents {
  return typeof service === 'object' && service !== null && 'create' in service && 'update' in service
}
