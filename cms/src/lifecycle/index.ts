/**
 * What must hold when an entry is saved, published, copied or deleted. The rules stand on Strapi's Document Service,
 * so that the admin, imports and the seed obey alike. Each file beside this one is one rule.
 */
import type { Core } from '@strapi/strapi'
import { valueAt } from 'shared-types'
import { deleteBinContent } from '../bin/entry'
import { hasDrafts, isPublic, type Schema, schemaOf } from '../content-model/schema'
import { notePortraits } from '../ledger/shown'
import { noteChange, noteMade } from '../ledger/turn'
import { settleNames } from '../person/leaving'
import { deleteConsent, saveConsent } from '../person/consent'
import { withdrawnNames } from '../person/withdrawn-names'
import { whileReading } from '../strapi/transactions'
import { copyRules } from './copy'
import { deleteRules } from './delete'
import { discardRules } from './discard'
import { inTurn } from './in-turn'
import { dataOf, documentIdOf, param, setParam } from '../rows/params'
import { publishRules } from './publish'
import { saveRules } from './save'
import { trimmed } from '../shapes/trimmed'
import { unpublishRules } from './unpublish'
import { buildTogether, noteMaker } from '../together/check'
import { refuseBinChange, refuseChange, withdrawRevision } from '../revision/withdrawal'
import { BIN, CONSENT, MESSAGE, PERSON, REVISION } from '../content-model/uids'

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
      if (isWorkedOn(schema)) {
        if (param(action, 'data')) setParam(action, 'data', trimmed(strapi, schema, dataOf(action)))
        await buildTogether(strapi, schema, action)
      }
      if (!rules) return next()
      const isTold = mayBeTold(schema, action)
      if (isTold && documentId)
        await noteChange(strapi, schema, documentId, { wasDeleted: action.action === 'delete' })
      if (schema.uid === PERSON && documentId) await notePortraits(strapi, documentId)
      const result = await rules(strapi, schema, action, next)
      if (isPublic(schema) && MAKING.includes(action.action)) await noteMaker(strapi, schema, result)
      if (schema.uid === PERSON) await notePortraits(strapi, documentId ?? idOf(result))
      if (isTold && idOf(result)) noteMade(schema, idOf(result))
      await settleNames(strapi, schema, { action: action.action, documentId: documentId ?? idOf(result) })
      return result
    }
    return inTurn(strapi, documentId, write)
  })
}

const MAKING = ['create', 'clone']

/** The document that was made. */
function idOf(result: Result): string {
  return String(valueAt(result, 'documentId') ?? '')
}

/** Whether readers may see something else afterwards. */
function mayBeTold(schema: Schema, action: Action): boolean {
  if (!isPublic(schema)) return false
  if (['publish', 'unpublish', 'delete'].includes(action.action)) return true
  // An address that has a withdrawn name in it is replaced wherever it stands, whoever saves it.
  if (withdrawnNames()) return true
  return !hasDrafts(schema) || param(action, 'status') === 'published'
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
