import fc from 'fast-check'
import type { ArticleBlock } from '~~/server/cms/article'
import { describe, expect, it } from 'vitest'
import { contentsOf, outlineOf } from './outline'

const heading = (words: string, level?: number) => ({
  type: 'heading', level, children: [{ type: 'text', text: words }],
})
const text = (...blocks: object[]): ArticleBlock => ({ kind: 'text', text: { blocks, locale: 'de' } })
const ids = (...words: string[]) => outlineOf([text(...words.map(word => heading(word)))]).flat().map(({ id }) => id)

describe('the headings of an article', () => {
  it('have addresses made of their words, in whatever script', () => {
    expect(ids('Was bleibt?', 'Über „Ämter“ & Räte', 'مقابلة مع الناس', 'Œuvre 2.0')).toEqual([
      's-was-bleibt', 's-über-ämter-räte', 's-مقابلة-مع-الناس', 's-œuvre-2-0',
    ])
  })

  it('have addresses of their own, though the words are the same', () => {
    expect(ids('Teil', 'Teil', 'Teil 2', 'teil!', '…', '?')).toEqual([
      's-teil', 's-teil-2', 's-teil-2-2', 's-teil-3', 's-', 's--2',
    ])
  })

  it('have addresses of a length that can be sent, never with half a letter', () => {
    const [id = ''] = ids('𝔘'.repeat(100))
    expect([...id].length).toBeLessThanOrEqual(62)
    expect(id.isWellFormed()).toBe(true)
  })

  it('leave out no level, whatever the editors chose, over all blocks', () => {
    const levels = outlineOf([
      text(heading('a', 3), heading('b', 6)), text(heading('c')),
      { kind: 'callout', title: null, text: { blocks: [heading('d', 4)], locale: 'de' } }, text(heading('e', 2)),
    ]).map(block => block.map(({ level }) => level))
    expect(levels).toEqual([[2, 3], [2], [3], [3]])
  })

  it.each([
    [
      [4, 2, 4], [2, 2, 3],
    ],
    [
      [2, 3, 2, 3], [2, 3, 2, 3],
    ],
    [
      [2, 4, 5, 4], [2, 3, 4, 3],
    ],
    [
      [1, 4, 4], [2, 3, 3],
    ],
  ])('%j, each in a block of its own, are shown and listed as %j', (asked, shown) => {
    const blocks = asked.map((level, index) => text(heading(`${index}`, level)))
    const outline = outlineOf(blocks)
    expect(outline.flat().map(({ level }) => level)).toEqual(shown)
    expect(contentsOf(blocks, outline).map(({ level }) => level)).toEqual(shown)
  })

  it('are in order and unique for any headings', () => {
    const headings = fc.array(
      fc.record({ words: fc.string({ unit: 'grapheme', maxLength: 80 }), level: fc.integer({ min: 1, max: 6 }) }),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(headings, (wanted) => {
        const outline = outlineOf([text(...wanted.map(({ words, level }) => heading(words, level)))]).flat()
        expect(new Set(outline.map(({ id }) => id)).size).toBe(outline.length)
        expect(outline.every(({ id }) => !/\s/.test(id))).toBe(true)
        expect(
          outline.every(
            ({ level }, index) => level >= 2 && level <= 6 && level <= (outline[index - 1]?.level ?? 1) + 1,
          ),
        ).toBe(true)
      }),
    )
  })

  it('without words are none', () => {
    expect(ids('  ', '')).toEqual([])
  })
})

describe('the table of contents', () => {
  const contents = (...blocks: ArticleBlock[]) => contentsOf(blocks, outlineOf(blocks)).map(({ words }) => words)

  it('is there from three headings on', () => {
    expect(contents(text(heading('a'), heading('b')))).toEqual([])
    expect(
      contents(
        text(heading('a')),
        {
          kind: 'question', question: { value: 'Was?', locale: 'de' }, speaker: null,
          answer: { blocks: [heading('b')], locale: 'de' },
        },
        text(heading('c')),
      ),
    ).toEqual(['a', 'b', 'c'])
  })

  it('does not list what stands beside the text', () => {
    const transcript: ArticleBlock = {
      kind: 'audio', title: { value: 'Ton', locale: 'de' }, file: null, language: null,
      transcript: { blocks: [heading('x')], locale: 'de' },
    }
    expect(contents(text(heading('a'), heading('b')), transcript)).toEqual([])
  })
})
