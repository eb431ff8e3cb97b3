/** Parts of a file, as players and download managers ask for them. */
import { describe, expect, test } from 'vitest'
import { rangeOf } from '../src/files/ranges'

describe('a range of a file of 1000 bytes', () => {
  test.each([
    ['bytes=0-9', 0, 9], ['bytes=990-', 990, 999], ['bytes=-50', 950, 999], ['bytes=-5000', 0, 999],
    ['bytes=0-99999', 0, 999], ['bytes=0-0', 0, 0], ['bytes=999-999', 999, 999], ['bytes= 5-6 ', 5, 6],
  ])('%s is its bytes %i to %i', (range, start, end) => {
    expect(rangeOf(range, 1000)).toEqual({ start, end })
  })

  test.each(['bytes=1000-', 'bytes=1000-2000', 'bytes=99999999999999999999-', 'bytes=-0'])(
    '%s is none of its bytes',
    (range) => {
      expect(rangeOf(range, 1000)).toBeNull()
    },
  )

  test.each([
    'bytes=0-1,4-5', 'bytes=9-5', 'bytes=', 'bytes=-', 'bytes=a-b', 'bytes=--5', 'items=0-5', 'x', '', 'bytes=1e2-',
  ])('%s is the whole file', (range) => {
    expect(rangeOf(range, 1000)).toBe('whole')
  })

  test('of an empty file is never there', () => {
    expect(rangeOf('bytes=0-', 0)).toBeNull()
    expect(rangeOf('bytes=-5', 0)).toBeNull()
  })
})
