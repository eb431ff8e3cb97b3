/** How much room there is where content is kept. Below a margin nothing is begun that could not be finished. */
import { statfs } from 'node:fs/promises'
import { readEnvironment } from '../environment'
import { addHealthCheck } from '../health'

/**
 * What must stay free on the disk of the data directory: the log and the index of the database grow while something is
 * saved.
 */
const MARGIN_BYTES = 16_000_000

/** So long is what was measured taken for true. */
const FRESH_MILLISECONDS = 1_000

let measured = { at: -FRESH_MILLISECONDS, bytes: 0 }

export function watchDisk(): void {
  addHealthCheck(async () =>
    (await hasRoomFor(0))
      ? null
      : `Less than ${MARGIN_BYTES / 1_000_000} MB are free on the disk of the data directory: nothing can be saved.`,
  )
}

/** Whether so many more bytes leave the margin free. */
export async function hasRoomFor(bytes: number): Promise<boolean> {
  return await freeBytes() - bytes >= MARGIN_BYTES
}

async function freeBytes(): Promise<number> {
  if (performance.now() - measured.at < FRESH_MILLISECONDS) return measured.bytes
  const { bavail, bsize } = await statfs(readEnvironment().dataDirectory)
  measured = { at: performance.now(), bytes: bavail * bsize }
  return measured.bytes
}
