/**
 * The only door of web to the cms: asks it, keeps the last good answer to each question, and gives that while the cms
 * is sick.
 */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import type { DocumentNode } from 'graphql'
import { SiteDocument, today } from 'shared-types'
import { answerOf, RefusedQuestion, SickCms } from './answer'
import { greatestAgeOf } from './greatest-age'
import { forgetAll, holdsUntil, keeperOf, type KeptAnswer, keptAnswer, type Shelf } from './kept-answers'
import { isFollowing } from './following'
import { keyOf, type Question } from './question'
import { noteForNow, noteUse } from '../pages/made-of'
import { currentPreview } from '../preview/current'
import { isCmsAway, isSlow, noteAnswer, noteSickness } from './well-being'

/** For so long an answer is fresh while the cms would not tell what changes. */
const UNTOLD_MILLISECONDS = 1000
/** For so long a question that the cms let wait is not asked again, where an answer to it is kept. */
const RETRY_MILLISECONDS = 5000

/**
 * Asks the cms for a page. Throws 503 where there is no answer, and never was one: an outage is never an empty list.
 */
export function ask<Answer extends object, Variables extends object>(
  document: Operation<Answer, Variables>, variables: Variables,
): Promise<Answer> {
  return answerTo(document, variables, 'pages')
}

/** Asks what stands on every page and on those of the law: its answers are never pushed out. Throws 503 like `ask`. */
export function askLasting<Answer extends object>(
  document: Operation<Answer, InLanguage>, locale: string,
): Promise<Answer> {
  return answerTo(document, { locale }, 'lasting')
}

/**
 * Asks what readers choose or type: filters, words, days, names, numbers of versions.
 * Throws 503 like `ask`, and 400 where the cms refuses what was typed.
 */
export function askChosen<Answer extends object, Variables extends object>(
  document: Operation<Answer, Variables>, variables: Variables,
): Promise<Answer> {
  return answerTo(document, variables, 'chosen')
}

/**
 * Asks with filters. Where nothing is chosen, the list is a page like others, and no choice of readers pushes it out.
 */
export function askFiltered<Answer extends object, Variables extends object>(
  document: Operation<Answer, Variables>, variables: Variables, choice: object,
): Promise<Answer> {
  const isChosen = Object.values(choice).some(Boolean)
  return answerTo(document, variables, isChosen ? 'chosen' : 'pages')
}

/** Asks the search. Throws like `askChosen`. */
export function askSearch<Answer extends object, Variables extends object>(
  document: Operation<Answer, Variables>, variables: Variables,
): Promise<Answer> {
  return answerTo(document, variables, 'found')
}

/** Asks the cms anew, whatever is kept. Throws `SickCms` with the reason where it does not answer. */
export async function probeCms(): Promise<void> {
  await askOnce(questionOf(SiteDocument, { locale: 'de' }, 'lasting'))
}

/** Forgets every kept answer, also those that are on their way: what somebody withdrew must not be shown again. */
export function forgetKeptAnswers(): void {
  forgetAll()
  asking.clear()
}

type Operation<Answer extends object, Variables extends object> = TypedDocumentNode<Answer, Variables>
interface InLanguage { locale: string }

async function answerTo<Answer extends object, Variables extends object>(
  document: Operation<Answer, Variables>, variables: Variables, shelf: Shelf,
): Promise<Answer> {
  const question = questionOf(document, variables, shelf)
  const answer = currentPreview() ? await answerInPreview(question) : await answerForAll(question)
  // @ts-expect-error the key of an answer is made of the document, and the document says what its answer is
  return answer
}

async function answerForAll(question: Question): Promise<object> {
  const found = await findAnswer(question)
  noteUse({
    dependsOn: found.dependsOn, position: holdsUntil(found), shownUntil: found.obtainedOn + question.greatestAge,
  })
  return found.answer
}

/** What a draft says is asked for anew each time, and never kept: neither the answer nor that there was none. */
async function answerInPreview(question: Question): Promise<object> {
  try {
    return (await answerOf(question)).answer
  } catch (cause) {
    if (cause instanceof RefusedQuestion) throw createError({ statusCode: 400, statusMessage: 'Bad Request', cause })
    throw createError({ statusCode: 503, statusMessage: 'Service Unavailable', cause })
  }
}

function questionOf(document: DocumentNode, variables: object, shelf: Shelf): Question {
  return { document, variables, key: keyOf(document, variables), shelf, greatestAge: greatestAgeOf(document) }
}

async function findAnswer(question: Question): Promise<KeptAnswer> {
  const kept = keptAnswer(question)
  if (kept && isFresh(kept)) return kept
  if (isCmsAway() || isHeldUp(question, kept)) return lastGood(question)
  const askedOn = performance.now()
  try {
    return await askOnce(question)
  } catch (cause) {
    if (cause instanceof RefusedQuestion) throw createError({ statusCode: 400, statusMessage: 'Bad Request', cause })
    if (kept && isSlow(askedOn)) kept.heldUpOn = performance.now()
    return lastGood(question, cause)
  }
}

/** What the cms let wait for is asked by one, now and then: nobody else waits for it. */
function isHeldUp({ key }: Question, { heldUpOn }: Partial<KeptAnswer> = {}): boolean {
  return heldUpOn !== undefined && (asking.has(key) || performance.now() - heldUpOn < RETRY_MILLISECONDS)
}

/** What the cms said is fresh until the ledger says otherwise, or the day is over. */
function isFresh({ obtainedOn, day, isOutdated }: KeptAnswer): boolean {
  if (!isFollowing()) return performance.now() - obtainedOn < UNTOLD_MILLISECONDS
  return !isOutdated && day === today()
}

function lastGood(question: Question, cause?: unknown): KeptAnswer {
  const kept = keptAnswer(question)
  if (!kept) throw createError({ statusCode: 503, statusMessage: 'Service Unavailable', cause })
  noteForNow()
  return kept
}

/** Questions that are on their way: whoever asks the same meanwhile waits for the same answer. */
const asking = new Map<string, Promise<KeptAnswer>>()

function askOnce(question: Question): Promise<KeptAnswer> {
  const asked = asking.get(question.key)
  if (asked) return asked
  const asks = askAndKeep(question).finally(() => {
    if (asking.get(question.key) === asks) asking.delete(question.key)
  })
  asking.set(question.key, asks)
  return asks
}

async function askAndKeep(question: Question): Promise<KeptAnswer> {
  const keep = keeperOf(question)
  const [askedOn, day] = [performance.now(), today()]
  try {
    const kept = keep({ ...await answerOf(question), obtainedOn: performance.now(), day })
    noteAnswer(question.key)
    return kept
  } catch (cause) {
    if (cause instanceof SickCms) noteSickness({ question: question.key, askedOn }, cause, probeCms)
    if (cause instanceof RefusedQuestion) noteAnswer(question.key)
    throw cause
  }
}
