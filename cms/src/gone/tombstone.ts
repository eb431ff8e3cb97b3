/** What was public and is gone leaves a mark behind, so that its address and what points to it can say so. */
import type { Core } from '@strapi/strapi'
import { POINTING_TYPES, TYPES, valueAt } from 'shared-types'
import { type Schema, schemaOf } from '../content-model/schema'
import { formerNames } from '../person/former-names'
import { documentIdsOf } from '../rows/relations'
import { IN_SOURCE_LANGUAGE, type Row } from '../rows/rows'
import { CONSENT, EVENT, IMAGE, MEASURE, PERSON, REVISION, TOMBSTONE, UPDATE } from '../content-model/uids'

/** What pointed to a measure that is gone, and the attribute in which it stood. */
export interface LostLink {
  document: string
  attribute: string
}

/** A picture that showed a person who is gone. */
interface LostPicture {
  picture: string
}

/** What will be written, read before the document is gone; null for what was never public or has no address. */
export async function readTombstone(strapi: Core.Strapi, schema: Schema, documentId: string): Promise<object | null> {
  if (!schema.attributes.slug) return null
  const rows: Row[] = await strapi.db
    .query(schema.uid)
    .findMany({ where: { documentId, publishedAt: { $notNull: true } } })
  const [source] = rows.filter(({ locale, sourceLanguage }) => locale === sourceLanguage)
  if (!source) return null
  return {
    type: schema.uid,
    document: documentId,
    slug: source.slug,
    texts: schema.uid === PERSON
      ? await namesOf(strapi, documentId)
      : {
          ...await titlesBefore(strapi, schema, documentId),
          ...Object.fromEntries(rows.map(row => [row.locale, row[schema.pluginOptions?.lip?.titleOf ?? 'title']])),
        },
    languages: rows.map(({ locale }) => locale),
    links: await linksOf(strapi, schema, documentId),
    ...PLACED.includes(schema.uid) && await placeOf(strapi, schema.uid, source.id),
  }
}

/** By language what it was called in the last version there: a language may have been taken off before the others. */
async function titlesBefore(
  strapi: Core.Strapi, { uid }: Schema, documentId: string,
): Promise<Record<string, string>> {
  const versions: { language: string, title: string | null }[] = await strapi.db.query(REVISION).findMany({
    select: ['language', 'title'], where: { type: uid, document: documentId, withdrawnFor: { $null: true } },
    orderBy: { number: 'asc' },
  })
  return Object.fromEntries(versions.flatMap(({ language, title }) => title ? [[language, title]] : []))
}

/** What stands in a plan. */
const PLACED: readonly string[] = [MEASURE, EVENT]

/** documentIds of the plan and the field in which something stood: what led to it still counts there. */
async function placeOf(
  strapi: Core.Strapi, uid: string, id: number,
): Promise<{ plan: string | null, field: string | null }> {
  const relations = uid === MEASURE ? ['plan', 'fieldOfAction'] : ['plan']
  const row: Row | null = await strapi.db.query(uid).findOne({
    select: ['id'], where: { id },
    populate: Object.fromEntries(relations.map(name => [name, { select: ['documentId'] }])),
  })
  return { plan: documentIdsOf(row?.plan)[0] ?? null, field: documentIdsOf(row?.fieldOfAction)[0] ?? null }
}

/**
 * Every name of a person, in Latin letters and in other scripts, public or not, now or before, and the spellings that
 * her consents name.
 */
export async function namesOf(strapi: Core.Strapi, documentId: string): Promise<Record<string, string>> {
  const consents: { spellings: string | null }[] = await strapi.db
    .query(CONSENT)
    .findMany({ select: ['spellings'], where: { person: { documentId } } })
  const rows: Record<string, string | null>[] = await strapi.db
    .query(schemaOf(strapi, PERSON).uid)
    .findMany({ select: ['name', 'nameInScript'], where: { documentId } })
  const names = rows.flatMap(({ name, nameInScript }) => [name, nameInScript]).filter(name => typeof name === 'string')
  return listed([...names, ...await formerNames(strapi, documentId), ...consents.flatMap(spellingsIn)])
}

/** One a line. */
export function spellingsIn(consent: object): string[] {
  const spellings: unknown = valueAt(consent, 'spellings')
  return typeof spellings === 'string' ? spellings.split('\n').map(line => line.trim()).filter(Boolean) : []
}

