import { HomeDocument, HomeNewsDocument, type HomeQuery, parseHistoricalDate, today } from 'shared-types'
import { elsewhereIn, toArticleSummary } from './article'
import { toChanges } from './change'
import { ask } from './client'
import { comingAfter } from './coming'
import { toContributions } from './contribution'
import { toField } from './field'
import { toPicture } from './image'
import { findMarks, type MeasureMark } from './measure-mark'
import { textOf, toName, toTranslated } from './text'
import { toEventSummary, toNames } from './timeline'

export type PlanOverview = Awaited<ReturnType<typeof findHome>>['plans'][number]

export async function findHome(locale: string) {
  const [answer, news] = await Promise.all([
    ask(HomeDocument, { locale }), ask(HomeNewsDocument, { locale, today: today(), edtf: today() }),
  ])
  const { site, plans, fieldsOfAction, timelineEvents, articleFinder, contributions, pages } = answer
  const current = currentOf(plans)
  return {
    title: site?.title ?? 'LIP-Lab',
    lead: site && textOf(site, 'lead'),
    ...toTranslated(site ?? {}),
    plans: plans.map(plan => ({
      ...toName(plan),
      summary: textOf(plan, 'summary'),
      valid: plan.valid,
      ...toTranslated(plan),
      names: toNames(plan.names),
    })),
    /** The plan that holds today; null where there is none. */
    current: current && toName(current),
    /** Its measures. */
    marks: await marksOf(current, locale),
    /** Its fields. */
    fields: fieldsOfAction.map(toField).filter(({ plan }) => plan?.slug === current?.slug),
    changes: news.changes.nodes.flatMap(toChanges),
    coming: comingAfter(today(), { events: news.timelineEvents, measures: news.measures, plan: current }),
    shortTimeline: timelineEvents.map(toEventSummary),
    articles: articleFinder.nodes.filter(article => article.locale === locale).map(article => ({
      ...toArticleSummary(article),
      ...elsewhereIn(article, locale),
      cover: article.cover && toPicture(article.cover, [locale, ...article.languages]),
    })),
    articlesElsewhere: articleFinder.elsewhere,
    contributions: toContributions(contributions),
    pages: pages.map(page => ({ ...toName(page), lead: textOf(page, 'lead'), ...toTranslated(page) })),
  }
}

type PlanNode = HomeQuery['plans'][number]

/** The last that has begun; where none has, the last of all. */
function currentOf(plans: readonly PlanNode[]): PlanNode | null {
  const hasBegun = ({ valid }: PlanNode) => (parseHistoricalDate(valid)?.startsOn ?? '') <= today()
  return plans.filter(hasBegun).at(-1) ?? plans.at(-1) ?? null
}

async function marksOf(plan: PlanNode | null, locale: string): Promise<MeasureMark[]> {
  return plan ? findMarks(plan.slug, locale, today()) : []
}
