import type { H3Event } from 'h3'
import type { ArticleFinderQueryVariables } from 'shared-types'

/** The articles that an address asks for, those in its language unless all are wanted. */
export function articleChoice(event: H3Event): ArticleFinderQueryVariables {
  return {
    locale: localeOfRequest(event),
    kind: textOfQuery(event, 'kind'),
    from: textOfQuery(event, 'from'),
    until: textOfQuery(event, 'until'),
    field: textOfQuery(event, 'field'),
    person: textOfQuery(event, 'person'),
    language: textOfQuery(event, 'language'),
    isTranslated: textOfQuery(event, 'all') !== '1',
  }
}
