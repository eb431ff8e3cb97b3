/** What the panel beside a translation tells editors: how the texts stand that they work on. */
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { isLocaleCode, localeOf } from 'shared-types'
import { appointmentsAt } from '../appointments/appointment'
import { nameOfPlace } from '../content-model/places'
import { isLocalised, publicSchemas, type Schema } from '../content-model/schema'
import { mayWriteIn } from '../desk/reader'
import { offersDrafts } from '../machine-drafts/languages'
import { IN_SOURCE_LANGUAGE, type Row, workingRows } from '../rows/rows'
import { permissionsAt } from '../strapi/permissions'
import { noteReading } from '../together/compared'
import { namedVersions, versionsOf } from '../together/former-states'
import { sourceTextFor } from './source-text'
import { statesOf, type TranslationState } from './translation-state'
import { answerUnaffected } from './unaffected'

/** As many entries as the longest page of a list shows. */
const AT_ONCE = 100

/**
 * `GET /translation-states/api::page.page/<documentId>` for the panel, and
 * `GET /translation-states/api::page.page?documents=<documentId>,<documentId>` for a list: for whoever is signed in and
 * may read the entries. With `/<documentId>/source?locale=ar` the text that a translation is made from; `POST` to
 * `/<documentId>/unaffected?locale=ar` says that what changed does not concern it (`unaffected.ts`).
 */
export function registerTranslationStates(strapi: Core.Strapi): void {
  const route = (path: string, handler: (ctx: Context) => Promise<void>) =>
    ({
      method: 'GET' as const, path, handler, config: { policies: ['admin::isAuthenticatedAdmin'] },
      info: { type: 'admin' as const },
    })
  strapi.server.routes({
    type: 'admin',
    routes: [
      route('/translation-states/:uid/:documentId', ctx => answer(strapi, ctx)),
      route('/translation-states/:uid/:documentId/source', ctx => answerWithSource(strapi, ctx)),
      route('/translation-states/:uid', ctx => answerForList(strapi, ctx)),
      {
        ...route('/translation-states/:uid/:documentId/unaffected', ctx => answerUnaffected(strapi, ctx)), method: 'POST',
      },
    ],
  })
}

/** Each document with its languages, their states without the texts, and what is to happen to them by itself. */
async function answerForList(strapi: Core.Strapi, ctx: Context): Promise<void> {
  const schema = translatedType(strapi, ctx.params.uid)
  if (!schema) return ctx.notFound()
  const asked = String(ctx.query.documents ?? '').split(',').slice(0, AT_ONCE)
  const reader = permissionsAt(strapi, ctx.state.userAbility, schema.uid)
  const rows: Row[] = await strapi.db
    .query(schema.uid)
    .findMany({
      where: { documentId: { $in: asked }, ...workingRows(schema), ...IN_SOURCE_LANGUAGE },
      populate: { createdBy: { populate: ['roles'] } },
    })
  const documents = rows.filter(row => !reader.cannot.read(row)).map(({ documentId }) => documentId)
  const states = await statesOf(strapi, schema, documents, 'editors')
  const all = await appointmentsAt(strapi, schema.uid, documents)
  const plannedFor = (document: string, locale: string) => all
    .filter(appointment => appointment.document === document && appointment.language === locale)
    .map(({ step, at, problem }) => ({ step, at, problem }))
  const told = [...states].map(([document, ofAll]) =>
    [document, ofAll.map(({ locale, state }) => ({ locale, state, planned: plannedFor(document, locale) }))])
  ctx.body = { data: Object.fromEntries(told) }
}

function translatedType(strapi: Core.Strapi, uid: unknown): Schema | undefined {
  return publicSchemas(strapi).filter(isLocalised).find(candidate => candidate.uid === uid)
}

/** An entry that whoever asks may read, and which of its attributes. */
export interface Asked {
  schema: Schema
  documentId: string
  mayRead: (place: string) => boolean
}

/** Null where the question was answered already: the entry is not there, or not hers to read. */
export async function askedIn(strapi: Core.Strapi, ctx: Context): Promise<Asked | null> {
  const { uid, documentId = '' } = ctx.params
  const schema = translatedType(strapi, uid)
  const row = schema && await findEntry(strapi, schema, documentId)
  if (!row) {
    ctx.notFound()
    return null
  }
  const reader = permissionsAt(strapi, ctx.state.userAbility, schema.uid)
  if (reader.can.read(row)) return { schema, documentId, mayRead: place => reader.can.read(row, place.split(/[/.]/)[0]) }
  ctx.forbidden()
  return null
}

/** Null for what is no translation; a form that is only opening does not know yet what it is. */
async function answerWithSource(strapi: Core.Strapi, ctx: Context): Promise<void> {
  if (!translatedType(strapi, ctx.params.uid)) {
    ctx.body = { data: null }
    return
  }
  const asked = await askedIn(strapi, ctx)
  if (!asked) return
  const { schema, documentId, mayRead } = asked
  const { locale } = ctx.query
  const text = isLocaleCode(locale) ? await sourceTextFor(strapi, schema, documentId, locale) : null
  ctx.body = {
    data: text && {
      ...text, fields: text.fields.filter(({ field }) => mayRead(field)), zones: text.zones.filter(mayRead),
      gone: text.gone.filter(({ place }) => mayRead(place)),
      hasMachineDrafts: isLocaleCode(locale) && offersDrafts(text.locale, locale)
        && mayWriteIn({ strapi, ability: ctx.state.userAbility }, schema, locale),
    },
  }
}

async function answer(strapi: Core.Strapi, ctx: Context): Promise<void> {
  const asked = await askedIn(strapi, ctx)
  if (!asked) return
  const { schema, documentId, mayRead } = asked
  const versions = (await versionsOf(strapi, { document: documentId })).get(documentId) ?? []
  const states = (await statesOf(strapi, schema, [documentId], 'editors')).get(documentId) ?? []
  const isThere = (locale: string | null) => states.some(other => other.locale === locale && other.state !== 'missing')
  noteReading(ctx.state.user.id, documentId, versions)
  ctx.body = {
    builtOn: namedVersions(documentId, versions),
    data: states.map(state => ({
      ...state,
      source: state.translatedFrom && localeOf(state.translatedFrom).name, isSourceThere: isThere(state.translatedFrom),
      changes: changesOf(strapi, schema, state, mayRead),
      untranslated: [
        ...new Set(state.untranslated.filter(mayRead).map(place => nameOfPlace(strapi, schema, place))),
      ],
    })),
  }
}

/** The entry in its source language, with what a right may depend on: who made it. */
async function findEntry(strapi: Core.Strapi, schema: Schema, documentId: string): Promise<Row | null> {
  return strapi.db
    .query(schema.uid)
    .findOne({
      where: { documentId, ...workingRows(schema), ...IN_SOURCE_LANGUAGE },
      populate: { createdBy: { populate: ['roles'] } },
    })
}

/** With a name for every place; without attributes that this editor may not read. */
function changesOf(
  strapi: Core.Strapi, schema: Schema, { changes }: TranslationState, mayRead: (place: string) => boolean,
) {
  return changes.flatMap(({ locale, weight, now, before }) => {
    const { name, language, direction } = localeOf(locale)
    const place = now?.place ?? before?.place ?? ''
    return mayRead(place)
      ? [
          {
            place: nameOfPlace(strapi, schema, place), source: name, language, direction, now: now?.text ?? null,
            before: before?.text ?? null, isDoubtful: weight === 'check',
          },
        ]
      : []
  })
}
