import { PAGE_SIZE, PlanLineageDocument } from 'shared-types'
import { askFiltered } from './client'
import { toField } from './field'
import { type LineageEntry, toLineages } from './lineage'
import { toFigures } from './plan'
import { toClaims } from './source'
import { toName, toTitle } from './text'

/** What became of the measures of a plan. */
export type PlanLineage = NonNullable<Awaited<ReturnType<typeof ofPlan>>>

/** Links in one answer of the cms at most. */
const MOST_LINKS = 100

/** What became of the measures of the plan of a key, or null where there is no such plan. */
export async function findPlanLineage(slug: string, locale: string, page: number) {
  return ofPlan(slug, locale, { page, pageSize: PAGE_SIZE })
}

/** Every link of a plan, for the crosswalk; null where there is no such plan. */
export async function findAllLinks(slug: string, locale: string): Promise<LineageEntry[] | null> {
  const links: LineageEntry[] = []
  for (let page = 1, total = 1; (page - 1) * MOST_LINKS < total; page += 1) {
    const plan = await ofPlan(slug, locale, { page, pageSize: MOST_LINKS })
    if (!plan) return null
    links.push(...plan.links)
    total = plan.linkCount
  }
  return links
}

async function ofPlan(
  slug: string, locale: string, paging: { page: number, pageSize: number },
) {
  const answer = await askFiltered(PlanLineageDocument, { slug, locale, ...paging }, { isFurther: paging.page !== 1 })
  const [plan] = answer.plans
  if (!plan) return null
  const count = (fate: string) => plan.fates.find(candidate => candidate.fate === fate)?.count ?? 0
  return {
    slug,
    title: toTitle(plan),
    languages: plan.languages,
    translationOrigin: plan.translationOrigin,
    measureCount: plan.measureCount,
    goneMeasureCount: plan.goneMeasureCount,
    fates: {
      continued: count('continued'), ongoing: count('ongoing'), completed: count('completed'),
      dropped: count('dropped'), unknown: count('unknown'),
    },
    fields: answer.fieldsOfAction.map(toField),
    laterFields: answer.laterFields.map(field => ({
      ...toField(field),
      predecessors: field.predecessors.map(predecessor => predecessor.slug),
    })),
    flows: plan.lineageFlows.map(({ from, to, count: pairs }) => ({
      from: from?.slug ?? null, to: to?.slug ?? null, count: pairs,
    })),
    successors: plan.successors.map(toName),
    links: toLineages(plan.lineages.nodes),
    linkCount: plan.lineages.total,
    figures: toFigures(answer.reportedFigures, plan),
    claims: toClaims(plan.claims),
  }
}
