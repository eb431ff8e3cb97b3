import fc from 'fast-check'
import { STAGES, STRANDS } from 'shared-types'
import type { FieldSummary } from '~~/server/cms/field'
import type { StageCount } from '~~/server/cms/plan'
import { describe, expect, it } from 'vitest'
import { segmentsOf, type StageRow, stageTable } from './stage-counts'

const FIELDS: FieldSummary[] = STRANDS.map(strand => ({
  slug: strand, title: { value: strand, locale: 'de' }, strand, plan: null, summary: null, translationOrigin: null,
}))
const fields = FIELDS.slice(0, 2)
const counts: StageCount[] = [
  { field: 'one', stage: 'struck', count: 1 }, { field: 'one', stage: 'completed', count: 3 },
  { field: null, stage: 'unknown', count: 2 },
]

const cell = fc.record({
  field: fc.constantFrom(null, 'fremd', ...STRANDS), stage: fc.constantFrom(...STAGES),
  count: fc.integer({ min: 0, max: 200 }),
})
const cells = fc.array(cell, { maxLength: 40 })
const sum = (numbers: number[]) => numbers.reduce((all, number) => all + number, 0)
const bars = (table: ReturnType<typeof stageTable>, isMirrored = false) =>
  table.rows.map(row => segmentsOf(row, table, { width: 1000, isMirrored }))

describe('the table of stages', () => {
  it('has a row for each field, also one without measures, in the order of the plan', () => {
    expect(stageTable(fields, counts.slice(0, 2)).rows).toEqual([
      { field: fields[0], counts: { struck: 1, completed: 3 }, total: 4 },
      { field: fields[1], counts: {}, total: 0 },
    ])
  })

  it('has a last row for measures of which no field is known, where there are any', () => {
    expect(stageTable(fields, counts).rows.at(-1)).toEqual({ field: null, counts: { unknown: 2 }, total: 2 })
  })

  it('counts measures of a field of another plan among those', () => {
    expect(stageTable(fields, [{ field: 'fremd', stage: 'adopted', count: 5 }, ...counts]).rows.at(-1)).toEqual({
      field: null, counts: { adopted: 5, unknown: 2 }, total: 7,
    })
  })

  it('has a column for each stage that occurs, from what is furthest on', () => {
    expect(stageTable(fields, counts).stages).toEqual(['completed', 'struck', 'unknown'])
  })

  it('of a plan of which no measure is known has rows of nothing', () => {
    expect(stageTable(fields, [])).toMatchObject({ stages: [], totals: {}, total: 0 })
    expect(stageTable([], [])).toEqual({ stages: [], rows: [], totals: {}, total: 0 })
  })

  it('adds up, by rows and by columns, for any counts', () => {
    fc.assert(fc.property(cells, (known) => {
      const { stages, rows, totals, total } = stageTable(FIELDS, known)
      expect(total).toBe(sum(known.map(({ count }) => count)))
      expect(sum(rows.map(row => row.total))).toBe(total)
      expect(sum(stages.map(stage => totals[stage] ?? 0))).toBe(total)
      for (const row of rows) expect(sum(stages.map(stage => row.counts[stage] ?? 0))).toBe(row.total)
      for (const stage of stages) expect(sum(rows.map(row => row.counts[stage] ?? 0))).toBe(totals[stage])
    }))
  })
})

describe('the bars of the stages', () => {
  it('have a piece for each stage, one behind the other, as long as its number', () => {
    expect(bars(stageTable(fields, counts))).toEqual([
      [{ stage: 'completed', x: 0, width: 750 }, { stage: 'struck', x: 750, width: 250 }],
      [],
      [{ stage: 'unknown', x: 0, width: 500 }],
    ])
  })

  it('are mirrored for a language written from the right', () => {
    expect(bars(stageTable(fields, counts), true)[0]).toEqual([
      { stage: 'completed', x: 250, width: 750 }, { stage: 'struck', x: 0, width: 250 },
    ])
  })

  it('have lengths like the numbers of the table, of which the longest row fills the box, for any counts', () => {
    fc.assert(fc.property(cells.filter(known => known.some(({ count }) => count > 0)), (known) => {
      const table = stageTable(FIELDS, known)
      const lengths = bars(table).map(bar => sum(bar.map(({ width }) => width)))
      const most = Math.max(...table.rows.map(({ total }) => total))
      expect(Math.max(...lengths)).toBeCloseTo(1000)
      table.rows.forEach(({ total }: StageRow, index) => expect(lengths[index]).toBeCloseTo(total / most * 1000))
    }))
  })

  it('are the same pieces from the other side when mirrored, for any counts', () => {
    fc.assert(fc.property(cells, (known) => {
      const table = stageTable(FIELDS, known)
      const mirrored = bars(table, true)
      bars(table).forEach((bar, row) => bar.forEach(({ stage, x, width }, piece) => {
        const other = mirrored[row]?.[piece]
        expect(other?.stage).toBe(stage)
        expect(other?.width).toBeCloseTo(width)
        expect(other?.x).toBeCloseTo(1000 - x - width)
      }))
    }))
  })

  it('are nothing where nothing is known', () => {
    expect(bars(stageTable(fields, []))).toEqual([[], []])
    expect(bars(stageTable(fields, [{ field: 'one', stage: 'adopted', count: 0 }]))).toEqual([[], []])
  })
})
