/**
 * Draws the picture beside a link to a document as SVG. Letters are shapes already: whoever draws it needs no face, and
 * makes no mistake with directions.
 */
import type { LocaleCode, Stage, Strand } from 'shared-types'
import { SHARE_PICTURE } from '../../app/utils/share'
import { braidIn, braidWith, textLines, tie } from '../../app/utils/share-drawing'
import type { ShareWords } from '../../app/utils/share-words'
import { STAGE_SHAPES } from '../../app/utils/stage-shapes'
import { STRAND_TILES } from '../../app/utils/strand-patterns'
import { COLOURS, STRAND_COLOURS } from './colours'
import { type Pen, penFor } from './pen'

/** What is drawn under the words. */
export type Motif
  = | { of: 'measure', strand: Strand | null, stage: Stage }
    | { of: 'field', strand: Strand | null }
    | { of: 'plan' | 'article' | 'opinion' }

export interface SharePicture {
  locale: LocaleCode
  title: string
  words: ShareWords
  motif: Motif
}

const { width: WIDTH, height: HEIGHT } = SHARE_PICTURE
const EDGE = 72
const SIZES = { name: 36, site: 28, kicker: 30, strong: 38, note: 27 }
/** How much of a line the name of a field may take. */
const FIELD_WIDTH = 440
const GAP = 40

/** From the top, where words stand and the title begins, and how far from the edge; all in pixels. */
const LAYOUT: Record<Motif['of'], Layout> = {
  measure: { kicker: 176, title: 200, titleHeight: 246, padding: 0, strong: 505, note: 548, inset: 112 },
  field: { kicker: 176, title: 200, titleHeight: 204, padding: 0, strong: 460, note: 501, inset: 0 },
  plan: { kicker: 176, title: 200, titleHeight: 156, padding: 0, strong: 394, note: 433, inset: 0 },
  article: { kicker: 176, title: 200, titleHeight: 204, padding: 0, strong: 446, note: 484, inset: 0 },
  opinion: { kicker: 194, title: 214, titleHeight: 214, padding: 44, strong: 546, note: 587, inset: 4 },
}

interface Layout {
  kicker: number
  title: number
  titleHeight: number
  padding: number
  strong: number
  note: number
  inset: number
}

interface Inks { ground: string, ink: string, soft: string }

/** Who speaks for themselves stands on a ground of their own. */
const INKS: { usual: Inks, opinion: Inks } = {
  usual: { ground: COLOURS.ground, ink: COLOURS.ink, soft: COLOURS.soft },
  opinion: { ground: COLOURS.ink, ink: COLOURS.ground, soft: COLOURS.line },
}

const STYLES = [
  '.strand { fill: none; stroke-width: 7; stroke-linecap: round; stroke-linejoin: round; '
  + 'vector-effect: non-scaling-stroke; }',
  '.mark .strand { stroke-width: 3.5; }',
  ...Object.entries(STRAND_COLOURS).map(([strand, colour]) => `.strand-${strand} { stroke: ${colour}; }`),
  `.ink { fill: none; stroke: ${COLOURS.ink}; stroke-width: 7; stroke-linecap: round; stroke-linejoin: round; }`,
  `.ink-area { fill: ${COLOURS.ink}; } .ground-area { fill: ${COLOURS.ground}; }`,
].join(' ')

/** The picture as SVG. */
export async function drawShare({ locale, title, words, motif }: SharePicture): Promise<string> {
  const pen = await penFor(locale)
  const layout = LAYOUT[motif.of]
  const inks = motif.of === 'opinion' ? INKS.opinion : INKS.usual
  const inner = { x: EDGE + layout.padding, width: WIDTH - 2 * (EDGE + layout.padding) }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><style>${STYLES}</style>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${inks.ground}" />`,
    turned(drawingOf(motif), pen),
    headerBy(pen, inks),
    pen.write('plain', words.kicker, { ...inner, y: layout.kicker, size: SIZES.kicker, colour: inks.soft }),
    pen.title(title, { ...inner, y: layout.title, height: layout.titleHeight, colour: inks.ink }),
    factsBy(pen, words, { layout, inks }),
    '</svg>',
  ].join('')
}

