import { findTimeline } from '../../cms/timeline'

export default defineEventHandler(event => findTimeline(localeOfRequest(event)))
