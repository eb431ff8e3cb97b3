/**
 * What must hold when an entry is saved, published, copied or deleted. The rules stand on Strapi's Document Service,
 * so that the admin, imports and the seed obey alike. Each file beside this one is one rule.
 */
import type { Core } from '@strapi/strapi'
import { isPublic, schemaOf } from '../content-model/schema'
import { copyRules } from './copy'
import { deleteRules } from './delete'
import { publishRules } from './publish'
import { saveRules } from './save'

type Documents = Parameters<Core.Strapi['documents']['use']>[0]
export type Action = Parameters<Documents>[0]
export type Next = Parameters<Documents>[1]
export type Result = Awaited<ReturnType<Next>>

export function registerRules(strapi: Core.Strapi): void {
  strapi.documents.use(async (action, next) => {
    const schema = schemaOf(strapi, action.uid)
    if (!isPublic(schema)) return next()
    switch (action.action) {
      case 'create':
      case 'update': return saveRules(strapi, schema, action, next)
      case 'publish': return publishRules(strapi, schema, action, next)
      case 'clone': return copyRules(strapi, schema, action, next)
      case 'delete': return deleteRules(strapi, schema, action, next)
      default: return next()
    }
  })
}
