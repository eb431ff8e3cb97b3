/** Does what is due, as whoever made the appointment could do it by hand. */
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { inTurn } from '../lifecycle/in-turn'
import { findDraft, may } from '../rows/asked-draft'
import { isSourceRow } from '../rows/rows'
import { abilityOf } from '../strapi/permissions'
import { type Appointment, dueAppointments, noteProblem, takeAppointment } from './appointment'

const NOT_ALLOWED = 'Wer den Termin gesetzt hat, darf das inzwischen nicht mehr.'

/** A text in its source language first: its translations rest on it. */
export async function keepDue(strapi: Core.Strapi): Promise<void> {
  const due = await Promise.all((await dueAppointments(strapi)).map(async (appointment) => {
    const draft = await findDraft(strapi, appointment)
    return { appointment, isSource: draft !== null && isSourceRow(draft.row) }
  }))
  for (const isSource of [true, false])
    for (const { appointment } of due.filter(each => each.isSource === isSource)) await keep(strapi, appointment)
}

async function keep(strapi: Core.Strapi, appointment: Appointment): Promise<void> {
  try {
    await inTurn(strapi, appointment.document, () => act(strapi, appointment))
  } catch (error) {
    // What is refused stays refused; what failed for another reason is tried again, and keeps nothing else waiting.
    if (error instanceof errors.ApplicationError) await noteProblem(strapi, appointment, error.message)
    else strapi.log.error(`An appointment waits: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function act(strapi: Core.Strapi, appointment: Appointment): Promise<void> {
  if (!await takeAppointment(strapi, appointment)) return
  const { type, document: documentId, language: locale, step, account } = appointment
  const draft = await findDraft(strapi, appointment)
  if (!draft) return
  const ability = await abilityOf(strapi, account)
  if (!ability || !may(strapi, ability, draft, 'publish')) throw new errors.ApplicationError(NOT_ALLOWED)
  await Reflect.apply(strapi.documents, strapi, [type])[step]({ documentId, locale })
}
