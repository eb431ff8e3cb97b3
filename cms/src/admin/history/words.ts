/** What was done with an entry, as its history tells it. */
import type { ToldState } from '../../history/told'
import { momentIn } from '../lists/readable-date'

const DONE: Record<NonNullable<ToldState['deed']>, string> = {
  create: 'angelegt', save: 'gespeichert', publish: 'veröffentlicht', unpublish: 'von der Website genommen',
  discard: 'Änderungen verworfen', delete: 'gelöscht', restore: 'aus dem Papierkorb zurückgeholt', name: 'benannt',
}

/** „Di., 1. Dezember 2026, 14:03 Uhr“; what stood there before anything was noted has no moment. */
export function momentOf({ at }: ToldState): string {
  return at ? momentIn(at) : 'Davor'
}

/** „veröffentlicht von Rita Redaktion“. */
export function deedOf({ deed, who, name }: ToldState): string {
  const done = deed === null ? 'So stand es, bevor der Verlauf beginnt.' : DONE[deed]
  const called = name ? `„${name}“ ` : ''
  return `${called}${done}${who ? ` von ${who}` : ''}`
}
