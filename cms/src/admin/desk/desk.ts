/** What the cms answers for the start page (`cms/src/desk`), and where its lines lead. */
import type { DeskLine as Line } from '../../desk/line'
import { dayOf } from '../lists/readable-date'
import { SOURCE_BESIDE } from '../source-text/opened'

export type { Desk } from '../../desk'
export type { AppointmentLine } from '../../desk/appointments'
export type { HandoverLine } from '../../desk/handovers'
export type { Matrix, MatrixCell, MatrixRow } from '../../desk/matrix'
export type { DeskLine as Line, DeskList as List } from '../../desk/line'
export type { ToDo, ToTranslate, TranslationLine } from '../../desk/translations'

/** Where the form of a line is opened, and at which of its fields. */
export function addressTo({ type, documentId, locale }: Pick<Line, 'type' | 'documentId' | 'locale'>, field?: string): string {
  const query = [
    ...(locale ? [`plugins[i18n][locale]=${locale}`] : []),
    ...(field ? [`field=${field}`] : []),
  ].join('&')
  return `/content-manager/collection-types/${type}/${documentId}${query && `?${query}`}`
}

/** Where a translation is written, with its source beside it. */
export function translationAddress(at: Pick<Line, 'type' | 'documentId' | 'locale'>, field?: string): string {
  return `${addressTo(at, field)}&${SOURCE_BESIDE}`
}

/** Where the list of a type is. */
export function listAddress(type: string): string {
  return `/content-manager/collection-types/${type}`
}

/** A moment or a day as editors read it; empty where none is known. */
export function dayIn(when: string | null): string {
  return when ? dayOf(when) : ''
}
