/** Files of the seed: pictures are drawn as SVG and kept as PNG, because no SVG may be uploaded. */
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Core } from '@strapi/strapi'
import sharp from 'sharp'

const MEDIA_TYPES: Record<string, string> = {
  '.png': 'image/png', '.mp3': 'audio/mpeg', '.ogg': 'audio/ogg', '.pdf': 'application/pdf',
}

/** Uploads a file of the seed as an editor would. Returns its id in the media library. */
export async function addFile(strapi: Core.Strapi, name: string): Promise<number> {
  const original = path.join(strapi.dirs.app.root, 'seed', name)
  const folder = await mkdtemp(path.join(tmpdir(), 'lip-lab-seed-'))
  const filepath = name.endsWith('.svg') ? path.join(folder, `${path.basename(name, '.svg')}.png`) : original
  if (filepath !== original) await writeFile(filepath, await sharp(original).png().toBuffer())
  const { size } = await stat(filepath)
  const file = {
    filepath, originalFilename: path.basename(filepath), mimetype: MEDIA_TYPES[path.extname(filepath)], size,
  }
  const [{ id }] = await strapi
    .plugin('upload')
    .service('upload')
    .upload({ data: { fileInfo: {} }, files: file })
  await rm(folder, { recursive: true })
  return id
}
