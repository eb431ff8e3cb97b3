/** How busy web is: what nobody waits for is done when nobody waits. */
const WATCHED = new Set(['/healthz', '/readyz'])

let asked = performance.now()
let rendered = performance.now()

/** noteReader notes that somebody asks for something. */
export function noteReader(path: string): void {
  if (!WATCHED.has(path)) asked = performance.now()
}

/** noteRendering notes that something was rendered for somebody, or changed. */
export function noteRendering(): void {
  asked = rendered = performance.now()
}

/** unaskedFor is how long nobody has asked for anything, in milliseconds. */
export function unaskedFor(): number {
  return performance.now() - asked
}

/** quietFor is how long nothing was rendered for anybody, in milliseconds. */
export function quietFor(): number {
  return performance.now() - rendered
}
