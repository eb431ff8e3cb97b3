import { findMenu } from '../../cms/page'

/** Stands below every page, error pages too: without the cms the menu is short, and the page says what is wrong. */
export default defineEventHandler(event => findMenu(localeOfRequest(event)).catch(() => []))
