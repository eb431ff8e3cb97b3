/**
 * What the picture beside a link to a document says, beside its title; the same stands in the words for those who do
 * not see it.
 */
import { isMachineMade, localeOf, type TranslationOrigin } from 'shared-types'
import type { ArticleDetail } from '~~/server/cms/article'
import type { FieldDetail } from '~~/server/cms/field'
import type { FindText } from '~~/server/cms/find-text'
import type { MeasureDetail } from '~~/server/cms/measure'
import type { MeasureWord } from '~~/server/cms/measure-word'
import type { PlanDetail } from '~~/server/cms/plan'
import { dateInWords } from './date-words'
import { isolatedText } from './isolated'
import { formatNumber } from './moments'
import { sectionOf } from './share'

/**
 * The words of a picture; empty where there is nothing to say. That a machine translated comes first of the notes: it
 * is never cut.
 */
export interface ShareWords {
  /** What it is. */
  kicker: string
  /** What stands out. */
  strong: string
  notes: string[]
  /** The field in whose colour it is drawn. */
  field: string
}

/** In which language, and its texts. */
interface Speech {
  locale: string
  t: FindText
}

export function measureShareWords(
  { plan, field, current, translationOrigin }: Pick<MeasureDetail, 'plan' | 'field' | 'current' | 'translationOrigin'>,
  word: MeasureWord | null, { locale, t }: Speech,
): ShareWords {
  const kicker = plan ? kickerIn(plan.title.value, word, { locale, t }) : t('search.type.Measure')
  const stage = current?.stage ?? 'unknown'
  const about = current?.date
    ? t('measure.asOf', { date: dateInWords(current.date, locale, t) })
    : t(`stageMeaning.${stage}`)
  return {
    kicker, strong: t(`words.stage.${stage}`), notes: [...originIn(translationOrigin, t), about],
    field: field?.title.value ?? '',
  }
}

function kickerIn(title: string, word: MeasureWord | null, { locale, t }: Speech): string {
  const plan = isolatedText(title, locale)
  const kicker = word
    ? t('measure.kickerInOwnWord', { word: isolatedText(word.one.value, locale), plan })
    : t('measure.kicker', { plan })
  return kicker.replace(/\p{L}/u, first => first.toLocaleUpperCase(localeOf(locale).language))
}

/** An opinion says that it is one. */
export function articleShareWords(
  { kind, isExample, date, translationOrigin }: Pick<ArticleDetail, 'kind' | 'isExample' | 'date' | 'translationOrigin'>,
  { locale, t }: Speech,
): ShareWords {
  const word = kind === 'unknown' ? t('search.type.Article') : t(`words.articleKind.${kind}`)
  const isOpinion = sectionOf(kind) === 'opinions'
  return {
    kicker: [...isExample ? [t('article.example.mark')] : [], word].join(' · '),
    strong: date ? dateInWords(date, locale, t) : '',
    notes: [...originIn(translationOrigin ?? null, t), ...isOpinion ? [t('share.line.opinions')] : []], field: '',
  }
}

export function planShareWords(
  { oldPlan, valid, translationOrigin }: Pick<PlanDetail, 'oldPlan' | 'valid' | 'translationOrigin'>, { locale, t }: Speech,
): ShareWords {
  return {
    kicker: oldPlan ? t('plan.old.label') : t('search.type.Plan'),
    strong: valid ? dateInWords(valid, locale, t) : '', notes: originIn(translationOrigin, t), field: '',
  }
}

export function fieldShareWords(
  { plan, measureCount, translationOrigin }: Pick<FieldDetail, 'plan' | 'measureCount' | 'translationOrigin'>,
  { locale, t }: Speech,
): ShareWords {
  return {
    kicker: plan
      ? `${t('field.partOf')} ${isolatedText(plan.title.value, locale)}`
      : t('search.type.FieldOfAction'),
    strong: measureCount > 0 ? t('measures.count', { n: formatNumber(measureCount, locale) }, measureCount) : '',
    notes: originIn(translationOrigin ?? null, t), field: '',
  }
}

/** All words of a picture in a row, as they stand in it. */
export function shareLine({ kicker, strong, notes, field }: ShareWords): string {
  return [kicker, strong, field, ...notes].filter(Boolean).join(' · ')
}

function originIn(origin: TranslationOrigin | null, t: FindText): string[] {
  return origin && isMachineMade(origin) ? [t(`words.origin.${origin}`)] : []
}
