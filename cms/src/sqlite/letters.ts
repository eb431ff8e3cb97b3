/** How SQLite compares letters: by itself it knows upper and lower case of a–z alone. */

interface Connection {
  pragma: (text: string) => unknown
  function: (name: string, options: { deterministic: boolean }, of: (text: unknown) => unknown) => unknown
}

/** Every script has its lower case, and „enthält“ means these very letters: as PostgreSQL does both. */
export function foldEveryScript(connection: Connection): void {
  connection.function('lower', { deterministic: true }, lower)
  connection.pragma('case_sensitive_like = on')
}

function lower(text: unknown): unknown {
  return typeof text === 'string' ? text.toLowerCase() : text
}
