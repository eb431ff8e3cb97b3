import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { drawQrCode } from './qr-code'

const ADDRESS = 'https://portal.example/ar/measures/mentoring/v/2'

/** The squares that a path fills. */
function filled(path: string): Set<string> {
  return new Set(
    [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)].flatMap(([, x = '', y = '', length = '']) =>
      Array.from({ length: Number(length) }, (_, step) => `${Number(x) + step} ${y}`),
    ),
  )
}

describe('the drawing of a code', () => {
  it('is dark where the code is, and nowhere else', () => {
    const { data } = encode(ADDRESS, { ecc: 'M', border: 4 })
    expect(filled(drawQrCode(ADDRESS).path)).toEqual(
      new Set(data.flatMap((line, y) => line.flatMap((isDark, x) => (isDark ? `${x} ${y}` : [])))),
    )
  })

  it('leaves four modules free on every side', () => {
    const { size, path } = drawQrCode(ADDRESS)
    const places = [...filled(path)].flatMap(square => square.split(' ').map(Number))
    expect([Math.min(...places), Math.max(...places)]).toEqual([4, size - 5])
  })

  it('says another address otherwise', () => {
    expect(drawQrCode(ADDRESS).path).not.toBe(drawQrCode(`${ADDRESS}0`).path)
  })
})
