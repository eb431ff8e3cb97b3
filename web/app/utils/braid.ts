/** The drawing of the braid: six strands that part and cross between two knots, in a box of 100 by 100. */
import { STRANDS } from 'shared-types'

/** The strands that are braided, however many fields a plan has. */
export const BRAIDED = STRANDS.slice(0, 6)
const STRAND_COUNT = BRAIDED.length
const STEPS = 22
const MIDDLE = 50
const SWING = 34
/** How close to a knot the strands draw together, in hundredths of the way. */
const TIE = 13

export type Course = 'tied' | 'open'
export type Direction = 'across' | 'down'

/** One SVG path for each strand. `tied` ends in the next knot, `open` fans out towards what is to come. */
export function strandPaths(course: Course, direction: Direction): string[] {
  return Array.from({ length: STRAND_COUNT }, (_, strand) => {
    const points = Array.from({ length: STEPS + 1 }, (_, step) => {
      const along = (step / STEPS) * 100
      const side = MIDDLE + sway(along, strand, course)
      return direction === 'across' ? `${round(along)} ${round(side)}` : `${round(side)} ${round(along)}`
    })
    return `M${points.join('L')}`
  })
}

function sway(along: number, strand: number, course: Course): number {
  const turn = (along / 100) * 2 * Math.PI + (strand * Math.PI) / 3
  const wave = SWING * Math.sin(turn)
  if (course === 'tied') return wave * (1 - 0.9 * (near(along) + near(100 - along)))
  const fan = (strand - (STRAND_COUNT - 1) / 2) * 13
  const spread = along / 100
  return (wave * (1 - spread) + fan * spread) * (1 - 0.9 * near(along))
}

function near(distance: number): number {
  return Math.exp(-((distance / TIE) ** 2))
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10)
}
