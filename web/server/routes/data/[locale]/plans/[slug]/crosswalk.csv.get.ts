import { namedCrosswalk, toCsv } from '../../../../../cms/crosswalk'
import { findAllLinks } from '../../../../../cms/lineage'

export default defineEventHandler(async (event) => {
  const links = orNotFound(await findAllLinks(slugOfPath(event), localeOfPath(event)))
  return sendFile(event, 'text/csv', toCsv(namedCrosswalk(links)))
})
