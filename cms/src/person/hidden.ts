/** What shows a person is public only while the person is. */
import { parse } from 'node:path'
import type { Core } from '@strapi/strapi'
import { type Schema, schemaOf } from '../content-model/schema'
import { documentIdsOf } from '../rows/relations'
import { IN_SOURCE_LANGUAGE, type Row } from '../rows/rows'
import { picturesOfDeleted } from '../gone/tombstone'
import { follow } from '../ledger/followers'
import { isAhead } from '../ledger/turn'
import { CONTRIBUTION, IMAGE, PERSON } from '../content-model/uids'

/** Of these documents those that show somebody who is not public, and contributions of nobody. */
export async function hiddenFor(
  strapi: Core.Strapi, { uid }: Schema, documentIds: readonly string[],
): Promise<Set<string>> {
  if (uid === IMAGE) return hiddenPictures(strapi, documentIds)
  return uid === CONTRIBUTION ? hiddenContributions(strapi, documentIds) : new Set()
}

async function hiddenPictures(strapi: Core.Strapi, documentIds: readonly string[]): Promise<Set<string>> {
  const isAsked = new Set(documentIds)
  const pictures: Row[] = await strapi.db
    .query(IMAGE)
    .findMany({
      select: ['documentId'], where: { documentId: { $in: [...documentIds] }, people: { id: { $notNull: true } } },
      populate: { people: { select: ['documentId'] } },
    })
  const portrayed: Row[] = await strapi.db
    .query(PERSON)
    .findMany({
      select: ['documentId'], where: { portrait: { documentId: { $in: [...documentIds] } } },
      populate: { portrait: { select: ['documentId'] } },
    })
  const shown = [
    ...pictures.flatMap(picture =>
      documentIdsOf(picture.people).map(person => ({ picture: picture.documentId, person })),
    ),
    ...portrayed.flatMap(person =>
      documentIdsOf(person.portrait).map(picture => ({ picture, person: person.documentId })),
    ),
  ]
  const live = await publicPeople(strapi, shown.map(({ person }) => person))
  const ofDeleted = await picturesOfDeleted(strapi)
  return new Set([
    ...shown.filter(({ person }) => !live.has(person)).map(({ picture }) => picture),
    ...ofDeleted.filter(picture => isAsked.has(picture)),
  ])
}

async function hiddenContributions(strapi: Core.Strapi, documentIds: readonly string[]): Promise<Set<string>> {
  const rows: Row[] = await strapi.db
    .query(CONTRIBUTION)
    .findMany({
      select: ['documentId'],
      where: { documentId: { $in: [...documentIds] }, organisation: { id: { $null: true } }, ...IN_SOURCE_LANGUAGE },
      populate: { person: { select: ['documentId'] } },
    })
  const live = await publicPeople(
    strapi, rows.flatMap(row => documentIdsOf(row.person)),
  )
  return new Set(
    rows.filter(row => !documentIdsOf(row.person).some(id => live.has(id))).map(({ documentId }) => documentId),
  )
}

async function publicPeople(strapi: Core.Strapi, documentIds: string[]): Promise<Set<string>> {
  const live: { documentId: string }[] = await strapi.db
    .query(PERSON)
    .findMany({
      select: ['documentId'],
      where: { documentId: { $in: [...new Set(documentIds)] }, publishedAt: { $notNull: true }, ...IN_SOURCE_LANGUAGE },
    })
  return new Set(live.map(({ documentId }) => documentId))
}

/** Types of which some documents are hidden while they are public otherwise. */
const HIDING: readonly string[] = [IMAGE, CONTRIBUTION]

let kept: Promise<Hidden> | undefined

follow((entries) => {
  if (entries.some(({ type }) => type === null || [PERSON, ...HIDING].includes(type))) kept = undefined
})

/** documentIds by type. */
export type HiddenDocuments = ReadonlyMap<string, string[]>

interface Hidden {
  documents: HiddenDocuments
  /** Names of files as they are stored, without their ending. */
  files: Set<string>
}

/** Filters and counts see what readers see: of a type, the documents that are hidden. */
export async function hiddenDocuments(strapi: Core.Strapi): Promise<HiddenDocuments> {
  return (await readHidden(strapi)).documents
}

/**
 * Whether a file must not be handed out; `portrait_1a2b3c4d5e_640.avif` and `thumbnail_portrait_1a2b3c4d5e.png` belong
 * to `portrait_1a2b3c4d5e`. Read anew after a person or a picture was written.
 */
export async function isHiddenFile(strapi: Core.Strapi, fileName: string): Promise<boolean> {
  const { files } = await readHidden(strapi)
  const { name } = parse(fileName)
  return [name, name.replace(/^thumbnail_/, ''), name.replace(/_\d{1,4}$/, '')].some(hash => files.has(hash))
}

function readHidden(strapi: Core.Strapi): Promise<Hidden> {
  if (isAhead()) return findHidden(strapi)
  if (kept) return kept
  const hidden = findHidden(strapi)
  kept = hidden
  hidden.catch(() => {
    if (kept === hidden) kept = undefined
  })
  return hidden
}

async function findHidden(strapi: Core.Strapi): Promise<Hidden> {
  const documents = new Map<string, string[]>()
  for (const uid of HIDING) {
    const rows: { documentId: string }[] = await strapi.db
      .query(schemaOf(strapi, uid).uid)
      .findMany({ select: ['documentId'] })
    documents.set(uid, [
      ...(await hiddenFor(strapi, schemaOf(strapi, uid), [...new Set(rows.map(({ documentId }) => documentId))])),
    ])
  }
  return { documents, files: await filesOf(strapi, new Set(documents.get(IMAGE))) }
}

async function filesOf(strapi: Core.Strapi, hidden: ReadonlySet<string>): Promise<Set<string>> {
  const images: { documentId: string, file: { hash: string } | null }[] = await strapi.db
    .query(IMAGE)
    .findMany({ select: ['documentId'], populate: { file: { select: ['hash'] } } })
  return new Set(images.flatMap(({ documentId, file }) => (file && hidden.has(documentId) ? [file.hash] : [])))
}
