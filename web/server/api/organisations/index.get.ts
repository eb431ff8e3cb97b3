import { findOrganisationLines } from '../../cms/directory'

export default defineEventHandler(event => findOrganisationLines(localeOfRequest(event)))
