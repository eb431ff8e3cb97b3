/** What will be published or taken off the website by itself, and what should have been and could not. */
import { allAppointments, type Appointment } from '../appointments/appointment'
import { schemaOf } from '../content-model/schema'
import type { Row } from '../rows/rows'
import { namesOf } from '../together/told'
import { type DeskLine, type DeskList, lineAttributes, lineOf, LINES } from './line'
import { type Reader, rowsFor } from './reader'

export interface AppointmentLine extends DeskLine {
  step: Appointment['step']
  /** Why it did not happen; null as long as it is to come. */
  problem: string | null
}

/** For whoever may publish what it is about: first what could not be kept, then by day. */
export async function appointments(reader: Reader): Promise<DeskList<AppointmentLine>> {
  const all = await allAppointments(reader.strapi)
  const names = await namesOf(reader.strapi, all.map(({ account }) => account))
  const rows = await draftsOf(reader, all)
  const lines = all.flatMap(({ type, document, language, step, problem, at, account }): AppointmentLine[] => {
    const row = rows.get(keyOf({ type, document, language }))
    if (!row) return []
    const line = lineOf(schemaOf(reader.strapi, type), row, 'updatedAt')
    return [{ ...line, who: names.get(account) ?? null, when: new Date(at).toISOString(), step, problem }]
  })
  const failedFirst = lines.toSorted((a, b) => Number(b.problem !== null) - Number(a.problem !== null))
  return { lines: failedFirst.slice(0, LINES), total: lines.length }
}

async function draftsOf(reader: Reader, all: Appointment[]): Promise<Map<string, Row>> {
  const found = new Map<string, Row>()
  for (const [type, ofType] of Map.groupBy(all, appointment => appointment.type)) {
    const schema = schemaOf(reader.strapi, type)
    const allowed = await rowsFor(reader, schema, 'publish')
    if (!allowed) continue
    const meant = { documentId: { $in: ofType.map(({ document }) => document) }, publishedAt: { $null: true } }
    const rows: Row[] = await reader.strapi.db
      .query(type)
      .findMany({ where: { $and: [allowed, meant] }, select: lineAttributes(schema) })
    for (const row of rows) found.set(keyOf({ type, document: row.documentId, language: row.locale ?? '' }), row)
  }
  return found
}

function keyOf({ type, document, language }: Pick<Appointment, 'type' | 'document' | 'language'>): string {
  return `${type} ${document} ${language}`
}
