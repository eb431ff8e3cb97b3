import { STRANDS } from 'shared-types'
import { describe, expect, it } from 'vitest'
import { STRAND_TILES } from './strand-patterns'

describe('the shapes of the threads', () => {
  it('are one for each strand, in their order', () => {
    expect(Object.keys(STRAND_TILES)).toEqual([...STRANDS])
  })

  it('differ, so that colour never speaks alone', () => {
    expect(new Set(Object.values(STRAND_TILES)).size).toBe(STRANDS.length)
  })
})
