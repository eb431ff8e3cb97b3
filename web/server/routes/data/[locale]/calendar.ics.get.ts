import { findCalendar, writeCalendar } from '../../../cms/calendar'

export default defineEventHandler(async (event) => {
  const locale = localeOfPath(event)
  const choice = { plan: textOfQuery(event, 'plan') ?? '', field: textOfQuery(event, 'field') ?? '' }
  const calendar = orNotFound(await findCalendar(choice, locale))
  return sendFile(event, 'text/calendar', writeCalendar(calendar, { locale, siteUrl: readEnvironment().siteUrl }))
})
