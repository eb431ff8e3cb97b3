import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { hasDrafts, schemaOf } from '../content-model/schema'

type Work = (...args: unknown[]) => unknown

/** The type is the second argument of these, the first of `publishMany`, which calls `publish`. */
const STEPS = ['publish', 'unpublish', 'discardDraft', 'unpublishMany'] as const

/**
 * refuseWithoutDrafts says that a type has no drafts where Strapi's admin would publish, withdraw or discard them: its
 * Document Service has no such method then, which is a server error.
 */
export function refuseWithoutDrafts(strapi: Core.Strapi): void {
  const manager: Record<(typeof STEPS)[number], Work> = strapi.plugin('content-manager').service('document-manager')
  for (const step of STEPS) {
    const work = manager[step].bind(manager)
    manager[step] = (documents, uid, ...others) => {
      const schema = schemaOf(strapi, String(uid))
      if (!hasDrafts(schema)) throw new errors.ValidationError(sentence(schema.info.displayName))
      return work(documents, uid, ...others)
    }
  }
}

function sentence(type: string): string {
  return `„${type}“ hat keine Entwürfe: Was gespeichert ist, gilt. Nichts wurde geändert. Was nicht mehr gelten soll, `
    + 'wird geändert oder gelöscht.'
}
