/** A title in lines: as large as fits, at most four, and shortened where even the smallest size has no place for it. */
import { divided } from '../utils/soft-hyphens'
import { Breakable } from './breaks'
import { EM } from './faces'
import { type Line, type Script, toWritten } from './line'

export const MOST_LINES = 4

/** From the largest to the smallest, in pixels. */
const SIZES = [92, 80, 70, 60, 52, 46]

export interface Title {
  size: number
  lines: Line[]
}

/** Where a title has its place: in pixels, and the height of a line in sizes. */
export interface TitlePlace {
  width: number
  height: number
  leading: number
}

/** Sets a title; what is too long is cut, and says so by an ellipsis. No word is divided where a smaller size fits. */
export function setTitle(given: string, script: Script, { width, height, leading }: TitlePlace): Title {
  const title = new Breakable(toWritten(divided(given, script.language), script))
  const tries = SIZES.map(size => ({
    size, room: width / size * EM, most: Math.min(MOST_LINES, Math.floor(height / (size * leading))),
  }))
  for (const isDivided of [false, true])
    for (const { size, room, most } of tries) {
      const cuts = title.cutInto(room, isDivided)
      if (!cuts || cuts.length > most) continue
      return { size, lines: (isDivided ? cuts : title.evened(cuts, room)).map(cut => title.shaped(cut)) }
    }
  const { size, room, most } = tries.at(-1) ?? { size: 0, room: 0, most: 0 }
  const cuts = title.cutInto(room, true)?.slice(0, most) ?? []
  const shown = cuts.map((cut, index) => index === most - 1 ? title.shortened(cut, room) : cut)
  return { size, lines: shown.map(cut => title.shaped(cut)) }
}

/** One line of at most so many pixels; what is too long for it is cut. */
export function setLine(given: string, script: Script, { size, width }: { size: number, width: number }): Line {
  const line = new Breakable(toWritten(given, script))
  const [all] = line.cutInto(Infinity, false) ?? []
  if (!all) return { width: 0, letters: [] }
  const [whole, room] = [line.shaped(all), width / size * EM]
  return whole.width <= room ? whole : line.shaped(line.shortened(all, room))
}
