/**
 * What follows when a person is published, withdrawn or deleted, and when something is saved while somebody is
 * withdrawn.
 */
import type { Core } from '@strapi/strapi'
import { isPublic, type Schema } from '../content-model/schema'
import {
  cleanLedger, deletedNames, readWithdrawnNames, withdrawnNames, withdrawnPattern,
} from './withdrawn-names'
import { renameFiles } from './file-names'
import { renameInVersions } from './renamed-addresses'
import { forgetWithheld, settlePublishedTexts } from './published-texts'
import { renameSlugs } from './slugs'
import { noteEntry } from '../ledger/turn'
import { PERSON } from '../content-model/uids'

const AGAIN_MILLISECONDS = 1000

/** To be called in the transaction of a write. */
export async function settleNames(
  strapi: Core.Strapi, schema: Schema, { action, documentId }: { action: string, documentId: string },
): Promise<void> {
  if (schema.uid === PERSON) return settlePeople(strapi, action)
  const names = withdrawnNames()
  if (!names || !isPublic(schema) || action === 'delete') return
  await settlePublishedTexts(strapi, names, { schema, documentId })
  await renameInVersions(strapi, await renameSlugs(strapi, names, { schema, documentId }))
}

/** Makes everything that is stored for readers say what may be said of people now. */
export async function settlePeople(strapi: Core.Strapi, action: string): Promise<void> {
  const before = withdrawnPattern()
  await readWithdrawnNames(strapi)
  await readAgainAfter(strapi)
  if (action === 'delete') await forgetDeleted(strapi)
  const isOther = withdrawnPattern() !== before
  if (isOther) await settleEverything(strapi)
  if (isOther || action === 'unpublish' || action === 'delete') await noteEntry(strapi, { kind: 'withdrawn' })
}

/** What was read in a transaction that is not stored in the end does not hold. */
async function readAgainAfter(strapi: Core.Strapi): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    trx.executionPromise.catch(() => readUntilKnown(strapi))
  })
}

/** Also where the database is away: until then more names are left out than have to be, or those of before. */
async function readUntilKnown(strapi: Core.Strapi): Promise<void> {
  try {
    await readWithdrawnNames(strapi)
  } catch {
    setTimeout(() => void readUntilKnown(strapi), AGAIN_MILLISECONDS).unref()
  }
}

/** A person who left meanwhile, on whatever way, is not named after a start either. */
export async function settleEverything(strapi: Core.Strapi): Promise<void> {
  const names = withdrawnNames()
  const isSettled = await settlePublishedTexts(strapi, names)
  const renamed = names ? [...await renameSlugs(strapi, names), ...await renameFiles(strapi, names)] : []
  await renameInVersions(strapi, new Map(renamed))
  if (!isSettled || renamed.length > 0) await noteEntry(strapi, { kind: 'withdrawn' })
}

async function forgetDeleted(strapi: Core.Strapi): Promise<void> {
  await cleanLedger(strapi)
  await forgetWithheld(strapi, await deletedNames(strapi))
}
