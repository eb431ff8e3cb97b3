import { namedCrosswalk } from '../../../../../cms/crosswalk'
import { findAllLinks } from '../../../../../cms/lineage'

export default defineEventHandler(async (event) => {
  const links = orNotFound(await findAllLinks(slugOfPath(event), localeOfPath(event)))
  return sendFile(event, 'application/json', JSON.stringify(namedCrosswalk(links), null, 2))
})
