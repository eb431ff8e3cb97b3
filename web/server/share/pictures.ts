/** What the picture beside a link to a document shows: made of the same answers as its page, it is as new as that. */
import { type LocaleCode, today } from 'shared-types'
import { isolatedText } from '../../app/utils/isolated'
import { sectionOf } from '../../app/utils/share'
import {
  articleShareWords, fieldShareWords, measureShareWords, planShareWords, type ShareWords,
} from '../../app/utils/share-words'
import { findArticle } from '../cms/article'
import { findField } from '../cms/field'
import { findMeasure } from '../cms/measure'
import { findMeasureWord } from '../cms/measure-word'
import { findPlan } from '../cms/plan'
import type { Text } from '../cms/text'
import { type FindText, textsIn } from '../cms/words'
import type { Motif, SharePicture } from './drawing'

/** Finds what there is to draw for a slug in a language. */
type FindDocument = (slug: string, locale: LocaleCode) => Promise<Drawn | null>

interface Drawn {
  title: Text
  languages: string[]
  motif: Motif
  wordsIn: (speech: { locale: string, t: FindText }) => ShareWords
}

const DOCUMENTS = {
  Measure: findDrawnMeasure, Article: findDrawnArticle, Plan: findDrawnPlan, FieldOfAction: findDrawnField,
}

/** Types of documents with a picture of their own. */
export type Pictured = keyof typeof DOCUMENTS

/** The picture of a slug; null where there is no such document in that language. */
export async function findPicture(type: Pictured, slug: string, locale: LocaleCode): Promise<SharePicture | null> {
  const find: FindDocument = DOCUMENTS[type]
  const document = await find(slug, locale)
  if (!document?.languages.includes(locale)) return null
  const { title, motif, wordsIn } = document
  const words = wordsIn({ locale, t: await textsIn(locale) })
  return { locale, title: isolatedText(title.value, locale), motif, words }
}

async function findDrawnMeasure(slug: string, locale: LocaleCode): Promise<Drawn | null> {
  const measure = await findMeasure(slug, locale)
  if (!measure) return null
  const word = measure.plan && await findMeasureWord(measure.plan.slug, locale)
  const { field, current } = measure
  return {
    ...measure, wordsIn: speech => measureShareWords(measure, word, speech),
    motif: { of: 'measure', strand: field?.strand ?? null, stage: current?.stage ?? 'unknown' },
  }
}

async function findDrawnArticle(slug: string, locale: LocaleCode): Promise<Drawn | null> {
  const article = await findArticle(slug, locale)
  return article && {
    ...article, wordsIn: speech => articleShareWords(article, speech),
    motif: { of: sectionOf(article.kind) === 'opinions' ? 'opinion' : 'article' },
  }
}

async function findDrawnPlan(slug: string, locale: LocaleCode): Promise<Drawn | null> {
  const plan = await findPlan(slug, locale, today())
  return plan && { ...plan, wordsIn: speech => planShareWords(plan, speech), motif: { of: 'plan' } }
}

async function findDrawnField(slug: string, locale: LocaleCode): Promise<Drawn | null> {
  const field = await findField(slug, locale)
  return field && {
    ...field, wordsIn: speech => fieldShareWords(field, speech), motif: { of: 'field', strand: field.strand },
  }
}
