import { findSite } from '../../cms/site'

export default defineEventHandler(event => findSite(localeOfRequest(event)))
