import { findArticles } from '../../cms/article'

export default defineEventHandler(event => findArticles({ ...articleChoice(event), page: pageOfQuery(event) }))
