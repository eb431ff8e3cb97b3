/** Choosing changes: the state of the form is the query of the address. */
import { CHANGE_KINDS, parseHistoricalDate } from 'shared-types'

export interface ChangeQuery {
  /** `YYYY-MM-DD`. */
  since: string
  plan: string
  field: string
  measure: string
  kind: string
  /** What happened, by the clock of what happened; what was published here, by the clock of publishing. */
  view: 'happened' | 'published'
  page: number
}

/** From when on, where nothing is said: the start of the process of which this website tells. */
export const SINCE = '2020-01-01'

/** Reads the query. A year or month means its first day; what is no date is set aside, and said. */
export function readChangeQuery(query: Query): { choice: ChangeQuery, unknown: string[] } {
  const given = textIn(query, 'since')
  const since = firstDay(given)
  const kind = textIn(query, 'kind')
  const isKind = kind === '' || CHANGE_KINDS.some(candidate => candidate === kind)
  return {
    choice: {
      since: since ?? SINCE, plan: textIn(query, 'plan'), field: textIn(query, 'field'),
      measure: textIn(query, 'measure'), kind: isKind ? kind : '',
      view: textIn(query, 'view') === 'published' ? 'published' : 'happened', page: pageIn(query),
    },
    unknown: [...(given !== '' && !since ? [given] : []), ...(isKind ? [] : [kind])],
  }
}

function firstDay(given: string): string | null {
  const date = parseHistoricalDate(given)
  return date && !date.isInterval ? date.startsOn : null
}

export function toChangeAddress({ page, view, ...texts }: ChangeQuery): Record<string, string> {
  return filled({ ...texts, view: view === 'happened' ? '' : view, page: page === 1 ? '' : String(page) })
}
