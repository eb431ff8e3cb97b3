/**
 * Whether somebody else was faster: every write of a row that editors work on is checked against the version that it
 * was built on, in its own turn and transaction, and notes what stood there before.
 */
import type { Core } from '@strapi/strapi'
import { asList, valueAt } from 'shared-types'
import { isKept } from '../bin/entry'
import { hasDrafts, isLocalised, isPublic, type Schema } from '../content-model/schema'
import type { Action, Result } from '../lifecycle/index'
import { withoutDeletedNames } from '../person/withdrawn-names'
import { dataOf, documentIdOf, localeOfSave, localesOf, setParam } from '../rows/params'
import { isSeeding } from '../seed/seeding'
import { findRow, type Row, workingRows } from '../rows/rows'
import { type FormState, isSame, stateOf } from './form-state'
import {
  changesForm, type Done, forgetStates, noteDeed, rowKey, type Working, writesSince,
} from './former-states'
import { Merge } from './merge'
import { accountOf, type BuiltOn, builtOnOf, versionIn } from './request'
import { refuseConflicts, refuseDeleted, refuseUnseen, tellCameIn, unseenIn } from './tell'

/** What stands in a row now. */
export interface Standing {
  working: Working
  row: Row | null
  isTranslation: boolean
  /** Null where there is no row. */
  now: FormState | null
}

/** Before a write of this document, in its turn. What the seed writes nobody has open. */
export async function buildTogether(strapi: Core.Strapi, schema: Schema, action: Action): Promise<void> {
  const documentId = documentIdOf(action)
  if (!documentId || isSeeding()) return
  if (action.action === 'update') return save(strapi, schema, action, documentId)
  const deed = DEEDS[action.action]
  if (!deed) return
  const standing = await allStanding(strapi, schema, documentId, localesOf(action))
  const builtOn = builtOnOf(strapi)
  if (builtOn) for (const one of standing) await refuseUnread(strapi, schema, one, builtOn)
  const shown = deed === 'unpublish' ? await publicLanguages(strapi, schema, documentId) : null
  for (const one of standing) if (!shown || shown.includes(one.working.language)) await note(strapi, schema, one, deed)
}

const DEEDS: Record<string, Done | undefined> = {
  publish: 'publish', unpublish: 'unpublish', discardDraft: 'discard', delete: 'delete',
}

/** After an account has made a document: nothing stood there before. */
export async function noteMaker(strapi: Core.Strapi, schema: Schema, made: Result): Promise<void> {
  if (accountOf(strapi) === null || isSeeding()) return
  const languages = asList(valueAt(made, 'entries') ?? made).map(row => String(valueAt(row, 'locale') ?? ''))
  await noteBeginning(strapi, schema, String(valueAt(made, 'documentId')), { languages, deed: 'create' })
}

/** After something came to stand there where nothing stood. */
export async function noteBeginning(
  strapi: Core.Strapi, { uid }: Schema, document: string,
  { languages, deed }: { languages: string[], deed: 'create' | 'restore' },
): Promise<void> {
  const account = accountOf(strapi)
  const tab = builtOnOf(strapi)?.tab ?? null
  for (const language of languages)
    await noteDeed(strapi, { type: uid, document, language, state: null, account, tab, deed })
}

/** Gives a name to what stands in a form. */
export async function noteNamed(
  strapi: Core.Strapi, schema: Schema,
  { document, language, name }: { document: string, language: string, name: string },
): Promise<void> {
  const { working, now } = await standingOf(strapi, schema, document, language)
  await noteDeed(strapi, {
    ...working, state: withoutDeletedNames(now), account: accountOf(strapi), tab: null, deed: 'name', name,
  })
}

/** The languages in which readers see a document. */
async function publicLanguages(strapi: Core.Strapi, { uid }: Schema, documentId: string): Promise<string[]> {
  const rows: { locale: string | null }[] = await strapi.db
    .query(uid)
    .findMany({ select: ['locale'], where: { documentId, publishedAt: { $notNull: true } } })
  return rows.map(({ locale }) => locale ?? '')
}

/** A save takes in what others changed elsewhere, and is refused where both changed the same. */
async function save(strapi: Core.Strapi, schema: Schema, action: Action, documentId: string): Promise<void> {
  const standing = await standingOf(strapi, schema, documentId, localeOfSave(action))
  const builtOn = builtOnOf(strapi)
  if (builtOn) await merge(strapi, schema, action, { standing, builtOn })
  await note(strapi, schema, standing, standing.row ? 'save' : 'create')
}

