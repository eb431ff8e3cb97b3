import type { ArticleBlock } from '~~/server/cms/article'
import { describe, expect, it } from 'vitest'
import { countWords, readingMinutes } from './reading-time'

const text = (words: string): ArticleBlock => ({
  kind: 'text', text: { blocks: [{ type: 'paragraph', children: [{ type: 'text', text: words }] }], locale: 'de' },
})
const minutes = (...blocks: ArticleBlock[]) => readingMinutes({ blocks, title: { value: 'Titel', locale: 'de' } })
const words = (count: number) => 'Wort '.repeat(count)

describe('words', () => {
  it.each([
    ['de', 'Der LIP 2.0 – was nun?', 5], ['ar', 'من يُحسن الاستماع، يحتاج إلى أسئلة أقل', 7], ['de', '… – !', 0],
    ['de', 'a'.repeat(5000), 1], ['de', '', 0],
  ])('are counted as %s parts them: "%s"', (language, said, count) => {
    expect(countWords(said, language)).toBe(count)
  })
})

describe('the time an article takes to read', () => {
  it.each([[0, null], [399, null], [400, 2], [540, 3], [1800, 10]])('of %i words is %s minutes', (count, expected) => {
    expect(minutes(text(words(count)))).toBe(expected)
  })

  it('counts questions, answers, quotes and remarks, not what is heard', () => {
    const told = { blocks: [{ type: 'paragraph', children: [{ type: 'text', text: words(100) }] }], locale: 'de' }
    const blocks: ArticleBlock[] = [
      { kind: 'question', question: { value: words(100), locale: 'de' }, speaker: null, answer: told },
      { kind: 'quote', quote: { value: words(100), locale: 'de' }, attribution: null, citations: [] },
      { kind: 'callout', title: null, text: told },
    ]
    expect(minutes(...blocks)).toBe(2)
    expect(
      minutes(...blocks.slice(1), {
        kind: 'audio', title: { value: 'Ton', locale: 'de' }, file: null, language: null,
        transcript: { ...told, blocks: [...told.blocks, ...told.blocks] },
      }),
    ).toBeNull()
  })

  it('is soon known of a text as long as a book', () => {
    const start = performance.now()
    expect(minutes(text('Wort und '.repeat(22_000)))).toBe(244)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
