import type { Core } from '@strapi/strapi'
import type { LineageKind } from 'shared-types'
import { labelOf, type Schema } from '../content-model/schema'
import type { Problem } from './problems'
import { documentIdsOf } from '../rows/relations'
import { IN_SOURCE_LANGUAGE, type Values } from '../rows/rows'
import { LINEAGE, MEASURE } from '../content-model/uids'

interface Sides {
  from: [number, number]
  /** Measures, bodies and programmes together. */
  to: [number, number]
  /** Measures only, where bodies and programmes alone would not do, or no measure may stand there. */
  toMeasures?: [number, number]
  says: string
}

/** How many measures a kind of lineage needs on each side; a body or a programme may stand where a measure leads. */
const SIDES: Record<Exclude<LineageKind, 'unknown'>, Sides> = {
  continued: { from: [1, Infinity], to: [1, Infinity], says: bothSides('Fortgeführt') },
  renamed: { from: [1, Infinity], to: [1, Infinity], says: bothSides('Umbenannt') },
  narrowed: { from: [1, Infinity], to: [1, Infinity], says: bothSides('Enger gefasst') },
  widened: { from: [1, Infinity], to: [1, Infinity], says: bothSides('Weiter gefasst') },
  split: {
    from: [1, Infinity], to: [2, Infinity],
    says: '„Aufgeteilt“ braucht unter „Nach“ mindestens zwei Maßnahmen, Gremien oder Programme.',
  },
  merged: {
    from: [2, Infinity], to: [1, Infinity], says: '„Zusammengelegt“ braucht unter „Von“ mindestens zwei Maßnahmen.',
  },
  institutionalised: {
    from: [1, Infinity], to: [0, Infinity], says: '„In die Regelarbeit übernommen“ braucht unter „Von“ eine Maßnahme.',
  },
  fulfilled: {
    from: [1, Infinity], to: [0, Infinity], toMeasures: [0, 0],
    says: '„Erfüllt“ braucht unter „Von“ eine Maßnahme, und unter „Nach“ steht keine; ein Gremium oder Programm, das '
      + 'daraus wurde, darf dort stehen.',
  },
  dropped: {
    from: [1, Infinity], to: [0, 0],
    says: '„Fallen gelassen“ braucht unter „Von“ eine Maßnahme, und „Nach“ bleibt leer.',
  },
  new: {
    from: [0, 0], to: [1, Infinity], toMeasures: [1, Infinity],
    says: '„Neu“ braucht unter „Nach“ eine Maßnahme, und „Von“ bleibt leer.',
  },
}

function bothSides(word: string): string {
  return `„${word}“ braucht unter „Von“ eine Maßnahme und unter „Nach“ eine Maßnahme, ein Gremium oder ein Programm.`
}

/** A lineage leads from one plan to another, never to itself, never in a circle. */
export async function lineageProblems(
  strapi: Core.Strapi, schema: Schema, values: Values, documentId: string | undefined,
): Promise<Problem[]> {
  if (schema.uid !== LINEAGE) return []
  const from = documentIdsOf(values.from)
  const to = documentIdsOf(values.to)
  const sides = sidesOf(values.kind)
  const problem = (path: string, message: string): Problem[] => [
    { path: [path], message: `${labelOf(schema, path)}: ${message}` },
  ]
  if (from.some(id => to.includes(id)))
    return problem(
      'to', 'Eine Maßnahme kann nicht aus sich selbst hervorgehen. Bitte wählen Sie auf einer Seite eine andere.',
    )
  if (sides && !fits(sides, from.length, to.length, documentIdsOf(values.toOrganisations).length))
    return problem('kind', sides.says)
  const plans = await plansOf(strapi, [...from, ...to])
  if (from.some(id => to.some(other => plans.get(id) && plans.get(id) === plans.get(other))))
    return problem(
      'to',
      'Beide Seiten gehören zu demselben Plan. Herkunft führt von einem Plan zu einem anderen; was innerhalb eines '
      + 'Plans geschieht, ist ein Sachstand oder eine Entscheidung.',
    )
  if (await leadsBack(strapi, { from, to, documentId }))
    return problem(
      'to',
      'Das ergäbe einen Kreis: Von „Nach“ führt schon ein Weg zurück zu „Von“. Bitte prüfen Sie, was zuerst da war.',
    )
  return []
}

