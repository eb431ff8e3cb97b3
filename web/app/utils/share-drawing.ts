/** What the pictures beside links have in common: the braid at this size, in SVG with the classes of each strand. */
import { BRAIDED, type Course, strandPaths } from './braid.ts'
import { SHARE_PICTURE } from './share.ts'

interface Box { x: number, y: number, width: number, height: number }

/** The braid in a box. */
export function braidIn(course: Course, { x, y, width, height }: Box): string {
  const strands = strandPaths(course, 'across').map((d, index) =>
    `<path class="strand strand-${BRAIDED[index]}" d="${smooth(d)}" />`,
  )
  return `<g transform="translate(${x} ${y}) scale(${width / 100} ${height / 100})">${strands.join('')}</g>`
}

/** At this size one would see the corners of the drawing: from the middle of each line to that of the next it bends. */
function smooth(d: string): string {
  const points = d.slice(1).split('L').map((point) => {
    const [x = 0, y = 0] = point.split(' ').map(Number)
    return { x, y }
  })
  const bends = points.slice(1, -1).map(({ x, y }, index) => {
    const next = points[index + 2] ?? { x, y }
    return `Q${x} ${y} ${(x + next.x) / 2} ${(y + next.y) / 2}`
  })
  const [first = '', last = ''] = [points[0], points.at(-1)].map(point => point && `${point.x} ${point.y}`)
  return `M${first}${bends.join('')}L${last}`
}

/** The braid over the whole width with as many marks as asked for, open towards what is to come. */
export function braidWith(
  marks: number, mark: (x: number, y: number) => string, { y = 420, height = 190 } = {},
): string {
  const width = (SHARE_PICTURE.width + 40) / (marks + 0.5)
  const cells = Array.from({ length: marks + 1 }, (_, index) =>
    braidIn(index === marks ? 'open' : 'tied', {
      x: -width / 2 + index * width - 20, y, width: index === marks ? width * 1.2 : width, height,
    }),
  )
  const all = Array.from({ length: marks }, (_, index) => mark((index + 0.5) * width - 20, y + height / 2))
  return cells.join('') + all.join('')
}

export function knot(x: number, y: number): string {
  return `<circle class="ink ground-area" cx="${x}" cy="${y}" r="15" />`
}

export function tie(x: number, y: number): string {
  return `<rect class="ink-area" x="${x - 11}" y="${y - 44}" width="22" height="88" rx="4" />`
}

/** How far each line of the text goes. */
const ENDS = [1128, 1010, 1128, 1070, 1128, 760]

/** Six strands that come out of a knot as lines of a text. */
export function textLines({ y = 407, height = 190 } = {}): string {
  const middle = y + height / 2
  const lines = ENDS.map((end, row) => {
    const line = y + height * (0.08 + row * 0.168)
    const d = `M280 ${middle}C360 ${middle} 340 ${line} 430 ${line}H${end}`
    return `<path class="strand strand-${BRAIDED[row]}" d="${d}" />`
  })
  return braidIn('tied', { x: -140, y, width: 420, height }) + lines.join('') + knot(280, middle)
}
