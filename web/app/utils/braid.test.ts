import { describe, expect, it } from 'vitest'
import { strandPaths } from './braid'

const points = (path: string) => path.slice(1).split('L').map(point => point.split(' ').map(Number))
const across = (course: 'tied' | 'open') => strandPaths(course, 'across').map(points)
const at = (step: number, course: 'tied' | 'open') => across(course).map(strand => strand.at(step)?.[1] ?? NaN)
const spread = (sides: number[]) => Math.max(...sides) - Math.min(...sides)

describe('the braid', () => {
  it.each(['tied', 'open'] as const)('has six strands in a box of 100 by 100, none like another, when %s', (course) => {
    const strands = across(course)
    expect(strands).toHaveLength(6)
    expect(new Set(strandPaths(course, 'across')).size).toBe(6)
    for (const [along = NaN, side = NaN] of strands.flat()) {
      expect(along >= 0 && along <= 100).toBe(true)
      expect(side > 0 && side < 100).toBe(true)
    }
  })

  it('goes from the start of its box to the end', () => {
    for (const strand of [...across('tied'), ...across('open')]) {
      expect(strand[0]?.[0]).toBe(0)
      expect(strand.at(-1)?.[0]).toBe(100)
    }
  })

  it('begins and ends in a knot, and parts between', () => {
    for (const end of [0, -1]) for (const side of at(end, 'tied')) expect(Math.abs(side - 50)).toBeLessThan(5)
    expect(spread(at(11, 'tied'))).toBeGreaterThan(40)
  })

  it('crosses itself: the strands change their order on the way', () => {
    const order = (step: number) =>
      at(step, 'tied')
        .map((side, strand) => ({ side, strand }))
        .sort((a, b) => a.side - b.side)
        .map(({ strand }) => strand)
        .join()
    expect(new Set([5, 9, 13, 17].map(order)).size).toBeGreaterThan(1)
  })

  it('ends where it will begin again, so that one piece continues the other', () => {
    expect(at(-1, 'tied')).toEqual(at(0, 'tied'))
  })

  it('towards what is to come begins in a knot and fans out, each strand on its own', () => {
    for (const side of at(0, 'open')) expect(Math.abs(side - 50)).toBeLessThan(5)
    const ends = at(-1, 'open')
    expect(ends).toEqual([...ends].sort((a, b) => a - b))
    ends.slice(1).forEach((side, index) => expect(side - (ends[index] ?? NaN)).toBeGreaterThan(10))
  })

  it.each(['tied', 'open'] as const)('downwards is the same drawing, turned, when %s', (course) => {
    expect(strandPaths(course, 'down').map(points)).toEqual(
      across(course).map(strand => strand.map(([along, side]) => [side, along])),
    )
  })
})
