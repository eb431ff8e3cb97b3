/** Finding articles: by filters whose choices are counted, the newest first. */
import { ARTICLE_FACETS, ARTICLE_KINDS, type ArticleFacetName, LOCALE_CODES } from 'shared-types'
import { byCount, type Choice, choicesOf, countFacets, type FacetCount, inLanguage, placeIn } from './facets'
import { fieldsInOrder, slugsOf } from './finder'
import type { Register, RegisteredArticle } from './load'

export interface ArticleFinding {
  /** documentIds, the newest first. */
  ids: string[]
  /** How many of all that fit do not exist in the asked language. */
  elsewhere: number
  facets: Record<ArticleFacetName, FacetCount[]>
}

/** How articles are looked at. */
interface View {
  /** First and last year of the period in which they were first published, `YYYY`; empty where it is open. */
  from: string
  until: string
  locale: string
  /** Only articles that exist in the language. */
  isTranslated: boolean
}

export function findArticles(
  register: Register, choice: Choice<ArticleFacetName>, { from, until, locale, isTranslated }: View,
): ArticleFinding {
  const isWithin = (article: RegisteredArticle) =>
    yearsOf(article).some(year => year >= from) && yearsOf(article).some(year => until === '' || year <= until)
  const { found, counts } = countFacets(register.articles.values(), choice, {
    facets: ARTICLE_FACETS,
    valuesOf: article => valuesOf(register, article),
    holds: article => (from === '' && until === '') || isWithin(article),
  })
  const { shown, elsewhere } = inLanguage(found, locale, isTranslated)
  return {
    ids: shown.sort(newestFirst).map(({ id }) => id),
    elsewhere,
    facets: {
      kind: choicesOf(counts, 'kind').sort(placeIn(ARTICLE_KINDS)),
      year: choicesOf(counts, 'year').sort((a, b) => Number(b.value) - Number(a.value)),
      field: choicesOf(counts, 'field').sort(placeIn(fieldsInOrder(register))),
      person: choicesOf(counts, 'person').sort(byCount),
      language: choicesOf(counts, 'language').sort(placeIn(LOCALE_CODES)),
    },
  }
}

function valuesOf(register: Register, article: RegisteredArticle): Record<ArticleFacetName, string[]> {
  const { kind, fields, people, languages } = article
  return {
    kind: [kind],
    year: yearsOf(article),
    field: slugsOf(fields.map(id => register.fields.get(id))),
    person: slugsOf([...people].map(id => register.people.get(id))),
    language: languages,
  }
}

/** The first and the last year that its date can mean. */
function yearsOf({ startsOn, endsOn }: RegisteredArticle): string[] {
  return [...new Set([startsOn, endsOn].map(day => day.slice(0, 4)).filter(Boolean))]
}

/** What has no exact date comes after what has one in the same time, and what has none last. */
function newestFirst(a: RegisteredArticle, b: RegisteredArticle): number {
  const [dayA, dayB] = [a.endsOn || a.startsOn, b.endsOn || b.startsOn]
  if (dayA !== dayB) return dayA < dayB ? 1 : -1
  return a.id < b.id ? -1 : 1
}
