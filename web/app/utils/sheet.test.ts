import { localeOf } from 'shared-types'
import type { RichText } from '~~/server/cms/text'
import { afterEach, describe, expect, it } from 'vitest'
import { INTERVIEW } from '~/gallery/articles'
import { pairParts, partsOfArticle, partsOfMeasure, pathParts, type SheetPart, sheetLanguages } from './sheet'

/** English stands in for a simple form, whether or not the table has a real one. */
const setSimple = (simpleOf: string | undefined) => Reflect.set(localeOf('en'), 'simpleOf', simpleOf)
afterEach(() => { setSimple(undefined) })

const part = (place: string, text: string, { locale = 'de', type = 'paragraph' } = {}): SheetPart => ({
  place, node: { type, children: [{ type: 'text', text }] }, locale,
})
const english = (place: string, text: string, type?: string) => part(place, text, { locale: 'en', type })
const words = (text: RichText | null) => text && nodesOf(text.blocks).map(nodeText).join(' / ')
const rows = (german: SheetPart[], other: SheetPart[]) =>
  pairParts(german, other, 'en').map(row => [row.place, words(row.german), words(row.other)])
const GERMAN = [part('summary', 'Kurz'), part('text/0', 'Eins'), part('text/1', 'Zwei')]

describe('a sheet', () => {
  it('has paragraph beside paragraph, by their places', () => {
    expect(rows(GERMAN, [english('summary', 'Short'), english('text/0', 'One'), english('text/1', 'Two')])).toEqual([
      ['summary', 'Kurz', 'Short'], ['text/0', 'Eins', 'One'], ['text/1', 'Zwei', 'Two'],
    ])
  })

  it('has the path with day beside day, and a gap where one language does not tell it', () => {
    const german = pathParts({ value: 'Der Weg', locale: 'de' }, [
      { id: 'u1', date: '1. Juli 2022', words: 'vorgeschlagen' }, { id: 'e1', date: '2023', words: 'Fest' },
    ])
    const other = pathParts({ value: 'The way', locale: 'en' }, [{ id: 'u1', date: '1 July 2022', words: 'proposed' }])
    expect(rows(german, other)).toEqual([
      ['path/title', 'Der Weg', 'The way'], ['path/u1', '1. Juli 2022: vorgeschlagen', '1 July 2022: proposed'],
      ['path/e1', '2023: Fest', null],
    ])
    expect(pathParts({ value: 'Der Weg', locale: 'de' }, [])).toEqual([])
  })

  it('has nothing beside what is not translated: neither the German again nor an empty paragraph', () => {
    expect(rows(GERMAN, [english('summary', 'Short'), part('text/0', 'Eins'), english('text/1', ' ')])).toEqual([
      ['summary', 'Kurz', 'Short'], ['text/0', 'Eins', null], ['text/1', 'Zwei', null],
    ])
  })

  it('has whole texts beside each other where the translation is divided in another way', () => {
    const whole = [
      ['summary', 'Kurz', 'Short'], ['text', 'Eins / Zwei', 'One / Two / Three'],
    ]
    expect(
      rows(GERMAN, [
        english('summary', 'Short'), english('text/0', 'One'), english('text/1', 'Two'), english('text/2', 'Three'),
      ]),
    ).toEqual(whole)
    expect(rows(GERMAN, [english('text/0', 'One', 'heading')])).toEqual([
      ['summary', 'Kurz', null], ['text', 'Eins / Zwei', 'One'],
    ])
  })

  it('has whole texts beside each other in a simple form, which has its own sentences', () => {
    setSimple('de')
    expect(rows(GERMAN, [english('text/0', 'One'), english('text/1', 'Two')])).toEqual([
      ['summary', 'Kurz', null], ['text', 'Eins / Zwei', 'One / Two'],
    ])
  })

  it('has what German lacks where the other language has it', () => {
    expect(
      rows(GERMAN.slice(1), [english('lead', 'Lead'), english('summary', 'Short'), english('text/0', 'One')]),
    ).toEqual([
      ['lead', null, 'Lead'], ['summary', null, 'Short'], ['text/0', 'Eins', 'One'], ['text/1', 'Zwei', null],
    ])
  })

  it('can be made of every language but German, where there is German', () => {
    expect([
      sheetLanguages(['de', 'en', 'ar']), sheetLanguages(['de']), sheetLanguages(['en', 'ar']), sheetLanguages([]),
    ]).toEqual([['en', 'ar'], [], [], []])
  })
})

describe('the parts of a text', () => {
  it('of a measure are its summary and each paragraph', () => {
    const blocks = [
      { type: 'paragraph', children: [{ type: 'text', text: 'a' }] }, { type: 'list', children: [] },
    ]
    expect(
      partsOfMeasure({ summary: { value: 'Kurz', locale: 'de' }, text: { blocks, locale: 'de' } }).map(
        ({ place }) => place,
      ),
    ).toEqual(['summary', 'text/0', 'text/1'])
    expect(partsOfMeasure({ summary: null, text: { blocks: null, locale: 'de' } })).toEqual([])
  })

  it('of an article are those of every block that has words', () => {
    expect(partsOfArticle(INTERVIEW).map(({ place }) => place)).toEqual([
      'lead', 'byline',
      ...[0, 1, 2, 3, 4].map(index => `body/0/text/${index}`),
      'body/1/question', 'body/1/speaker', 'body/1/answer/0', 'body/2/question', 'body/3/quote', 'body/3/attribution',
      'body/4/quote', 'body/8/title', 'body/8/description', 'body/9/title', 'body/10/title', 'body/10/transcript/0',
      'body/11/title', 'body/11/transcript/0', 'body/12/title', 'body/12/text/0', 'body/13/text/0', 'body/14/title',
      'body/14/description', 'body/15/title',
    ])
  })

  it('stand where the cms says', () => {
    expect(
      partsOfArticle({
        lead: null, byline: null,
        blocks: [
          { kind: 'quote', quote: { value: 'Ja', locale: 'de' }, attribution: null, citations: [], place: 'body/7' },
        ],
      }).map(({ place }) => place),
    ).toEqual(['body/7/quote'])
  })
})
