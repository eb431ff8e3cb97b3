/** The languages in which an account may make something. */
import type { Core } from '@strapi/strapi'
import type { Context, Next } from 'koa'
import { SOURCE_LANGUAGE, valueAt } from 'shared-types'
import { isLocalised, schemaOf } from '../content-model/schema'
import { mayBegin, permissionsAt } from './permissions'

/** What the content manager has for a request of its own. */
interface Route {
  handler: string
  config: { middlewares?: ((ctx: Context, next: Next) => Promise<unknown>)[] }
}

/** What makes an entry, or a language of one. */
const MAKING = [
  'collection-types.create', 'collection-types.update', 'collection-types.publish', 'collection-types.clone',
  'collection-types.autoClone', 'single-types.createOrUpdate', 'single-types.publish',
]
const NOT_IN_THIS_LANGUAGE = 'In dieser Sprache dürfen Sie nicht schreiben. Gespeichert wurde nichts. Bitte wählen Sie oben eine '
  + 'Ihrer Sprachen, oder wenden Sie sich an die Redaktion.'
const NOTHING_NEW = 'Mit Ihrer Rolle übersetzen Sie, was es schon gibt: Neue Einträge legen Sie damit nicht an. Bitte wenden Sie sich '
  + 'an die Redaktion.'

/**
 * Whoever makes an entry, or a language of one, may write in that language: Strapi asks only whether she may make one
 * in any, and reads the language of what is stored only.
 */
export function makeInOwnLanguages(strapi: Core.Strapi): void {
  const routes: Route[] = Reflect.get(strapi.plugin('content-manager').routes, 'admin').routes
  for (const making of MAKING) {
    const found = routes.filter(({ handler }) => handler === making)
    if (found.length === 0) throw new Error(`Strapi has no ${making} any more: own-languages.ts must learn its new name.`)
    for (const { config } of found) (config.middlewares ??= []).push((ctx, next) => check(strapi, ctx, next))
  }
}

async function check(strapi: Core.Strapi, ctx: Context, next: Next): Promise<unknown> {
  const schema = schemaOf(strapi, ctx.params.model)
  if (!isLocalised(schema)) return next()
  const locale = String(valueAt(ctx.request.body, 'locale') ?? ctx.query.locale ?? SOURCE_LANGUAGE)
  const permissions = permissionsAt(strapi, ctx.state.userAbility, schema.uid)
  const { id: documentId } = ctx.params
  const isNew = schema.kind !== 'singleType' && !documentId
  // What is written in this language already, Strapi asks about itself.
  const stored = { ...documentId && { documentId }, locale }
  if (!isNew && await strapi.db.query(schema.uid).count({ where: stored }) > 0) return next()
  if (permissions.cannot.create({ locale })) return ctx.forbidden(NOT_IN_THIS_LANGUAGE)
  if (isNew && !mayBegin(permissions, locale)) return ctx.forbidden(NOTHING_NEW)
  return next()
}
