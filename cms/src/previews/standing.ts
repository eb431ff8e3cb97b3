/** Whether a link to a preview still counts: for a day, as long as its draft is there and its maker is signed in. */
import type { Core } from '@strapi/strapi'
import { hasDrafts, schemaOf } from '../content-model/schema'
import { ACCOUNT } from '../content-model/uids'
import { workingRows } from '../rows/rows'
import { type Preview, previewFrom } from './token'

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

/** Why a preview is not shown: nobody made such a link, its day is over, its maker has left, its draft is gone. */
type Ending = 'unknown' | 'expired' | 'ended' | 'deleted'

export type Standing = { preview: Preview, until: Date } | { ending: Ending }

export async function standingOf(strapi: Core.Strapi, token: string): Promise<Standing> {
  const preview = previewFrom(token)
  if (!preview) return { ending: 'unknown' }
  const until = endOf(preview)
  if (Date.now() >= until.getTime()) return { ending: 'expired' }
  if (!await isMakerThere(strapi, preview)) return { ending: 'ended' }
  return await isDraftThere(strapi, preview) ? { preview, until } : { ending: 'deleted' }
}

export function endOf({ madeOn }: Preview): Date {
  return new Date(madeOn + DAY_MILLISECONDS)
}

/** endPreviewsOf ends all links that an account has made until now. */
export async function endPreviewsOf(strapi: Core.Strapi, account: number): Promise<void> {
  await ends(strapi).set({ key: String(account), value: Date.now() })
}

/** forgetEndsOf removes what was remembered of the links of an account that is deleted. */
export async function forgetEndsOf(strapi: Core.Strapi, account: number): Promise<void> {
  await ends(strapi).delete({ key: String(account) })
}

async function isMakerThere(strapi: Core.Strapi, { account, madeOn }: Preview): Promise<boolean> {
  const maker: { isActive: boolean } | null = await strapi.db
    .query(ACCOUNT)
    .findOne({ select: ['id', 'isActive'], where: { id: account } })
  const endedOn = Number(await ends(strapi).get({ key: String(account) }) ?? -Infinity)
  return maker?.isActive === true && madeOn > endedOn
}

/** When the links of an account were last ended, by its id. */
function ends(strapi: Core.Strapi) {
  return strapi.store({ type: 'api', name: 'previews-ended' })
}

async function isDraftThere(strapi: Core.Strapi, { type, documentId }: Preview): Promise<boolean> {
  const schema = schemaOf(strapi, type)
  return hasDrafts(schema)
    && await strapi.db.query(type).count({ where: { documentId, ...workingRows(schema) } }) > 0
}
