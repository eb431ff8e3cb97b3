/** In how many ways a name may be written, and what looks like a name and is none. */
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import type { Values } from './strapi'

const require = createRequire(import.meta.url)

interface Matcher {
  isPossiblyIn: (text: string) => boolean
  clean: (text: string) => string
  doubts: (text: string) => { start: number, end: number }[]
}

const {
  NameMatcher,
}: { NameMatcher: new (names: string[], shown?: string[]) => Matcher } = require('../dist/src/person/matcher')
const { nameless }: { nameless: (value: unknown, names: Matcher) => unknown } = require('../dist/src/person/replace-names')

const NAMES = [
  'Quendolina Öhlzweig', 'Karl-Heinz von der Aue', 'Квендолина Ользвейг', 'كندولينا أولتسفايغ', 'کیانا یوسفی',
  'María José García Ñandú', 'Ólafur O’Brien',
]
const names = new NameMatcher(NAMES, ['Otto Wald'])

describe('a name is found', () => {
  test.each([
    'Quendolina Öhlzweig', 'QUENDOLINA ÖHLZWEIG', 'quendolina öhlzweig', 'Quendolina  Öhlzweig',
    'Quendolina\u00a0Öhlzweig', 'Quendolina\n\tÖhlzweig', 'Quen\u00addolina Öhl\u00adzweig',
    'Quen\u200bdolina \u200fÖhlzweig', 'Quendolina Öhlzweig'.normalize('NFD'), 'Ｑｕｅｎｄｏｌｉｎａ Ｏ\u0308ｈｌｚｗｅｉｇ',
    'Quendolina Oehlzweig', 'Quendolina Ohlzweig', 'Öhlzweig, Quendolina', 'Öhlzweig Quendolina', 'Q. Öhlzweig',
    'Q.Öhlzweig', 'Öhlzweig, Q.', 'Quendolina M. Öhlzweig', 'Quendolina-Öhlzweig', 'Q. Ö.', 'Q.Ö.',
    '#QuendolinaÖhlzweig', '#quendolinaoehlzweig', 'QuendolinaÖhlzweig', '@quendolina_oehlzweig',
    'quendolina.oehlzweig@example.org', 'q.oehlzweig@example.org', 'qoehlzweig@example.org', 'oehlzweig@example.org',
    'info@quendolina-oehlzweig.de',
    'https://example.org/team/quendolina-oehlzweig/',
    'www.quendolina-oehlzweig.de', 'Karl-Heinz von der Aue', 'Karl Heinz von der Aue', 'Karl von der Aue',
    'K.-H. von der Aue', 'K. H. von der Aue', 'K. von der Aue', 'von der Aue, Karl-Heinz',
    'Karl-Heinz von\u00a0der Aue', 'Квендолина Ользвейг', 'КВЕНДОЛИНА ОЛЬЗВЕЙГ', 'Квендолины Ользвейг',
    'Квендолиной Ользвейг', 'Ользвейг, Квендолина', 'К. Ользвейг', 'كندولينا أولتسفايغ', 'كندولينا اولتسفايغ',
    'كَنْدولينا أولتسفايغ', 'كنـدولينا أولتسفايغ', 'کیانا یوسفی', 'كيانا يوسفي',
    'کیانا\u200cیوسفی'.replace('\u200c', ' \u200c'), 'کیانا\u200cیوسفی', 'كندولينا\u200cأولتسفايغ',
    'Quendolina\u200bÖhlzweig', 'Quendolina\u2060Öhlzweig', 'Quendolina\u202fÖhlzweig', 'Quendolina\u2009Öhlzweig',
    'ÖHLZWEIG, QUENDOLINA', 'Öhlzweig, Q', 'Quendolina/Öhlzweig', 'Quendolina · Öhlzweig', 'Öhlzweig; Quendolina',
    'Quendolina „Queni“ Öhlzweig', 'Quendolina (Öhlzweig', 'Quendolina Maria Öhlzweig', 'Quendolina M Öhlzweig',
    'Quendolina Öhl-\nzweig', 'Öhl-\r\nzweig, Quendolina', 'quendolina@oehlzweig.de',
    'https://example.org/?name=Quendolina+%C3%96hlzweig',
    'https://example.org/Quendolina%20%C3%96hlzweig',
    'Karl-Heinz v. d. Aue', 'K. H. v.d. Aue', 'Karlheinz von der Aue', 'Aue, Karl-Heinz von der', 'Aue, Karl-Heinz',
    'Квендолина Ивановна Ользвейг', 'García Ñandú, María José', 'M. J. García Ñandú', 'Maria Jose Garcia Nandu',
    'Olafur OBrien', 'O’Brien, Ó.', 'Qu\u0435ndolina Öhlzweig', 'Qυendolina Öhlzwe\u0456g', '\u041aarl-Heinz von der Aue',
    'Квенд\u006fлина \u004fльзвейг', 'Q u e n d o l i n a Ö h l z w e i g', 'Q u e n d o l i n a  Ö h l z w e i g',
    'Q\u00a0u\u00a0e\u00a0n\u00a0d\u00a0o\u00a0l\u00a0i\u00a0n\u00a0a Öhlzweig', 'Q.u.e.n.d.o.l.i.n.a Öhlzweig',
    'Quendolina Ö-h-l-z-w-e-i-g', 'К в е н д о л и н а О л ь з в е й г', 'Quen&shy;dolina &Ouml;hl&#173;zweig',
    'Quendolina&nbsp;Öhlzweig', 'Quendolina &#xD6;hlzweig', 'Quendolina &#x200B;Öhlzweig', 'Mar&iacute;a Garc&iacute;a Ñandú',
    'M.J. García Ñandú', 'Maria-Jose García Ñandú', 'María J. García-Ñandú',
  ])('as %j', (written) => {
    const text = `Davor ${written} danach`
    expect(names.clean(text).replaceAll('N. N.', '·')).toMatch(/^Davor ·(?:\.pdf)? danach$/)
    // What looks first at all texts of a document together must not overlook one of them.
    expect(nameless({ texts: ['A. B. -', [text], '- c. d.'] }, names)).toEqual(
      { texts: ['A. B. -', [names.clean(text)], '- c. d.'] },
    )
    expect(names.isPossiblyIn(text)).toBe(true)
  })

  test.each([
    ['Frau Öhlzweig sprach.', 'Frau N. N. sprach.'], ['mit Frau Dr. Öhlzweig', 'mit Frau Dr. N. N.'],
    ['Dr. Öhlzweig', 'Dr. N. N.'], ['Herrn von der Aue', 'Herrn N. N.'], ['Sra. Oehlzweig', 'Sra. N. N.'],
    ['Öhlzweig Hanım', 'N. N. Hanım'], ['г-жа Ользвейг', 'г-жа N. N.'], ['السيدة أولتسفايغ', 'السيدة N. N.'],
    ['للسيدة أولتسفايغ', 'للسيدة N. N.'], ['г-жи Ользвейг', 'г-жи N. N.'], ['Frau Dr.-Ing. Öhlzweig', 'Frau Dr.-Ing. N. N.'],
    ['Quendolina Öhlzweigs Rede', 'N. N.s Rede'], ['Quendolina Öhlzweig’s speech', 'N. N.’s speech'],
    ['Quendolina Öhlzweig\'in', 'N. N.\'in'], ['وكندولينا أولتسفايغ', 'وN. N.'],
    ['quendolina-oehlzweig.pdf', 'N. N..pdf'], ['Quendolina Öhlzweig-Preis', 'N. N.-Preis'],
    ['(Quendolina Öhlzweig)', '(N. N.)'],
  ])('in %j', (text, clean) => {
    expect(names.clean(text)).toBe(clean)
  })

  test.each([
    ['Anke Müller', 'N. N.'], ['Frau Müller', 'Frau N. N.'], ['Müller, Anke', 'N. N.'], ['Anke MÜLLER', 'N. N.'],
    ['Anke Mueller', 'N. N.'], ['anke.mueller@example.org', 'N. N.'],
  ])('where it is entered without its umlaut: %j', (text, clean) => {
    expect(new NameMatcher(['Anke Mueller']).clean(text)).toBe(clean)
  })

  const text = (words: string, marks: Values = {}) => ({ type: 'text', text: words, ...marks })
  const NODES = [
    text('Mit Quen'), text('dolina', { bold: true }),
    { type: 'link', url: 'mailto:q.oehlzweig@example.org', children: [text(' Öhl')] }, text('zweig', { italic: true }),
    text(' hier.'),
  ]
  const CLEAN = [text('Mit N. N.'), text('', { bold: true }), text(''), text('', { italic: true }), text(' hier.')]

  test.each([
    ['a paragraph', [{ type: 'paragraph', children: NODES }], [{ type: 'paragraph', children: CLEAN }]],
    ['a heading', [{ type: 'heading', level: 2, children: NODES }], [{ type: 'heading', level: 2, children: CLEAN }]],
    [
      'a list',
      [
        {
          type: 'list', format: 'ordered',
          children: [
            { type: 'list-item', children: NODES },
            { type: 'list', format: 'unordered', children: [{ type: 'list-item', children: NODES }] },
          ],
        },
      ],
      [
        {
          type: 'list', format: 'ordered',
          children: [
            { type: 'list-item', children: CLEAN },
            { type: 'list', format: 'unordered', children: [{ type: 'list-item', children: CLEAN }] },
          ],
        },
      ],
    ],
    ['a quote', [{ type: 'quote', children: NODES }], [{ type: 'quote', children: CLEAN }]],
    [
      'the end of one block and the beginning of the next',
      [
        { type: 'paragraph', children: [text('Quendolina')] }, { type: 'paragraph', children: [text('Öhlzweig kam.')] },
      ],
      [
        { type: 'paragraph', children: [text('N. N.')] }, { type: 'paragraph', children: [text(' kam.')] },
      ],
    ],
    [
      'a link to her page',
      [
        {
          type: 'paragraph',
          children: [{ type: 'link', url: 'https://quendolina-oehlzweig.de', children: [text('hier')] }],
        },
      ],
      [{ type: 'paragraph', children: [text('hier')] }],
    ],
    [
      'a picture in a text',
      [{ type: 'image', image: { alternativeText: 'Quendolina Öhlzweig' }, children: [text('')] }],
      [{ type: 'image', image: { alternativeText: 'N. N.' }, children: [text('')] }],
    ],
    [
      'what a search marks',
      [
        { text: 'mit ', isHit: false }, { text: 'Quendolina', isHit: true }, { text: ' Öhlzweig', isHit: false },
      ],
      [
        { text: 'mit ', isHit: false }, { text: 'N. N.', isHit: true }, { text: '', isHit: false },
      ],
    ],
  ])('over the nodes of %s', (_shape, value, clean) => {
    expect(nameless(value, names)).toEqual(clean)
  })

  test('and the address of whoever has lost her name already goes too, whatever it is', () => {
    expect(nameless([{ name: 'N. N.', slug: 'wie-sie-will' }], names)).toEqual([{ name: 'N. N.', slug: '' }])
  })

  test('and a value without them is the value as it was', () => {
    const value = { title: 'Der Plan', body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Ein Satz.' }] }] }
    expect(nameless(value, names)).toBe(value)
  })

  test('in an address, which is then none, and in a slug, which is then empty', () => {
    expect(
      nameless(
        {
          url: 'https://example.org/quendolina-oehlzweig',
          slug: 'mit-quendolina-oehlzweig', kind: 'interview', n: 3, none: null,
        },
        names,
      ),
    ).toEqual({ url: null, slug: '', kind: 'interview', n: 3, none: null })
  })
})

describe('left alone is', () => {
  test.each([
    'Quendolinas Bäume', 'Öhlzweige am Weg', 'Frau Wald', 'Quendolina Öhlzweig-Weber', 'Quendolina Öhlzweig‑Weber',
    'Anna-Quendolina Öhlzweig', 'Quendolina Öhlzweiger', 'XQuendolina Öhlzweig', 'Quendolina Öhlzweig2', 'q. ö.',
    'A. Q. Ö.', 'Karl-Heinz Aue', 'die Aue', 'Öhlzweig', 'Quendolina', 'Otto Öhlzweig', 'Öhlzweigquendolina',
    'Quendolina und Öhlzweig', 'Öhlzweig, q', '100 %-Öhlzweig', '%ff%', 'Aue-\nWald',
  ])('%j', (text) => {
    expect(names.clean(`So ${text} da.`)).toBe(`So ${text} da.`)
  })

  test.each([
    ['Peter Silie', 'Petersilie und petersilie'], ['Zoe Berg', 'Z. B. hier, z. B. dort, z.B. da'],
    ['Ute Arndt', 'u. a. und U. a.'], ['Erika Vogt', 'Verein e. V. in Hannover'], ['Anna Lage', 'die Anlage, Anlage A'],
    ['Peter Silie', 'Peter\u00adsilie und Peter-\nsilie'],
  ])('what only sounds like %s: %s', (name, text) => {
    expect(new NameMatcher([name]).clean(text)).toBe(text)
  })

  test.each(['Frau Öhlzweig', 'Q. Öhlzweig', 'oehlzweig@example.org'])(
    '%j where somebody else of that surname is shown, but shown for decision',
    (text) => {
      const shared = new NameMatcher(['Quendolina Öhlzweig'], ['Berta Öhlzweig'])
      expect(shared.clean(text)).toBe(text)
      expect(shared.doubts(text)).toHaveLength(1)
      expect(shared.clean('Quendolina Öhlzweig')).toBe('N. N.')
    },
  )

  test('her name within that of somebody else who is shown', () => {
    const other = new NameMatcher(['Quendolina Öhlzweig'], ['Eva Quendolina Öhlzweig'])
    expect(other.clean('Eva Quendolina Öhlzweig und Quendolina Öhlzweig')).toBe('Eva Quendolina Öhlzweig und N. N.')
  })

  test.each(['Quendolina Ö.', 'Mariana Lopez', 'Mariana Öhlkamp'])(
    'half of a name, %j, but shown for decision',
    (text) => {
      const half = new NameMatcher([...NAMES, 'Mariana Lopez-Öhlkamp'])
      expect([half.clean(text), half.doubts(text).length]).toEqual([text, 1])
    },
  )

  test.each([
    ['Anke Mueller', 'Frau Muller'], ['Eva Michaelis', 'Frau Michalis'], ['María José García Ñandú', 'María José García'],
    ['María José García Ñandú', 'José García Ñandú'],
  ])('what may be %s and may be somebody else, %s, but shown for decision', (name, written) => {
    const matcher = new NameMatcher([name])
    expect([matcher.clean(written), matcher.doubts(written).length]).toEqual([written, 1])
  })

  test.each([['Uwe Bauer', 'Uwe Baur und Frau Baur'], ['Anna Koch', 'A K o c h i n g'], ['Max Bär', 'Мах спит; M A X B']])(
    'what is not %s: %s',
    (name, written) => {
      const matcher = new NameMatcher([name])
      expect([matcher.clean(written), matcher.doubts(written)]).toEqual([written, []])
    },
  )

  test('the surname alone, which is shown for decision', () => {
    expect(names.doubts('Öhlzweig sagte, Quendolina Öhlzweig kam, Öhlzweigs Rede').map(({ start }) => start)).toEqual([
      0, 41,
    ])
    expect(names.doubts('Quendolina Öhlzweig-Weber')).toHaveLength(1)
  })
})

test('a long text is read in a moment', () => {
  const many = new NameMatcher(Array.from({ length: 60 }, (_, index) => `Vorname${index} Müller${index}`))
  const text = 'Die Landeshauptstadt Hannover fördert Maßnahmen der Integration und des Zusammenlebens. '.repeat(2000)
  const started = performance.now()
  expect(many.clean(text)).toBe(text)
  expect(performance.now() - started).toBeLessThan(500)
})
