import type { H3Event } from 'h3'
import type { LocaleCode } from 'shared-types'
import { findCurrentSlug } from '../cms/site'

interface PlanFile<Found> {
  /** Its name in the address, below the plan. */
  file: string
  type: string
  find: (slug: string, locale: LocaleCode) => Promise<Found | null>
  write: (found: Found, locale: LocaleCode) => string | Promise<string>
}

/** Sends a file about the plan that an address names; a former slug leads on to the one it has now. */
export async function sendPlanFile<Found>(
  event: H3Event, { file, type, find, write }: PlanFile<Found>,
): Promise<unknown> {
  const locale = localeOfPath(event)
  const found = await findBySlug(slugOfPath(event), {
    find: slug => find(slug, locale), findMoved: slug => findCurrentSlug('Plan', slug),
  })
  if ('document' in found) return sendFile(event, type, await write(found.document, locale))
  const slug = 'movedTo' in found ? found.movedTo : orNotFound(null)
  return sendRedirect(
    event, `${readEnvironment().siteUrl}/data/${locale}/plans/${slug}/${file}${getRequestURL(event).search}`, 308,
  )
}
