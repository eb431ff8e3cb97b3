const MOST_CHARACTERS = 100

/** A path as somebody wrote it, its end where it is long; empty for what is no text. */
export function lostPath(path: string): string {
  try {
    return [...decodeURIComponent(path)].slice(-MOST_CHARACTERS).join('')
  } catch {
    return ''
  }
}

/** What somebody may have looked for there, in words. */
export function lostWords(path: string): string {
  const [last = ''] = lostPath(path).split('/').filter(Boolean).slice(-1)
  return last.replace(/\.\w{2,5}$/, '').replace(/[-_+\s…]+/g, ' ').trim()
}