/** More ways in which somebody who is gone was named. */
export async function addNames(strapi: Core.Strapi, documentId: string, names: string[]): Promise<void> {
  const tombstones: { id: number, texts: Record<string, string> }[] = await strapi.db
    .query(TOMBSTONE)
    .findMany({ select: ['id', 'texts'], where: { type: PERSON, document: documentId } })
  for (const { id, texts } of tombstones)
    await strapi.db
      .query(TOMBSTONE)
      .update({ where: { id }, data: { texts: listed([...Object.values(texts), ...names]) } })
}

function listed(names: string[]): Record<string, string> {
  return Object.fromEntries([...new Set(names)].map((name, index) => [String(index), name]))
}

export async function writeTombstone(
  strapi: Core.Strapi, tombstone: object | null, wasDeleted: boolean,
): Promise<void> {
  if (tombstone) await strapi.db.query(TOMBSTONE).create({ data: { ...tombstone, wasDeleted, goneOn: new Date() } })
}

/**
 * What is public again is not gone; what is deleted after it was withdrawn is gone for good. Returns whether it was
 * gone.
 */
export async function removeTombstone(strapi: Core.Strapi, schema: Schema, documentId: string): Promise<boolean> {
  const { count } = await strapi.db.query(TOMBSTONE).deleteMany({ where: { type: schema.uid, document: documentId } })
  return count > 0
}

/** Whether it was public before, and is not now. */
export async function wasTakenOff(strapi: Core.Strapi, schema: Schema, documentId: string): Promise<boolean> {
  return (await strapi.db.query(TOMBSTONE).count({ where: { type: schema.uid, document: documentId } })) > 0
}

/** A withdrawn document is deleted: its mark stays and says so. */
export async function markDeleted(
  strapi: Core.Strapi, schema: Schema, documentId: string, links: (LostLink | LostPicture)[],
): Promise<void> {
  await strapi.db
    .query(TOMBSTONE)
    .updateMany({ where: { type: schema.uid, document: documentId }, data: { wasDeleted: true, links } })
}

/**
 * What would point to nothing without a document: lineages, events, articles, decisions and updates that lead to a
 * measure, pictures of a person.
 */
export async function linksOf(
  strapi: Core.Strapi, schema: Schema, documentId: string,
): Promise<(LostLink | LostPicture)[]> {
  if (schema.uid === PERSON) return picturesOf(strapi, documentId)
  return schema.uid === MEASURE ? pointersTo(strapi, documentId) : []
}

/** What was reported of a measure stays its history, though a public report holds it (`usage/uses.ts`). */
const HISTORY = { uid: UPDATE, pointsTo: ['measure'] }

async function pointersTo(strapi: Core.Strapi, measureId: string): Promise<LostLink[]> {
  const found: LostLink[] = []
  for (const { uid, pointsTo } of [...POINTING_TYPES.map(type => TYPES[type]), HISTORY]) {
    for (const attribute of pointsTo) {
      const rows: { documentId: string }[] = await strapi.db
        .query(schemaOf(strapi, uid).uid)
        .findMany({ select: ['documentId'], where: { [attribute]: { documentId: measureId }, ...IN_SOURCE_LANGUAGE } })
      found.push(...[...new Set(rows.map(row => row.documentId))].map(document => ({ document, attribute })))
    }
  }
  return found
}

async function picturesOf(strapi: Core.Strapi, personId: string): Promise<LostPicture[]> {
  const pictures: { documentId: string }[] = await strapi.db
    .query(IMAGE)
    .findMany({ select: ['documentId'], where: { people: { documentId: personId } } })
  const rows: Row[] = await strapi.db
    .query(PERSON)
    .findMany({ select: ['id'], where: { documentId: personId }, populate: { portrait: { select: ['documentId'] } } })
  return [
    ...new Set([...pictures.map(({ documentId }) => documentId), ...rows.flatMap(row => documentIdsOf(row.portrait))]),
  ].map(picture => ({ picture }))
}

/** The pictures that showed people who were deleted: documentIds. */
export async function picturesOfDeleted(strapi: Core.Strapi): Promise<string[]> {
  const tombstones: { links: LostPicture[] | null }[] = await strapi.db
    .query(TOMBSTONE)
    .findMany({ select: ['links'], where: { type: PERSON, wasDeleted: true } })
  return tombstones.flatMap(({ links }) => links ?? []).map(({ picture }) => picture)
}
