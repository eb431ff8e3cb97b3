/**
 * What must hold when an entry is saved, published, copied or deleted. The rules stand on Strapi's Document Service,
 * so that the admin, imports and the seed obey alike. Each file beside this one is one rule.
 */
import type { Core } from '@strapi/strapi'
import { isPublic, type Schema, schemaOf } from '../content-model/schema'
import { REGISTERED } from '../register/load'
import { copyRules } from './copy'
import { deleteRules } from './delete'
import { publishRules } from './publish'
import { REVISION } from './revision'
import { saveRules } from './save'
import { unpublishRules } from './unpublish'
import { refuseChange, withdrawRevision } from './withdrawal'
import { countWrite } from './written'

type Documents = Parameters<Core.Strapi['documents']['use']>[0]
export type Action = Parameters<Documents>[0]
export type Next = Parameters<Documents>[1]
export type Result = Awaited<ReturnType<Next>>

export function registerRules(strapi: Core.Strapi): void {
  strapi.documents.use(async (action, next) => {
    const schema = schemaOf(strapi, action.uid)
    const rules = rulesFor(schema)[action.action]
    if (!rules) return next()
    const result = await rules(strapi, schema, action, next)
    if (REGISTERED.includes(schema.uid)) await countWrite(strapi)
    return result
  })
}

function rulesFor(schema: Schema): Record<string, Rules | undefined> {
  if (schema.uid === REVISION) return REVISION_RULES
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
}

const REVISION_RULES: Record<string, Rules | undefined> = { create: refuseChange, update: withdrawRevision, clone: refuseChange, delete: refuseChange }
