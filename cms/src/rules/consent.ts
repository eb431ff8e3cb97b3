import type { Core } from '@strapi/strapi'
import { type Schema, schemaOf } from '../content-model/schema'
import type { Action, Next, Result } from './index'
import { documentIdOf } from './params'
import { isWhollyCovered } from './people'
import { documentIdsOf } from './relations'
import { findRow, type Row } from './rows'
import { saveRules } from './save'
import { PERSON } from './tombstone'

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

/** Null for one that is being made: nobody leans on it yet. */
async function consentOf(strapi: Core.Strapi, schema: Schema, action: Action): Promise<Row | null> {
  const documentId = documentIdOf(action)
  return documentId ? findRow(strapi, schema, { documentId }) : null
}

/** Takes off the website who is there by consent, and of whom more is shown than the consents that are left allow. */
async function withdrawPeople(strapi: Core.Strapi, consents: (Row | null)[]): Promise<void> {
  const { uid } = schemaOf(strapi, PERSON)
  for (const documentId of new Set(consents.flatMap(consent => documentIdsOf(consent?.person)))) {
    const person = await strapi.db.query(uid).findOne({ where: { documentId, publishedAt: { $notNull: true }, publicGround: 'consent' } })
    if (person && !await isWhollyCovered(strapi, documentId)) await Reflect.apply(strapi.documents, strapi, [uid]).unpublish({ documentId, locale: '*' })
  }
}