async function merge(
  strapi: Core.Strapi,
  schema: Schema,
  action: Action,
  { standing, builtOn }: { standing: Standing, builtOn: BuiltOn },
): Promise<void> {
  const { working, now, isTranslation } = standing
  const key = rowKey(working)
  const version = versionIn(builtOn, working.document, working.language)
  if (version === undefined || builtOn.checked.has(key)) return
  builtOn.checked.add(key)
  const writes = await writesSince(strapi, working, version)
  if (version === 0 && writes.length === 0) await notePublished(strapi, schema, standing)
  if (writes.every(write => !changesForm(write) || (write.tab !== null && write.tab === builtOn.tab))) return
  if (!now) return refuseDeleted(strapi, schema, writes, builtOn)
  const merging = new Merge(strapi, builtOn.decisions)
  const values = merging.values(
    schema,
    { base: writes[0]?.state ?? null, now, sent: dataOf(action) },
    { isTranslation },
  )
  await refuseConflicts(strapi, schema, { writes, standing, conflicts: merging.conflicts })
  if (builtOn.isPublishing) await refuseUnseen(strapi, schema, { writes, standing, places: merging.cameIn, builtOn })
  builtOn.cameIn.push(...(await tellCameIn(strapi, schema, { writes, standing, places: merging.cameIn })))
  setParam(action, 'data', values)
}

/** What is published, withdrawn or deleted is what was shown. */
async function refuseUnread(strapi: Core.Strapi, schema: Schema, standing: Standing, builtOn: BuiltOn): Promise<void> {
  const key = rowKey(standing.working)
  const version = versionIn(builtOn, standing.working.document, standing.working.language)
  if (version === undefined || builtOn.checked.has(key)) return
  builtOn.checked.add(key)
  const writes = await writesSince(strapi, standing.working, version)
  await refuseUnseen(strapi, schema, { writes, standing, places: unseenIn(schema, writes, standing), builtOn })
}

/** What nobody has changed in a form yet may be what the website says: then the history begins with that. */
async function notePublished(
  strapi: Core.Strapi, schema: Schema, { working, row, now, isTranslation }: Standing,
): Promise<void> {
  if (!row || !now || !isPublic(schema) || !hasDrafts(schema)) return
  const live = await findRow(strapi, schema, {
    documentId: row.documentId, locale: row.locale, publishedAt: { $notNull: true },
  })
  if (!live || !isSame(now, stateOf(strapi, schema, live, isTranslation))) return
  await noteDeed(strapi, {
    ...working, state: withoutDeletedNames(now), account: null, tab: null, deed: 'publish',
    savedOn: live.publishedAt ?? undefined,
  })
}

async function note(
  strapi: Core.Strapi, schema: Schema, { working, now, row, isTranslation }: Standing, deed: Done,
): Promise<void> {
  if (deed === 'delete' && !row) return
  const isGone = deed === 'delete' && !isKept(schema)
  if (isGone) await forgetStates(strapi, working)
  await noteDeed(strapi, {
    ...working, state: isGone ? null : withoutDeletedNames(now ?? (isTranslation ? {} : null)),
    account: accountOf(strapi), tab: builtOnOf(strapi)?.tab ?? null, deed,
  })
}

/** Reads what stands in a row now. */
export async function standingOf(
  strapi: Core.Strapi, schema: Schema, document: string, locale: string,
): Promise<Standing> {
  const language = isLocalised(schema) ? locale : ''
  const row = await findRow(strapi, schema, {
    documentId: document,
    ...workingRows(schema),
    ...(isLocalised(schema) && { locale }),
  })
  const source
    = row ?? (await strapi.db.query(schema.uid).findOne({ where: { documentId: document, ...workingRows(schema) } }))
  const isTranslation = isLocalised(schema) && source !== null && source.sourceLanguage !== locale
  const now = row && stateOf(strapi, schema, row, isTranslation)
  return { working: { type: schema.uid, document, language }, row, isTranslation, now }
}

/** Every row that is there in these languages (null for all). */
async function allStanding(
  strapi: Core.Strapi,
  schema: Schema,
  documentId: string,
  locales: string[] | null,
): Promise<Standing[]> {
  const where = {
    documentId,
    ...workingRows(schema),
    ...(locales && isLocalised(schema) && { locale: { $in: locales } }),
  }
  const rows: { locale: string | null }[] = await strapi.db.query(schema.uid).findMany({ select: ['locale'], where })
  return Promise.all(rows.map(({ locale }) => standingOf(strapi, schema, documentId, locale ?? '')))
}
