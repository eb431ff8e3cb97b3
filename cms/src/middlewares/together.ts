import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import type { Context, Next } from 'koa'
import { valueAt } from 'shared-types'
import { noteReading } from '../together/compared'
import { deletionOf, namedVersions, versionsOf } from '../together/former-states'
import { answerOvertaken, OvertakenError } from '../together/refusal'
import { readBuiltOn } from '../together/request'
import { authorOf } from '../together/told'

/** `/content-manager/collection-types/<type>/<documentId>`, or without it a list or what there is one of. */
const DOCUMENTS = /^\/content-manager\/(collection-types|single-types)\/([\w:.-]+)(?:\/(\w+))?(?:\/actions\/\w+)?$/

/** What the admin reads says which version it is, and what it writes says on which it was built. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const [, kind, type, document] = DOCUMENTS.exec(ctx.path) ?? []
    if (!kind || !type) return next()
    if (ctx.method === 'GET') return read(strapi, ctx, next, { type, document })
    ctx.state.builtOn = readBuiltOn(ctx)
    if (document && confirms(ctx)) ctx.state.builtOn.onArrival = (await versionsOf(strapi, { document })).get(document)
    try {
      await next()
    } catch (error) {
      const refusal
        = error instanceof errors.NotFoundError && document ? await deletedMeanwhile(strapi, ctx, document) : error
      if (!(refusal instanceof OvertakenError)) throw error
      return answerOvertaken(ctx, refusal)
    }
    if (ctx.status < 300 && isAnswer(ctx.body)) ctx.body.meta = { ...ctx.body.meta, cameIn: ctx.state.builtOn.cameIn }
  }

function confirms({ request }: Context): boolean {
  const { body } = request
  return valueAt(body, 'isConfirmed') === true
}

interface Answer {
  data?: { documentId?: string }
  results?: { documentId: string, locale?: string | null }[]
  meta?: object
}

function isAnswer(body: unknown): body is Answer {
  return typeof body === 'object' && body !== null && ('data' in body || 'results' in body)
}

/** The versions are asked for before the rows are read: what changes in between then only seems to be one's own. */
async function read(
  strapi: Core.Strapi,
  ctx: Context,
  next: Next,
  { type, document }: { type: string, document: string | undefined },
): Promise<void> {
  const single = document ?? (await oneOf(strapi, ctx, type))
  const versions = await versionsOf(strapi, single ? { document: single } : { type })
  await next()
  if (ctx.status !== 200 || !isAnswer(ctx.body)) return
  const documents = single ? [single] : (ctx.body.results ?? []).map(({ documentId }) => documentId)
  if (single) noteReading(ctx.state.user?.id, single, versions.get(single) ?? [])
  ctx.body.meta = {
    ...ctx.body.meta,
    builtOn: Object.fromEntries(documents.map(id => [id, namedVersions(id, versions.get(id) ?? [])])),
  }
}

async function oneOf(strapi: Core.Strapi, ctx: Context, type: string): Promise<string | null> {
  if (!ctx.path.startsWith('/content-manager/single-types/') || !(type in strapi.contentTypes)) return null
  const row: { documentId: string } | null = await strapi.db.query(type).findOne({ select: ['documentId'] })
  return row?.documentId ?? null
}

/** Who saves what was deleted meanwhile hears who did that; null where nobody did. */
async function deletedMeanwhile(strapi: Core.Strapi, ctx: Context, document: string): Promise<OvertakenError | null> {
  const deletion = ctx.state.builtOn.versions.size > 0 ? await deletionOf(strapi, document) : null
  if (!deletion) return null
  const { who, when } = await authorOf(strapi, [deletion], null, ['title'])
  const message = `Nicht gespeichert: ${who} hat diesen Eintrag inzwischen gelöscht. Ihr Text steht noch im Formular.`
  return new OvertakenError(message, {
    kind: 'deleted',
    contested: [{ key: '', place: '', mine: '', theirs: '', mark: '', who, when }],
  })
}
