/** What the panel beside a translation tells editors: how the texts stand that they work on. */
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { localeOf } from 'shared-types'
import { nameOfPlace } from '../content-model/places'
import { isLocalised, publicSchemas, type Schema } from '../content-model/schema'
import { IN_SOURCE_LANGUAGE, type Row, workingRows } from '../rows/rows'
import { noteReading } from '../together/compared'
import { namedVersions, versionsOf } from '../together/former-states'
import { statesOf, type TranslationState } from './translation-state'

/** `GET /translation-states/api::page.page/<documentId>`, for whoever is signed in and may read the entry. */
export function registerTranslationStates(strapi: Core.Strapi): void {
  const handler = (ctx: Context) => answer(strapi, ctx)
  strapi.server.routes({
    type: 'admin',
    routes: [
      {
        method: 'GET', path: '/translation-states/:uid/:documentId', handler,
        config: { policies: ['admin::isAuthenticatedAdmin'] }, info: { type: 'admin' },
      },
    ],
  })
}

async function answer(strapi: Core.Strapi, ctx: Context): Promise<void> {
  const { uid, documentId = '' } = ctx.params
  const schema = publicSchemas(strapi).filter(isLocalised).find(candidate => candidate.uid === uid)
  const row = schema && await findEntry(strapi, schema, documentId)
  if (!row) return ctx.notFound()
  const reader: Reader = strapi
    .plugin('content-manager')
    .service('permission-checker')
    .create({ userAbility: ctx.state.userAbility, model: schema.uid })
  if (reader.cannot.read(row)) return ctx.forbidden()
  const versions = (await versionsOf(strapi, { document: documentId })).get(documentId) ?? []
  const states = (await statesOf(strapi, schema, [documentId], 'editors')).get(documentId) ?? []
  const isThere = (locale: string | null) => states.some(other => other.locale === locale && other.state !== 'missing')
  const mayRead = (place: string) => reader.can.read(row, place.split('/')[0])
  noteReading(ctx.state.user.id, documentId, versions)
  ctx.body = {
    builtOn: namedVersions(documentId, versions),
    data: states.map(state => ({
      ...state,
      source: state.translatedFrom && localeOf(state.translatedFrom).name, isSourceThere: isThere(state.translatedFrom),
      changes: changesOf(strapi, schema, state, mayRead),
    })),
  }
}

interface Reader {
  can: { read: (row: Row, attribute?: string) => boolean }
  cannot: { read: (row: Row) => boolean }
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
  return changes.flatMap(({ locale, now, before }) => {
    const { name, language, direction } = localeOf(locale)
    const place = now?.place ?? before?.place ?? ''
    return mayRead(place)
      ? [
          {
            place: nameOfPlace(strapi, schema, place), source: name, language, direction, now: now?.text ?? null,
            before: before?.text ?? null,
          },
        ]
      : []
  })
}
