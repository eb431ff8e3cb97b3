import type { Stage } from 'shared-types'

/**
 * The shape of a stage in a box of 16 by 16: lines, and an area that is filled. Shape and word come first, colour
 * second.
 */
export const STAGE_SHAPES: Record<Stage, { line?: string, dash?: string, area?: string }> = {
  unknown: { line: ring(6), dash: '0.1 3.04' },
  proposed: { line: ring(6), dash: '4 2.28' },
  adopted: { line: ring(6) },
  in_progress: { line: ring(6), area: 'M8 2A6 6 0 0 1 8 14Z' },
  ongoing: { line: ring(6), area: ring(3.2) },
  completed: { area: ring(7) },
  postponed: { line: 'M5.5 2V14M10.5 2V14' },
  struck: { line: 'M3 3L13 13M13 3L3 13' },
  recommendation: { line: 'M8 1.8L14.2 8L8 14.2L1.8 8Z' },
}

function ring(radius: number): string {
  return `M${8 - radius} 8A${radius} ${radius} 0 1 1 ${8 + radius} 8A${radius} ${radius} 0 1 1 ${8 - radius} 8Z`
}

/** How a stage fills a bar, so that colour never speaks alone: a tile of 8 by 8, full or drawn. */
export const STAGE_TILES: Record<Stage, string> = {
  completed: 'full',
  ongoing: 'M0 2H8M0 5H8M0 8H8',
  in_progress: 'M-2 10L10 -2M-2 2L2 -2M6 10L10 6M-2 6L6 -2M2 10L10 2',
  adopted: 'M-2 10L10 -2M-2 2L2 -2M6 10L10 6',
  proposed: 'M2 0V8',
  recommendation: 'M4 2L6 4L4 6L2 4Z',
  postponed: 'M2 0V8M5 0V8',
  struck: 'M1 1L7 7M7 1L1 7',
  unknown: 'M3 4H5',
}

/** Stages from what is furthest to what is not pursued: the order of bars, columns and legends. */
export const STAGE_ORDER: Stage[] = [
  'completed', 'ongoing', 'in_progress', 'adopted', 'proposed', 'recommendation', 'postponed', 'struck', 'unknown',
]
