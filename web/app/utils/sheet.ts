/** A document in two languages on one sheet: paragraph beside paragraph, by the place where each stands. */
import { localeOf, SOURCE_LANGUAGE } from 'shared-types'
import type { ArticleBlock, ArticleDetail } from '~~/server/cms/article'
import type { MeasureDetail } from '~~/server/cms/measure'
import type { RichText, Text } from '~~/server/cms/text'

/** What is printed on such a sheet, by the name of its pages. */
export type SheetKind = 'measures' | 'articles'

/** A paragraph, and where it stands: `lead`, `text/3`, `body/2/answer/0`. */
export interface SheetPart {
  place: string
  node: RichNode
  /** Code of its language, which may not be the one that was asked for. */
  locale: string
}

/** What stands beside each other; null where a language has nothing at this place. */
export interface SheetRow {
  place: string
  german: RichText | null
  other: RichText | null
}

/** The languages that can stand beside German: none where there is no German. */
export function sheetLanguages(languages: readonly string[]): string[] {
  return languages.includes(SOURCE_LANGUAGE) ? languages.filter(code => code !== SOURCE_LANGUAGE) : []
}

/** The texts of a measure, in order. */
export function partsOfMeasure({ summary, text }: Pick<MeasureDetail, 'summary' | 'text'>): SheetPart[] {
  return [...plainParts('summary', summary), ...richParts('text', text)]
}

/** What happened to a measure and when, a line each, under a title; nothing where nothing did. */
export function pathParts(title: Text, stops: { id: string, date: string, words: string }[]): SheetPart[] {
  if (stops.length === 0) return []
  return [
    ...titleParts('path/title', title),
    ...stops.map(({ id, date, words }) => ({
      place: `path/${id}`, locale: title.locale, node: {
        type: 'paragraph',
        children: [{ type: 'text', text: `${date}: `, bold: true }, { type: 'text', text: words }],
      },
    })),
  ]
}

/** The texts of an article, in order; pictures and what is heard or seen are not printed. */
export function partsOfArticle({
  lead, byline, blocks,
}: Pick<ArticleDetail, 'lead' | 'byline' | 'blocks'>): SheetPart[] {
  return [
    ...plainParts('lead', lead),
    ...plainParts('byline', byline),
    ...blocks.flatMap((block, index) => partsOfBlock(block, block.place ?? `body/${index}`)),
  ]
}

function partsOfBlock(block: ArticleBlock, place: string): SheetPart[] {
  switch (block.kind) {
    case 'text':
      return richParts(`${place}/text`, block.text)
    case 'question':
      return [
        ...titleParts(`${place}/question`, block.question),
        ...plainParts(`${place}/speaker`, besides(block.speaker, block.question)),
        ...richParts(`${place}/answer`, block.answer),
      ]
    case 'quote':
      return [
        ...plainParts(`${place}/quote`, block.quote, { type: 'quote' }),
        ...plainParts(`${place}/attribution`, besides(block.attribution, block.quote)),
      ]
    case 'callout':
      return [...titleParts(`${place}/title`, block.title), ...richParts(`${place}/text`, block.text)]
    case 'audio':
      return [...titleParts(`${place}/title`, block.title), ...richParts(`${place}/transcript`, block.transcript)]
    case 'video':
    case 'download':
      return [...titleParts(`${place}/title`, block.title), ...plainParts(`${place}/description`, block.description)]
    default:
      return []
  }
}

/** A text in the language of the one beside it. */
function besides(value: string | null, { locale }: Text): Text | null {
  return value ? { value, locale } : null
}

function titleParts(place: string, text: Text | null): SheetPart[] {
  return text
    ? [
        {
          place, node: { type: 'paragraph', children: [{ type: 'text', text: text.value, bold: true }] },
          locale: text.locale,
        },
      ]
    : []
}

function plainParts(place: string, text: Text | null, node: RichNode = { type: 'paragraph' }): SheetPart[] {
  return text ? [{ place, node: { ...node, children: [{ type: 'text', text: text.value }] }, locale: text.locale }] : []
}

function richParts(place: string, { blocks, locale }: RichText): SheetPart[] {
  return nodesOf(blocks).map((node, index) => ({ place: `${place}/${index}`, node, locale }))
}

/**
 * The rows of a sheet in German and another language. Where a translation is divided in its own way, as a simple form
 * is, whole texts stand side by side: no paragraph beside one that says something else.
 */
export function pairParts(german: SheetPart[], other: SheetPart[], language: string): SheetRow[] {
  const [ofGerman, ofOther] = [
    german.filter(part => saysIn(part, SOURCE_LANGUAGE)), other.filter(part => saysIn(part, language)),
  ]
  const isWhole = localeOf(language).simpleOf !== undefined || !isDividedAlike(ofGerman, ofOther)
  const placeOf = ({ place }: SheetPart) => isWhole ? place.replace(/\/.*/, '') : place
  const [inGerman, inOther] = [Map.groupBy(ofGerman, placeOf), Map.groupBy(ofOther, placeOf)]
  return merge([...inGerman.keys()], [...inOther.keys()]).map(place => ({
    place, german: toText(inGerman.get(place), SOURCE_LANGUAGE), other: toText(inOther.get(place), language),
  }))
}

function saysIn({ node, locale }: SheetPart, language: string): boolean {
  return locale === language && nodeText(node).trim() !== ''
}

/** Every paragraph, heading and list of the translation has its like in German. */
function isDividedAlike(german: SheetPart[], other: SheetPart[]): boolean {
  const types = new Map(german.map(({ place, node }) => [place, node.type]))
  return other.every(({ place, node }) => !place.includes('/') || types.get(place) === node.type)
}

/** The German order; what only the other language has stands after what it follows there. */
function merge(german: string[], other: string[]): string[] {
  const merged = [...german]
  let after = 0
  for (const place of other) {
    const index = merged.indexOf(place)
    if (index === -1) merged.splice(after, 0, place)
    after = index === -1 ? after + 1 : index + 1
  }
  return merged
}

function toText(parts: SheetPart[] | undefined, locale: string): RichText | null {
  return parts ? { blocks: parts.map(({ node }) => node), locale } : null
}
