/**
 * The stage of a measure is derived from everything dated that is known of it: its status updates, its own decisions,
 * and decisions on its plan that reach it. Nobody types it in.
 */
import { parseHistoricalDate } from './dates.js'
import type { Outcome, Stage } from './generated/operations.js'

/** What a decision says about how far a measure is; null where it only says who pays or carries it out. */
export const STAGE_OF_OUTCOME = {
  proposed: 'proposed',
  agreed: 'proposed',
  agreed_with_changes: 'proposed',
  postponed: 'postponed',
  rejected: 'struck',
  struck: 'struck',
  made_recommendation: 'recommendation',
  moved_to_funding: null,
  moved_to_budget: null,
  adopted: 'adopted',
  called: null,
  funded: 'in_progress',
  unknown: null,
} as const satisfies Record<Outcome, Stage | null>

/** Something that counts from a day. */
export interface DatedFact {
  /** The day from which it counts, `YYYY-MM-DD`. */
  countsFrom: string
  /** When it was entered, ISO 8601: of two of a kind that count from the same day the later one holds. */
  madeOn: string
}

/** A status update (Sachstand) as far as the stage needs it. */
export interface DatedStage extends DatedFact {
  stage: Stage
}

/** A decision (Entscheidung) as far as the stage needs it. */
export interface DatedDecision extends DatedFact {
  outcome: Outcome
  /** Of a decision on a plan: whether it decided on every measure of it. */
  reachesMeasures: boolean
}

/** That a measure is at a stage from a day on, by an update or by a decision: one of the two is given. */
export interface StageStatement<Update, Decision> extends DatedStage {
  update: Update | null
  decision: Decision | null
}

/** What is known of a measure. */
interface Known<Update, Decision> {
  updates: readonly Update[]
  decisions: readonly Decision[]
  /** Decisions on its plan. */
  planDecisions: readonly Decision[]
}

/**
 * The day (`YYYY-MM-DD`) from which something dated in EDTF counts: the last on which it can have begun. Null for what
 * is no date.
 */
export function countsFrom(date: string): string | null {
  return parseHistoricalDate(date)?.beganBy ?? null
}

/** Everything that says where a measure stands, from the first that counts to the last. */
export function statementsOf<Update extends DatedStage, Decision extends DatedDecision>(
  { updates, decisions, planDecisions }: Known<Update, Decision>,
): StageStatement<Update, Decision>[] {
  const own = inOrder([...updates.map(ofUpdate<Update, Decision>), ...decisions.flatMap(ofDecision<Update, Decision>)])
  return inOrder([...own, ...reaching(planDecisions, own).flatMap(ofDecision<Update, Decision>)])
}

/** The statement that holds on a day (`YYYY-MM-DD`), or null where none counts yet: then the stage is `unknown`. */
export function statementOn<Statement extends DatedFact>(
  statements: readonly Statement[], day: string,
): Statement | null {
  return statements.findLast(statement => statement.countsFrom <= day) ?? null
}

/** The decisions on a plan that decided on a measure: it existed, and had not been dropped before. */
export function decisionsThatReach<Update extends DatedStage, Decision extends DatedDecision>(
  { updates, decisions, planDecisions }: Known<Update, Decision>,
): Decision[] {
  return reaching(
    planDecisions, inOrder([...updates.map(ofUpdate<Update, Decision>), ...decisions.flatMap(ofDecision)]),
  )
}

/** Months after which the pages say that nothing was found since, where the plan does not say. */
const SILENT_AFTER_MONTHS = 12

/** Whether the last news, of a day (`YYYY-MM-DD`), is so old on another that readers are told. */
export function isSilentSince(news: string, day: string, months: number | null | undefined): boolean {
  const [year = 0, month = 0] = news.split('-').map(Number)
  const until = year * 12 + month - 1 + (months ?? SILENT_AFTER_MONTHS)
  const parts = [Math.floor(until / 12), until % 12 + 1].map(part => String(part).padStart(2, '0'))
  return `${parts.join('-')}${news.slice('YYYY-MM'.length)}` <= day
}

const BEGINNINGS: readonly Stage[] = ['proposed', 'adopted']
const ENDS: readonly Stage[] = ['struck', 'recommendation']

/** A measure that was first proposed or adopted later did not exist yet. */
function reaching<Decision extends DatedDecision>(
  planDecisions: readonly Decision[], own: readonly StageStatement<unknown, unknown>[],
): Decision[] {
  const first = own.find(({ stage }) => stage !== 'unknown')
  return planDecisions.filter(({ countsFrom: day, reachesMeasures }) => {
    if (!reachesMeasures) return false
    const existed = !first || first.countsFrom <= day || !BEGINNINGS.includes(first.stage)
    return existed && !ENDS.includes(statementOn(own, day)?.stage ?? 'unknown')
  })
}

function ofUpdate<Update extends DatedStage, Decision>(update: Update): StageStatement<Update, Decision> {
  const { stage, countsFrom: day, madeOn } = update
  return { stage, countsFrom: day, madeOn, update, decision: null }
}

function ofDecision<Update, Decision extends DatedDecision>(decision: Decision): StageStatement<Update, Decision>[] {
  const { outcome, countsFrom: day, madeOn } = decision
  const stage = STAGE_OF_OUTCOME[outcome]
  return stage === null ? [] : [{ stage, countsFrom: day, madeOn, update: null, decision }]
}

/** An update comes after a decision of the same day: it wins. */
function inOrder<Update, Decision>(
  statements: readonly StageStatement<Update, Decision>[],
): StageStatement<Update, Decision>[] {
  return statements
    .filter(({ countsFrom: day }) => day !== '')
    .sort(
      (a, b) =>
        compare(a.countsFrom, b.countsFrom)
        || Number(a.update !== null) - Number(b.update !== null)
        || compare(a.madeOn, b.madeOn),
    )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
