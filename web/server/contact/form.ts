/** What a reader has written, and what is wrong with it: read, judged, and handed to the cms. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { type Message, MESSAGE_KINDS, type MessageProblem, messageProblems } from 'shared-types'

/** What stands against sending, beside what is wrong with the message itself. */
export type ContactProblem = MessageProblem | 'bait' | 'tooFast' | 'expired' | 'tooMany' | 'unavailable'

/** The form as it came back: nothing that was typed is lost. */
export interface ContactForm {
  values: Omit<Message, 'language'>
  problems: ContactProblem[]
}

/** People need longer for a sentence; programs do not. */
const FASTEST_MILLISECONDS = 3000
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

/** A form is good for the run of the server that has written it. */
const key = randomBytes(32)

/** Says when a form was written, so that nobody can say otherwise. */
export function ticketOf(now: number): string {
  return `${now}.${signatureOf(String(now))}`
}

function signatureOf(text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url')
}

/** Whether a form was written by us, and how long ago. */
export function ticketProblem(ticket: string, now: number): 'tooFast' | 'expired' | null {
  const [time = '', signature = ''] = ticket.split('.')
  const expected = Buffer.from(signatureOf(time))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'expired'
  const age = now - Number(time)
  if (age < FASTEST_MILLISECONDS) return 'tooFast'
  return age > DAY_MILLISECONDS ? 'expired' : null
}

/** Reads what a browser sends. `website` is bait: people do not see it. */
export function readForm(body: URLSearchParams, now: number): ContactForm {
  const text = (name: string) => (body.get(name) ?? '').replaceAll('\0', '').replaceAll('\r\n', '\n')
  const kind = MESSAGE_KINDS.find(candidate => candidate === text('kind')) ?? 'question'
  const values = { kind, page: text('page').trim(), text: text('text'), replyTo: text('replyTo').trim() }
  const late = ticketProblem(text('ticket'), now)
  return {
    values,
    problems: [
      ...messageProblems({ ...values, language: '' }),
      ...(text('website') === '' ? [] : ['bait' as const]),
      ...(late ? [late] : []),
    ],
  }
}
