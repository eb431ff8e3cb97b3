import type { NameInTime } from 'shared-types'
import { describe, expect, it } from 'vitest'
import { nameBars } from './name-bars'

const named = (value: string, from: string | null, to: string | null = null): NameInTime => ({
  language: 'de', value, kind: 'short', from, to,
})
const LIP = named('LIP', '2008', '2020-12')
const WIR = named('WIR 2.0', '2021-01')
const drawn = (names: NameInTime[], given = {}) =>
  nameBars(names, { width: 640, today: '2026-11-23', isMirrored: false, ...given })

describe('the bars of the names of a plan', () => {
  it('stand from the first year to today, one behind the other', () => {
    const [lip, wir] = drawn([LIP, WIR]).bars
    expect(lip?.x).toBe(0)
    expect(wir?.x).toBeGreaterThan((lip?.x ?? 0) + (lip?.width ?? 0) - 1)
    expect((wir?.x ?? 0) + (wir?.width ?? 0)).toBeCloseTo(640)
  })

  it('have lengths like the times they stand for', () => {
    const [lip, wir] = drawn([LIP, WIR]).bars
    expect((lip?.width ?? 0) / (wir?.width ?? 1)).toBeCloseTo(13 / (5 + 326 / 365), 1)
  })

  it('are mirrored for a language written from the right', () => {
    const plain = drawn([LIP, WIR])
    const mirrored = drawn([LIP, WIR], { isMirrored: true })
    plain.bars.forEach(({ x, width }, index) => {
      expect(mirrored.bars[index]?.width).toBeCloseTo(width)
      expect(mirrored.bars[index]?.x).toBeCloseTo(640 - x - width)
    })
    expect(mirrored.years.map(({ year }) => year)).toEqual(plain.years.map(({ year }) => year))
    mirrored.years.forEach(({ x }, index) => expect(x).toBeCloseTo(640 - (plain.years[index]?.x ?? 0)))
  })

  it('can be seen even where a name was used for a day', () => {
    expect(drawn([LIP, named('Tagesname', '2020-01-17', '2020-01-17')]).bars[1]?.width).toBe(3)
  })

  it('do not show a name of which no beginning is known', () => {
    expect(drawn([named('ohne Beginn', null, '2020'), LIP]).bars.map(({ name }) => name)).toEqual([LIP])
  })

  it('are none where nothing is known, without a year beneath', () => {
    expect(drawn([])).toEqual({ bars: [], years: [] })
    expect(drawn([named('ohne Beginn', null)])).toEqual({ bars: [], years: [] })
  })
})

describe('the years under the bars', () => {
  it('stand where the year begins, wherever the server stands', () => {
    const { years, bars } = drawn([LIP, named('Zehn', '2010-01-01')])
    expect(years.map(({ year }) => year)).toEqual([2008, 2010, 2012, 2014, 2016, 2018, 2020, 2022, 2024, 2026])
    expect(years[0]?.x).toBe(0)
    expect(years[1]?.x).toBeCloseTo(bars[1]?.x ?? NaN)
  })

  it('are each said once, however short the time', () => {
    expect(drawn([named('neu', '2026-03')]).years).toEqual([{ year: 2026, x: 0 }])
    expect(drawn([named('neu', '2025-03')]).years.map(({ year }) => year)).toEqual([2025, 2026])
  })
})
