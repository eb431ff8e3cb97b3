import { STRANDS } from 'shared-types'
import type { FieldSummary } from '~~/server/cms/field'
import type { PlanLineage } from '~~/server/cms/plan-lineage'
import { describe, expect, it } from 'vitest'
import { lineagePaths } from './lineage-picture'

const text = (value: string) => ({ value, locale: 'de' })
const strandOf = (index: number) => STRANDS[index % STRANDS.length] ?? 'one'

function fieldsOf(plan: string, count: number): FieldSummary[] {
  return Array.from({ length: count }, (_, index) => ({
    slug: `${plan}-${index}`, title: text(`Feld ${index}`), strand: strandOf(index), plan: null, summary: null,
    translationOrigin: null,
  }))
}

/** Two plans in which each field leads to the one in the same place. */
function lineage(given: Partial<PlanLineage> = {}, { before = 6, after = 6 } = {}): PlanLineage {
  return {
    slug: 'lip', title: text('LIP'), languages: ['de'], translationOrigin: null, measureCount: 0, goneMeasureCount: 0,
    fates: { continued: 0, ongoing: 0, completed: 0, dropped: 0, unknown: 0 }, successors: [], links: [], linkCount: 0,
    figures: [], claims: [], flows: [], fields: fieldsOf('alt', before),
    laterFields: fieldsOf('neu', after).map((field, index) => ({ ...field, predecessors: [`alt-${index}`] })),
    ...given,
  }
}

const drawn = (given: Partial<PlanLineage> = {}, isMirrored = false) => lineagePaths(lineage(given), isMirrored)
const numbers = (path: string) => path.split(/[^\d.]+/).filter(Boolean).map(Number)
const ends = ({ d }: { d: string }) => [numbers(d).slice(0, 2), numbers(d).slice(-2)]

describe('the picture from plan to plan', () => {
  it('has a path from every field to the one that follows it, on the thread of the earlier', () => {
    const paths = drawn()
    expect(paths.map(({ key }) => key)).toEqual([0, 1, 2, 3, 4, 5].map(index => `alt-${index} neu-${index}`))
    expect(paths.map(({ strand }) => strand)).toEqual(STRANDS.slice(0, 6))
  })

  it('has a path for measures that go on in another field as well', () => {
    expect(
      drawn({ flows: [{ from: 'alt-0', to: 'neu-5', count: 1 }] }).map(({ key, count }) => [key, count]),
    ).toContainEqual(['alt-0 neu-5', 1])
  })

  it('draws nothing between fields of which nothing leads from one to the other', () => {
    expect(drawn({ laterFields: fieldsOf('neu', 6).map(field => ({ ...field, predecessors: [] })) })).toEqual([])
  })

  it('draws nothing for measures of which a field is not known', () => {
    expect(
      drawn({
        flows: [
          { from: null, to: 'neu-1', count: 4 }, { from: 'alt-1', to: null, count: 4 },
          { from: 'fremd', to: 'neu-0', count: 4 },
        ],
      }).every(({ count }) => count === 0),
    ).toBe(true)
  })

  it('draws the thicker the more measures go on, and thin where none is known', () => {
    const [none, one, many] = drawn({
      flows: [
        { from: 'alt-1', to: 'neu-1', count: 1 }, { from: 'alt-2', to: 'neu-2', count: 9 },
      ],
    })
    expect(none).toMatchObject({ count: 0, width: 2 })
    expect(one?.width).toBeGreaterThan(2)
    expect(many?.width).toBeGreaterThan(one?.width ?? NaN)
    expect(many?.width).toBe(12)
  })

  it('leads from the older plan on the left to the newer on the right', () => {
    for (const [[from], [to]] of drawn()
      .map(ends)
      .map(([start = [], end = []]) => [start, end] as const))
      expect([from, to]).toEqual([0, 100])
  })

  it('swaps its ends for a language written from the right, and nothing else', () => {
    const flows = [{ from: 'alt-0', to: 'neu-4', count: 3 }]
    const mirrored = drawn({ flows }, true)
    drawn({ flows }).forEach((path, index) => {
      const [[left, y1] = [], [right, y2] = []] = ends(path)
      expect(mirrored[index]).toMatchObject({ key: path.key, width: path.width, strand: path.strand })
      expect(ends(mirrored[index] ?? path)).toEqual([[right, y1], [left, y2]])
    })
  })

  it.each([
    [5, 5], [6, 5], [5, 6], [6, 6], [7, 6], [6, 7], [7, 7],
  ])('of plans of %i and %i fields stays in its box, each field in a place of its own', (before, after) => {
    const paths = lineagePaths(lineage({}, { before, after }), false)
    const [starts, arrivals] = [0, 1].map(end => paths.map(path => ends(path)[end]?.[1] ?? NaN))
    expect(paths).toHaveLength(Math.min(before, after))
    for (const places of [starts, arrivals]) {
      expect(new Set(places).size).toBe(paths.length)
      expect(places).toEqual(places?.toSorted((a, b) => a - b))
      for (const y of places ?? []) expect(y > 0 && y < 100).toBe(true)
    }
  })
})
