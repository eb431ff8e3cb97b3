/** The picture from plan to plan: six strands on each side, and what leads from one to the other. */
import { scaleLinear } from 'd3-scale'
import type { Strand } from 'shared-types'
import type { PlanLineage } from '~~/server/cms/plan-lineage'

export interface LineagePath {
  key: string
  d: string
  /** Null where the field has none. */
  strand: Strand | null
  /** Pairs of measures; 0 where only the fields lead on. */
  count: number
  width: number
}

/** Places on a side at least: one for each strand. */
const MIN_PLACES = 6

/** Paths in a box of 100 (across) by 100 (down). `isMirrored` draws the older plan on the right. */
export function lineagePaths({ fields, laterFields, flows }: PlanLineage, isMirrored: boolean): LineagePath[] {
  const most = Math.max(1, ...flows.map(({ count }) => count))
  const widthOf = scaleLinear([0, most], [2, 12])
  return laterFields.flatMap(later =>
    fields.flatMap((field) => {
      const count = flows.find(({ from, to }) => from === field.slug && to === later.slug)?.count ?? 0
      if (count === 0 && !later.predecessors.includes(field.slug)) return []
      const [start, end] = isMirrored ? [100, 0] : [0, 100]
      const [y1, y2] = [
        middle(fields.indexOf(field), fields.length), middle(laterFields.indexOf(later), laterFields.length),
      ]
      return [
        {
          key: `${field.slug} ${later.slug}`, d: `M${start} ${y1}C50 ${y1} 50 ${y2} ${end} ${y2}`, strand: field.strand,
          count, width: count === 0 ? 2 : widthOf(count),
        },
      ]
    }),
  )
}

function middle(index: number, count: number): number {
  return Math.round((index + 0.5) * 1000 / Math.max(MIN_PLACES, count)) / 10
}
