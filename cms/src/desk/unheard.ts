/** Measures of plans that still hold, of which nothing was found for as long as the plan says; the longest first. */
import { countsFrom, isSilentSince, SOURCE_LANGUAGE, statementOn, today } from 'shared-types'
import { schemaOf } from '../content-model/schema'
import { MEASURE, PLAN } from '../content-model/uids'
import { type Register, readRegister } from '../register'
import { IN_SOURCE_LANGUAGE } from '../rows/rows'
import type { RegisteredMeasure } from '../register/load'
import { type DeskLine, type DeskList, LINES } from './line'
import { type Reader, rowsFor } from './reader'

/** Of these nothing more is to be heard. */
const AT_AN_END = ['completed', 'struck']

export async function unheard(reader: Reader): Promise<DeskList> {
  const schema = schemaOf(reader.strapi, MEASURE)
  if (!await rowsFor(reader, schema, 'read')) return { lines: [], total: 0 }
  const [register, plans] = [await readRegister(reader.strapi), await plansThatHold(reader)]
  const named = mentions(register)
  const silent = [...register.measures.values()]
    .filter(measure => plans.has(measure.plan ?? '') && !isAtAnEnd(measure))
    .map(measure => ({ measure, news: newsOf(measure, named.get(measure.id) ?? []) }))
    .filter(({ measure, news }) => news === null || isSilentSince(news, today(), plans.get(measure.plan ?? '')))
    .sort((a, b) => (a.news ?? '').localeCompare(b.news ?? ''))
  return {
    total: silent.length,
    lines: silent.slice(0, LINES).map(({ measure, news }): DeskLine => ({
      type: MEASURE, documentId: measure.id, locale: null, kind: schema.info.displayName,
      title: measure.titles.get(SOURCE_LANGUAGE) ?? [...measure.titles.values()][0] ?? '', who: null, when: news,
    })),
  }
}

/** By plan the months after which its readers are told that nothing was found since; null where it does not say. */
async function plansThatHold({ strapi }: Reader): Promise<Map<string, number | null>> {
  const holding = { $or: [{ endsOn: { $null: true } }, { endsOn: { $gte: today() } }] }
  const rows: { documentId: string, silentAfterMonths: number | null }[] = await strapi.db
    .query(PLAN)
    .findMany({
      select: ['documentId', 'silentAfterMonths'],
      where: { $and: [{ publishedAt: { $notNull: true } }, holding, IN_SOURCE_LANGUAGE] },
    })
  return new Map(rows.map(({ documentId, silentAfterMonths }) => [documentId, silentAfterMonths]))
}

function isAtAnEnd({ statements }: RegisteredMeasure): boolean {
  return AT_AN_END.includes(statementOn(statements, today())?.stage ?? '')
}

/** By measure the days from which what names it counts: events, funded projects, and what became of it. */
function mentions({ events, projects, lineages }: Register): Map<string, string[]> {
  const days = new Map<string, string[]>()
  const fates = [...lineages.values()].map(({ date, from }) => ({ date, measures: from }))
  for (const { date, measures } of [...events.values(), ...projects.values(), ...fates]) {
    const day = countsFrom(date)
    if (day) for (const measure of measures) days.set(measure, [...days.get(measure) ?? [], day])
  }
  return days
}

/** The last day, up to today, from which something that is known of it counts. */
function newsOf({ updates, decisions, statements }: RegisteredMeasure, mentioned: string[]): string | null {
  const days = [...updates, ...decisions, ...statements].map(fact => fact.countsFrom)
  return [...days, ...mentioned].filter(day => day <= today()).sort().at(-1) ?? null
}
