import {
  type CrosswalkLink, type LineageEntry, type LineageEntryFragment, type LinkedMeasure, PAGE_SIZE, type PlanLineage,
  PlanLineageDocument,
} from 'shared-types'
import { askFiltered } from './client'
import { toField } from './field'
import { toFigure } from './plan'
import { toCitations, toClaims } from './source'
import { toText, toTitle, toTranslated, type TranslatedNode, whole } from './text'

/** Links in one answer of the cms at most. */
const MOST_LINKS = 100

/** What became of the measures of the plan of a key, or null where there is no such plan. */
export async function findPlanLineage(slug: string, locale: string, page: number): Promise<PlanLineage | null> {
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
): Promise<PlanLineage | null> {
  const answer = await askFiltered(PlanLineageDocument, { slug, locale, ...paging }, { isFurther: paging.page !== 1 })
  const [plan] = whole(answer.plans)
  if (!plan) return null
  const count = (fate: string) => plan.fates.find(candidate => candidate.fate === fate)?.count ?? 0
  return {
    slug,
    title: toTitle(plan),
    languages: whole(plan.languages),
    translationOrigin: plan.translationOrigin,
    measureCount: plan.measureCount,
    fates: {
      continued: count('continued'), ongoing: count('ongoing'), completed: count('completed'),
      dropped: count('dropped'), unknown: count('unknown'),
    },
    fields: whole(answer.fieldsOfAction).map(toField),
    laterFields: whole(answer.laterFields).map(field => ({
      ...toField(field),
      predecessors: whole(field.predecessors).map(predecessor => predecessor.slug ?? ''),
    })),
    flows: plan.lineageFlows.map(({ from, to, count: pairs }) => ({
      from: from?.slug ?? null, to: to?.slug ?? null, count: pairs,
    })),
    successors: whole(answer.successors).map(successor => ({ slug: successor.slug ?? '', title: toTitle(successor) })),
    links: toLineages(plan.lineages.nodes),
    linkCount: plan.lineages.total,
    figures: whole(answer.reportedFigures).map(figure => toFigure(figure, plan)),
    claims: toClaims(plan.claims),
  }
}

export function toLineages(
  lineages: readonly ((LineageEntryFragment & TranslatedNode) | null)[] | null | undefined,
): LineageEntry[] {
  return whole(lineages).map(toLineage)
}

export function toLineage(lineage: LineageEntryFragment & TranslatedNode): LineageEntry {
  const gone = (side: string) =>
    lineage.goneMeasures
      .filter(measure => measure.side === side)
      .map(({ tombstone: { slug, title, locale } }): LinkedMeasure => ({
        slug, title: { value: title, locale }, plan: null, isGone: true,
      }))
  return {
    id: lineage.documentId,
    kind: lineage.kind ?? 'unknown',
    date: lineage.date,
    certainty: lineage.certainty ?? 'unknown',
    reason: toText(lineage.reason, lineage.locale),
    ...toTranslated(lineage),
    from: [...whole(lineage.from).map(toLinked), ...gone('from')],
    to: [...whole(lineage.to).map(toLinked), ...gone('to')],
    citations: toCitations(lineage.citations),
  }
}

function toLinked(measure: NonNullable<LineageEntryFragment['from'][number]>): LinkedMeasure {
  return {
    slug: measure.slug ?? '', title: toTitle(measure),
    plan: measure.plan && { slug: measure.plan.slug ?? '', title: toTitle(measure.plan) }, isGone: false,
  }
}

/** A link as the crosswalk has it. */
export function toCrosswalk({ id, kind, date, certainty, from, to }: LineageEntry): CrosswalkLink {
  return { id, kind, date: date ?? '', certainty, from: from.map(({ slug }) => slug), to: to.map(({ slug }) => slug) }
}
