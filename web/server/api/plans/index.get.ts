import { findPlanLines } from '../../cms/directory'

export default defineEventHandler(event => findPlanLines(localeOfRequest(event)))
