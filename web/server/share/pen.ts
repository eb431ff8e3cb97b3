/** Writes words into a picture as shapes. */
import type { Font } from 'harfbuzzjs'
import { localeOf } from 'shared-types'
import { SHARE_PICTURE } from '../../app/utils/share'
import { EM, facesFor, type Role } from './faces'
import type { Line, Script } from './line'
import { setLine, setTitle, type TitlePlace } from './title'

const LEADING = { Latin: 1.1, Cyrillic: 1.12, Arabic: 1.42 }
/** How far below the top of a line its letters stand, in sizes. */
const BASE = { Latin: 0.8, Cyrillic: 0.8, Arabic: 0.98 }

/** Where words stand: how far from the side where one begins to read, or from the other; and how far from the top. */
export interface Place {
  x: number
  y: number
  width: number
  size: number
  colour: string
  isAtEnd?: boolean
}

export class Pen {
  readonly isFromRight: boolean
  readonly #scripts: Record<Role, Script>
  readonly #writing: keyof typeof LEADING

  constructor(locale: string, scripts: Record<Role, Script>) {
    this.#scripts = scripts
    this.#writing = localeOf(locale).script
    this.isFromRight = scripts.plain.direction === 'rtl'
  }

  /** One line, cut where it is too long. */
  write(role: Role, text: string, place: Place): string {
    return this.#drawn(setLine(text, this.#scripts[role], place), place)
  }

  /** How wide a text is when it is written so. */
  widthOf(role: Role, text: string, { size, width }: Pick<Place, 'size' | 'width'>): number {
    return setLine(text, this.#scripts[role], { size, width }).width * size / EM
  }

  /** A title from `y` down. */
  title(text: string, { height, ...place }: Omit<Place, 'size'> & Pick<TitlePlace, 'height'>): string {
    const leading = LEADING[this.#writing]
    const { size, lines } = setTitle(text, this.#scripts.title, { width: place.width, height, leading })
    return lines.map((line, index) => {
      const y = place.y + size * (BASE[this.#writing] + index * leading)
      return this.#drawn(line, { ...place, size, y })
    }).join('')
  }

  #drawn({ letters, width }: Line, { x, y, size, colour, isAtEnd = false }: Place): string {
    const scale = size / EM
    const left = this.isFromRight === isAtEnd ? x : SHARE_PICTURE.width - x - width * scale
    const shapes = letters.map(({ face, glyph, x, y }) => {
      const path = pathOf(face, glyph)
      return path && `<path transform="translate(${x} ${y})" d="${path}" />`
    })
    return `<g transform="translate(${left} ${y}) scale(${scale} ${-scale})" fill="${colour}">${shapes.join('')}</g>`
  }
}

/** Shapes of letters by face: they are needed again and again. */
const paths = new WeakMap<Font, Map<number, string>>()

function pathOf(face: Font, glyph: number): string {
  const ofFace = paths.get(face) ?? new Map<number, string>()
  const path = ofFace.get(glyph) ?? face.glyphToPath(glyph)
  paths.set(face, ofFace.set(glyph, path))
  return path
}

export async function penFor(locale: string): Promise<Pen> {
  const { language, direction } = localeOf(locale)
  const scriptFor = async (role: Role): Promise<Script> => ({
    faces: await facesFor(role, locale), language, direction: direction === 'rtl' ? 'rtl' : 'ltr',
  })
  const [title, strong, plain, name] = await Promise.all([
    scriptFor('title'), scriptFor('strong'), scriptFor('plain'), scriptFor('name'),
  ])
  return new Pen(locale, { title, strong, plain, name })
}
