/** When a draft is published by itself, or what is public is taken off the website (German: Termin). */
import type { Core } from '@strapi/strapi'
import type { Schema } from '../content-model/schema'
import { APPOINTMENT } from '../content-model/uids'

export type Step = 'publish' | 'unpublish'

export interface Appointment {
  id: number
  type: string
  document: string
  language: string
  step: Step
  /** ISO 8601. */
  at: string
  /** Who made it: what they may not do any more does not happen. */
  account: number
  /** In German, why it did not happen; null as long as it is to come. */
  problem: string | null
}

interface Draft {
  type: string
  document: string
  language: string
}

/** Those of a draft, the first to come first: at most one of each step. */
export function appointmentsOf(strapi: Core.Strapi, { type, document, language }: Draft): Promise<Appointment[]> {
  return strapi.db.query(APPOINTMENT).findMany({ where: { type, document, language }, orderBy: { at: 'asc' } })
}

/** Those of several documents, whatever their language. */
export function appointmentsAt(strapi: Core.Strapi, type: string, documents: string[]): Promise<Appointment[]> {
  return strapi.db.query(APPOINTMENT).findMany({ where: { type, document: { $in: documents } } })
}

/** All that are kept, the first to come first. */
export function allAppointments(strapi: Core.Strapi): Promise<Appointment[]> {
  return strapi.db.query(APPOINTMENT).findMany({ orderBy: { at: 'asc' } })
}

/** What was to happen until now and has not. */
export function dueAppointments(strapi: Core.Strapi): Promise<Appointment[]> {
  return strapi.db
    .query(APPOINTMENT)
    .findMany({ where: { at: { $lte: new Date() }, problem: { $null: true } }, orderBy: { at: 'asc' } })
}

/** Takes the place of the one before of the same step. */
export async function writeAppointment(
  strapi: Core.Strapi, appointment: Omit<Appointment, 'id' | 'at' | 'problem'> & { at: Date },
): Promise<void> {
  const { type, document, language, step } = appointment
  await strapi.db.transaction(async () => {
    await strapi.db.query(APPOINTMENT).deleteMany({ where: { type, document, language, step } })
    await strapi.db.query(APPOINTMENT).create({ data: { ...appointment, problem: null } })
  })
}

/** Whether it was still there. */
export async function takeAppointment(strapi: Core.Strapi, { id }: Pick<Appointment, 'id'>): Promise<boolean> {
  const { count } = await strapi.db.query(APPOINTMENT).deleteMany({ where: { id } })
  return count > 0
}

/** It is not tried again. */
export async function noteProblem(strapi: Core.Strapi, { id }: Appointment, problem: string): Promise<void> {
  await strapi.db.query(APPOINTMENT).updateMany({ where: { id }, data: { problem } })
}

/** What was done by hand needs no appointment any more, in these languages (null for all); of a deleted entry none. */
export async function forgetAppointments(
  strapi: Core.Strapi, schema: Schema, document: string, languages: string[] | null, step?: Step,
): Promise<void> {
  const where = { type: schema.uid, document, ...languages && { language: { $in: languages } }, ...step && { step } }
  await strapi.db.query(APPOINTMENT).deleteMany({ where })
}
