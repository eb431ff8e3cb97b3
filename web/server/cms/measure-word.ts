import { PlanMeasureWordsDocument, type PlanMeasureWordsQuery, SOURCE_LANGUAGE } from 'shared-types'
import { ask } from './client'
import { type Text, toText } from './text'

/** What a plan itself calls its measures, one and many. */
export interface MeasureWord {
  one: Text
  many: Text
}

/** The word of the plan of a slug; null where it calls them measures, and where there is no such plan. */
export async function findMeasureWord(slug: string, locale: string): Promise<MeasureWord | null> {
  const { plans: [plan] } = await ask(PlanMeasureWordsDocument, { slug, locale })
  return toMeasureWord(plan?.measureWords ?? [], locale)
}

type WordNode = PlanMeasureWordsQuery['plans'][number]['measureWords'][number]

/** In a language, else in that of the plan's own paper. */
export function toMeasureWord(words: readonly WordNode[], locale: string): MeasureWord | null {
  const word = [locale, SOURCE_LANGUAGE].flatMap(code => words.find(({ language }) => language === code) ?? [])[0]
  const [one, many] = [toText(word?.one, word?.language), toText(word?.many, word?.language)]
  return one && many && { one, many }
}
