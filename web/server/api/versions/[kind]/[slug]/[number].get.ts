import { findRevision } from '../../../../cms/revision'
import { findComparison } from '../../../../cms/version-comparison'

/**
 * A document as it was published, and what another version says otherwise, where the query names one. Throws 404 for a
 * kind without versions, and where there is no such version.
 */
export default defineEventHandler(async (event) => {
  const type = versionedTypeOfPath(event)
  const wanted = { slug: slugOfPath(event), locale: localeOfRequest(event), number: numberOfPath(event, 'number') }
  const revision = orNotFound(await findRevision(type, wanted))
  const other = textOfQuery(event, 'mit')
  const isShown = other !== undefined && !revision.withdrawnFor
  return { ...revision, comparison: isShown ? await findComparison(type, wanted, other) : null }
})
