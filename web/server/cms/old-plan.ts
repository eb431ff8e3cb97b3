import { type OldPlanFragment, today } from 'shared-types'
import { type Name, toName } from './text'

/** A plan that is no longer in force. */
export interface OldPlan {
  plan: Name
  /** EDTF: from when to when it was in force; null where nobody has said. */
  valid: string | null
  /** What came after it, and is in force. */
  successors: Name[]
}

/** The plan where it is over today: its time has ended, or another that follows it has begun. Else null. */
export function toOldPlan(plan: OldPlanFragment | null): OldPlan | null {
  if (!plan) return null
  const day = today()
  const successors = plan.successors.filter(({ startsOn }) => startsOn !== null && startsOn <= day)
  const isOver = successors.length > 0 || (plan.endsOn !== null && plan.endsOn < day)
  return isOver ? { plan: toName(plan), valid: plan.valid, successors: successors.map(toName) } : null
}
