/**
 * Whether somebody else was faster: every write of a row that editors work on is checked against the version that it
 * was built on, in its own turn and transaction, and notes what stood there before.
 */
import type { Core } from '@strapi/strapi'
import { isLocalised, type Schema } from '../content-model/schema'
import type { Action } from '../lifecycle/index'
import { dataOf, documentIdOf, localeOfSave, localesOf, setParam } from '../rows/params'
import { isSeeding } from '../seed/seeding'
import { findRow, type Row, workingRows } from '../rows/rows'
import { type FormState, stateOf } from './form-state'
import { noteWrite, rowKey, type Working, writesSince } from './former-states'
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
  if (!['publish', 'unpublish', 'discardDraft', 'delete'].includes(action.action)) return
  const standing = await allStanding(strapi, schema, documentId, localesOf(action))
  const builtOn = builtOnOf(strapi)
  if (builtOn) for (const one of standing) await refuseUnread(strapi, schema, one, builtOn)
  if (action.action === 'publish' || action.action === 'unpublish') return
  for (const one of standing) await note(strapi, one, action.action === 'delete')
}

/** A save takes in what others changed elsewhere, and is refused where both changed the same. */
async function save(strapi: Core.Strapi, schema: Schema, action: Action, documentId: string): Promise<void> {
  const standing = await standingOf(strapi, schema, documentId, localeOfSave(action))
  const builtOn = builtOnOf(strapi)
  if (builtOn) await merge(strapi, schema, action, { standing, builtOn })
  await note(strapi, standing, false)
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
  if (writes.every(({ tab }) => tab !== null && tab === builtOn.tab)) return
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

async function note(
  strapi: Core.Strapi,
  { working, now, row, isTranslation }: Standing,
  isDeletion: boolean,
): Promise<void> {
  if (isDeletion && !row) return
  const state = isDeletion ? null : (now ?? (isTranslation ? {} : null))
  await noteWrite(strapi, {
    ...working,
    state,
    isDeletion,
    account: accountOf(strapi),
    tab: builtOnOf(strapi)?.tab ?? null,
  })
}

async function standingOf(strapi: Core.Strapi, schema: Schema, document: string, locale: string): Promise<Standing> {
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
