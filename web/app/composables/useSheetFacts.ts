import { type LocaleCode, today } from 'shared-types'
import type { ArticleDetail } from '~~/server/cms/article'
import type { MeasureDetail } from '~~/server/cms/measure'
import type { Text } from '~~/server/cms/text'
import type { PathEntry } from '~/utils/measure-path'
import type { SheetPart } from '~/utils/sheet'

/** What is known of a document at a glance, with its name in the same language. */
export interface SheetFact {
  label: string
  value: Text
}

/** Says in a language what is known of measures and articles. Its interface texts must be loaded. */
export function useSheetFacts(locale: LocaleCode): {
  ofMeasure: (measure: MeasureDetail) => SheetFact[]
  ofArticle: (article: ArticleDetail) => SheetFact[]
  pathOf: (measure: MeasureDetail) => SheetPart[]
} {
  const { t } = useI18n()
  const format = useDateWords(locale)
  const fact = (label: string, value: Text | string | null): SheetFact[] =>
    value ? [{ label, value: typeof value === 'string' ? { value, locale } : value }] : []
  /** A text, where it is there in this language; else that it is not. */
  const own = (text: Text | null) => text && (text.locale === locale ? text : t('sheet.untranslated', {}, { locale }))
  const stopOf = (entry: PathEntry) => {
    if ('update' in entry) return t(`words.stage.${entry.update.stage}`, {}, { locale })
    if (!('decision' in entry)) {
      const title = 'event' in entry ? entry.event.title : entry.title
      return title.locale === locale ? title.value : null
    }
    const { outcome, body } = entry.decision
    const decided = outcome === 'unknown'
      ? t('word.unknown', {}, { locale })
      : t(`words.outcome.${outcome}`, {}, { locale })
    return body?.name.locale === locale ? `${decided} · ${body.name.value}` : decided
  }
  return {
    /** What happened when; what is not told in this language is left to the one beside it. */
    pathOf: measure => pathParts(
      { value: t('measure.path.title', {}, { locale }), locale },
      pathOfMeasure(measure, today()).flatMap((entry) => {
        const words = stopOf(entry)
        return words ? [{ id: entry.id, date: format(entry.date), words }] : []
      }),
    ),
    ofMeasure: ({ plan, field, kind, code, current, lead, period, cost, indicator }) => [
      ...fact(t('measure.stage', {}, { locale }), t(`words.stage.${current?.stage ?? 'unknown'}`, {}, { locale })),
      ...fact(t('measures.date', {}, { locale }), current && format(current.date)),
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
