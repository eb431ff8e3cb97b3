import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedParagraphs, type Paragraph, wordsOf } from './paragraphs.js'

/** The German text as it was when its translation was confirmed. */
const BEFORE: Paragraph[] = [
  { place: 'title', text: 'Dritte Orte im Stadtteil' },
  { place: 'summary', text: 'Räume, die allen offenstehen.' },
  { place: 'text/0', text: 'Die Stadt fördert 12 Räume. Sie kosten 1.500 Euro im Jahr.' },
  { place: 'text/1', text: 'Der Antrag wird bis zum 15.03.2024 gestellt. Er muss nicht auf Deutsch sein.' },
  { place: 'text/2', text: 'Fragen beantwortet das Sachgebiet – auch am Telefon (0511/168-0).' },
  { place: 'text/3/0', text: 'Miete' },
  { place: 'text/3/1', text: 'Honorare' },
]

const at = (place: string, change: (text: string) => string) =>
  BEFORE.map(paragraph => (paragraph.place === place ? { place, text: change(paragraph.text) } : paragraph))
const swapped = (a: number, b: number) =>
  BEFORE.map((paragraph, index) => ({
    place: paragraph.place, text: (index === a ? BEFORE[b] : index === b ? BEFORE[a] : paragraph)?.text ?? '',
  }))
const without = (place: string) => BEFORE.filter(paragraph => paragraph.place !== place)
const places = (now: Paragraph[]) =>
  changedParagraphs(BEFORE, now, 'de').map(change => change.now?.place ?? `gone ${change.before?.place}`)

