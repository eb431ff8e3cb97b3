/**
 * What a text carries beside its words: where a link leads, and what is struck through. In a text that is compared it
 * stands between characters of the private use area, which no text has; shown to people it is written as in Markdown.
 */

const [STRIKE, KEEP, ADDRESS, END] = ['\ue000', '\ue001', '\ue002', '\ue003']

/** Marks words as struck through. */
export function withStrike(text: string): string {
  return text && STRIKE + text + KEEP
}

/** Marks words as a link: its address stands behind them. */
export function withAddress(text: string, address: string): string {
  return text + ADDRESS + address + END
}

/** A piece of a text: words, struck or not, or an address. */
interface Piece {
  kind: 'words' | 'struck' | 'address'
  text: string
}

const PIECE = new RegExp(`${STRIKE}(?<struck>[^${KEEP}]*)${KEEP}|${ADDRESS}(?<address>[^${END}]*)${END}`, 'g')

/** A marked text in its pieces, in their order. */
export function piecesOf(marked: string): Piece[] {
  const pieces: Piece[] = []
  const add = (piece: Piece) => piece.text !== '' && pieces.push(piece)
  let end = 0
  for (const { index, 0: whole, groups } of marked.matchAll(PIECE)) {
    add({ kind: 'words', text: marked.slice(end, index) })
    add(
      groups?.address === undefined
        ? { kind: 'struck', text: groups?.struck ?? '' }
        : { kind: 'address', text: groups.address },
    )
    end = index + whole.length
  }
  add({ kind: 'words', text: marked.slice(end) })
  return pieces
}

/** A marked text for people: `~~struck~~`, and an address in brackets behind its words. */
export function shownMarks(marked: string): string {
  const shown = { words: (text: string) => text, struck: (text: string) => `~~${text}~~`, address: inBrackets }
  return piecesOf(marked).map(({ kind, text }) => shown[kind](text)).join('').trim()
}

function inBrackets(address: string): string {
  return ` (${address})`
}
