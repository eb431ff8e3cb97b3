import type { PlanDetail } from '~~/server/cms/plan'

/** A part of what is known of a plan, which has a page of its own below that of the plan. */
export type PlanPart = 'about' | 'names' | 'people' | 'projects' | 'events'

/** The plan at the address of one of its parts. */
export function usePlanPart(part: PlanPart): Promise<PlanDetail> {
  const localePath = useLocalePath()
  const { slug } = useRoute(`plans-slug-${part}___de`).params
  return useDocument(
    useContent(`/api/plans/${encodeURIComponent(String(slug))}`),
    current => localePath({ name: `plans-slug-${part}`, params: { slug: current } }),
  )
}
