import { SEARCHED_TYPES } from 'shared-types'
import { search } from '../../cms/search'

export default defineEventHandler((event) => {
  const type = textOfQuery(event, 'type')
  return search({
    q: (textOfQuery(event, 'q') ?? '').trim(), type: SEARCHED_TYPES.find(candidate => candidate === type),
    page: pageOfQuery(event), locale: localeOfRequest(event),
  })
})
