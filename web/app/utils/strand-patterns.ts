import type { Strand } from 'shared-types'

/** Each field's thread has a shape of its own, so that colour never speaks alone: one tile of it, 24 by 12. */
export const STRAND_TILES: Record<Strand, string> = {
  one: 'M0 6C4 0 8 0 12 6S20 12 24 6',
  two: 'M0 10L6 2L12 10L18 2L24 10',
  three: 'M0 9H6V3H12V9H18V3H24',
  four: 'M0 9A6 6 0 0 1 12 9A6 6 0 0 1 24 9',
  five: 'M0 4H24M0 8H24',
  six: 'M3 6H9M15 6H21',
}

export const STRAND_NAMES: Strand[] = ['one', 'two', 'three', 'four', 'five', 'six']
