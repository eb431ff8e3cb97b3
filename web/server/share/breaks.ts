/** Where lines of a text end. */
import { type Line, shapeLine, type Written } from './line'

const SOFT_HYPHEN = /\u00AD/
/** After these a line may end. */
const ENDS_LINE = /[ /–—-]/
/** As close as the search for equal lines comes, in thousandths of the size. */
const CLOSE = 40

/** A line: a part of the text, and what is added at its end. */
export interface Cut {
  from: number
  until: number
  end: string
}

/** A text that is broken into lines. Widths are in thousandths of the size of its letters. */
export class Breakable {
  readonly #written: Written
  readonly #widths = new Map<string, number>()
  /** Where a line may end: between words, within them, and between letters. */
  readonly #ends: { words: number[], syllables: number[], letters: number[] }

  constructor(written: Written) {
    const { text } = written
    this.#written = written
    const letters = [...new Intl.Segmenter().segment(text)].map(({ index, segment }) => index + segment.length)
    const after = (mark: RegExp) => letters.filter(place => mark.test(text[place - 1] ?? ''))
    this.#ends = { words: [...after(ENDS_LINE), text.length], syllables: after(SOFT_HYPHEN), letters }
  }

  shaped({ from, until, end }: Cut): Line {
    return shapeLine(this.#written, from, until, end)
  }

  /** Null where a word is too long for a line and may not be divided. */
  cutInto(width: number, isDivided: boolean): Cut[] | null {
    const cuts: Cut[] = []
    for (let from = 0; from < this.#written.text.length;) {
      const cut = this.#longest(from, this.#ends.words, { width })
        ?? (isDivided ? this.#dividedWord(from, width) : null)
      if (!cut) return null
      cuts.push(cut)
      from = this.#skipped(cut.until)
    }
    return cuts
  }

  /** As many lines, as equal as they can be. */
  evened(cuts: Cut[], width: number): Cut[] {
    let [low, high, best] = [width / cuts.length, width, cuts]
    while (high - low > CLOSE) {
      const middle = (low + high) / 2
      const found = this.cutInto(middle, false)
      if (found?.length === cuts.length) [high, best] = [middle, found]
      else low = middle
    }
    return best
  }

  /** What of a line and all behind it has a place, and an ellipsis. */
  shortened({ from }: Cut, width: number): Cut {
    const within = (ends: number[]) => ends.filter(end => end < this.#written.text.length)
    const options = { width, end: '…' }
    return this.#longest(from, within(this.#ends.words), options)
      ?? this.#longest(from, within(this.#ends.letters), options) ?? { from, until: from, end: '…' }
  }

  /** A letter stands in its line however wide it is. */
  #dividedWord(from: number, width: number): Cut {
    return this.#longest(from, this.#ends.syllables, { width, end: '-' })
      ?? this.#longest(from, this.#ends.letters, { width })
      ?? { from, until: this.#ends.letters.find(end => end > from) ?? from + 1, end: '' }
  }

  /** Up to the last of some places that fits. */
  #longest(from: number, places: number[], { width, end = '' }: { width: number, end?: string }): Cut | null {
    let longest: Cut | null = null
    for (const place of places) {
      if (place <= from) continue
      const cut = { from, until: from + this.#written.text.slice(from, place).trimEnd().length, end }
      if (this.#widthOf(cut) > width) return longest
      longest = cut
    }
    return longest
  }

  #widthOf(cut: Cut): number {
    const key = `${cut.from} ${cut.until} ${cut.end}`
    const width = this.#widths.get(key) ?? this.shaped(cut).width
    this.#widths.set(key, width)
    return width
  }

  #skipped(from: number): number {
    return from + (/^ */.exec(this.#written.text.slice(from))?.[0].length ?? 0)
  }
}
