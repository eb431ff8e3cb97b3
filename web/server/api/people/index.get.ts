import { findPersonLines } from '../../cms/directory'

export default defineEventHandler(event => findPersonLines(localeOfRequest(event)))
