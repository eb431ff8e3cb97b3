import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headingLevels } from './heading-levels'

const shown = (asked: number[], under = 1) => {
  const levelOf = headingLevels(under)
  return asked.map(levelOf)
}

describe('the levels of headings', () => {
  it.each([
    [
      [2, 2, 2], [2, 2, 2],
    ],
    [
      [2, 3, 2, 3], [2, 3, 2, 3],
    ],
    [
      [1, 4, 4], [2, 3, 3],
    ],
    [
      [3, 3, 2, 2], [2, 2, 2, 2],
    ],
    [
      [1, 2, 4, 2, 3], [2, 3, 4, 3, 4],
    ],
    [
      [4, 2, 4], [2, 2, 3],
    ],
    [
      [3, 2, 4], [2, 2, 3],
    ],
    [
      [2, 4, 3], [2, 3, 3],
    ],
    [
      [2, 4, 3, 4, 2, 4], [2, 3, 3, 4, 2, 3],
    ],
    [
      [2, 4, 5, 4, 2], [2, 3, 4, 3, 2],
    ],
    [
      [1, 6, 3, 6, 1], [2, 3, 3, 4, 2],
    ],
    [
      [1, 2, 3, 4, 5, 6], [2, 3, 4, 5, 6, 6],
    ],
  ])('%j are shown as %j', (asked, levels) => {
    expect(shown(asked)).toEqual(levels)
  })

  it('are below the heading under which the text stands', () => {
    expect(shown([2, 2, 3], 3)).toEqual([4, 4, 5])
    expect(shown([2, 3, 2], 6)).toEqual([6, 6, 6])
  })

  it('are equal for equal headings under the same one, never skip one, never leave the page', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 6 })), fc.integer({ min: 1, max: 6 }), (asked, under) => {
      const levels = shown(asked, under)
      levels.forEach((level, index) => {
        const before = levels[index - 1] ?? under
        expect(level).toBeLessThanOrEqual(Math.min(before + 1, 6))
        expect(level).toBeGreaterThanOrEqual(Math.min(under + 1, 6))
        const sister = asked.lastIndexOf(asked[index] ?? 0, index - 1)
        const isUnderTheSame = sister >= 0 && sister < index
          && asked.slice(sister, index).every(between => between >= (asked[index] ?? 0))
        if (isUnderTheSame) expect(level).toBe(levels[sister])
      })
    }))
  })
})
