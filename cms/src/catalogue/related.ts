/** Entries that measures relate to, by the names under which a table names them. */
import type { Core } from '@strapi/strapi'
import { isLocalised, mainFieldOf, type Schema, schemaOf } from '../content-model/schema'
import { partOfPlan } from '../lifecycle/whole-plan'
import { IN_SOURCE_LANGUAGE, type Row, workingRows } from '../rows/rows'
import { isOfParts, typedAttributes } from '../together/form-state'
import { cellColumns } from './columns'
import { nameKey } from './folding'

/** What else names an entry for certain. */
const OTHER_NAMES = ['title', 'paperNumber', 'url']

interface Target {
  /** What editors call the type. */
  kind: string
  isWithinPlan: boolean
  /** The documents that a name means. */
  byName: Map<string, Set<string>>
  /** How a table names a document. */
  nameOf: Map<string, string>
}

export class Related {
  constructor(private readonly targets: ReadonlyMap<string, Target>) {}

  /** The name of a document that no other has; else its id. */
  nameOf(uid: string, documentId: string): string {
    return this.targets.get(uid)?.nameOf.get(documentId) ?? documentId
  }

  /** The document of this name or id; else a German sentence that says why there is none. */
  find(uid: string, name: string): { documentId: string } | { problem: string } {
    const target = this.targets.get(uid)
    if (target?.nameOf.has(name.trim())) return { documentId: name.trim() }
    const found = [...target?.byName.get(nameKey(name)) ?? []]
    const [documentId] = found
    if (documentId && found.length === 1) return { documentId }
    const where = target?.isWithinPlan ? ' in diesem Plan' : ''
    const kind = target?.kind ?? ''
    return {
      problem: documentId
        ? `„${name.trim()}“ gibt es${where} mehrmals (${kind}). Schreiben Sie statt des Namens die Kennung: ${found.join(' oder ')}.`
        : `„${name.trim()}“ gibt es${where} nicht (${kind}). Bitte prüfen Sie die Schreibweise, oder legen Sie den Eintrag zuerst an.`,
    }
  }
}

/** Everything that the measures of a plan may relate to, in their columns. */
export async function relatedOf(strapi: Core.Strapi, schema: Schema, plan: string): Promise<Related> {
  const columns = cellColumns(strapi, schema)
  const parts = columns.flatMap(({ attribute }) =>
    isOfParts(attribute) ? typedAttributes(schemaOf(strapi, attribute.component ?? '')) : [],
  )
  const attributes = [...columns.map(({ attribute }) => attribute), ...parts.map(([, attribute]) => attribute)]
  const uids = new Set(attributes.flatMap(({ target }) => target ?? []))
  const targets = new Map<string, Target>()
  for (const uid of uids) targets.set(uid, await targetOf(strapi, schemaOf(strapi, uid), plan))
  return new Related(targets)
}

async function targetOf(strapi: Core.Strapi, schema: Schema, plan: string): Promise<Target> {
  const within = partOfPlan(schema.uid, { documentId: plan })
  const rows: Row[] = await strapi.db.query(schema.uid).findMany({
    where: { $and: [workingRows(schema), isLocalised(schema) ? IN_SOURCE_LANGUAGE : {}, within ?? {}] },
  })
  const main = mainFieldOf(schema)
  const byName = new Map<string, Set<string>>()
  for (const row of rows)
    for (const name of [main, ...OTHER_NAMES]) note(byName, row[name], row.documentId)
  const nameOf = new Map(rows.map((row) => {
    const name = typeof row[main] === 'string' ? row[main].trim() : ''
    return [row.documentId, isUsable(name) && byName.get(nameKey(name))?.size === 1 ? name : row.documentId]
  }))
  return { kind: schema.info.displayName, isWithinPlan: within !== null, byName, nameOf }
}

function note(byName: Map<string, Set<string>>, name: unknown, documentId: string): void {
  const key = typeof name === 'string' ? nameKey(name) : ''
  if (key) byName.set(key, (byName.get(key) ?? new Set()).add(documentId))
}

/** Whether nothing in it stands between names as well. */
function isUsable(name: string): boolean {
  return nameKey(name) !== '' && !/[|;\n\r]/.test(name)
}
