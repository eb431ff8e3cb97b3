/**
 * What is made of a picture when it is uploaded, so that no server has to make it when it is read: the picture itself,
 * upright and without place and camera, and smaller ones as AVIF and WebP. Takes the place of Strapi's own steps.
 */
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Core } from '@strapi/strapi'
import sharp, { type Sharp } from 'sharp'

/** Widths in pixels: an old phone, a phone, half a screen, a screen. */
const WIDTHS = [320, 640, 1024, 1600]
/** The longest side that is kept. */
const LONGEST_SIDE = 2560

const ENCODINGS = {
  avif: (picture: Sharp) => picture.avif({ quality: 50, effort: 3 }),
  webp: (picture: Sharp) => picture.webp({ quality: 75 }),
}

/** A file on its way into the media library. */
interface PictureFile {
  name: string
  hash: string
  ext: string
  mime: string
  filepath: string
  tmpWorkingDirectory: string
  getStream: () => NodeJS.ReadableStream
  path?: string | null
}

/** A smaller form of it. */
type Variant = Omit<PictureFile, 'tmpWorkingDirectory'>

interface Manipulation {
  optimize: (file: PictureFile) => Promise<PictureFile>
  generateResponsiveFormats: (file: PictureFile) => Promise<{ key: string, file: Variant }[]>
  isImage: (file: PictureFile) => Promise<boolean>
  isOptimizableImage: (file: PictureFile) => Promise<boolean>
  isResizableImage: (file: PictureFile) => Promise<boolean>
}

export function registerPictureFiles(strapi: Core.Strapi): void {
  const manipulation: Manipulation = strapi.plugin('upload').service('image-manipulation')
  manipulation.optimize = upright
  manipulation.generateResponsiveFormats = variantsOf
  for (const question of ['isImage', 'isOptimizableImage', 'isResizableImage'] as const)
    manipulation[question] = isPicture
}

/**
 * Strapi takes AVIF for no picture: it asks by a format that sharp calls HEIF. What is uploaded is what it says it is
 * (`upload.ts`).
 */
async function isPicture({ mime }: PictureFile): Promise<boolean> {
  return mime.startsWith('image/')
}

/** The picture as it is meant to be seen, and nothing else: what a camera notes of place and device is left out. */
async function upright(file: PictureFile): Promise<PictureFile> {
  const filepath = path.join(file.tmpWorkingDirectory, `upright-${file.hash}`)
  const { format } = await sharp(file.filepath).metadata()
  const { width, height, size } = await sharp(file.filepath)
    .rotate()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .toFormat(format === 'heif' ? 'avif' : format)
    .toFile(filepath)
  return { ...file, ...stored(filepath, { width, height, size }) }
}

async function variantsOf(file: PictureFile): Promise<{ key: string, file: Variant }[]> {
  // Strapi stores the picture meanwhile and then forgets where it was: its path may be gone, its stream is not.
  const original = await buffer(file.getStream())
  const { width } = await sharp(original).metadata()
  const variants: { key: string, file: Variant }[] = []
  // One after the other: encoding is the most that this server ever does at once.
  for (const wanted of WIDTHS.filter(candidate => candidate < width).concat(
    width <= (WIDTHS.at(-1) ?? 0) ? [width] : [],
  ))
    for (const [encoding, encode] of Object.entries(ENCODINGS))
      variants.push({
        key: `${wanted}.${encoding}`,
        file: await variantOf(file, {
          width: wanted, encoding, made: encode(sharp(original).resize({ width: wanted })),
        }),
      })
  return variants
}

async function variantOf(
  { name, hash, tmpWorkingDirectory, path: folder }: PictureFile,
  { width, encoding, made }: { width: number, encoding: string, made: Sharp },
): Promise<Variant> {
  const variant = `${hash}_${width}`
  const filepath = path.join(tmpWorkingDirectory, `${variant}.${encoding}`)
  return {
    name: `${path.parse(name).name}_${width}.${encoding}`, hash: variant, ext: `.${encoding}`,
    mime: `image/${encoding}`, path: folder ?? null,
    ...stored(filepath, await made.toFile(filepath)),
  }
}

/** What the media library keeps of a file: its size in kilobytes and in bytes. */
function stored(filepath: string, { width, height, size }: { width: number, height: number, size: number }) {
  return {
    filepath, getStream: () => createReadStream(filepath), width, height, size: Math.round(size / 10) / 100,
    sizeInBytes: size,
  }
}
