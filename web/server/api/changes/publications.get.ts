import { today } from 'shared-types'
import { findPublications } from '../../cms/revision'

export default defineEventHandler(event =>
  findPublications({
    locale: localeOfRequest(event), since: dayOfQuery(event, 'since') ?? today(), page: pageOfQuery(event),
  }),
)
