import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameKey, nameOn, type NameInTime } from './names.js'

const name = (value: string, kind: NameInTime['kind'], from: string | null, to: string | null = null): NameInTime => ({
  language: 'de', value, kind, from, to,
})

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
    expect(
      ['2020-09-30', '2020-10-01', '2021-12-31', '2022-01-01'].map(day => nameOn([WIR], day)?.value ?? null),
    ).toEqual([null, 'WIR 2.0', 'WIR 2.0', null])
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

describe('the key of a name', () => {
  it.each([
    [
      'wir20',
      [
        'WIR 2.0', 'WIR2.0', 'wir-2.0', 'wir20', 'wir_2.0', ' WIR 2.0 ', 'WIR 2.0', 'W.I.R. 2.0', '„WIR 2.0“',
        '“WIR 2.0”', '«WIR 2.0»', '"WIR2.0"', '‚wir 2.0‘', 'ＷＩＲ 2.0', '𝐖𝐈𝐑 2.0',
      ],
    ],
    ['lip', ['LIP', 'lip', 'L.I.P.', '(LIP)', 'L\u00adI\u00adP']],
    [
      'tinyhouseswohnprojektfuerjungemenschen',
      [
        'Tiny-Houses – Wohnprojekt für junge Menschen', 'Tiny Houses - Wohnprojekt fuer junge Menschen',
        'TINY‑HOUSES — WOHNPROJEKT FÜR JUNGE MENSCHEN',
      ],
    ],
    ['strasse', ['Straße', 'STRASSE', 'STRAẞE', 'strasse']],
    ['oeffnung', ['Öffnung', 'O\u0308ffnung', 'oeffnung']],
    ['cafe', ['Café', 'Cafe\u0301', 'cafe']],
    ['izmir', ['İzmir', 'ızmir', 'Izmir']],
  ])('%s is the same for every spelling', (key, spellings) => {
    expect(spellings.map(spelling => [spelling, nameKey(spelling)])).toEqual(spellings.map(spelling => [spelling, key]))
  })

  it('keeps names apart that differ in a letter or digit', () => {
    expect(new Set(['LIP', 'LIP 2.0', 'LIP 4.0', 'WIR 2.0', 'lip-2008', 'wir-2-0-1'].map(nameKey)).size).toBe(6)
  })

  it('keeps Arabic letters, with or without vowel marks', () => {
    expect(nameKey('خطة الاندماج المحلية')).toBe('خطةالاندماجالمحلية')
    expect(nameKey('خُطّة')).toBe(nameKey('خطة'))
  })

  it.each(['', ' ', '–', '„“', '…!?', '\u0301'])('of "%s" is nothing', (name) => {
    expect(nameKey(name)).toBe('')
  })

  it('of a key is the key itself, for every character there is', () => {
    const characters = Array.from({ length: 0x11_00_00 }, (_, code) => code)
      .filter(code => code < 0xd8_00 || code > 0xdf_ff)
      .map(code => String.fromCodePoint(code))
    expect(characters.filter(character => nameKey(nameKey(character)) !== nameKey(character))).toEqual([])
  })

  it('does not depend on capitals, blanks or hyphens', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-zÄÖÜäöü0-9]{1,8}( [A-Za-zÄÖÜäöü0-9]{1,8}){0,3}$/), (name) => {
        for (const spelling of [
          name.toUpperCase(), name.toLowerCase(), name.replaceAll(' ', '-'), name.replaceAll(' ', ''), `„${name}“`,
        ])
          expect(nameKey(spelling)).toBe(nameKey(name))
      }),
    )
  })
})
