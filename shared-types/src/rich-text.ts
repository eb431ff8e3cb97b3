/** The paragraphs of rich text (Strapi's blocks), each with its place and with what it belongs to. */
import { valueAt } from './foreign.js'
import { withAddress, withStrike } from './marks.js'
import type { Paragraph } from './paragraphs.js'

/** A paragraph as it is noted today. */
export type NotedParagraph = Paragraph & { under: readonly string[] }

/** A paragraph, a heading, a quote; of a list every point. Each belongs to the heading above it. */
export function richTextParagraphs(blocks: unknown, place: string): NotedParagraph[] {
  const above: { level: number, text: string }[] = []
  let last = ''
  return (Array.isArray(blocks) ? blocks : []).flatMap((block: unknown, index): NotedParagraph[] => {
    const spot = `${place}/${index}`
    const text = plainText(block)
    const heading = above.at(-1)?.text
    // „Gefördert werden:“ is to the list below it what a heading is.
    const belongsTo = isList(block) && last.endsWith(':') ? last : heading
    last = text.trim()
    if (isList(block)) return pointsIn(block, spot, belongsTo)
    const level = valueAt(block, 'type') === 'heading' && last ? levelOf(block) : null
    while (level !== null && above.some(other => other.level >= level)) above.pop()
    const under = (level === null ? belongsTo : above.at(-1)?.text) ?? []
    if (level !== null) above.push({ level, text })
    return [noted(block, spot, under)]
  })
}

function levelOf(heading: unknown): number {
  return Number(valueAt(heading, 'level')) || 1
}

function pointsIn(list: object, place: string, under: string | undefined): NotedParagraph[] {
  const points: unknown = valueAt(list, 'children')
  return (Array.isArray(points) ? points : []).flatMap((point: unknown, index) =>
    isList(point) ? pointsIn(point, `${place}/${index}`, under) : [noted(point, `${place}/${index}`, under ?? [])],
  )
}

function noted(node: unknown, place: string, under: string | readonly string[]): NotedParagraph {
  const [text, marked] = [plainText(node), markedIn(node)]
  return { place, text, ...(marked !== text && { marked }), under: [under].flat() }
}

function isList(block: unknown): block is object {
  return valueAt(block, 'type') === 'list'
}

/** The words of a node of rich text and of everything within. */
export function plainText(node: unknown): string {
  return joinedIn(node, text => text)
}

/** The same with what is struck through, and where links lead. */
function markedIn(node: unknown): string {
  return joinedIn(node, (text, inner) => {
    if (valueAt(inner, 'type') === 'link') return withAddress(text, String(valueAt(inner, 'url') ?? ''))
    return valueAt(inner, 'strikethrough') === true ? withStrike(text) : text
  })
}

function joinedIn(node: unknown, mark: (text: string, node: object) => string): string {
  if (Array.isArray(node)) return node.map(inner => joinedIn(inner, mark)).join('')
  if (typeof node !== 'object' || node === null) return ''
  const text: unknown = valueAt(node, 'text')
  return mark(typeof text === 'string' ? text : joinedIn(valueAt(node, 'children'), mark), node)
}
