/** How SQLite compares letters: by itself it knows upper and lower case of a–z alone. */

type Of = (...values: unknown[]) => unknown

interface Connection {
  function: (name: string, options: { deterministic: boolean }, of: Of) => unknown
}

/** Patterns that are kept ready: one statement compares every row with the same ones. */
const KEPT_PATTERNS = 100
const kept = new Map<string, RegExp>()

/** Every script has its lower case, in `lower()` and in `LIKE`, which the admin's search asks with. */
export function foldEveryScript(connection: Connection): void {
  connection.function('lower', { deterministic: true }, (text: unknown) =>
    typeof text === 'string' ? text.toLowerCase() : text,
  )
  connection.function('like', { deterministic: true }, (pattern: unknown, text: unknown) => isLike(pattern, text, ''))
  connection.function('like', { deterministic: true }, (pattern: unknown, text: unknown, escape: unknown) =>
    isLike(pattern, text, String(escape ?? '')),
  )
}

/** SQLite knows no booleans. */
function isLike(pattern: unknown, text: unknown, escape: string): number | null {
  if (pattern === null || text === null) return null
  return Number(patternOf(String(pattern), escape).test(String(text).toLowerCase()))
}

function patternOf(pattern: string, escape: string): RegExp {
  const key = escape + pattern
  const known = kept.get(key) ?? toRegExp(pattern.toLowerCase(), escape)
  if (kept.size >= KEPT_PATTERNS) kept.clear()
  kept.set(key, known)
  return known
}

function toRegExp(pattern: string, escape: string): RegExp {
  let source = ''
  for (let at = 0; at < pattern.length; at += 1) {
    const isEscaped = escape !== '' && pattern[at] === escape
    if (isEscaped) at += 1
    const letter = pattern[at] ?? ''
    if (isEscaped || (letter !== '%' && letter !== '_')) source += letter.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')
    else source += letter === '%' ? '[^]*' : '[^]'
  }
  return new RegExp(`^${source}$`)
}
