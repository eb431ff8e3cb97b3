/** What editors may upload: true pictures, PDF and sound, and no picture so large that opening it stops the server. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Core } from '@strapi/strapi'
import { fileTypeFromFile } from 'file-type'
import sharp from 'sharp'
import { refuse } from '../rules/problems'

/** The largest file in bytes. */
export const UPLOAD_BYTES = 50_000_000

/** The most pixels a picture may have; 225 megapixels took 1.4 GB of memory and 20 seconds. */
const MAX_PIXELS = 50_000_000

/** Where readers of PDF look for its beginning. */
const PDF_BEGINNING_BYTES = 1024

/** Where they look for its end. */
const PDF_END_BYTES = 1024

/** The kinds of files and the endings that belong to them. */
const ENDINGS: Record<string, string[]> = {
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
  'image/avif': ['.avif'],
  'application/pdf': ['.pdf'],
  'audio/mpeg': ['.mp3'],
  'audio/ogg': ['.ogg', '.oga'],
}

interface Upload {
  filepath: string
  originalFilename?: string | null
}

interface UploadService {
  upload: (parameters: { files: Upload | Upload[] }, options?: unknown) => Promise<unknown>
  replace: (id: unknown, parameters: { file: Upload }, options?: unknown) => Promise<unknown>
}

/** Checks every file before Strapi opens it, new or in place of another. */
export function registerUploadRules(strapi: Core.Strapi): void {
  const service: UploadService = strapi.plugin('upload').service('upload')
  const { upload, replace } = service
  service.upload = async (parameters, options) => {
    await refuseWrong([parameters.files].flat())
    return upload(parameters, options)
  }
  service.replace = async (id, parameters, options) => {
    await refuseWrong([parameters.file])
    await refuseOtherKind(strapi, id, parameters.file)
    return replace(id, parameters, options)
  }
}

async function refuseWrong(files: Upload[]): Promise<void> {
  const messages = await Promise.all(files.map(uploadProblem))
  refuse(messages.filter(message => message !== null).map(message => ({ path: [], message })))
}

/** What takes the place of a file keeps its address, so it must be of the same kind. */
async function refuseOtherKind(strapi: Core.Strapi, id: unknown, { originalFilename }: Upload): Promise<void> {
  const kept: { name: string, ext: string } | null = await strapi.db
    .query('plugin::upload.file')
    .findOne({ select: ['name', 'ext'], where: { id } })
  const endings = Object.values(ENDINGS).find(ofKind => ofKind.includes(kept?.ext.toLowerCase() ?? ''))
  if (!kept || !endings || endings.includes(path.extname(originalFilename ?? '').toLowerCase())) return
  refuse([
    {
      path: [],
      message: `„${originalFilename}“ kann „${kept.name}“ nicht ersetzen: Die Datei müsste auf ${endings.join(' oder ')} enden. Bitte laden Sie sie als neue Datei hoch.`,
    },
  ])
}

/** What is wrong with a file, or null. Reads its beginning, and of a picture as much as shows that it is whole. */
async function uploadProblem({ filepath, originalFilename }: Upload): Promise<string | null> {
  const name = originalFilename ?? 'Die Datei'
  const type = await typeOf(filepath)
  const endings = ENDINGS[type]
  if (!endings)
    return `„${name}“ ist keine Datei, die hier möglich ist. Möglich sind Bilder (JPEG, PNG, WebP, AVIF), PDF und Ton `
      + `(MP3, Ogg).`
  if (!endings.includes(path.extname(name).toLowerCase()))
    return `Der Name „${name}“ passt nicht zum Inhalt der Datei. Er müsste auf ${endings.join(' oder ')} enden.`
  if (type === 'application/pdf')
    return (await hasPdfEnd(filepath))
      ? null
      : `„${name}“ ist nicht vollständig: Das Ende der PDF-Datei fehlt. Bitte laden Sie sie noch einmal hoch.`
  return type.startsWith('image/') ? pictureProblem(filepath, name) : null
}

/**
 * What a file is by its content. A sound of Ogg names its codec too, a picture may move, and a PDF may begin with a
 * line break or a mark of its encoding.
 */
async function typeOf(filepath: string): Promise<string> {
  const [mime = ''] = (await fileTypeFromFile(filepath))?.mime.split(';') ?? []
  if (mime === '' && await hasPdfBeginning(filepath)) return 'application/pdf'
  if (mime === 'image/heif') return await isAvif(filepath) ? 'image/avif' : mime
  return SAME_KIND[mime] ?? mime
}

const SAME_KIND: Record<string, string> = {
  'image/apng': 'image/png', 'application/ogg': 'audio/ogg', 'audio/opus': 'audio/ogg',
}

/** What stands before it must be no page of the web: it would be shown as one. */
async function hasPdfBeginning(filepath: string): Promise<boolean> {
  const beginning = (await readFile(filepath)).subarray(0, PDF_BEGINNING_BYTES).toString('latin1')
  return /^[^<]*%PDF-/.test(beginning)
}

/** Some programs write an AVIF under the wider name of its family. */
async function isAvif(filepath: string): Promise<boolean> {
  return (await sharp(filepath, { limitInputPixels: false }).metadata().catch(() => null))?.compression === 'av1'
}

/** By its format a PDF ends with this mark; some programs write a little more behind it. */
async function hasPdfEnd(filepath: string): Promise<boolean> {
  return (await readFile(filepath)).subarray(-PDF_END_BYTES).includes('%%EOF')
}

async function pictureProblem(filepath: string, name: string): Promise<string | null> {
  try {
    const { width, height } = await sharp(filepath, { limitInputPixels: false }).metadata()
    if (width * height > MAX_PIXELS)
      return `„${name}“ hat ${Math.round((width * height) / 1_000_000)} Millionen Bildpunkte; höchstens `
        + `${MAX_PIXELS / 1_000_000} Millionen sind möglich. Bitte verkleinern Sie das Bild.`
    await sharp(filepath, { failOn: 'truncated' }).stats()
    return null
  } catch {
    return `„${name}“ lässt sich nicht als Bild öffnen. Vielleicht wurde das Hochladen oder Speichern unterbrochen?`
  }
}
