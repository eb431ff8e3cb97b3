import type { MentionedMeasure } from 'shared-types'
import { type Named, toName } from './text'

interface Mention {
  measures: readonly Named[]
  goneMeasures: readonly Named[]
}

/** The measures that something is about, those that are gone last. */
export function toMentioned({ measures, goneMeasures }: Mention): MentionedMeasure[] {
  return [
    ...measures.map(measure => ({ ...toName(measure), isGone: false })),
    ...goneMeasures.map(measure => ({ ...toName(measure), isGone: true })),
  ]
}
