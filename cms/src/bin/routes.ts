/** What the admin asks of the bin, and of what uses an entry before it is deleted. */
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { localeOf } from 'shared-types'
import { isLocalised, publicSchemas, schemaOf } from '../content-model/schema'
import { IN_SOURCE_LANGUAGE } from '../rules/rows'
import { isLive, restingProblems } from '../usage/resting'
import { usesOf } from '../usage/uses'
import { BIN, findBinEntry, isKept, KEPT_DAYS, schemaOfEntry } from './entry'
import { bringBack } from './bring-back'

/**
 * `POST /bin-entries/<documentId>/restore` for whoever may delete entries of that type, and
 * `GET /uses/api::plan.plan/<documentId>` for whoever may read the entry.
 */
export function registerBin(strapi: Core.Strapi): void {
  const route = (method: 'GET' | 'POST', path: string, handler: (ctx: Context) => Promise<void>) =>
    ({ method, path, handler, config: { policies: ['admin::isAuthenticatedAdmin'] }, info: { type: 'admin' } })
  strapi.server.routes({ type: 'admin', routes: [
    route('POST', '/bin-entries/:documentId/restore', ctx => restore(strapi, ctx)),
    route('GET', '/uses/:uid/:documentId', ctx => tellUses(strapi, ctx)),
  ] })
}

interface Checker {
  can: { read: (row?: object) => boolean, delete: (row?: object) => boolean }
}

function checkerFor(strapi: Core.Strapi, ctx: Context, model: string): Checker {
  return strapi.plugin('content-manager').service('permission-checker').create({ userAbility: ctx.state.userAbility, model })
}

async function restore(strapi: Core.Strapi, ctx: Context): Promise<void> {
  const entry = await findBinEntry(strapi, { documentId: String(ctx.params.documentId) })
  const schema = entry && schemaOfEntry(strapi, entry)
  if (!entry || !schema) return ctx.notFound('Das liegt nicht mehr im Papierkorb.')
  if (!checkerFor(strapi, ctx, BIN).can.read(entry) || !checkerFor(strapi, ctx, schema.uid).can.delete()) return ctx.forbidden()
  ctx.body = { data: await bringBack(strapi, entry) }
}

async function tellUses(strapi: Core.Strapi, ctx: Context): Promise<void> {
  const { uid, documentId } = ctx.params
  const schema = publicSchemas(strapi).find(candidate => candidate.uid === uid)
  const rows: { locale: string | null }[] = schema ? await strapi.db.query(schema.uid).findMany({ select: ['locale'], where: { documentId } }) : []
  if (!schema || rows.length === 0) return ctx.notFound('Diesen Eintrag gibt es nicht mehr.')
  const source = await strapi.db.query(schema.uid).findOne({ where: { documentId, ...isLocalised(schema) && IN_SOURCE_LANGUAGE }, populate: { createdBy: { populate: ['roles'] } } })
  if (!checkerFor(strapi, ctx, schema.uid).can.read(source ?? {})) return ctx.forbidden()
  const uses = await usesOf(strapi, schema, documentId)
  const mayRead = (type: string) => checkerFor(strapi, ctx, type).can.read()
  const locales = new Set(rows.flatMap(({ locale }) => locale ?? []))
  ctx.body = { data: {
    kind: schema.info.displayName,
    languages: [...locales].map(locale => localeOf(locale).name),
    keptDays: isKept(schema) ? KEPT_DAYS : 0,
    isPublic: await isLive(strapi, schema, documentId),
    refusal: (await restingProblems(strapi, schema, documentId)).map(({ message }) => message).join(' '),
    uses: uses.map(use => ({ ...use, title: mayRead(schemaOf(strapi, use.uid).uid) ? use.title : '', languages: use.languages.map(locale => localeOf(locale).name) })),
  } }
}
