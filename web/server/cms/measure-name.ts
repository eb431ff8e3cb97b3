import { type Named, toName } from './text'

/** A measure as others name it; one that is gone is said to be. */
export type MentionedMeasure = ReturnType<typeof toMentioned>[number]

interface Mention {
  measures: readonly Named[]
  goneMeasures: readonly Named[]
}

/** The measures that something is about, those that are gone last. */
export function toMentioned({ measures, goneMeasures }: Mention) {
  return [
    ...measures.map(measure => ({ ...toName(measure), isGone: false })),
    ...goneMeasures.map(measure => ({ ...toName(measure), isGone: true })),
  ]
}
