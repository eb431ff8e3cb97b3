/** No file is named after somebody who is withdrawn. */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Core } from '@strapi/strapi'
import type { NameMatcher } from './matcher'
import { nameless } from './replace-names'
import type { Renamed } from './slugs'
import { FILE } from '../content-model/uids'

interface StoredFile {
  id: number
  name: string
  alternativeText: string | null
  caption: string | null
  hash: string
  ext: string
  url: string
  formats: Record<string, { hash: string, ext: string }> | null
}

/** namedFiles finds those that have a name in theirs, or in what describes them. */
export async function namedFiles(strapi: Core.Strapi, names: NameMatcher): Promise<StoredFile[]> {
  const files: StoredFile[] = await strapi.db.query(FILE).findMany()
  const isNamed = ({ name, alternativeText, caption, hash, url }: StoredFile) =>
    JSON.stringify(nameless([name, alternativeText, caption, hash, url], names))
    !== JSON.stringify([name, alternativeText, caption, hash, url])
  return files.filter(isNamed)
}

/** renameFiles gives them neutral names, on the disk too: their former addresses lead nowhere. */
export async function renameFiles(strapi: Core.Strapi, names: NameMatcher): Promise<Renamed> {
  const renamed: Renamed = new Map()
  for (const file of await namedFiles(strapi, names)) {
    const hash = names.find(file.hash).length > 0 ? `datei_${randomBytes(5).toString('hex')}` : file.hash
    await strapi.db.query(FILE).update({ where: { id: file.id }, data: neutral(file, hash, names) })
    if (hash === file.hash) continue
    renamed.set(file.hash, hash)
    await moveOnDisk(strapi, file, hash)
  }
  return renamed
}

function neutral(
  { name, ext, alternativeText, caption, url, formats, hash: before }: StoredFile, hash: string, names: NameMatcher,
): object {
  const renamed = JSON.parse(JSON.stringify({ url, formats }).replaceAll(before, hash))
  return {
    hash, name: names.find(name).length > 0 ? `${hash}${ext}` : name,
    ...Object(nameless({ alternativeText, caption }, names)),
    ...Object(nameless(renamed, names)),
  }
}

/** The new name is there before the old one goes, and the old one goes when the rest is certain. */
async function moveOnDisk(strapi: Core.Strapi, { hash, ext, formats }: StoredFile, neutral: string): Promise<void> {
  const folder = path.join(strapi.dirs.static.public, 'uploads')
  const stored = [{ hash, ext }, ...Object.values(formats ?? {})].map(variant => ({
    from: path.join(folder, variant.hash + variant.ext),
    to: path.join(folder, variant.hash.replaceAll(hash, neutral) + variant.ext),
  }))
  const moved = stored.filter(({ from, to }) => existsSync(from) && from !== to)
  for (const { from, to } of moved) await link(from, to)
  const remove = (places: string[]) => Promise.all(places.map(place => rm(place, { force: true })))
    .catch((error: unknown) => strapi.log.error(`A file with a name that is withdrawn stays: ${String(error)}`))
  await strapi.db.transaction(async ({ trx }) => {
    void trx.executionPromise.then(() => remove(moved.map(({ from }) => from)), () => remove(moved.map(({ to }) => to)))
  })
}