/** What an editor does to the source, and the paragraphs of which a translator must be told. */
const MUTATIONS: [string, Paragraph[], string[]][] = [
  ['saving again', BEFORE, []],
  ['two paragraphs trade places', swapped(2, 3), []],
  ['the list is turned round', swapped(5, 6), []],
  ['all paragraphs are turned round', BEFORE.toReversed(), []],
  [
    'a paragraph moves from the text to the summary',
    [...without('summary'), { place: 'text/9', text: 'Räume, die allen offenstehen.' }], [],
  ],
  ['blanks are doubled', at('text/0', text => text.replaceAll(' ', '  ')), []],
  ['a blank becomes one that does not break', at('text/0', text => text.replace('12 Räume', '12\u00a0Räume')), []],
  ['a line is broken', at('text/1', text => text.replace('. Er', '.\nEr')), []],
  ['the end has a blank', at('title', text => `${text} `), []],
  ['a full stop is added', at('title', text => `${text}.`), []],
  ['quotation marks change', at('title', text => `„${text}“`), []],
  ['a dash becomes a comma', at('text/2', text => text.replace(' –', ',')), []],
  ['brackets go', at('text/2', text => text.replace(/[()]/g, '')), []],
  ['a letter becomes a capital', at('summary', text => text.replace('allen', 'Allen')), []],
  ['everything in capitals', at('title', text => text.toUpperCase()), []],
  ['a soft hyphen is put in', at('text/1', text => text.replace('Antrag', 'An\u00adtrag')), []],
  ['a mark of direction is put in', at('text/1', text => `\u200f${text}\u200e`), []],
  ['an umlaut is written in two characters', at('summary', text => text.normalize('NFD')), []],
  [
    'a paragraph is divided',
    [
      ...BEFORE.slice(0, 3),
      { place: 'text/1', text: 'Der Antrag wird bis zum 15.03.2024 gestellt.' },
      { place: 'text/2', text: 'Er muss nicht auf Deutsch sein.' },
      ...BEFORE.slice(4).map(({ place, text }) => ({ place: `${place}+`, text })),
    ],
    [],
  ],
  [
    'two paragraphs are joined',
    [...BEFORE.slice(0, 2), { place: 'text/0', text: `${BEFORE[2]?.text} ${BEFORE[3]?.text}` }, ...BEFORE.slice(4)], [],
  ],
  ['the list becomes a sentence', [...BEFORE.slice(0, 5), { place: 'text/3', text: 'Miete, Honorare' }], []],
  ['an empty paragraph is added', [...BEFORE, { place: 'text/4', text: '' }], []],
  ['a paragraph of three stars is added', [...BEFORE, { place: 'text/4', text: '* * *' }], []],
  ['a smiling face is added', at('summary', text => `${text} 🙂`), []],
  ['the range is written with another dash', at('text/2', text => text.replace('168-0', '168–0')), []],
  ['a number changes', at('text/0', text => text.replace('12', '13')), ['text/0']],
  ['an amount changes by a digit', at('text/0', text => text.replace('1.500', '1.550')), ['text/0']],
  ['a date changes', at('text/1', text => text.replace('15.03.2024', '15.04.2024')), ['text/1']],
  ['a year changes', at('text/1', text => text.replace('2024', '2025')), ['text/1']],
  ['a telephone number changes', at('text/2', text => text.replace('168', '169')), ['text/2']],
  ['a negation goes', at('text/1', text => text.replace('nicht ', '')), ['text/1']],
  ['a negation comes', at('text/0', text => text.replace('fördert', 'fördert nicht')), ['text/0']],
  ['a no becomes a not', at('text/1', text => text.replace('nicht auf Deutsch', 'auf kein Deutsch')), ['text/1']],
  ['a word is replaced', at('text/2', text => text.replace('Sachgebiet', 'Kuratorium')), ['text/2']],
  ['a word is added', at('title', text => `${text} Linden`), ['title']],
  ['a word goes', at('summary', text => text.replace('allen ', '')), ['summary']],
  [
    'the words of a sentence trade places',
    at('text/0', text => text.replace('Die Stadt fördert 12 Räume', '12 Räume fördert die Stadt')), ['text/0'],
  ],
  ['a typing error is mended', at('title', text => text.replace('Stadtteil', 'Stadteil')), []],
  ['a per cent sign is added', at('text/0', text => text.replace('12 Räume', '12 % Räume')), ['text/0']],
  ['euros become a sign', at('text/0', text => text.replace('Euro', '€')), []],
  ['a minus stands before a number', at('text/0', text => text.replace('12', '-12')), ['text/0']],
  ['a paragraph is added', [...BEFORE, { place: 'text/4', text: 'Die nächste Frist ist im Herbst.' }], ['text/4']],
  ['a paragraph goes', without('text/2'), ['gone text/2']],
  ['a point is added to the list', [...BEFORE, { place: 'text/3/2', text: 'Werbung' }], ['text/3/2']],
  ['a point of the list goes', without('text/3/1'), ['gone text/3/1']],
  ['a paragraph is written anew', at('text/0', () => 'Gefördert werden Treffpunkte aller Art.'), ['text/0']],
  [
    'one paragraph moves and another changes',
    [
      ...without('text/2').map(paragraph =>
        paragraph.place === 'text/0' ? { ...paragraph, text: paragraph.text.replace('12', '14') } : paragraph,
      ),
      { place: 'text/9', text: BEFORE[4]?.text ?? '' },
    ],
    ['text/0'],
  ],
  [
    'one paragraph is divided and its second half changes',
    [
      ...BEFORE.slice(0, 3),
      { place: 'text/1', text: 'Der Antrag wird bis zum 15.03.2024 gestellt.' },
      { place: 'text/2', text: 'Er muss immer auf Deutsch sein.' },
      ...BEFORE.slice(4).map(({ place, text }) => ({ place: `${place}+`, text })),
    ],
    ['text/1', 'text/2'],
  ],
  [
    'two change',
    at('title', text => `${text}e`).map(paragraph =>
      paragraph.place === 'text/3/0' ? { ...paragraph, text: 'Pacht' } : paragraph,
    ),
    ['title', 'text/3/0'],
  ],
]

describe('changed paragraphs', () => {
  it('are judged by at least forty kinds of edits', () => {
    console.log(`${MUTATIONS.length} kinds of edits`)
    expect(MUTATIONS.length).toBeGreaterThanOrEqual(40)
    expect(readFileSync(new URL('../../README.md', import.meta.url), 'utf8')).toContain(
      ` ${MUTATIONS.length} kinds of edits `,
    )
  })

  it.each(MUTATIONS)('when %s', (_edit, now, expected) => {
    expect(places(now).toSorted()).toEqual(expected.toSorted())
  })

  it('say what they were and what they are', () => {
    expect(
      changedParagraphs(
        BEFORE, at('text/0', text => text.replace('12', '13')), 'de',
      ),
    ).toEqual([
      {
        weight: 'changed', before: BEFORE[2], now: { place: 'text/0', text: 'Die Stadt fördert 13 Räume. Sie kosten 1.500 Euro im Jahr.' },
      },
    ])
  })
})

