import { type Text, toText } from './text'

export interface WithStageWords {
  stageWords: readonly { stage: string | null, language: string | null, word: string | null }[]
}

/** What a plan itself calls a stage. */
export function stageWordOf(plan: WithStageWords | null, stage: string | null): Text | null {
  const word = plan?.stageWords.find(candidate => candidate.stage === stage)
  return toText(word?.word, word?.language)
}
