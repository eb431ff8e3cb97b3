import { findRevision } from '../../../../cms/revision'

/** A document as it was published. Throws 404 for a kind without versions, and where there is no such version. */
export default defineEventHandler(async event =>
  orNotFound(
    await findRevision(versionedTypeOfPath(event), {
      slug: slugOfPath(event), locale: localeOfRequest(event), number: numberOfPath(event, 'number'),
    }),
  ),
)
