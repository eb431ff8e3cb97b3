/**
 * What must hold when an entry is saved, published, copied or deleted. The rules stand on Strapi's Document Service,
 * so that the admin, imports and the seed obey alike. Each file beside this one is one rule.
 */
import type { Core } from '@strapi/strapi'
import { valueAt } from 'shared-types'
import { deleteBinContent } from '../bin/entry'
import { isPublic, type Schema, schemaOf } from '../content-model/schema'
import { settleNames } from '../person/leaving'
import { deleteConsent, saveConsent } from '../person/consent'
import { whileReading } from '../strapi/transactions'
import { copyRules } from './copy'
import { deleteRules } from './delete'
import { discardRules } from './discard'
import { inTurn } from './in-turn'
import { documentIdOf } from '../rows/params'
import { publishRules } from './publish'
import { saveRules } from './save'
import { unpublishRules } from './unpublish'
import { buildTogether } from '../together/check'
import { refuseBinChange, refuseChange, withdrawRevision } from '../revision/withdrawal'
import { tellWrite } from './written'
import { BIN, CONSENT, MESSAGE, REVISION } from '../content-model/uids'

type Documents = Parameters<Core.Strapi['documents']['use']>[0]
export type Action = Parameters<Documents>[0]
export type Next = Parameters<Documents>[1]
export type Result = Awaited<ReturnType<Next>>

export function registerRules(strapi: Core.Strapi): void {
  strapi.documents.use(async (action, next) => {
    const schema = schemaOf(strapi, action.uid)
    if (!(action.action in RULES)) return whileReading(next)
    const documentId = documentIdOf(action)
    const rules = rulesFor(schema)[action.action]
    const write = async () => {
      if (isWorkedOn(schema)) await buildTogether(strapi, schema, action)
      if (!rules) return next()
      const result = await rules(strapi, schema, action, next)
      await settleNames(strapi, schema, { action: action.action, documentId: documentId ?? idOf(result) })
      return result
    }
    const result = await inTurn(strapi, documentId, write)
    if (!rules) return result
    await tellWrite(strapi, { uid: schema.uid, documentId: documentId ?? idOf(result) })
    return result
  })
}

/** The document that was made. */
function idOf(result: Result): string {
  return String(valueAt(result, 'documentId') ?? '')
}

/** What several people may write at the same time; the rest of the ledger stays as it is. */
function isWorkedOn(schema: Schema): boolean {
  return isPublic(schema) || schema.uid === CONSENT || schema.uid === MESSAGE
}

function rulesFor(schema: Schema): Record<string, Rules | undefined> {
  if (schema.uid === REVISION) return REVISION_RULES
  if (schema.uid === CONSENT) return CONSENT_RULES
  if (schema.uid === BIN) return BIN_RULES
  return isPublic(schema) ? RULES : {}
}

type Rules = (strapi: Core.Strapi, schema: Schema, action: Action, next: Next) => Promise<Result>

const RULES: Record<string, Rules | undefined> = {
  create: saveRules,
  update: saveRules,
  publish: publishRules,
  unpublish: unpublishRules,
  clone: copyRules,
  delete: deleteRules,
  discardDraft: discardRules,
}

const CONSENT_RULES: Record<string, Rules | undefined> = {
  create: saveConsent, update: saveConsent, delete: deleteConsent,
}

const REVISION_RULES: Record<string, Rules | undefined> = {
  create: refuseChange, update: withdrawRevision, clone: refuseChange, delete: refuseChange,
}

const BIN_RULES: Record<string, Rules | undefined> = {
  create: refuseBinChange, update: refuseBinChange, clone: refuseBinChange, delete: deleteBinContent,
}
