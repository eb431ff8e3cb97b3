import { STRANDS } from 'shared-types'
import { describe, expect, it } from 'vitest'
import { STRAND_NAMES, STRAND_TILES } from './strand-patterns'

describe('the shapes of the threads', () => {
  it('are one for each of the six strands, in their order', () => {
    expect(STRAND_NAMES).toEqual([...STRANDS])
    expect(Object.keys(STRAND_TILES)).toEqual(STRAND_NAMES)
  })

  it('differ, so that colour never speaks alone', () => {
    expect(new Set(Object.values(STRAND_TILES)).size).toBe(6)
  })
})
