import fc from 'fast-check'
import { STAGES, STRANDS } from 'shared-types'
import type { FieldSummary } from '~~/server/cms/field'
import type { MeasureMark } from '~~/server/cms/measure-mark'
import { describe, expect, it } from 'vitest'
import { countAt, countStages, stageRows } from './stage-counts'

const FIELDS: FieldSummary[] = STRANDS.map(strand => ({
  slug: strand, title: { value: strand, locale: 'de' }, strand, plan: null, summary: null, translationOrigin: null,
}))
const fields = FIELDS.slice(0, 2)

function mark(slug: string, field: string | null, stage: MeasureMark['stage']): MeasureMark {
  return { slug, title: { value: slug, locale: 'de' }, field, stage }
}

const marks = [mark('a', 'one', 'struck'), mark('b', 'one', 'completed'), mark('c', null, 'unknown')]
const any = fc.array(fc.record({
  slug: fc.string(), title: fc.constant({ value: 'x', locale: 'de' }),
  field: fc.constantFrom(null, 'fremd', ...STRANDS), stage: fc.constantFrom(...STAGES),
}), { maxLength: 60 })

describe('the rows of a plan', () => {
  it('are one for each field, also one without measures, what is furthest on first', () => {
    const rows = stageRows(fields, marks.slice(0, 2))
    expect(rows.map(row => [row.field?.slug, row.marks.map(({ slug }) => slug)])).toEqual([
      ['one', ['b', 'a']], ['two', []],
    ])
  })

  it('have a last one for measures of which no field of this plan is known', () => {
    expect(stageRows(fields, [...marks, mark('d', 'fremd', 'adopted')]).at(-1)).toMatchObject({
      field: null, marks: [{ slug: 'd' }, { slug: 'c' }],
    })
    expect(stageRows([], [])).toEqual([])
  })

  it('have every measure once, and add up to the counts of the stages, for any measures', () => {
    fc.assert(fc.property(any, (known) => {
      const rows = stageRows(FIELDS, known)
      expect(rows.flatMap(row => row.marks)).toHaveLength(known.length)
      for (const { stage, count } of countStages(known))
        expect(rows.reduce((sum, row) => sum + countAt(row.marks, stage), 0)).toBe(count)
    }))
  })
})

describe('the counts of the stages', () => {
  it('are those that occur, from what is furthest on', () => {
    expect(countStages(marks)).toEqual([
      { stage: 'completed', count: 1 }, { stage: 'struck', count: 1 }, { stage: 'unknown', count: 1 },
    ])
    expect(countStages([])).toEqual([])
  })
})
