/**
 * The parts of an XLSX file, which is a zip archive, unpacked within a limit: a small archive can be made to unpack to
 * more than a server has. Whoever reads such a file unpacks it without any.
 */
import { inflateRawSync } from 'node:zlib'

const END_OF_DIRECTORY = Buffer.from('PK\u0005\u0006')
const ENTRY = 0x02014b50
const ENTRY_BYTES = 46
const BEGINNING_BYTES = 30
const STORED = 0
const DEFLATED = 8

/** What reaches further than the limit, or is no archive, throws. */
export function unzipped(archive: Buffer, mostBytes: number): Map<string, Buffer> {
  const end = archive.lastIndexOf(END_OF_DIRECTORY)
  if (end < 0) throw new Error('This is no zip archive.')
  const parts = new Map<string, Buffer>()
  let at = archive.readUInt32LE(end + 16)
  let left = mostBytes
  for (let count = archive.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (archive.readUInt32LE(at) !== ENTRY) throw new Error('The directory of this archive is broken.')
    const name = archive.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + archive.readUInt16LE(at + 28))
    const part = unpacked(archive, at, left)
    left -= part.length
    parts.set(name, part)
    at += ENTRY_BYTES + [28, 30, 32].reduce((sum, place) => sum + archive.readUInt16LE(at + place), 0)
  }
  return parts
}

/** The part that an entry of the directory describes. */
function unpacked(archive: Buffer, entry: number, mostBytes: number): Buffer {
  const method = archive.readUInt16LE(entry + 10)
  const beginning = archive.readUInt32LE(entry + 42)
  const at = beginning + BEGINNING_BYTES + archive.readUInt16LE(beginning + 26) + archive.readUInt16LE(beginning + 28)
  const packed = archive.subarray(at, at + archive.readUInt32LE(entry + 20))
  if (method === DEFLATED) return inflateRawSync(packed, { maxOutputLength: Math.max(1, mostBytes) })
  if (method === STORED && packed.length <= mostBytes) return packed
  throw new Error('This part of the archive cannot be unpacked.')
}
