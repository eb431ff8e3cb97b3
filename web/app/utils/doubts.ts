import { type Certainty, parseHistoricalDate } from 'shared-types'

/** Whether it is to be said how sure something is: not of what is documented, and not where its date says it. */
export function hasDoubtToSay(certainty: Certainty, date: string | null): boolean {
  if (certainty === 'uncertain' && date) return parseHistoricalDate(date)?.isUncertain !== true
  return certainty !== 'documented'
}
