/** Files as editors upload them, made for the tests. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import type { Cms } from './strapi'

export const MEDIA_TYPES = {
  jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp', avif: 'image/avif', pdf: 'application/pdf',
  mp3: 'audio/mpeg',
} as const

/** What Strapi says of a file that it keeps. */
export interface StoredFile {
  id: number
  hash: string
  ext: string
  mime: string
  url: string
  size: number
  width: number | null
  height: number | null
  formats: Record<string, Omit<StoredFile, 'id' | 'formats'>> | null
}

/** Uploads a file as the seed does; with `replaces` in the place of another. */
export async function upload(cms: Cms, name: string, content: Uint8Array, replaces?: number): Promise<StoredFile> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lip-lab-upload-'))
  const filepath = path.join(folder, path.basename(name))
  writeFileSync(filepath, content)
  const mimetype = Object.entries(MEDIA_TYPES).find(([ending]) => name.endsWith(`.${ending}`))?.[1]
  const file = { filepath, originalFilename: name, mimetype, size: content.length }
  const service = cms.strapi.plugin('upload').service('upload')
  try {
    if (replaces !== undefined) return await service.replace(replaces, { data: { fileInfo: {} }, file })
    const [stored] = await service.upload({ data: { fileInfo: {} }, files: file })
    return stored
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A picture in one colour. */
export function picture(format: 'jpeg' | 'png' | 'webp' | 'avif', width = 40, height = 30): Promise<Uint8Array> {
  return sharp({ create: { width, height, channels: 3, background: '#c33' } }).toFormat(format).toBuffer()
}

export function recording(): Uint8Array {
  return Buffer.concat([
    Buffer.from('ID3\x03\0\0\0\0\0\0', 'latin1'), Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(2000),
  ])
}

export function pdf(): Uint8Array {
  return Buffer.from('%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n')
}
