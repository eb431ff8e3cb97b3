import { describe, expect, it } from 'vitest'
import { nameOn, type NameInTime } from './names.js'

const name = (value: string, kind: NameInTime['kind'], from: string | null, to: string | null = null): NameInTime => ({ language: 'de', value, kind, from, to })

const LIP = name('LIP', 'short', '2008-06-12', '2020-09-30')
const LOCAL_PLAN = name('Lokaler Integrationsplan', 'official', '2008-06-12')
const WIR = name('WIR 2.0', 'working', '2020-10', '2021')

describe('the name of a plan on a day', () => {
  it('is none before the plan had one', () => {
    expect(nameOn([LIP, LOCAL_PLAN], '2008-06-11')).toBeNull()
    expect(nameOn([], '2020-01-01')).toBeNull()
  })

  it('holds on its first and on its last day, not on the day after', () => {
    expect(nameOn([LIP], '2008-06-12')).toBe(LIP)
    expect(nameOn([LIP], '2020-09-30')).toBe(LIP)
    expect(nameOn([LIP], '2020-10-01')).toBeNull()
  })

  it('begins with the first day of an imprecise beginning and lasts to the last day of an imprecise end', () => {
    expect(['2020-09-30', '2020-10-01', '2021-12-31', '2022-01-01'].map(day => nameOn([WIR], day)?.value ?? null)).toEqual([null, 'WIR 2.0', 'WIR 2.0', null])
  })

  it('is the short one before the working title, and that before the official one', () => {
    const working = name('Zukunftsplan', 'working', '2008')
    expect(nameOn([LOCAL_PLAN, working, LIP], '2010-01-01')).toBe(LIP)
    expect(nameOn([LOCAL_PLAN, working], '2010-01-01')).toBe(working)
    expect(nameOn([LOCAL_PLAN], '2010-01-01')).toBe(LOCAL_PLAN)
  })

  it('is never a mere spelling', () => {
    expect(nameOn([name('L.I.P.', 'spelling', '2008')], '2010-01-01')).toBeNull()
  })

  it('lasts until today where no end is known, and is none where no beginning is known', () => {
    expect(nameOn([LOCAL_PLAN], '2999-12-31')).toBe(LOCAL_PLAN)
    expect(nameOn([name('ohne Beginn', 'short', null, '2020')], '2019-01-01')).toBeNull()
  })
})
