/**
 * What the filters and sorts of an operation may cost: SQLite answers nobody else meanwhile and cannot be interrupted.
 */
import { badRequest } from '../arguments'
import type { RequestContext } from '../resolvers'

/** The most that the filters and sorts of all root fields of an operation may cost together. */
const MAX_COST = 60

export const COSTS = {
  /**
   * A list by itself. With pages it counts twice, and so do its filters: they are looked at once more for the total.
   */
  list: 1,
  /** A value that is compared; every ten values of a list count as one. */
  condition: 1,
  /** A condition that looks into a text, or compares it whatever its case. */
  text: 4,
  /** A step to what is related, in a filter or a sort. */
  relation: 4,
  /** An attribute that a list is sorted by. */
  sort: 2,
  /** A question that looks at every measure, or at every article. */
  finder: 15,
  /** One that looks at everything that was published, or at the words of everything. */
  wide: 10,
  /** One that counts the measures of a plan. */
  count: 2,
} as const

/** The most documents and parts of documents that an answer may hold, each counted as often as it stands there. */
const MAX_ENTITIES = 10_000

/** Nested lists are whole, so what is nested in them multiplies. */
export function countEntities(context: RequestContext, count: number): void {
  context.entities = (context.entities ?? 0) + count
  if (context.entities > MAX_ENTITIES)
    throw badRequest(
      `An answer may hold ${MAX_ENTITIES} documents and parts of them at most. Ask for fewer rows, or for less of `
      + `each.`,
    )
}

/** Adds to what the operation has cost so far; refuses it past the limit, before the database hears of it. */
export function spend(context: RequestContext, cost: number): void {
  context.cost = (context.cost ?? 0) + cost
  if (context.cost <= MAX_COST) return
  throw badRequest(
    `The filters and sorts of an operation may cost ${MAX_COST} at most: a list or a condition ${COSTS.condition}, `
    + `a condition on parts of a text or in any case ${COSTS.text}, a step to what is related ${COSTS.relation}, `
    + `a sort ${COSTS.sort}, a finder ${COSTS.finder}; a filter counts twice in a list with pages. Ask for less, or `
    + `in several requests.`,
  )
}
