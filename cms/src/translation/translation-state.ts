/** Whether a translation still says what its source says. Derived whenever it is asked for. */
import type { Core } from '@strapi/strapi'
import {
  changedParagraphs, LOCALE_CODES, type Paragraph, type ParagraphChange, shownTexts, type TranslationOrigin,
} from 'shared-types'
import type { Schema } from '../content-model/schema'
import { type Audience, paragraphsOf, saidIn, textRows } from './paragraphs'
import { type Confirmation, findRecords, type Known, type TranslationRecord } from './translation-record'
import type { Reason } from './reasons'
import { withoutWithdrawnNames } from '../person/withdrawn-names'
import { untranslatedPlaces } from './untranslated'

/** What has changed in a text that a translation was made from. */
interface Change extends ParagraphChange {
  /** Code of the language of both texts. */
  locale: string
}

export interface TranslationState {
  locale: string
  /** `check`: a machine cannot know whether its source says something else. */
  state: 'source' | 'missing' | 'current' | 'check' | 'incomplete' | 'outdated'
  origin: TranslationOrigin | null
  /** Code of the language it was made from; null for the source and for what is missing. */
  translatedFrom: string | null
  /** ISO 8601: the day whose source text it matches; null as above. */
  confirmedOn: string | null
  /** Why what had changed until then did not concern it; null where nobody said so. */
  reason: Reason | null
  /** What has changed since in the text it was made from. */
  changes: Change[]
  /** Places of the source of which it has no words: `text`, `body/2/answer`. */
  untranslated: string[]
}

/** The same for whoever is not asked to look: what a machine cannot know is no change. */
export function asTold(state: TranslationState): TranslationState {
  return {
    ...state, state: state.state === 'check' ? 'current' : state.state,
    changes: state.changes.filter(({ weight }) => weight === 'changed'),
  }
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
      const original = own.find(({ locale }) => locale === source)
      const untranslated = (locale: string) => {
        const translation = own.find(row => row.locale === locale)
        return original && translation ? untranslatedPlaces(strapi, schema, original, translation) : []
      }
      const judge = new Judge({ source, texts, known, audience, untranslated })
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

/** A document in its languages. */
interface Document {
  source: string | null
  texts: ReadonlyMap<string, Paragraph[]>
  known: ReadonlyMap<string, Known | null>
  audience: Audience
  untranslated: (locale: string) => string[]
}

/** What weighs most is said: what is wrong, then what is not there, then what somebody must look at. */
function stateBy({
  isOutdated, isIncomplete, isDoubtful,
}: {
  isOutdated: boolean
  isIncomplete: boolean
  isDoubtful: boolean
}): TranslationState['state'] {
  if (isOutdated) return 'outdated'
  if (isIncomplete) return 'incomplete'
  return isDoubtful ? 'check' : 'current'
}

class Judge {
  /** Translations that were made together were made from the same words. */
  readonly #compared = new Map<string, ParagraphChange[]>()

  constructor(private readonly document: Document) {}

  stateOf(locale: string, asked: readonly string[] = []): TranslationState {
    const { source, texts, known } = this.document
    const { origin = null, confirmation = null } = known.get(locale) ?? {}
    const nothing = {
      locale, origin: null, translatedFrom: null, confirmedOn: null, reason: null, changes: [], untranslated: [],
    }
    if (locale === source) return { ...nothing, state: 'source' }
    if (!texts.has(locale)) return { ...nothing, state: 'missing' }
    const untranslated = this.document.untranslated(locale)
    // Nobody has noted what it was made from.
    if (!confirmation) return { ...nothing, origin, state: 'outdated', untranslated }
    const { from, confirmedOn, reason = null } = confirmation
    const basis = texts.get(from)
    const isLost = !basis || asked.includes(from)
    // What was made from a translation is no better than that translation.
    const above = isLost || from === source ? null : this.stateOf(from, [...asked, locale])
    const own = basis ? this.#compare(confirmation, basis) : []
    const changes = [...this.#told(confirmation, own), ...(above?.changes ?? [])]
    const isOutdated = isLost || above?.state === 'outdated' || own.some(({ weight }) => weight === 'changed')
    const day = above?.confirmedOn && above.confirmedOn < confirmedOn ? above.confirmedOn : confirmedOn
    const state = stateBy({
      isOutdated, isIncomplete: untranslated.length > 0, isDoubtful: own.length > 0 || above?.state === 'check',
    })
    return { locale, state, origin, translatedFrom: from, confirmedOn: day, reason, changes, untranslated }
  }

  #compare({ from, paragraphs }: Confirmation, basis: Paragraph[]): ParagraphChange[] {
    const key = `${from} ${JSON.stringify(paragraphs)}`
    const changes = this.#compared.get(key) ?? changedParagraphs(withoutWithdrawnNames(paragraphs), basis, from)
    this.#compared.set(key, changes)
    return changes
  }

  /** Readers are told only what was published. */
  #told({ from, unpublished }: Confirmation, changes: ParagraphChange[]): Change[] {
    const hidden = new Set(this.document.audience === 'readers' ? withoutWithdrawnNames(unpublished) : [])
    return changes
      .map(({ now, before, weight }) => {
        const told = { now, before: before && saidIn(before).some(text => hidden.has(text)) ? null : before }
        return { locale: from, weight, ...asShown(told) }
      })
      .filter(({ now, before }) => now || before)
  }
}

/** What is shown of a change is its place, and its text as people read it. */
function asShown(change: Pick<ParagraphChange, 'now' | 'before'>): Pick<ParagraphChange, 'now' | 'before'> {
  const { now, before } = shownTexts(change)
  return {
    now: change.now && { place: change.now.place, text: now ?? '' },
    before: change.before && { place: change.before.place, text: before ?? '' },
  }
}
