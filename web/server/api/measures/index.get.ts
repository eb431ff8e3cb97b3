import { MEASURE_KINDS, MEASURE_SORTS, STAGES, today } from 'shared-types'
import { findMeasures } from '../../cms/finder'

export default defineEventHandler((event) => {
  const sort = textOfQuery(event, 'sort')
  return findMeasures({
    locale: localeOfRequest(event),
    plan: textOfQuery(event, 'plan'),
    field: textOfQuery(event, 'field'),
    stage: wordOfQuery(event, 'stage', STAGES),
    kind: wordOfQuery(event, 'kind', MEASURE_KINDS),
    body: textOfQuery(event, 'body'),
    year: yearOfQuery(event, 'year'),
    q: textOfQuery(event, 'q'),
    asOf: dayOfQuery(event, 'asof') ?? today(),
    isTranslated: textOfQuery(event, 'all') !== '1',
    sort: MEASURE_SORTS.find(candidate => candidate === sort),
    page: pageOfQuery(event),
  })
})
