import { eventOrder, formatHistoricalDate, type HistoricalDate, parseHistoricalDate } from 'shared-types'
import { GERMAN } from '../content-model/german'
import type { Attribute, Schema } from '../content-model/schema'
import type { Values } from '../rows/rows'

/**
 * The days between which an entry's EDTF date lies, the one from which it counts, and its place in the order of time.
 * Nothing where the date is not given. `before` is what is stored.
 */
export function computedDays(schema: Schema, values: Values, before: Values | null): Values {
  const dated = schema.pluginOptions?.lip?.dated
  if (!dated || !(dated in values)) return {}
  const date = readDate(values[dated])
  const after = { ...before, ...values }
  return {
    startsOn: date?.startsOn ?? null,
    endsOn: date?.endsOn ?? null,
    ...(schema.attributes.countsFrom && { countsFrom: countsFromAfter(date, values[dated], before, dated) }),
    ...(schema.attributes.sortKey && { sortKey: sortKeyOf(after, dated) }),
  }
}

/** What was published under this date before counts from the day that was settled then. */
function countsFromAfter(date: HistoricalDate | null, text: unknown, before: Values | null, dated: string): unknown {
  const settled = before?.[dated] === text ? before?.countsFrom : null
  return settled ?? date?.beganBy ?? null
}

/**
 * The day (`YYYY-MM-DD`) from which something published on a day counts: what is published has happened, so the last
 * day on which it can have begun is that of its publication, if not one before.
 */
export function countsFromPublication(date: HistoricalDate, settled: string, publishedOn: string): string {
  const hasBegun = date.startsOn <= publishedOn
  return hasBegun && publishedOn < settled ? publishedOn : settled
}

/** Null where the date is none. */
export function sortKeyOf(values: Values, dated: string): string | null {
  const date = readDate(values[dated])
  return date && eventOrder(date, { notBefore: readDate(values.notBefore), notAfter: readDate(values.notAfter) })
}

export function readDate(value: unknown): HistoricalDate | null {
  return typeof value === 'string' ? parseHistoricalDate(value) : null
}

/** Whether an attribute holds a day (`YYYY-MM-DD`) or a date as exact as it is known (EDTF). */
export function isDate({ type, pluginOptions }: Attribute): boolean {
  return type === 'date' || pluginOptions?.lip?.format === 'edtf'
}

/** A stored date as people read it, in German; as it is stored, where it is no date. */
export function dateInWords(edtf: string): string {
  const date = parseHistoricalDate(edtf)
  return date ? formatHistoricalDate(date, 'de', DATE_WORDS) : edtf
}

const filled = (sentence: string) => (date: string) => sentence.replace('{date}', date)

/** What stands around a date that is not known exactly. */
export const DATE_WORDS = {
  uncertain: filled(GERMAN.date.uncertain), approximate: filled(GERMAN.date.approximate),
  since: filled(GERMAN.date.since),
}
