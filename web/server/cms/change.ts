import {
  type Change, type ChangePage, ChangesDocument, type ChangesQuery, type ChangesQueryVariables,
} from 'shared-types'
import { askChosen } from './client'
import { toDecisions } from './decision'
import { toField } from './field'
import { toLineage } from './lineage'
import { toMeasureSummary } from './measure'
import { toCitations } from './source'
import { toText, toTitle, whole } from './text'

export async function findChanges(variables: ChangesQueryVariables): Promise<ChangePage> {
  const { changes: { total, nodes }, plans, fieldsOfAction } = await askChosen(ChangesDocument, variables)
  return {
    total,
    changes: nodes.map(toChange),
    plans: whole(plans).map(plan => ({ slug: plan.slug ?? '', title: toTitle(plan) })),
    fields: whole(fieldsOfAction).map(toField),
  }
}

function toChange(change: ChangesQuery['changes']['nodes'][number]): Change {
  const [decision = null] = toDecisions(change.decision ? [change.decision] : [])
  const lineage = change.lineage && toLineage(change.lineage)
  return {
    kind: change.kind,
    date: change.statusUpdate?.date ?? decision?.date ?? lineage?.date ?? change.day,
    measure: change.measure && toMeasureSummary(change.measure),
    plan: change.plan && { slug: change.plan.slug ?? '', title: toTitle(change.plan) },
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
