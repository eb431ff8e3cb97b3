/** How long an article takes to read. */
import type { ArticleBlock, ArticleDetail } from '~~/server/cms/article'

const WORDS_PER_MINUTE = 180
/** Of fewer, nobody asks. */
const LEAST_WORDS = 400

/** Whole minutes; null for a short article. Transcripts are not counted: who listens does not read them. */
export function readingMinutes({ blocks, title }: Pick<ArticleDetail, 'blocks' | 'title'>): number | null {
  const count = countWords(blocks.map(wordsIn).join('\n'), title.locale)
  return count < LEAST_WORDS ? null : Math.round(count / WORDS_PER_MINUTE)
}

/** Words as the language parts them. */
export function countWords(text: string, language: string): number {
  return [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].filter(({ isWordLike }) => isWordLike)
    .length
}

function wordsIn(block: ArticleBlock): string {
  const asked = block.kind === 'question' ? block.question.value : ''
  const said = block.kind === 'quote' ? block.quote.value : ''
  const told = block.kind === 'audio' ? [] : blocksIn(richTextIn(block)?.blocks).map(nodeText)
  return [asked, said, ...told].join('\n')
}