/** A measure does not move into a plan to which it leads, or from which it came. */
export async function movedMeasureProblems(
  strapi: Core.Strapi, schema: Schema, values: Values, documentId: string | undefined,
): Promise<Problem[]> {
  const [plan] = documentIdsOf(values.plan)
  if (schema.uid !== MEASURE || !documentId || !plan) return []
  const ends = { from: { select: ['documentId'] }, to: { select: ['documentId'] } }
  const links: { from: { documentId: string }[], to: { documentId: string }[] }[] = await strapi.db
    .query(LINEAGE)
    .findMany({
      select: ['id'],
      where: {
        publishedAt: { $null: true },
        $and: [IN_SOURCE_LANGUAGE, { $or: [{ from: { documentId } }, { to: { documentId } }] }],
      },
      populate: ends,
    })
  const others = links.flatMap(({ from, to }) => documentIdsOf(documentIdsOf(from).includes(documentId) ? to : from))
  if (![...(await plansOf(strapi, others)).values()].includes(plan)) return []
  return [
    {
      path: ['plan'],
      message: `${labelOf(schema, 'plan')}: Diese Maßnahme ist über eine Herkunft mit einer Maßnahme dieses Plans `
        + `verbunden; dann gehörten beide Seiten zu demselben Plan. Bitte ändern Sie zuerst die Herkunft.`,
    },
  ]
}

function sidesOf(kind: unknown): Sides | undefined {
  return Object.entries(SIDES).find(([name]) => name === kind)?.[1]
}

function fits(sides: Sides, from: number, measures: number, organisations: number): boolean {
  return (
    isWithin(from, sides.from) && isWithin(measures + organisations, sides.to)
    && isWithin(measures, sides.toMeasures ?? [0, Infinity])
  )
}

function isWithin(count: number, [least, most]: [number, number]): boolean {
  return least <= count && count <= most
}

async function plansOf(strapi: Core.Strapi, measureIds: string[]): Promise<Map<string, string>> {
  const measures: { documentId: string, plan: { documentId: string } | null }[] = await strapi.db
    .query(MEASURE)
    .findMany({
      select: ['documentId'],
      where: { documentId: { $in: measureIds }, publishedAt: { $null: true }, ...IN_SOURCE_LANGUAGE },
      populate: { plan: { select: ['documentId'] } },
    })
  return new Map(measures.flatMap(({ documentId, plan }) => (plan ? [[documentId, plan.documentId]] : [])))
}

async function leadsBack(
  strapi: Core.Strapi, { from, to, documentId }: { from: string[], to: string[], documentId: string | undefined },
): Promise<boolean> {
  const others: { documentId: string, from: { documentId: string }[], to: { documentId: string }[] }[] = await strapi.db
    .query(LINEAGE)
    .findMany({
      select: ['documentId'],
      where: {
        publishedAt: { $null: true }, ...IN_SOURCE_LANGUAGE, ...(documentId && { documentId: { $ne: documentId } }),
      },
      populate: { from: { select: ['documentId'] }, to: { select: ['documentId'] } },
    })
  const next = Map.groupBy(
    others.flatMap(link =>
      documentIdsOf(link.from).flatMap(before => documentIdsOf(link.to).map(after => [before, after] as const)),
    ),
    ([before]) => before,
  )
  const seen = new Set<string>()
  const open = [...to]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (from.includes(id)) return true
    if (seen.has(id)) continue
    seen.add(id)
    open.push(...(next.get(id) ?? []).map(([, after]) => after))
  }
  return false
}
