import { readFileSync } from 'node:fs'
import path from 'node:path'
import { LOCALE_CODES, localeOf, STAGES, STRANDS } from 'shared-types'
import { describe, expect, it } from 'vitest'
import { SHARE_PICTURE } from '../../app/utils/share'
import { COLOURS, STRAND_COLOURS } from './colours'
import { drawShare, type SharePicture } from './drawing'
import { EM, facesFor } from './faces'
import { type Script, shapeLine, toWritten } from './line'
import { toPng } from './png'
import { MOST_LINES, setLine, setTitle } from './title'

const LONGEST_WORD = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'
const TITLES = {
  'short': 'Mentoring',
  'Turkish': 'Göç ve Katılım: şehirde birlikte yaşamak, ışıl ışıl İĞÜŞÖÇ',
  'Arabic with a name': 'افتتاح مركز استشاري جديد ضمن خطة LIP 2.0 (2020) للقادمين الجدد',
  'Persian': 'گفت‌وگوی شهروندان دربارهٔ برنامهٔ یکپارچگی و «WIR2.0»',
  'Russian': 'Межкультурное открытие городской администрации',
  'Bulgarian': 'Център за ново пристигнали: ъгъл, щъркел, Ѝ',
  'Kurmanji': 'Pêşkêşkirina şêwirmendiyê ji bo kesên nû hatine',
  'the longest word': LONGEST_WORD,
  'one word of 300 letters': 'ü'.repeat(300),
  'a sentence of 300 letters': 'Die Stadt stellt mehr Menschen mit Einwanderungsgeschichte ein. '.repeat(5).slice(0, 300),
  'nothing but spaces': ' \n\t ',
  'what no face has': '漢字 😀 Beratung\u0000',
}
const PLACE = { width: 1056, height: 246, leading: 1.1 }

async function scriptOf(locale: string): Promise<Script> {
  const { language, direction } = localeOf(locale)
  return { faces: await facesFor('title', locale), language, direction: direction === 'rtl' ? 'rtl' : 'ltr' }
}

const words = { kicker: 'Maßnahme', strong: 'beschlossen', notes: ['maschinell übersetzt'], field: 'Bildung' }
const picture = (given: Partial<SharePicture> = {}): SharePicture => ({
  locale: 'de', title: 'Mentoring', words, motif: { of: 'measure', strand: 'one', stage: 'adopted' }, ...given,
})

describe.each(LOCALE_CODES)('a title in a picture, in the language %s', (locale) => {
  it.each(Object.entries(TITLES))('%s: stands in at most four lines, within its place', async (_name, title) => {
    const { size, lines } = setTitle(title, await scriptOf(locale), PLACE)
    expect(lines.length).toBeLessThanOrEqual(MOST_LINES)
    expect(lines.length * size * PLACE.leading).toBeLessThanOrEqual(PLACE.height)
    for (const { width } of lines) expect(width * size / EM).toBeLessThanOrEqual(PLACE.width)
    expect(lines.length > 0).toBe(title.trim() !== '')
  })

  it('has a shape for each of its letters: no empty box', async () => {
    const texts = readFileSync(
      path.join(import.meta.dirname, `../../../shared-types/languages/${locale}.json`), 'utf8',
    ).replace(/\\n/g, ' ')
    const script = await scriptOf(locale)
    const written = toWritten(texts, script)
    expect(written.text.length).toBe(texts.normalize('NFC').replace(/\s+/g, ' ').trim().length)
    for (let from = 0; from < written.text.length; from += 500) {
      const { letters } = shapeLine(written, from, Math.min(from + 500, written.text.length))
      expect(letters.filter(({ glyph }) => glyph === 0)).toEqual([])
    }
  })
})

