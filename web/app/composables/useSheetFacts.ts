import type { LocaleCode } from 'shared-types'
import type { ArticleDetail } from '~~/server/cms/article'
import type { MeasureDetail } from '~~/server/cms/measure'
import type { Text } from '~~/server/cms/text'

/** What is known of a document at a glance, with its name in the same language. */
export interface SheetFact {
  label: string
  value: Text
}

/** Says in a language what is known of measures and articles. Its interface texts must be loaded. */
export function useSheetFacts(locale: LocaleCode): {
  ofMeasure: (measure: MeasureDetail) => SheetFact[]
  ofArticle: (article: ArticleDetail) => SheetFact[]
} {
  const { t } = useI18n()
  const format = useDateWords(locale)
  const fact = (label: string, value: Text | string | null): SheetFact[] =>
    value ? [{ label, value: typeof value === 'string' ? { value, locale } : value }] : []
  /** A text, where it is there in this language; else that it is not. */
  const own = (text: Text | null) => text && (text.locale === locale ? text : t('sheet.untranslated', {}, { locale }))
  return {
    ofMeasure: ({ plan, field, kind, code, current, lead, period, cost, indicator }) => [
      ...fact(t('measure.stage', {}, { locale }), t(`words.stage.${current?.stage ?? 'unknown'}`, {}, { locale })),
      ...fact(t('measures.since', {}, { locale }), current && format(current.date)),
      ...fact(t('measure.plan', {}, { locale }), plan && plan.title),
      ...fact(t('measure.field', {}, { locale }), field && field.title),
      ...fact(
        t('measure.kind', {}, { locale }), kind === 'unknown' ? null : t(`words.measureKind.${kind}`, {}, { locale }),
      ),
      ...fact(t('measure.code', {}, { locale }), code),
      ...fact(t('measure.lead', {}, { locale }), lead && lead.name),
      ...fact(t('measure.period', {}, { locale }), period && format(period)),
      ...fact(t('measure.cost', {}, { locale }), own(cost)),
      ...fact(t('measure.indicator', {}, { locale }), own(indicator)),
    ],
    ofArticle: ({ kind, date, fields }) => [
      ...fact(
        t('measure.kind', {}, { locale }),
        kind === 'unknown' ? t('word.unknown', {}, { locale }) : t(`words.articleKind.${kind}`, {}, { locale }),
      ),
      ...fact(t('article.original.title', {}, { locale }), date && format(date)),
      ...fields.flatMap(field => fact(t('measure.field', {}, { locale }), field.title)),
    ],
  }
}
