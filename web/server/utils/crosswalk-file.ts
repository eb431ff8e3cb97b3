import type { H3Event } from 'h3'
import { type NamedCrosswalkRow, namedCrosswalk } from '../cms/crosswalk'
import { findAllLinks } from '../cms/plan-lineage'
import { findCurrentSlug } from '../cms/site'

/**
 * Sends the crosswalk of the plan that an address names, written by `write`; a former slug leads on to the one it has
 * now.
 */
export async function sendCrosswalk(
  event: H3Event, file: string, type: string, write: (rows: NamedCrosswalkRow[]) => string,
): Promise<unknown> {
  const locale = localeOfPath(event)
  const found = await findBySlug(slugOfPath(event), {
    find: slug => findAllLinks(slug, locale),
    findMoved: slug => findCurrentSlug('Plan', slug),
  })
  if ('document' in found) return sendFile(event, type, write(namedCrosswalk(found.document)))
  const slug = 'movedTo' in found ? found.movedTo : orNotFound(null)
  return sendRedirect(
    event, `${readEnvironment().siteUrl}/data/${locale}/plans/${slug}/${file}${getRequestURL(event).search}`, 308,
  )
}
