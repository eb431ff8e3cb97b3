import { HomeDocument } from 'shared-types'
import { toArticleNames } from './article-name'
import { ask } from './client'
import { toField } from './field'
import { toName, toText, toTranslated } from './text'
import { inOrder, toEventSummary, toNames } from './timeline'

export type PlanOverview = Awaited<ReturnType<typeof findHome>>['plans'][number]

export async function findHome(locale: string) {
  const { site, plans, fieldsOfAction, timelineEvents, articleFinder } = await ask(HomeDocument, { locale })
  return {
    title: site?.title ?? 'LIP-Lab',
    lead: toText(site?.lead, site?.locale),
    ...toTranslated(site ?? {}),
    plans: plans.map(plan => ({
      ...toName(plan),
      summary: toText(plan.summary, plan.locale),
      valid: plan.valid,
      ...toTranslated(plan),
      names: toNames(plan.names),
    })),
    fields: fieldsOfAction.map(toField),
    shortTimeline: inOrder(timelineEvents.map(toEventSummary)),
    articles: toArticleNames(articleFinder.nodes),
    articlesElsewhere: articleFinder.elsewhere,
  }
}
