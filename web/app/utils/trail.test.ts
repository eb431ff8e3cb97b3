import { describe, expect, it } from 'vitest'
import { pages } from '../../config/addresses'
import { trailTo } from './trail'

function said(page: string): string[] {
  return trailTo(page).map((step) => {
    if (step.kind === 'form') return step.form
    return step.kind === 'version' ? 'version' : step.page
  })
}

describe('the way to a page', () => {
  it.each([
    ['measures-slug', ['measures', 'measures-slug']],
    ['plans-slug-lineage', ['plans', 'plans-slug', 'lineage']],
    ['plans-slug-report', ['plans', 'plans-slug', 'report']],
    ['plans-slug-names', ['plans', 'plans-slug', 'names']],
    ['articles-slug-sheet', ['articles', 'articles-slug', 'sheet']],
    ['timeline-slug-v-number', ['timeline', 'timeline-slug', 'version']],
    ['people-slug', ['contributors', 'people', 'people-slug']],
    ['organisations', ['contributors', 'organisations']],
    ['pages-slug', ['pages-slug']],
  ])('%s', (page, steps) => {
    expect(said(page)).toEqual(steps)
  })

  it('is not said where it is only from the home page', () => {
    for (const page of ['index', 'measures', 'imprint', 'search', 'name', '']) expect(said(page)).toEqual([])
  })

  it('is known to every page of a document', () => {
    expect(Object.keys(pages).filter(page => page.includes('-slug') && said(page).length === 0)).toEqual([])
  })
})
