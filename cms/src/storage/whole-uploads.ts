/**
 * An upload is kept as a whole or not at all: where it fails, no file of it stays, no row, and what it should have
 * replaced is there again.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Core } from '@strapi/strapi'
import { FILE } from '../content-model/uids'

interface StoredFile {
  hash: string
  ext: string
}

interface Provider {
  uploadStream: (file: StoredFile) => Promise<void>
  replaceStream: (file: StoredFile, old: StoredFile) => Promise<void>
  delete: (file: StoredFile) => Promise<unknown>
}

interface UploadService {
  upload: (...parameters: unknown[]) => Promise<unknown>
  replace: (...parameters: unknown[]) => Promise<unknown>
}

/** One upload while it lasts. */
interface Upload {
  written: StoredFile[]
  /** Strapi writes several at once and waits for none of the others when one fails. */
  writing: Promise<unknown>[]
  /** What was there before, and where it waits. */
  aside: Map<string, string>
  /** Made when something is put aside. */
  folder?: Promise<string>
}

const current = new AsyncLocalStorage<Upload>()

export function keepUploadsWhole(strapi: Core.Strapi): void {
  const provider: Provider = Reflect.get(strapi.plugin('upload'), 'provider')
  const service: UploadService = strapi.plugin('upload').service('upload')
  const { upload, replace } = service
  watch(strapi, provider)
  service.upload = (...parameters) => asAWhole(strapi, () => upload(...parameters), undoUpload)
  service.replace = (...parameters) => asAWhole(strapi, () => replace(...parameters), undoReplacement)
}

/** Notes what is written and puts aside what is replaced or deleted meanwhile. */
function watch(strapi: Core.Strapi, provider: Provider): void {
  const { uploadStream, replaceStream, delete: remove } = provider
  provider.uploadStream = file => noted(file, () => uploadStream(file))
  provider.replaceStream = (file, old) => noted(file, async () => {
    await putAside(strapi, old)
    return replaceStream(file, old)
  })
  provider.delete = async (file) => {
    await putAside(strapi, file)
    return remove(file)
  }
}

function noted(file: StoredFile, write: () => Promise<void>): Promise<void> {
  const upload = current.getStore()
  const writing = write()
  upload?.written.push({ hash: file.hash, ext: file.ext })
  upload?.writing.push(writing)
  return writing
}

async function asAWhole(strapi: Core.Strapi, work: () => Promise<unknown>, undo: typeof undoUpload): Promise<unknown> {
  const upload: Upload = { written: [], writing: [], aside: new Map() }
  try {
    return await current.run(upload, work)
  } catch (error) {
    await Promise.allSettled(upload.writing)
    await undo(strapi, upload).catch((cause: unknown) =>
      strapi.log.error(`What is left of a failed upload could not be removed: ${String(cause)}`),
    )
    throw error
  } finally {
    if (upload.folder) await rm(await upload.folder, { recursive: true, force: true })
  }
}

async function undoUpload(strapi: Core.Strapi, { written }: Upload): Promise<void> {
  await removeFiles(strapi, written)
  // A picture and its smaller forms have hashes of their own, which are made anew for each upload.
  await strapi.db.query(FILE).deleteMany({ where: { hash: { $in: written.map(({ hash }) => hash) } } })
}

async function undoReplacement(strapi: Core.Strapi, { written, aside }: Upload): Promise<void> {
  await removeFiles(strapi, written)
  for (const [place, waiting] of aside) await rename(waiting, place)
}

async function removeFiles(strapi: Core.Strapi, files: StoredFile[]): Promise<void> {
  for (const file of files) await rm(placeOf(strapi, file), { force: true })
}

async function putAside(strapi: Core.Strapi, file: StoredFile): Promise<void> {
  const upload = current.getStore()
  if (!upload) return
  const place = placeOf(strapi, file)
  upload.folder ??= mkdtemp(path.join(strapi.dirs.static.public, 'replaced-'))
  const waiting = path.join(await upload.folder, path.basename(place))
  if (!upload.aside.has(place) && await moved(place, waiting)) upload.aside.set(place, waiting)
}

/** False where there was nothing. */
async function moved(from: string, to: string): Promise<boolean> {
  return rename(from, to).then(() => true, (error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return false
    throw error
  })
}

function placeOf(strapi: Core.Strapi, { hash, ext }: StoredFile): string {
  return path.join(strapi.dirs.static.public, 'uploads', `${hash}${ext}`)
}
