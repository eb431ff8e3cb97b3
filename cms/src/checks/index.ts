/**
 * What is to be looked at before something is published (German: „Vor dem Veröffentlichen“): what stands against it,
 * and what is advised.
 */
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { hasDrafts, isLocalised, publicSchemas, type Schema, schemaOf } from '../content-model/schema'
import type { Row } from '../rows/rows'
import type { Elsewhere } from '../rules/problems'
import { permissionsAt } from '../strapi/permissions'
import { changeSentence } from './change'
import { draftsToPublish, placed, publishProblems, type PublishProblem } from './publish-problems'
import { problemsOf } from './table'

/** As many entries as the longest page of a list shows. */
const AT_ONCE = 100

/**
 * `GET /checks/api::page.page/<documentId>,<documentId>?locale=de,en` for whoever may read these drafts: of one in one
 * language all there is to say, of several what stands against publishing them together.
 */
export function registerChecks(strapi: Core.Strapi): void {
  strapi.server.routes({
    type: 'admin',
    routes: [
      {
        method: 'GET', path: '/checks/:uid/:documents', handler: (ctx: Context) => answer(strapi, ctx),
        config: { policies: ['admin::isAuthenticatedAdmin'] }, info: { type: 'admin' },
      },
    ],
  })
}

/** A line of the list, and the field to which it leads. */
export interface CheckLine {
  /** The name of the check. */
  check: string
  message: string
  /** Null where there is no one place to go to. */
  at: { type: string, documentId: string, locale: string | null, field: string } | null
  /** The other entry in which it is mended, and what is done with it; null where it is mended here. */
  elsewhere: Elsewhere & { deed: string } | null
}

/** What is known of a draft. */
export interface Checked {
  documentId: string
  must: CheckLine[]
  advice: CheckLine[]
  /** What publishing changes, in a sentence; empty where several were asked about. */
  change: string
}

async function answer(strapi: Core.Strapi, ctx: Context): Promise<void> {
  const schema = publicSchemas(strapi).filter(hasDrafts).find(({ uid }) => uid === ctx.params.uid)
  const documents = String(ctx.params.documents).split(',').slice(0, AT_ONCE)
  const locales = typeof ctx.query.locale === 'string' ? ctx.query.locale.split(',') : ['de']
  if (!schema) return ctx.notFound()
  const permissions = permissionsAt(strapi, ctx.state.userAbility, schema.uid)
  const isAlone = documents.length === 1 && locales.length === 1
  const found: Checked[] = []
  for (const documentId of documents) {
    const rows = await findDrafts(strapi, schema, documentId, locales)
    if (rows.length === 0) continue
    if (rows.some(row => permissions.cannot.read(row))) return ctx.forbidden()
    found.push(await checked(strapi, schema, { documentId, locales, isAlone }))
  }
  if (found.length === 0) return ctx.notFound()
  ctx.body = { data: found }
}

/** With what a right may depend on: who made it. */
async function findDrafts(
  strapi: Core.Strapi, schema: Schema, documentId: string, locales: string[],
): Promise<Row[]> {
  return strapi.db.query(schema.uid).findMany({
    where: { documentId, publishedAt: { $null: true }, ...isLocalised(schema) && { locale: { $in: locales } } },
    populate: { createdBy: { populate: ['roles'] } },
  })
}

async function checked(
  strapi: Core.Strapi, schema: Schema,
  { documentId, locales, isAlone }: { documentId: string, locales: string[], isAlone: boolean },
): Promise<Checked> {
  const must = (await publishProblems(strapi, schema, documentId, locales)).map(found => toLine(strapi, found))
  const [draft] = isAlone ? await draftsToPublish(strapi, schema, documentId, locales) : []
  if (!draft) return { documentId, must, advice: [], change: '' }
  const advice = (await problemsOf(strapi, schema, draft, ['advice']))
    .map(found => toLine(strapi, placed(schema, draft, found)))
  return {
    documentId, must, advice: advice.filter(({ at }) => must.every(line => line.at?.field !== at?.field)),
    change: await changeSentence(strapi, schema, draft),
  }
}

function toLine(strapi: Core.Strapi, { check, message, at, elsewhere }: PublishProblem): CheckLine {
  return {
    check, message, elsewhere: elsewhere ? { ...elsewhere, deed: deedOf(strapi, elsewhere) } : null,
    at: at && { type: at.schema.uid, documentId: at.documentId, locale: at.locale, field: at.path.join('.') },
  }
}

function deedOf(strapi: Core.Strapi, { type, documentId }: Elsewhere): string {
  return `${schemaOf(strapi, type).info.displayName} ${documentId ? 'öffnen' : 'eintragen'}`
}
