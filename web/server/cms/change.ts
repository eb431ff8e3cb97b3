import { ChangesDocument, type ChangesQuery, type ChangesQueryVariables } from 'shared-types'
import { askChosen } from './client'
import { toDecision } from './decision'
import { toField } from './field'
import { toLineage } from './lineage'
import { toMeasureSummary } from './measure'
import { toCitations } from './source'
import { toName, toText } from './text'

/** Etwas, das sich geändert hat. */
export type Change = ReturnType<typeof toChange>

export type ChangePage = Awaited<ReturnType<typeof findChanges>>

export async function findChanges(variables: ChangesQueryVariables) {
  const { changes: { total, nodes }, plans, fieldsOfAction } = await askChosen(ChangesDocument, variables)
  return {
    total,
    changes: nodes.map(toChange),
    plans: plans.map(toName),
    fields: fieldsOfAction.map(toField),
  }
}

function toChange(change: ChangesQuery['changes']['nodes'][number]) {
  const decision = change.decision && toDecision(change.decision)
  const lineage = change.lineage && toLineage(change.lineage)
  return {
    kind: change.kind,
    date: change.statusUpdate?.date ?? decision?.date ?? lineage?.date ?? change.day,
    measure: change.measure && toMeasureSummary(change.measure),
    plan: change.plan && toName(change.plan),
    stage: change.statusUpdate?.stage ?? null,
    stageBefore: change.stageBefore,
    decision,
    lineage,
    name: toText(change.name?.value, change.name?.language),
    nameBefore: change.nameBefore,
    citations: toCitations(change.statusUpdate?.citations ?? change.name?.citations ?? []).concat(
      decision?.citations ?? lineage?.citations ?? [],
    ),
  }
}
