/** What will be published or taken off the website by itself, and what should have been and could not. */
import { allAppointments, type Appointment } from '../appointments/appointment'
import { schemaOf } from '../content-model/schema'
import { namesOf } from '../together/told'
import { type DeskLine, type DeskList, lineOf, LINES } from './line'
import { type Reader, rowsAt } from './reader'

export interface AppointmentLine extends DeskLine {
  step: Appointment['step']
  /** Why it did not happen; null as long as it is to come. */
  problem: string | null
}

/** For whoever may publish what it is about: first what could not be kept, then by day. */
export async function appointments(reader: Reader): Promise<DeskList<AppointmentLine>> {
  const all = await allAppointments(reader.strapi)
  const names = await namesOf(reader.strapi, all.map(({ account }) => account))
  const draftAt = await rowsAt(reader, all, 'publish', () => ({ publishedAt: { $null: true } }))
  const lines = all.flatMap((appointment): AppointmentLine[] => {
    const { type, step, problem, at, account } = appointment
    const row = draftAt(appointment)
    if (!row) return []
    const line = lineOf(schemaOf(reader.strapi, type), row, 'updatedAt')
    return [{ ...line, who: names.get(account) ?? null, when: new Date(at).toISOString(), step, problem }]
  })
  const failedFirst = lines.toSorted((a, b) => Number(b.problem !== null) - Number(a.problem !== null))
  return { lines: failedFirst.slice(0, LINES), total: lines.length }
}
