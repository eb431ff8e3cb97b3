import type { Strand } from 'shared-types'

/** Each field's thread has a shape of its own, so that colour never speaks alone: one tile of it, 24 by 12. */
export const STRAND_TILES: Record<Strand, string> = {
  one: 'M0 6C4 0 8 0 12 6S20 12 24 6',
  two: 'M0 10L6 2L12 10L18 2L24 10',
  three: 'M0 9H6V3H12V9H18V3H24',
  four: 'M0 9A6 6 0 0 1 12 9A6 6 0 0 1 24 9',
  five: 'M0 4H24M0 8H24',
  six: 'M3 6H9M15 6H21',
  seven: 'M1 6H11M16 6H18M22 6H23',
  eight: 'M3 3L9 9M9 3L3 9M15 3L21 9M21 3L15 9',
  nine: 'M4 2V10M12 2V10M20 2V10',
  ten: 'M0 3A6 6 0 0 0 12 3A6 6 0 0 0 24 3',
  eleven: 'M0 6H24M6 2V10M18 2V10',
  twelve: 'M0 3H24M0 6H24M0 9H24',
}
