import { describe, expect, it } from 'vitest'
import { isolated, isolatedMarked } from './isolated'

const drawn = (text: string, locale: string) =>
  isolated(text, locale)
    .map(part => (typeof part === 'string' ? part : `[${String(part.children)}]`))
    .join('')

describe('a text in which words are marked', () => {
  it('is as it was where it is from the left', () => {
    expect(
      isolatedMarked(
        [
          { text: 'Plan WIR', isHit: false }, { text: '2.0', isHit: true },
        ],
        'de',
      ),
    ).toEqual(['Plan WIR', expect.objectContaining({ type: 'mark', children: '2.0' })])
    expect(isolatedMarked([], 'ar')).toEqual([])
  })

  it('ends the directions that it begins', () => {
    expect(isolatedMarked([{ text: 'a\u2067b', isHit: false }], 'de')).toEqual(['a\u2067b', '\u2069'])
  })
})

describe('names and numbers in a text', () => {
  it.each([
    ['خطة WIR2.0 الجديدة', 'خطة [WIR2.0] الجديدة'], ['الورقة 0094/2008 من المجلس', 'الورقة [0094/2008] من المجلس'],
    ['هاتف +49 511 168-0 اليوم', 'هاتف [+49 511 168-0] اليوم'], ['LIP 2.0، ثم WIR2.0.', '[LIP 2.0]، ثم [WIR2.0].'],
    [
      'باسم «Wir sind Hannover – Zusammenleben in der Stadt. Strategien für Migration»',
      'باسم «[Wir sind Hannover – Zusammenleben in der Stadt. Strategien für Migration]»',
    ],
    ['موقع Welt-in-Hannover.de.', 'موقع [Welt-in-Hannover.de].'], ['في 26 نوفمبر 2026', 'في [26] نوفمبر [2026]'],
    ['بلا أسماء', 'بلا أسماء'], ['', ''],
  ])('from the right are kept together: %s', (text, parts) => {
    expect(drawn(text, 'ar')).toBe(parts)
    expect(drawn(text, 'fa')).toBe(parts)
  })

  it.each([
    ['Zuerst\u202Ednu', '\u202C'], ['a\u2067b\u2066c', '\u2069\u2069'], ['a\u202Eb\u202C', ''], ['a\u200Fb', ''],
  ])('end the directions that they begin: %j', (text, end) => {
    expect(isolated(text, 'de')).toEqual([text + end])
  })

  it.each([
    ['План WIR2.0 от 2021', 'ru', ['WIR2.0']], ['Числото 0094/2008', 'bg', []],
    ['проект «Die blaue Zone»', 'ru', ['Die blaue Zone']], ['مشروع FIGHTSIS 2', 'ar', ['FIGHTSIS 2']],
  ])('within other letters are said to be German: %s', (text, locale, names) => {
    const drawn = isolated(text, locale)
    expect(drawn.map(part => typeof part === 'string' ? part : String(part.children)).join('')).toBe(text)
    const marked = drawn.filter(part => typeof part !== 'string')
    expect(marked.map(part => [part.props?.lang, part.children])).toEqual(names.map(name => ['de', name]))
  })

  it('from the left need nothing', () => {
    expect(isolated('WIR2.0 – 0094/2008', 'de')).toEqual(['WIR2.0 – 0094/2008'])
  })
})
