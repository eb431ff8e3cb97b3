import { findArticleDates } from '../../cms/article'

export default defineEventHandler(event => findArticleDates(articleChoice(event)))
