/** The folder of the page store: whole files or none. */
import { mkdirSync, openSync, closeSync, fstatSync, readdirSync, readSync, renameSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { type Form, type Page, readHead, sumOf } from './page'

/** Where the cursor of the ledger stands. */
export const STATE = 'state.json'
const CHUNK_BYTES = 16_384
const LINE_END = 0x0A

/** A head, and where the forms begin. */
export interface Found {
  page: Page
  bodyAt: number
}

/** readPages reads the heads of all pages in a folder, and removes what is no whole page. */
export function readPages(folder: string): Found[] {
  mkdirSync(folder, { recursive: true })
  return readdirSync(folder).filter(name => name !== STATE).flatMap((name) => {
    const found = readPage(path.join(folder, name))
    if (!found) discard(path.join(folder, name))
    return found ?? []
  })
}

/** What cannot be removed is not read either. */
function discard(file: string): void {
  try {
    rmSync(file, { recursive: true, force: true })
  } catch {
    // The disk refuses: whoever writes says so.
  }
}

function readPage(file: string): Found | undefined {
  let descriptor: number | undefined
  try {
    descriptor = openSync(file, 'r')
    const { size } = fstatSync(descriptor)
    const head = headIn(descriptor)
    const bodyAt = head.length + 1
    const page = readHead(head.toString(), { name: path.basename(file), bodySize: size - bodyAt })
    return page && { page, bodyAt }
  } catch {
    return undefined
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

/** The first line. */
function headIn(descriptor: number): Buffer {
  let head = Buffer.alloc(0)
  for (;;) {
    const chunk = Buffer.alloc(CHUNK_BYTES)
    const part = chunk.subarray(0, readSync(descriptor, chunk))
    const end = part.indexOf(LINE_END)
    head = Buffer.concat([head, end < 0 ? part : part.subarray(0, end)])
    if (end >= 0 || part.length === 0) return head
  }
}

/** readForm reads the bytes of a form. Throws where they are not what the head says. */
export async function readForm(file: string, { at, size, sum }: Form, bodyAt: number): Promise<Buffer> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(size), 0, size, bodyAt + at)
    if (bytesRead !== size || sumOf(buffer) !== sum) throw new Error(`${file} is damaged.`)
    return buffer
  } finally {
    await handle.close()
  }
}

let written = 0

/** writeWhole puts a file in its place when all of it is on the disk, unless it is no longer wanted by then. */
export async function writeWhole(
  file: string, parts: readonly (Buffer | string)[], isWanted: () => boolean,
): Promise<void> {
  written += 1
  const half = `${file}.${process.pid}-${written}`
  try {
    const handle = await open(half, 'wx')
    try {
      for (const part of parts) await handle.writeFile(part)
      await handle.sync()
    } finally {
      await handle.close()
    }
    if (isWanted()) renameSync(half, file)
  } finally {
    rmSync(half, { force: true })
  }
}

/** syncFolder lets the names in a folder reach the disk. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
