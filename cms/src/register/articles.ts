/** Finding articles: by filters whose choices are counted, the newest first. */
import { ARTICLE_FACETS, ARTICLE_KINDS, type ArticleFacetName, LOCALE_CODES } from 'shared-types'
import { byCount, type Choice, countFacets, type FacetCount, inLanguage, listOf, placeIn } from './facets'
import { fieldsInOrder, slugsOf } from './finder'
import type { Register, RegisteredArticle } from './load'

export interface ArticleFinding {
  /** documentIds, the newest first. */
  ids: string[]
  /** How many of all that fit do not exist in the asked language. */
  elsewhere: number
  facets: Record<ArticleFacetName, FacetCount[]>
}

export function findArticles(register: Register, choice: Choice<ArticleFacetName>, { locale, isTranslated }: { locale: string, isTranslated: boolean }): ArticleFinding {
  const { found, counts } = countFacets(register.articles.values(), choice, { facets: ARTICLE_FACETS, valuesOf: article => valuesOf(register, article) })
  const { shown, elsewhere } = inLanguage(found, locale, isTranslated)
  return {
    ids: shown.sort(newestFirst).map(({ id }) => id),
    elsewhere,
    facets: {
      kind: listOf(counts, 'kind').sort(placeIn(ARTICLE_KINDS)),
      year: listOf(counts, 'year').sort((a, b) => Number(b.value) - Number(a.value)),
      field: listOf(counts, 'field').sort(placeIn(fieldsInOrder(register))),
      person: listOf(counts, 'person').sort(byCount),
      language: listOf(counts, 'language').sort(placeIn(LOCALE_CODES)),
    },
  }
}

function valuesOf(register: Register, { kind, startsOn, endsOn, fields, people, languages }: RegisteredArticle): Record<ArticleFacetName, string[]> {
  return {
    kind: [kind],
    year: [...new Set([startsOn, endsOn].map(day => day.slice(0, 4)).filter(Boolean))],
    field: slugsOf(fields.map(id => register.fields.get(id))),
    person: slugsOf([...people].map(id => register.people.get(id))),
    language: languages,
  }
}

/** What has no exact date comes after what has one in the same time, and what has none last. */
function newestFirst(a: RegisteredArticle, b: RegisteredArticle): number {
  const [dayA, dayB] = [a.endsOn || a.startsOn, b.endsOn || b.startsOn]
  if (dayA !== dayB) return dayA < dayB ? 1 : -1
  return a.id < b.id ? -1 : 1
}