/** Drawings go on towards where one reads. */
function turned(drawing: string, { isFromRight }: Pen): string {
  return isFromRight ? `<g transform="translate(${WIDTH} 0) scale(-1 1)">${drawing}</g>` : drawing
}

function headerBy(pen: Pen, { ink, soft }: Inks): string {
  const mark = `<g class="mark">${braidIn('tied', { x: EDGE + 2, y: 58, width: 80, height: 56 })}</g>`
  const name = { x: EDGE + 100, y: 98, width: 400, size: SIZES.name, colour: ink }
  const site = { x: EDGE, y: 97, width: 500, size: SIZES.site, colour: soft, isAtEnd: true }
  return turned(mark, pen) + pen.write('name', 'LIP-Lab', name) + pen.write('plain', 'Welt-in-Hannover.de', site)
}

/** What stands out, and at the end of the line the field; under it what is noted. */
function factsBy(
  pen: Pen, { strong, notes, field }: ShareWords, { layout, inks }: { layout: Layout, inks: Inks },
): string {
  const [x, width] = [EDGE + layout.inset, WIDTH - 2 * EDGE - layout.inset]
  const small = { size: SIZES.note, colour: inks.soft }
  const fieldWidth = field ? pen.widthOf('plain', field, { size: SIZES.note, width: FIELD_WIDTH }) : 0
  const strongWidth = width - (fieldWidth && fieldWidth + GAP)
  return [
    pen.write('strong', strong, { x, y: layout.strong, width: strongWidth, size: SIZES.strong, colour: inks.ink }),
    pen.write('plain', field, { ...small, x: EDGE, y: layout.strong, width: FIELD_WIDTH, isAtEnd: true }),
    pen.write('plain', notes.join(' · '), { ...small, x, y: layout.note, width }),
  ].join('')
}

function drawingOf(motif: Motif): string {
  if (motif.of === 'measure') return measureThread(motif)
  if (motif.of === 'field') return thread(motif.strand, { y: 532, scale: [5.5, 6] })
  if (motif.of === 'plan') return braidWith(2, tie, { y: 458, height: 166 })
  return motif.of === 'article' ? textLines({ y: 500, height: 116 }) : BUBBLE
}

/** The thread of its field, and on it the shape of its stage. */
function measureThread({ strand, stage }: Extract<Motif, { of: 'measure' }>): string {
  const { line, dash, area } = STAGE_SHAPES[stage]
  const style = `stroke-width: 1.6; stroke-linecap: ${dash ? 'round' : 'butt'}; stroke-dasharray: ${dash ?? 'none'}`
  const shape = [
    ...(line ? [`<path class="ink" style="${style}" d="${line}" />`] : []),
    ...(area ? [`<path class="ink-area" d="${area}" />`] : []),
  ].join('')
  const below = thread(strand, { y: 578, scale: [3, 2] })
  return `${below}<g transform="translate(${EDGE - 4} 466) scale(5.8)">${shape}</g>`
}

/** The thread of a field in its own shape, from edge to edge; a plain line where it has none. */
function thread(strand: Strand | null, { y, scale: [across, down] }: { y: number, scale: [number, number] }): string {
  if (!strand) return `<path class="ink" d="M-20 ${y + 6 * down}H${WIDTH + 20}" />`
  const width = 24 * across
  return Array.from({ length: Math.ceil((WIDTH + 40) / width) }, (_, column) =>
    `<path class="strand strand-${strand}" transform="translate(${column * width - 20} ${y}) scale(${across} ${down})" `
    + `d="${STRAND_TILES[strand]}" />`,
  ).join('')
}

const BUBBLE
  = `<path fill="${COLOURS.accent}" d="M100 146H1100A28 28 0 0 1 1128 174V412A28 28 0 0 1 1100 440H250L160 `
    + '492V440H100A28 28 0 0 1 72 412V174A28 28 0 0 1 100 146Z" />'
