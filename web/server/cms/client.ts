/**
 * The only door of web to the cms: asks it, keeps the last good answer to each question, and gives that while the cms
 * is sick.
 */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import type { DocumentNode } from 'graphql'
import { SiteDocument } from 'shared-types'
import { answerOf, RefusedQuestion, SickCms } from './answer'
import { greatestAgeOf } from './greatest-age'
import { forgetAll, keeperOf, keptAnswer, type Shelf } from './kept-answers'
import { keyOf, type Question } from './question'
import { isCmsAway, noteAnswer, noteSickness } from './well-being'

/** The search knows what was published sooner than the pages. */
const FOUND_MILLISECONDS = 1000

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

/** Asks the search, which knows what was published a second ago. Throws like `askChosen`. */
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
  const answer = await findAnswer(questionOf(document, variables, shelf))
  // @ts-expect-error the key of an answer is made of the document, and the document says what its answer is
  return answer
}

function questionOf(document: DocumentNode, variables: object, shelf: Shelf): Question {
  const freshFor = shelf === 'found' ? FOUND_MILLISECONDS : readEnvironment().freshMilliseconds
  return { document, variables, key: keyOf(document, variables), shelf, freshFor, greatestAge: greatestAgeOf(document) }
}

async function findAnswer(question: Question): Promise<object> {
  const kept = keptAnswer(question)
  if (kept && performance.now() - kept.obtainedOn < question.freshFor) return kept.answer
  if (isCmsAway()) return lastGood(question)
  try {
    return await askOnce(question)
  } catch (cause) {
    if (cause instanceof RefusedQuestion) throw createError({ statusCode: 400, statusMessage: 'Bad Request', cause })
    return lastGood(question, cause)
  }
}

function lastGood(question: Question, cause?: unknown): object {
  const kept = keptAnswer(question)
  if (!kept) throw createError({ statusCode: 503, statusMessage: 'Service Unavailable', cause })
  return kept.answer
}

/** Questions that are on their way: whoever asks the same meanwhile waits for the same answer. */
const asking = new Map<string, Promise<object>>()

function askOnce(question: Question): Promise<object> {
  const asked = asking.get(question.key)
  if (asked) return asked
  const asks = askAndKeep(question).finally(() => {
    if (asking.get(question.key) === asks) asking.delete(question.key)
  })
  asking.set(question.key, asks)
  return asks
}

async function askAndKeep(question: Question): Promise<object> {
  const keep = keeperOf(question)
  const askedOn = performance.now()
  try {
    const answered = await answerOf(question)
    keep({ ...answered, obtainedOn: performance.now() })
    noteAnswer(question.key)
    return answered.answer
  } catch (cause) {
    if (cause instanceof SickCms) noteSickness({ question: question.key, askedOn }, cause, probeCms)
    if (cause instanceof RefusedQuestion) noteAnswer(question.key)
    throw cause
  }
}