describe('a title in a picture', () => {
  it('is smaller the longer it is, and divides no word where a smaller size fits', async () => {
    const german = await scriptOf('de')
    const sizes = [1, 6, 12, 20].map(n => setTitle('Beratung '.repeat(n), german, PLACE).size)
    expect(sizes).toEqual([...sizes].sort((one, other) => other - one))
    expect(new Set(sizes).size).toBeGreaterThan(2)
    expect(setTitle('Antidiskriminierungsstelle der Landeshauptstadt', german, PLACE).lines).toHaveLength(2)
  })

  it('ends in an ellipsis where it is cut', async () => {
    const german = await scriptOf('de')
    const ellipsis = setLine('…', german, { size: 10, width: 100 }).letters[0]?.glyph
    const last = (title: string) => setTitle(title, german, PLACE).lines.at(-1)?.letters.at(-1)?.glyph
    expect(last(TITLES['a sentence of 300 letters'])).toBe(ellipsis)
    expect(last('Mentoring')).not.toBe(ellipsis)
  })

  it('of letters from the right begins there, and its numbers and names stand as they are read', async () => {
    const script = await scriptOf('ar')
    const { letters } = setLine('خطة LIP', script, { size: 10, width: 1000 })
    const name = setLine('LIP', script, { size: 10, width: 1000 }).letters.map(({ glyph }) => glyph)
    expect(letters.slice(0, 3).map(({ glyph }) => glyph)).toEqual(name)
  })

  it('joins Arabic letters', async () => {
    const script = await scriptOf('ar')
    const joined = setLine('ببب', script, { size: 10, width: 1000 }).letters.map(({ glyph }) => glyph)
    expect(new Set(joined).size).toBe(3)
  })
})

describe('a picture', () => {
  it.each([
    ...LOCALE_CODES.map(locale => picture({ locale, title: TITLES['a sentence of 300 letters'] })),
    picture({ title: TITLES['one word of 300 letters'] }),
    picture({ motif: { of: 'opinion' } }), picture({ motif: { of: 'article' } }), picture({ motif: { of: 'plan' } }),
    picture({ motif: { of: 'field', strand: 'six' } }), picture({ motif: { of: 'field', strand: null } }),
    picture({ locale: 'fa', title: TITLES.Persian }), picture({ locale: 'ru', title: TITLES.Russian }),
  ])('$locale, $motif.of: is a light PNG of 1200 by 630 pixels', async (given) => {
    const png = await toPng(await drawShare(given))
    expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a')
    expect({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) }).toEqual(SHARE_PICTURE)
    expect(png.length).toBeLessThanOrEqual(60_000)
  })

  it('is another one for another title, word, stage and strand, and else the same', async () => {
    const given = [
      picture(), picture(), picture({ title: 'Beratung' }), picture({ words: { ...words, strong: 'abgeschlossen' } }),
      ...STAGES.map(stage => picture({ motif: { of: 'measure', strand: 'one', stage } })),
      ...STRANDS.map(strand => picture({ motif: { of: 'field', strand } })),
    ]
    const drawn = await Promise.all(given.map(drawShare))
    expect(new Set(drawn).size).toBe(given.length - 2)
    const [one, same, other] = await Promise.all(drawn.slice(0, 3).map(toPng))
    expect([one?.equals(same ?? Buffer.of()), one?.equals(other ?? Buffer.of())]).toEqual([true, false])
  })

  it('has no letters but as shapes, and nothing of what it is told as markup', async () => {
    const drawn = await drawShare(picture({ title: '</style><script>&amp;"<image href="file:///etc/passwd"/>' }))
    expect(drawn).not.toMatch(/<(?:text|script|image)|href|passwd/)
  })

  it('stands on the other side where one reads from the right', async () => {
    const [german, arabic] = await Promise.all((['de', 'ar'] as const).map(locale => drawShare(picture({ locale }))))
    expect([german?.includes('scale(-1 1)'), arabic?.includes('scale(-1 1)')]).toEqual([false, true])
  })
})

describe('the colours of pictures', () => {
  const [light = ''] = readFileSync(path.join(import.meta.dirname, '../../app/assets/css/main.css'), 'utf8')
    .split('@media (prefers-color-scheme: dark)')
  const tokens = new Map([...light.matchAll(/--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)].map(
    ([, name = '', ...numbers]) => [name, toHex(numbers.map(Number))],
  ))

  it.each<[string, string]>([
    ...Object.entries(STRAND_COLOURS).map(([strand, colour]): [string, string] => [`strand-${strand}`, colour]),
    ['ground', COLOURS.ground], ['ink', COLOURS.ink], ['ink-soft', COLOURS.soft], ['line', COLOURS.line],
    ['accent', COLOURS.accent],
  ])('%s is that of the pages', (name, colour) => {
    expect(colour).toBe(tokens.get(name))
  })
})

/** Oklch as sRGB (https://bottosson.github.io/posts/oklab/). */
function toHex([lightness = 0, chroma = 0, hue = 0]: number[]): string {
  const [a, b] = [chroma * Math.cos(hue * Math.PI / 180), chroma * Math.sin(hue * Math.PI / 180)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s, -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  return '#' + linear.map((light) => {
    const value = light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055
    return Math.round(255 * Math.min(1, Math.max(0, value))).toString(16).padStart(2, '0')
  }).join('')
}
