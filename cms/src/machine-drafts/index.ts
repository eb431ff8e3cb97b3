/**
 * Machine drafts of translations: what is not translated yet goes to a translation service, and its answer comes into
 * the form as a file of a translation program does.
 */
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { localeOf } from 'shared-types'
import { mayWriteIn } from '../desk/reader'
import { readEnvironment } from '../environment'
import { refuse } from '../rules/problems'
import { noteDrafted } from '../translation/drafted'
import { Unreadable } from '../xliff/inline'
import { wordsIn } from '../xliff/leaves'
import { forForm, type Found } from '../xliff/read'
import { type Translation, translationRoute } from '../xliff/translation'
import { offersDrafts } from './languages'
import { type Pair, ServiceProblem, TranslationService } from './service'
import { type Tagged, taggedUnit } from './tagged'

/** Whoever waits longer does not believe in it any more; what is there by then is taken. */
const PATIENCE_MILLISECONDS = 60_000

/** What the smallest services take in one request. A longer text is sent alone. */
const BATCH = { texts: 10, characters: 2000 }

/**
 * `POST /translation-states/api::page.page/<documentId>/machine-draft?locale=tr` drafts what is not translated yet, and
 * says what can be put into the form; of the translation nothing is written. For whoever may write it.
 */
export function registerMachineDrafts(strapi: Core.Strapi): void {
  const route = translationRoute(strapi, 'POST', 'machine-draft', (ctx, translation) => draft(strapi, ctx, translation))
  strapi.server.routes({ type: 'admin', routes: [route] })
}

async function draft(strapi: Core.Strapi, ctx: Context, translation: Translation): Promise<void> {
  const { schema, documentId, locale, source, units } = translation
  const { translating } = readEnvironment()
  if (!translating || !offersDrafts(source.locale, locale)) return ctx.notFound('Hier gibt es keine Maschinenentwürfe.')
  if (!mayWriteIn({ strapi, ability: ctx.state.userAbility }, schema, locale)) return ctx.forbidden()
  const empty = units.filter(({ target, isElsewhere }) => !target && !isElsewhere).map(taggedUnit)
  const found = await new Drafting(strapi, new TranslationService(translating)).draftsOf(empty, source.locale, locale)
  await noteDrafted(strapi, schema, { documentId, locale }, [...found.taken.values()].map(wordsIn))
  ctx.body = { data: forForm(found, translation) }
}

class Drafting {
  readonly #found: Found = { taken: new Map(), problems: new Set() }
  readonly #until = performance.now() + PATIENCE_MILLISECONDS

  constructor(private readonly strapi: Core.Strapi, private readonly service: TranslationService) {}

  /** Where the service fails, what is there by then is taken; where nothing is, it is refused with a sentence. */
  async draftsOf(units: readonly Tagged[], from: string, to: string): Promise<Found> {
    if (units.length === 0) return this.#found
    try {
      const pair = await this.service.pairFor(from, to)
      if (!pair) refuseDrafts(`Der Übersetzungsdienst kann nicht aus „${localeOf(from).name}“ in „${localeOf(to).name}“ übersetzen.`)
      for (const batch of batchesOf(units)) {
        if (performance.now() > this.#until) {
          this.#found.problems.add(SLOW)
          break
        }
        await this.#translate(batch, pair)
      }
    } catch (error) {
      if (!(error instanceof ServiceProblem)) throw error
      this.strapi.log.warn(`The translation service ${error.message}.`)
      if (this.#found.taken.size === 0) refuseDrafts(error.sentence)
      this.#found.problems.add(error.sentence)
    }
    return this.#found
  }

  async #translate(batch: readonly Tagged[], pair: Pair): Promise<void> {
    const [first] = batch
    if (!first) return
    try {
      const answers = await this.service.translate(batch.map(({ text }) => text), pair, first.format)
      for (const [index, tagged] of batch.entries()) this.#take(tagged, answers[index] ?? '')
    } catch (error) {
      const isTooLong = error instanceof ServiceProblem && error.isRefusal && first.text.length > BATCH.characters
      if (!isTooLong) throw error
      this.#found.problems.add(`${first.unit.label}: ${TOO_LONG}`)
    }
  }

  #take({ unit, read }: Tagged, answer: string): void {
    try {
      const words = read(answer)
      if (words) this.#found.taken.set(unit.id, words)
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      this.#found.problems.add(`${unit.label}: ${error.message}`)
    }
  }
}

const SLOW = 'Der Übersetzungsdienst braucht lange. Speichern Sie, was da ist, und holen Sie den Rest mit einem zweiten Klick.'
const TOO_LONG = 'Der Übersetzungsdienst nimmt diesen Text nicht an, vielleicht ist er ihm zu lang.'

function refuseDrafts(message: string): never {
  refuse([{ path: [], message }])
  throw new Error(message)
}

/** Texts of one format, in their order. */
function batchesOf(units: readonly Tagged[]): Tagged[][] {
  const batches: Tagged[][] = []
  let characters = 0
  for (const unit of units) {
    const batch = batches.at(-1)
    characters += unit.text.length
    if (batch && batch[0]?.format === unit.format && batch.length < BATCH.texts && characters <= BATCH.characters)
      batch.push(unit)
    else {
      batches.push([unit])
      characters = unit.text.length
    }
  }
  return batches
}
