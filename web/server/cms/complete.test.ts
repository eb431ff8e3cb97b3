import { ArticleSnapshotDocument, MeasureSnapshotDocument } from 'shared-types'
import { describe, expect, it } from 'vitest'
import { completed } from './complete'

const measure = (kept: object) => completed(MeasureSnapshotDocument, { measure: kept })
const article = (kept: object) => completed(ArticleSnapshotDocument, { article: kept })

/** What was optional when it was kept, and is certain today. */
const CASES = [
  ['a title', 'title', '–'],
  ['a slug', 'slug', 'm1'],
  ['a language', 'locale', 'und'],
  ['a word of a closed list', 'certainty', 'unknown'],
  ['a list', 'names', []],
] as const

describe('an answer that was kept long ago, where something is certain today', () => {
  it.each(CASES)('has %s in its place, whether it was null or not asked for', (_kind, name, placeholder) => {
    const expected = { measure: { [name]: placeholder } }
    expect(measure({ documentId: 'm1', [name]: null })).toMatchObject(expected)
    expect(measure({ documentId: 'm1' })).toMatchObject(expected)
  })

  it('has a mark that is not set', () => {
    expect(article({ documentId: 'a1', isExample: null })).toMatchObject({ article: { isExample: false } })
  })

  it('has no number that nobody has said', () => {
    expect(article({ cover: { documentId: 'i1', focusX: null } })).toMatchObject({ article: { cover: { focusX: null } } })
  })

  it('has lists without holes', () => {
    const names = [null, { language: 'de', value: 'Mentoring', kind: 'short', from: null, to: null }]
    expect(measure({ names })).toMatchObject({ measure: { names: [{ value: 'Mentoring', kind: 'short' }] } })
  })

  it('has the same in what it leads to', () => {
    const body = { slug: null, name: null, nameLocale: null, kind: null }
    expect(measure({ decisions: [{ documentId: 'd1', outcome: null, date: null, body }] })).toMatchObject({
      measure: { decisions: [{ outcome: 'unknown', date: '', citations: [], body: { slug: '', name: '–', kind: 'unknown' } }] },
    })
  })

  it('keeps what it says, and what may be open stays open', () => {
    const kept = { documentId: 'm1', slug: 'mentoring', title: 'Mentoring', locale: 'ar', kind: 'project', code: null }
    expect(measure(kept)).toMatchObject({ measure: { ...kept, plan: null, summary: null } })
    expect(completed(MeasureSnapshotDocument, { measure: null })).toEqual({ measure: null })
  })
})
