import type { H3Event } from 'h3'
import { ARTICLE_KINDS, type ArticleFinderQueryVariables, LOCALE_CODES } from 'shared-types'

/** The articles that an address asks for, those in its language unless all are wanted. */
export function articleChoice(event: H3Event): ArticleFinderQueryVariables {
  return {
    locale: localeOfRequest(event),
    kind: wordOfQuery(event, 'kind', ARTICLE_KINDS),
    from: yearOfQuery(event, 'from'),
    until: yearOfQuery(event, 'until'),
    field: textOfQuery(event, 'field'),
    person: textOfQuery(event, 'person'),
    language: wordOfQuery(event, 'language', LOCALE_CODES),
    isTranslated: textOfQuery(event, 'all') !== '1',
  }
}
