/** Asks once for all rows of a list how their languages stand. */
import type { ToldAppointment } from '../../appointments'
import type { Standing } from './sign'

/** As the cms answers it, see `cms/src/translation/states-route.ts`. */
export interface LanguageState {
  locale: string
  state: Standing
  planned: Pick<ToldAppointment, 'step' | 'at' | 'problem'>[]
}

type Ask = (address: string) => Promise<Record<string, LanguageState[]>>

interface Waiting {
  documents: Set<string>
  answer: Promise<Record<string, LanguageState[]>>
}

/** By type: the rows that are drawn at the same moment. */
const waiting = new Map<string, Waiting>()
const TOGETHER_MILLISECONDS = 30

export async function statesOf(ask: Ask, type: string, documentId: string): Promise<LanguageState[]> {
  const together = waiting.get(type) ?? begin(ask, type)
  together.documents.add(documentId)
  return (await together.answer)[documentId] ?? []
}

function begin(ask: Ask, type: string): Waiting {
  const documents = new Set<string>()
  const answer = new Promise(resolve => setTimeout(resolve, TOGETHER_MILLISECONDS)).then(() => {
    waiting.delete(type)
    return ask(`/translation-states/${type}?documents=${[...documents].join()}`)
  })
  const together = { documents, answer }
  waiting.set(type, together)
  return together
}
