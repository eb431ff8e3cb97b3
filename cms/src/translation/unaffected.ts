/** Says of a translation that what changed in its source does not concern it, and why: then it is up to date again. */
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import type { Context } from 'koa'
import { hasDrafts } from '../content-model/schema'
import { unpublished } from '../desk/drafts'
import { inTurn } from '../lifecycle/in-turn'
import { type AskedDraft, findAskedRow, may } from '../rows/asked-draft'
import { isSourceRow } from '../rows/rows'
import { refuse } from '../rules/problems'
import { answerOvertaken, OvertakenError } from '../together/refusal'
import { readBuiltOn } from '../together/request'
import { isReason, type Reason, REASONS } from './reasons'
import { noteReason } from './translation-record'

const WHY = `Bitte sagen Sie, warum: ${Object.values(REASONS).join('; ')}.`

/** What was noted. */
export interface Noted {
  /** Whether it holds for readers, too: nothing else waits for publication, and she may publish. */
  isPublic: boolean
}

/**
 * `POST /translation-states/api::page.page/<documentId>/unaffected?locale=ar` with `reason`, for whoever may write in
 * this language; `X-Compared` says with which versions it was compared.
 */
export async function answerUnaffected(strapi: Core.Strapi, ctx: Context): Promise<void> {
  const asked = await findAskedRow(strapi, ctx)
  if (!asked || isSourceRow(asked.row)) return ctx.notFound()
  if (!may(strapi, ctx.state.userAbility, asked, 'update')) return ctx.forbidden()
  const reason: unknown = Reflect.get(Object(Reflect.get(ctx.request, 'body')), 'reason')
  if (!isReason(reason)) return refuse([{ path: [], message: WHY }])
  ctx.state.builtOn = readBuiltOn(ctx)
  try {
    ctx.body = { data: await note(strapi, asked, { reason, ability: ctx.state.userAbility }) }
  } catch (error) {
    if (!(error instanceof OvertakenError)) throw error
    answerOvertaken(ctx, error)
  }
}

async function note(
  strapi: Core.Strapi, asked: AskedDraft, { reason, ability }: { reason: Reason, ability: unknown },
): Promise<Noted> {
  const { schema, keys: { document: documentId, language: locale } } = asked
  const documents = Reflect.apply(strapi.documents, strapi, [schema.uid])
  const isWaiting = hasDrafts(schema) && await isUnpublished(strapi, asked)
  await inTurn(strapi, documentId, async () => {
    await documents.update({ documentId, locale, data: { isConfirmed: true } })
    await noteReason(strapi, schema, { documentId, locale }, reason)
  })
  if (!hasDrafts(schema)) return { isPublic: true }
  if (isWaiting || !may(strapi, ability, asked, 'publish')) return { isPublic: false }
  try {
    await documents.publish({ documentId, locale })
    return { isPublic: true }
  } catch (error) {
    // What stands against a publication is told where somebody publishes.
    if (error instanceof errors.ApplicationError) return { isPublic: false }
    throw error
  }
}

/** Whether something else of it waits for publication: that is published by nobody in passing. */
async function isUnpublished(strapi: Core.Strapi, { schema, row }: AskedDraft): Promise<boolean> {
  return await strapi.db.query(schema.uid).count({ where: { $and: [{ id: row.id }, unpublished(strapi, schema)] } }) > 0
}
