/** Asks an archive of the web for a copy of a page: over the interface of archive.org, `GET ?url=`. */
import { valueAt } from 'shared-types'

const MILLISECONDS = 15_000
const MOST_CHARACTERS = 100_000

/** The address of the copy that is there; null where there is none, or the archive does not say. */
export async function archivedCopy(archive: string, address: string): Promise<string | null> {
  try {
    const response = await fetch(`${archive}?url=${encodeURIComponent(address)}`, {
      redirect: 'error', signal: AbortSignal.timeout(MILLISECONDS),
    })
    const text = await response.text()
    if (!response.ok || text.length > MOST_CHARACTERS) return null
    const { available, url } = Object(valueAt(valueAt(JSON.parse(text), 'archived_snapshots'), 'closest'))
    return available === true && typeof url === 'string' && URL.canParse(url) && /^https?:/.test(url)
      ? url.replace(/^http:/, 'https:')
      : null
  } catch {
    return null
  }
}
