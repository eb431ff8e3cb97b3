import { findVersions } from '../../../../cms/revision'

/** The versions of a document in a language. Throws 404 for a kind without versions, and where there are none. */
export default defineEventHandler(async event =>
  orNotFound(
    await findVersions(versionedTypeOfPath(event), { slug: slugOfPath(event), locale: localeOfRequest(event) }),
  ),
)
