import { findNearest } from '../../cms/nearest'

/** For the page that says that something is not there: without the cms it says just that. */
export default defineEventHandler(event =>
  findNearest(textOfQuery(event, 'path') ?? '', localeOfRequest(event)).catch(() => []),
)
