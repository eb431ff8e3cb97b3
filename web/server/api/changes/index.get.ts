import { CHANGE_KINDS, today } from 'shared-types'
import { findChanges } from '../../cms/change'

export default defineEventHandler((event) => {
  const kind = textOfQuery(event, 'kind')
  return findChanges({
    locale: localeOfRequest(event),
    since: dayOfQuery(event, 'since') ?? today(),
    plan: textOfQuery(event, 'plan'),
    field: textOfQuery(event, 'field'),
    measure: textOfQuery(event, 'measure'),
    kind: CHANGE_KINDS.find(candidate => candidate === kind),
    page: pageOfQuery(event),
  })
})
