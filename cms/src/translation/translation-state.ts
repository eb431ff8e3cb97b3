/** Whether a translation still says what its source says. Derived whenever it is asked for. */
import type { Core } from '@strapi/strapi'
import {
  changedParagraphs, LOCALE_CODES, type Paragraph, type ParagraphChange, type TranslationOrigin,
} from 'shared-types'
import type { Schema } from '../content-model/schema'
import { type Audience, paragraphsOf, textRows } from './paragraphs'
import { type Confirmation, findRecords, type Known, type TranslationRecord } from './translation-record'
import { withoutWithdrawnNames } from '../person/withdrawn-names'

/** What has changed in a text that a translation was made from. */
interface Change extends ParagraphChange {
  /** Code of the language of both texts. */
  locale: string
}

export interface TranslationState {
  locale: string
  state: 'source' | 'missing' | 'current' | 'outdated'
  origin: TranslationOrigin | null
  /** Code of the language it was made from; null for the source and for what is missing. */
  translatedFrom: string | null
  /** ISO 8601: the day whose source text it matches; null as above. */
  confirmedOn: string | null
  /** What has changed since in the text it was made from. */
  changes: Change[]
}

/**
 * Each document in one language, or in every language of the portal, the source first: as readers see it, or as editors
 * do.
 */
export async function statesOf(
  strapi: Core.Strapi, schema: Schema, documentIds: readonly string[], audience: Audience, language?: string,
): Promise<Map<string, TranslationState[]>> {
  const found
    = language === undefined
      ? await findRecords(strapi, schema, documentIds)
      : await recordsBehind(strapi, schema, documentIds, language)
  const read = language === undefined ? null : [...new Set([language, ...found.flatMap(madeFrom)])]
  const rows = Map.groupBy(await textRows(strapi, schema, documentIds, audience, read), ({ documentId }) => documentId)
  const records = Map.groupBy(found, ({ document }) => document)
  return new Map(
    documentIds.map((documentId) => {
      const own = rows.get(documentId) ?? []
      const source = own.find(({ locale, sourceLanguage }) => locale === sourceLanguage)?.locale ?? null
      const texts = new Map(
        own.map(row => [row.locale ?? '', withoutWithdrawnNames(paragraphsOf(strapi, schema, row))]),
      )
      const known = new Map(
        (records.get(documentId) ?? []).map(record => [
          record.language, audience === 'editors' ? record : record.published,
        ]),
      )
      const judge = new Judge(source, texts, known, audience)
      const asked
        = language === undefined
          ? [...(source ? [source] : []), ...LOCALE_CODES.filter(code => code !== source)]
          : [language]
      return [documentId, asked.map(locale => judge.stateOf(locale))]
    }),
  )
}

/** The records of a language, of those that its translations were made from, and so on. */
async function recordsBehind(
  strapi: Core.Strapi, schema: Schema, documentIds: readonly string[], language: string,
): Promise<TranslationRecord[]> {
  const found: TranslationRecord[] = []
  const languages = new Set([language])
  for (const code of languages) {
    const records = await findRecords(strapi, schema, documentIds, [code])
    found.push(...records)
    for (const from of records.flatMap(madeFrom)) languages.add(from)
  }
  return found
}

/** The languages that a translation was made from, as editors and as readers see it. */
function madeFrom({ confirmation, published }: TranslationRecord): string[] {
  return [confirmation?.from, published?.confirmation?.from].filter(from => from !== undefined)
}

class Judge {
  /** Translations that were made together were made from the same words. */
  readonly #compared = new Map<string, ParagraphChange[]>()

  constructor(
    private readonly source: string | null,
    private readonly texts: ReadonlyMap<string, Paragraph[]>,
    private readonly known: ReadonlyMap<string, Known | null>,
    private readonly audience: Audience,
  ) {}

  stateOf(locale: string, asked: readonly string[] = []): TranslationState {
    const { origin = null, confirmation = null } = this.known.get(locale) ?? {}
    const nothing = { locale, origin: null, translatedFrom: null, confirmedOn: null, changes: [] }
    if (locale === this.source) return { ...nothing, state: 'source' }
    if (!this.texts.has(locale)) return { ...nothing, state: 'missing' }
    // Nobody has noted what it was made from.
    if (!confirmation) return { ...nothing, origin, state: 'outdated' }
    const { from, confirmedOn } = confirmation
    const basis = this.texts.get(from)
    const isLost = !basis || asked.includes(from)
    // What was made from a translation is no better than that translation.
    const above = isLost || from === this.source ? null : this.stateOf(from, [...asked, locale])
    const own = basis ? this.#compare(confirmation, basis) : []
    const isOutdated = isLost || own.length > 0 || above?.state === 'outdated'
    const day = above?.confirmedOn && above.confirmedOn < confirmedOn ? above.confirmedOn : confirmedOn
    return {
      locale, state: isOutdated ? 'outdated' : 'current', origin, translatedFrom: from, confirmedOn: day,
      changes: [...this.#told(confirmation, own), ...(above?.changes ?? [])],
    }
  }

  #compare({ from, paragraphs }: Confirmation, basis: Paragraph[]): ParagraphChange[] {
    const key = `${from} ${JSON.stringify(paragraphs)}`
    const changes = this.#compared.get(key) ?? changedParagraphs(withoutWithdrawnNames(paragraphs), basis)
    this.#compared.set(key, changes)
    return changes
  }

  /** Readers are told only what was published. */
  #told({ from, unpublished }: Confirmation, changes: ParagraphChange[]): Change[] {
    const hidden = new Set(this.audience === 'readers' ? withoutWithdrawnNames(unpublished) : [])
    return changes
      .map(({ now, before }) => ({ locale: from, now, before: before && hidden.has(before.text) ? null : before }))
      .filter(({ now, before }) => now || before)
  }
}
