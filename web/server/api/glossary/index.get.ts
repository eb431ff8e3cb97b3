import { findGlossary } from '../../cms/glossary'

export default defineEventHandler(event => findGlossary(localeOfRequest(event)))
