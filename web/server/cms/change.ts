import { ChangesDocument, type ChangesQueryVariables } from 'shared-types'
import { type ChangeNode, toSentence } from './change-sentence'
import { askChosen } from './client'
import { toField } from './field'
import { toCitations } from './source'
import { toName } from './text'

/** Etwas, das sich geändert hat. */
export type Change = ReturnType<typeof toChanges>[number]

export type ChangePage = Awaited<ReturnType<typeof findChanges>>

export async function findChanges(variables: ChangesQueryVariables) {
  const answer = await askChosen(ChangesDocument, variables)
  const { changes: { total, nodes }, plans, fieldsOfAction, measures: [measure], tombstone } = answer
  const chosen = measure ?? tombstone
  return {
    total,
    changes: nodes.flatMap(toChanges),
    /** The measure to which the choice is limited. */
    measure: chosen ? { ...toName(chosen), isGone: !measure } : null,
    plans: plans.map(toName),
    fields: fieldsOfAction.map(toField),
  }
}

/** A change as a list shows it; none where a later version of the cms tells of what is not known here. */
export function toChanges(change: ChangeNode) {
  const sentence = toSentence(change)
  if (!sentence) return []
  const { kind, day, date, statusUpdate, decision, lineage, name, event, article, project, tombstone } = change
  const document = statusUpdate ?? decision ?? lineage ?? event ?? article ?? project ?? tombstone
  return [
    {
      id: `${kind} ${document?.documentId ?? `${change.measure?.slug ?? change.plan?.slug} ${name?.value}`}`,
      kind, day, date, sentence,
      /** What was written or done here is its own source. */
      isSourced: kind !== 'article' && kind !== 'gone',
      citations: toCitations((statusUpdate ?? decision ?? lineage ?? name ?? event ?? project)?.citations ?? []),
    },
  ]
}
