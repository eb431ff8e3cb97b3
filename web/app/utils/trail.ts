/** The way from the home page to a page: which lists and pages it lies within. */
import { type ListPage, LIST_PAGES } from '../../config/addresses'
import { sectionOfPage } from './sections'

/** What another page of a document shows of it. */
type DocumentForm = 'lineage' | 'report' | 'sheet' | 'about' | 'names' | 'events' | 'people' | 'projects'

export type TrailStep
  = | { kind: 'list', page: ListPage }
    | { kind: 'document', page: string }
    | { kind: 'form', form: DocumentForm }
    | { kind: 'version' }

const FORMS: readonly DocumentForm[] = [
  'lineage', 'report', 'sheet', 'about', 'names', 'events', 'people', 'projects',
]

/** The steps below the home page, the page itself last. None where it lies below nothing but the home page. */
export function trailTo(page: string): TrailStep[] {
  const [list = '', , ...rest] = page.split('-')
  const steps = [...listsTo(list), ...page === list ? [] : stepsWithin(`${list}-slug`, rest)]
  return steps.length > 1 || steps[0]?.kind === 'document' ? steps : []
}

function listsTo(list: string): TrailStep[] {
  const section = sectionOfPage(list)
  if (!section) return []
  const within = LIST_PAGES.filter(page => page === list && page !== section)
  return [section, ...within].map(page => ({ kind: 'list', page }))
}

function stepsWithin(page: string, [form]: string[]): TrailStep[] {
  const known = FORMS.find(candidate => candidate === form)
  return [
    { kind: 'document', page },
    ...known ? [{ kind: 'form' as const, form: known }] : [],
    ...form === 'v' ? [{ kind: 'version' as const }] : [],
  ]
}
