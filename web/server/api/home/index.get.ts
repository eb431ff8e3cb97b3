import { findHome } from '../../cms/home'

export default defineEventHandler(event => findHome(localeOfRequest(event)))
