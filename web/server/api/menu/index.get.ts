import { findMenu } from '../../cms/page'
import { noteForNow } from '../../pages/made-of'

/** Stands below every page, error pages too: without the cms the menu is short, and such a page is not kept. */
export default defineEventHandler(event => findMenu(localeOfRequest(event)).catch(() => {
  noteForNow()
  return []
}))
