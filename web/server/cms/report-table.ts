/** The report on a plan as a table for partners: the rows of the page. */
import { stringify } from 'csv-stringify/sync'
import { type LocaleCode, localeOf } from 'shared-types'
import type { LifeEntry, News } from './life'
import type { PlanReport, ReportRow } from './report'
import { type FindText, textsIn } from './words'

/** RFC 4180. What a spreadsheet would take for a formula begins with an apostrophe. */
export async function toReportCsv(report: PlanReport, locale: LocaleCode): Promise<string> {
  const t = await textsIn(locale)
  const rows = report.rows.map(row => toRecord(report, row, t))
  return stringify(rows, { header: true, escape_formulas: true, record_delimiter: 'windows' })
}

function toRecord(report: PlanReport, row: ReportRow, t: FindText): Record<string, string> {
  return {
    plan: report.slug,
    as_of: report.asOf,
    measure: row.slug,
    code: row.code ?? '',
    title: row.title.value,
    title_language: localeOf(row.title.locale).language,
    field: row.field?.slug ?? '',
    body: row.body?.slug ?? '',
    stage: row.stage,
    stage_word: t(`words.stage.${row.stage}`),
    stage_date: row.date ?? '',
    stage_sources: row.citations.map(({ source }) => source.url ?? source.label).join(' '),
    news_date: row.news?.date ?? '',
    news: row.news ? newsInWords(row.news, t) : '',
    is_silent: String(row.isSilent),
    is_open: String(row.isOpen),
    decisions: row.decisions.map(({ date, outcome, body }) =>
      [date, outcomeIn(outcome, t), body?.name.value].filter(Boolean).join(' ')).join('; '),
    calls_until: row.calls.join(' '),
  }
}

function newsInWords(news: News, t: FindText): string {
  if ('update' in news) return t(`words.stage.${news.update.stage}`)
  if ('decision' in news) return outcomeIn(news.decision.outcome, t)
  if ('fate' in news) return t(`words.lineageKind.${news.fate}`)
  return news.title.value
}

function outcomeIn(outcome: Extract<LifeEntry, { decision: unknown }>['decision']['outcome'], t: FindText): string {
  return outcome === 'unknown' ? t('word.unknown') : t(`words.outcome.${outcome}`)
}
