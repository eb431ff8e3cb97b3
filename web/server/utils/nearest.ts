/** Which addresses somebody may have meant who asks for one that is not there. */

/** Something that has an address, by the last word of it. */
interface Candidate {
  word: string
}

const MOST_CANDIDATES = 5
const MOST_CHARACTERS = 80
/** Shorter words are like too many others. */
const FEWEST_LETTERS = 3
/** One letter in so many may be another. */
const LETTERS_PER_MISTAKE = 5
const FILE_ENDING = /\.(html?|php|aspx?)$/i

/** The likeliest first: by the last part of the path, where nothing is like it by the one before. */
export function nearestTo<Found extends Candidate>(path: string, candidates: readonly Found[]): Found[] {
  for (const part of partsOf(path)) {
    const found = candidates
      .map(candidate => ({ candidate, distance: distanceOf(part, folded(candidate.word)) }))
      .filter(({ distance }) => distance < Infinity)
      .sort((a, b) => a.distance - b.distance || a.candidate.word.length - b.candidate.word.length)
    if (found.length > 0) return found.slice(0, MOST_CANDIDATES).map(({ candidate }) => candidate)
  }
  return []
}

/** The last three parts, the last one first. */
function partsOf(path: string): string[] {
  const parts = path.split('/').map(part => folded(part.replace(FILE_ENDING, '')))
  return parts.filter(part => part.length >= FEWEST_LETTERS).slice(-3).reverse()
}

/** Without what people write in different ways: capitals, accents, umlauts, signs. */
function folded(text: string): string {
  return text
    .slice(0, MOST_CHARACTERS)
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/([aou])e/g, '$1')
}

/** 0: the same; then those that begin so, that are its beginning, that are written almost so, that contain it. */
function distanceOf(wanted: string, word: string): number {
  if (word === wanted) return 0
  if (word.startsWith(wanted)) return 1
  if (word.length >= FEWEST_LETTERS + 1 && wanted.startsWith(word)) return 2
  const most = Math.floor(wanted.length / LETTERS_PER_MISTAKE)
  if (Math.abs(word.length - wanted.length) <= most && mistakes(wanted, word) <= most) return 3
  return wanted.length > FEWEST_LETTERS && word.includes(wanted) ? 4 : Infinity
}

/** How many letters are missing, too many or others (Levenshtein): no package that is here already counts them. */
function mistakes(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [row, letter] of [...a].entries()) {
    const line = [row + 1]
    for (const [column, other] of [...b].entries())
      line.push(Math.min(
        (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1, (above[column] ?? 0) + (letter === other ? 0 : 1),
      ))
    above = line
  }
  return above.at(-1) ?? 0
}
