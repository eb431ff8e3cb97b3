/** The headings of an article: each under the one before it, each with an address of its own. */
import type { ArticleBlock } from '~~/server/cms/article'
import type { RichText } from '~~/server/cms/text'

export interface Heading {
  /** Address within the page. */
  id: string
  level: number
  words: string
}

/** Fewer need no table of contents. */
const LEAST_CONTENTS = 3
/** An address may be as long as this. */
const ADDRESS_CHARACTERS = 60

/** The headings of every block, in order: no level is left out below the page's own, no address is given twice. */
export function outlineOf(blocks: readonly ArticleBlock[]): Heading[][] {
  const taken = new Set<string>()
  const levelOf = headingLevels(1)
  return blocks.map(block =>
    blocksIn(richTextIn(block)?.blocks)
      .filter(({ type }) => type === 'heading')
      .map((node) => {
        const words = nodeText(node).trim()
        return { id: freeAddress(words, taken), level: levelOf(node.level ?? 1), words }
      }),
  )
}

/** What a table of contents lists: nothing where the text is short. Remarks and transcripts stand beside the text. */
export function contentsOf(blocks: readonly ArticleBlock[], outline: readonly Heading[][]): Heading[] {
  const headings = outline.flatMap((ofBlock, index) =>
    ['text', 'question'].includes(blocks[index]?.kind ?? '') ? ofBlock : [],
  )
  return headings.length >= LEAST_CONTENTS ? headings : []
}

/** The long text of a block, where it has one. */
export function richTextIn(block: ArticleBlock): RichText | null {
  switch (block.kind) {
    case 'text': case 'callout': return block.text
    case 'question': return block.answer
    case 'audio': return block.transcript
    default: return null
  }
}

/** The words of a heading as an address, in whatever script; with a number where another heading has the same. */
function freeAddress(words: string, taken: Set<string>): string {
  const slug = [
    ...words
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-'),
  ]
    .slice(0, ADDRESS_CHARACTERS)
    .join('')
    .replace(/^-|-$/g, '')
  // The prefix keeps it apart from the addresses that every page has.
  const wanted = `s-${slug}`
  let id = wanted
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`
  taken.add(id)
  return id
}
