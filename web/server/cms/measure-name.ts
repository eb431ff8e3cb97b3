import type { MentionedMeasure } from 'shared-types'
import { toTitle, whole } from './text'

interface Named {
  slug: string | null
  title: string | null
  locale: string | null
}

/**
 * The measures that something is about, those that are gone last. Versions stored before these were noted have none.
 */
export function toMentioned({
  measures, goneMeasures,
}: {
  measures: readonly (Named | null)[] | null
  goneMeasures: readonly Named[] | undefined
}): MentionedMeasure[] {
  const mentioned
    = (isGone: boolean) =>
      (measure: Named): MentionedMeasure => ({ slug: measure.slug ?? '', title: toTitle(measure), isGone })
  return [...whole(measures).map(mentioned(false)), ...whole(goneMeasures).map(mentioned(true))]
}
