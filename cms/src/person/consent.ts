import type { Core } from '@strapi/strapi'
import { type Schema, schemaOf } from '../content-model/schema'
import { settlePeople } from './leaving'
import { noteEntry } from '../ledger/turn'
import type { Action, Next, Result } from '../lifecycle/index'
import { inTurn } from '../lifecycle/in-turn'
import { documentIdOf } from '../rows/params'
import { isWhollyCovered, uncoveredWords } from '../rules/people'
import { documentIdsOf } from '../rows/relations'
import { findRow, IN_SOURCE_LANGUAGE, type Row } from '../rows/rows'
import { saveRules } from '../lifecycle/save'
import { addNames, spellingsIn } from '../gone/tombstone'
import { ARTICLE, CONSENT, PERSON } from '../content-model/uids'

/** Withdrawing a consent is one action: its date takes the person off the website. */
export async function saveConsent(strapi: Core.Strapi, schema: Schema, action: Action, next: Next): Promise<Result> {
  const before = await consentOf(strapi, schema, action)
  const saved = await saveRules(strapi, schema, action, next)
  const after = await consentOf(strapi, schema, action)
  await withdrawPeople(strapi, [before, after])
  return saved
}

/** Without a record nobody can say any more that there was a consent. */
export async function deleteConsent(strapi: Core.Strapi, schema: Schema, action: Action, next: Next): Promise<Result> {
  const consent = await consentOf(strapi, schema, action)
  const result = await next()
  await withdrawPeople(strapi, [consent])
  return result
}

/**
 * Who is still shown although a consent was taken back, as in a database that was put back, goes at the start: to be
 * called before names are settled.
 */
export async function withdrawUncovered(strapi: Core.Strapi): Promise<void> {
  const withdrawn: { person: { documentId: string } | null }[] = await strapi.db
    .query(CONSENT)
    .findMany({ where: { withdrawnOn: { $notNull: true } }, populate: { person: { select: ['documentId'] } } })
  for (const documentId of new Set(withdrawn.flatMap(({ person }) => person?.documentId ?? [])))
    await inTurn(strapi, documentId, () => withdrawPerson(strapi, documentId))
}

/** Null for one that is being made: nobody leans on it yet. */
async function consentOf(strapi: Core.Strapi, schema: Schema, action: Action): Promise<Row | null> {
  const documentId = documentIdOf(action)
  return documentId ? findRow(strapi, schema, { documentId }) : null
}

/** Takes off the website who is there by consent, and of whom more is shown than the consents that are left allow. */
async function withdrawPeople(strapi: Core.Strapi, consents: (Row | null)[]): Promise<void> {
  for (const documentId of new Set(consents.flatMap(consent => documentIdsOf(consent?.person)))) {
    await withdrawPerson(strapi, documentId)
    await addNames(strapi, documentId, consents.flatMap(consent => spellingsIn(consent ?? {})))
    await settlePeople(strapi, 'update')
  }
}

/**
 * First the words, which are not public until an editor has decided; then the person, where the rest is not carried
 * either.
 */
async function withdrawPerson(strapi: Core.Strapi, documentId: string): Promise<void> {
  if (
    !(await strapi.db.query(schemaOf(strapi, PERSON).uid).findOne({ where: { documentId, publicGround: 'consent' } }))
  )
    return
  for (const { documentId: article, languages } of await uncoveredWords(strapi, documentId))
    await takeDown(strapi, ARTICLE, article, languages)
  const shown = await strapi.db
    .query(schemaOf(strapi, PERSON).uid)
    .findOne({ where: { documentId, publishedAt: { $notNull: true } } })
  if (shown && !(await isWhollyCovered(strapi, documentId))) await takeDown(strapi, PERSON, documentId, null)
}

/** In these languages; in all where the source language is among them. */
async function takeDown(
  strapi: Core.Strapi, uid: string, documentId: string, languages: string[] | null,
): Promise<void> {
  const source = await strapi.db
    .query(schemaOf(strapi, uid).uid)
    .findOne({ where: { documentId, ...IN_SOURCE_LANGUAGE } })
  const isWhole = languages === null || languages.includes(source?.locale ?? '')
  await Reflect.apply(strapi.documents, strapi, [uid]).unpublish({ documentId, locale: isWhole ? '*' : languages })
  await noteEntry(strapi, { kind: 'withdrawn' })
}
