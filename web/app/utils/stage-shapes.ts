import type { Stage } from 'shared-types'

/**
 * The shape of a stage in a box of 16 by 16: lines, and an area that is filled. Shape and word come first, colour
 * second. The further a thing is, the fuller it stands; what was struck is crossed, what was postponed barred, what is
 * not known dotted.
 */
export const STAGE_SHAPES: Record<Stage, { line?: string, dash?: string, area?: string }> = {
  unknown: { line: ring(6), dash: '0.1 3.04' },
  proposed: { line: ring(6) },
  adopted: { line: ring(6), area: 'M2.8 11A6 6 0 0 0 13.2 11Z' },
  in_progress: { line: ring(6), area: 'M2.1 7A6 6 0 1 0 13.9 7Z' },
  ongoing: { line: ring(6.2), area: ring(3.9) },
  completed: { area: ring(7) },
  postponed: { line: `${ring(6)}M6.1 5.2V10.8M9.9 5.2V10.8` },
  struck: { line: `${ring(6)}M4.2 4.2L11.8 11.8M11.8 4.2L4.2 11.8` },
  recommendation: { line: 'M8 1.4L14.6 8L8 14.6L1.4 8Z' },
}

function ring(radius: number): string {
  return `M${8 - radius} 8A${radius} ${radius} 0 1 1 ${8 + radius} 8A${radius} ${radius} 0 1 1 ${8 - radius} 8Z`
}