describe('a long text', () => {
  it('that was written anew is judged at once, every paragraph of it', () => {
    const long = (word: string) =>
      Array.from({ length: 400 }, (_, index) => ({
        place: `text/${index}`,
        text: Array.from({ length: 60 }, (_, at) => `${word}${index * at}`).join(' '),
      }))
    expect(changedParagraphs(long('alt'), long('neu'), 'de')).toHaveLength(400)
  })
})

describe('words', () => {
  it.each([
    ['Der Antrag (PDF) kostet -5,50 €!', ['der', 'antrag', 'pdf', 'kostet', '-', '5,50', '€']],
    ['WIR2.0 ist’s', ['wir', '2.0', 'ist\'s']],
    ['0094/2008 E1', ['0094/2008', 'e1']],
    ['12.–15. März, 12. – 15. März', ['12', '–', 'd_3_15', '12', '–', 'd_3_15']],
    ['≥ 18 Jahre, „-5“ °C, 3 → 4', ['≥', '18', 'jahre', '-', '5', '°', 'c', '3', '4']],
    ['می‌شود', ['میشود']],
    ['مـــرحبا', ['مرحبا']],
    ['… – „“', []],
  ])('of %s', (text, words) => {
    expect(wordsOf(text, 'de')).toEqual(words)
  })
})

const word = fc.stringMatching(/^[a-zäöüß]{1,8}$/)
const paragraphs = fc.array(fc.array(word, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 8 })
const placed = (texts: string[]): Paragraph[] => texts.map((text, index) => ({ place: `text/${index}`, text }))

describe('a word that ends as a form of another language', () => {
  it.each(['abcxs', 'üöäxs'])('„%s“ in capitals is the same word in German', (word) => {
    expect(changedParagraphs(placed([word]), placed([word.toUpperCase()]), 'de')).toEqual([])
  })
})

describe('whatever is written', () => {
  it('moving, reordering and reformatting raise no alarm', () => {
    fc.assert(
      fc.property(paragraphs, fc.infiniteStream(fc.nat()), (words, random) => {
        const texts = words.map(own => own.join(' '))
        const moved = texts
          .map(text => ({ text: `„${text.toUpperCase()}!“ `.replaceAll(' ', '  '), order: random.next().value ?? 0 }))
          .sort((a, b) => a.order - b.order)
          .map(({ text }) => text)
        // ß has two capitals.
        expect(changedParagraphs(placed(texts.map(text => text.replaceAll('ß', 'ss'))), placed(moved), 'de')).toEqual([])
      }),
    )
  })

  it('dividing and joining in place raise no alarm', () => {
    fc.assert(fc.property(paragraphs, fc.array(fc.nat(100), { maxLength: 6 }), (words, cuts) => {
      const all = words.flat()
      const places = [...new Set(cuts.map(cut => cut % all.length))].sort((a, b) => a - b)
      const divided = [...places, all.length].map((end, index) => all.slice(places[index - 1] ?? 0, end).join(' '))
      expect(changedParagraphs(placed(words.map(own => own.join(' '))), placed(divided), 'de')).toEqual([])
    }))
  })

  it('a word that comes or goes is seen, and the paragraph is named', () => {
    fc.assert(
      fc.property(paragraphs, fc.nat(), fc.nat(), fc.boolean(), (words, paragraph, position, comes) => {
        const index = paragraph % words.length
        const place = position % (words[index]?.length ?? 1)
        // A word that is there twice may go.
        fc.pre(comes || ![place - 1, place + 1].some(near => words[index]?.[near] === words[index]?.[place]))
        const edited = words.map((own, at) =>
          at === index ? own.toSpliced(place, comes ? 0 : 1, ...(comes ? ['neu9'] : [])) : own,
        )
        const changes = changedParagraphs(
          placed(words.map(own => own.join(' '))), placed(edited.map(own => own.join(' '))), 'de',
        )
        expect(changes.length).toBeGreaterThan(0)
        if (comes) expect(changes.map(({ now }) => now?.text)).toEqual([edited[index]?.join(' ')])
      }),
    )
  })
})
