import type { H3Event } from 'h3'
import { TYPES } from 'shared-types'
import { sharePicturePath } from '../../app/utils/share'
import { findCurrentSlug, findGone } from '../cms/site'
import { drawShare } from '../share/drawing'
import { findPicture, type Pictured } from '../share/pictures'
import { toPng } from '../share/png'

/** Sends the picture beside a link to the document that an address names. Other websites show it. */
export async function sendSharePicture(event: H3Event, type: Pictured): Promise<unknown> {
  const locale = localeOfPath(event)
  const kind = TYPES[type].address.english
  const addressOf = (slug: string) => readEnvironment().siteUrl + sharePicturePath(kind, slug, locale)
  const found = await findBySlug(slugOfPath(event), {
    find: slug => findPicture(type, slug, locale),
    findMoved: slug => findCurrentSlug(type, slug),
    findGone: slug => findGone(type, slug, locale),
  })
  if ('gone' in found) throw createError({ statusCode: 410, statusMessage: 'Gone' })
  if ('movedTo' in found) return sendRedirect(event, addressOf(found.movedTo), 308)
  // There is one of each: nobody has the same drawn again and again.
  if (getRequestURL(event).search) return sendRedirect(event, addressOf(slugOfPath(event)), 308)
  return sendPicture(event, await toPng(await drawShare(found.document)))
}
