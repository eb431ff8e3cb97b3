/** How the cms is: whether it is asked at all, and what web's `/readyz` says of it. */
import type { SickCms } from './answer'

/** While the cms is away it is asked this often whether it answers again. */
const PROBE_MILLISECONDS = 1000
/** What was answered wrong is told for so long, unless it was answered well before. */
const TOLD_MILLISECONDS = 60_000
const MAX_TOLD = 100
/** Who says only after so long that something is wrong, as where the database has vanished, makes the next wait too. */
const PATIENCE_MILLISECONDS = 2000

/** Why the cms is not asked at the moment; undefined while it is. */
let awayFor: string | undefined

/** The questions that were last answered wrong, with the reason. */
const wrong = new Map<string, { reason: string, on: number }>()

/** Whether the cms does not answer at all or too late, so that nobody waits for it. */
export function isCmsAway(): boolean {
  return awayFor !== undefined
}

/** What is wrong with the cms: nothing while it is well. */
export function complaints(): string[] {
  const now = performance.now()
  for (const [question, { on }] of wrong) {
    if (now - on > TOLD_MILLISECONDS) wrong.delete(question)
  }
  return [...new Set([...awayFor === undefined ? [] : [awayFor], ...[...wrong.values()].map(({ reason }) => reason)])]
}

/** isSlow is true where somebody waits too long for what was asked then. */
export function isSlow(askedOn: number): boolean {
  return performance.now() - askedOn > PATIENCE_MILLISECONDS
}

/** When the cms last answered anything well. */
let answeredOn = -Infinity

/** Notes that a question was answered. */
export function noteAnswer(question: string): void {
  answeredOn = performance.now()
  wrong.delete(question)
  if (awayFor !== undefined) console.info('The cms answers again.')
  awayFor = undefined
}

/**
 * Notes why a question that was asked then was not answered. A cms that is away is asked with `probe` until it answers
 * again.
 * One that has answered others meanwhile is not: it is slow with this question.
 */
export function noteSickness(
  { question, askedOn }: { question: string, askedOn: number }, cause: SickCms, probe: () => Promise<unknown>,
): void {
  const isAway = cause.isAway || isSlow(askedOn)
  if (!isAway || answeredOn > askedOn) {
    awayFor = undefined
    if (wrong.size < MAX_TOLD) wrong.set(question, { reason: cause.message, on: performance.now() })
    return
  }
  const isNew = awayFor === undefined
  awayFor = cause.message
  if (!isNew) return
  console.error(`${cause.message} What is kept is shown until it answers again.`)
  probeSoon(probe)
}

/** `probe` notes what it hears: an answer of any kind, even a wrong one, ends the waiting if it comes soon. */
function probeSoon(probe: () => Promise<unknown>): void {
  setTimeout(async () => {
    if (awayFor === undefined) return
    await probe().catch(() => undefined)
    if (awayFor !== undefined) probeSoon(probe)
  }, PROBE_MILLISECONDS).unref()
}
