/** What the admin asks of the bin, and of what uses an entry before it is deleted. */
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { localeOf } from 'shared-types'
import { isLocalised, publicSchemas, type Schema, schemaOf } from '../content-model/schema'
import { deletionProblems } from '../lifecycle/delete'
import { IN_SOURCE_LANGUAGE } from '../rows/rows'
import { permissionsAt } from '../strapi/permissions'
import { isLive } from '../usage/resting'
import { usesOf } from '../usage/uses'
import { findBinEntry, isKept, KEPT_DAYS, schemaOfEntry } from './entry'
import { bringBack } from './bring-back'
import { BIN, CONSENT, PERSON } from '../content-model/uids'
import { personOf } from '../person/preview'

/** As many entries as the longest page of a list shows. */
const AT_ONCE = 100

/**
 * `POST /bin-entries/<documentId>/restore` for whoever may delete entries of that type, and
 * `GET /uses/api::plan.plan/<documentId>,<documentId>?locale=de` for whoever may read the entries: what would be said
 * of
 * each before it is deleted, in one of its languages or in all.
 */
export function registerBin(strapi: Core.Strapi): void {
  const route = (method: 'GET' | 'POST', path: string, handler: (ctx: Context) => Promise<void>) =>
    ({ method, path, handler, config: { policies: ['admin::isAuthenticatedAdmin'] }, info: { type: 'admin' } })
  strapi.server.routes({ type: 'admin', routes: [
    route('POST', '/bin-entries/:documentId/restore', ctx => restore(strapi, ctx)),
    route('GET', '/uses/:uid/:documents', ctx => tellUses(strapi, ctx)),
  ] })
}

async function restore(strapi: Core.Strapi, ctx: Context): Promise<void> {
  const entry = await findBinEntry(strapi, { documentId: String(ctx.params.documentId) })
  const schema = entry && schemaOfEntry(strapi, entry)
  if (!entry || !schema) return ctx.notFound('Das liegt nicht mehr im Papierkorb.')
  const { userAbility } = ctx.state
  const maySee = permissionsAt(strapi, userAbility, BIN).can.read(entry)
  if (!maySee || !permissionsAt(strapi, userAbility, schema.uid).can.delete()) return ctx.forbidden()
  ctx.body = { data: await bringBack(strapi, entry) }
}

async function tellUses(strapi: Core.Strapi, ctx: Context): Promise<void> {
  const schema = [...publicSchemas(strapi), schemaOf(strapi, CONSENT)].find(({ uid }) => uid === ctx.params.uid)
  const language = typeof ctx.query.locale === 'string' && ctx.query.locale !== '*' ? ctx.query.locale : null
  const answers: object[] = []
  for (const documentId of String(ctx.params.documents).split(',').slice(0, AT_ONCE)) {
    const rows: LanguageRow[] = schema
      ? await strapi.db.query(schema.uid).findMany({ select: ['locale'], where: { documentId } })
      : []
    if (!schema || rows.length === 0) continue
    if (!await mayReadEntry(strapi, ctx, schema, documentId)) return ctx.forbidden()
    answers.push(await usesFor(strapi, ctx, schema, { documentId, rows, language }))
  }
  if (answers.length === 0) return ctx.notFound('Diesen Eintrag gibt es nicht mehr.')
  ctx.body = { data: answers }
}

/** The person who is shown by this consent, or by this and others; null where nobody is. */
async function shownBy(strapi: Core.Strapi, consent: string): Promise<string | null> {
  const person = await personOf(strapi, CONSENT, consent)
  const where = {
    documentId: person, publicGround: 'consent', publishedAt: { $notNull: true }, ...IN_SOURCE_LANGUAGE,
  }
  const shown: { name: string } | null = person
    ? await strapi.db.query(PERSON).findOne({ select: ['name'], where })
    : null
  return shown?.name ?? null
}

async function mayReadEntry(strapi: Core.Strapi, ctx: Context, schema: Schema, documentId: string): Promise<boolean> {
  const where = { documentId, ...isLocalised(schema) && IN_SOURCE_LANGUAGE }
  const source = await strapi.db.query(schema.uid).findOne({ where, populate: { createdBy: { populate: ['roles'] } } })
  return permissionsAt(strapi, ctx.state.userAbility, schema.uid).can.read(source ?? {})
}

interface LanguageRow {
  locale: string | null
}

interface Asked {
  documentId: string
  rows: LanguageRow[]
  /** Which of its languages would be deleted; null for all. */
  language: string | null
}

async function usesFor(strapi: Core.Strapi, ctx: Context, schema: Schema, asked: Asked): Promise<object> {
  const { documentId } = asked
  const locales = [...new Set(asked.rows.flatMap(({ locale }) => locale ?? []))]
  const language = isLocalised(schema) ? asked.language : null
  const mayRead = (type: string) => permissionsAt(strapi, ctx.state.userAbility, type).can.read()
  const problems = await deletionProblems(strapi, schema, documentId, language === null ? null : [language])
  return {
    documentId,
    kind: schema.info.displayName,
    languages: locales.map(locale => localeOf(locale).name),
    isWhole: language === null || locales.every(locale => locale === language),
    keptDays: isKept(schema) ? KEPT_DAYS : 0,
    isPublic: schema.uid !== CONSENT && await isLive(strapi, schema, documentId),
    withdraws: schema.uid === CONSENT ? await shownBy(strapi, documentId) : null,
    refusal: problems.map(({ message }) => message).join(' '),
    uses: (await usesOf(strapi, schema, documentId)).map(use => ({
      ...use,
      title: mayRead(use.uid) ? use.title : '',
      languages: use.languages.map(locale => localeOf(locale).name),
    })),
  }
}
