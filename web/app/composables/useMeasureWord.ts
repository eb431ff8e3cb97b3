import type { MeasureWord } from '~~/server/cms/measure-word'

/** What the plan of a slug calls its measures; null where it calls them so, and where there is no plan. */
export async function useMeasureWord(plan: string | undefined): Promise<MeasureWord | null> {
  if (!plan) return null
  const { word } = await useContent(`/api/plans/${encodeURIComponent(plan)}/measure-word`)
  return word
}
