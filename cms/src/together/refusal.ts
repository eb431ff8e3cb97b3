import { errors } from '@strapi/utils'
import type { Context } from 'koa'

/** One thing that others changed, as the dialog shows it. */
export interface Contested {
  /** As decisions name it. */
  key: string
  place: string
  /** The text of the form that was refused. */
  mine: string
  /** The text that stands there now. */
  theirs: string
  /** Names the text that stands there now. */
  mark: string
  who: string
  when: string
}

/**
 * `same`: both changed the same. `unseen`: what is to be published, withdrawn or deleted is not what was shown.
 * `deleted`: it is not there any more. `source`: a translation was compared with a text that has moved on.
 */
export interface Refusal {
  kind: 'same' | 'unseen' | 'deleted' | 'source'
  /** The title of the entry. */
  title?: string
  contested?: Contested[]
  /** What to send as `X-Seen` to go on nevertheless: `<documentId>/<language>=<version>`. */
  seen?: string
}

/** Others were faster. The answer is 409. */
export class OvertakenError extends errors.ApplicationError<'OvertakenError', string, Refusal> {
  constructor(message: string, refusal: Refusal) {
    super(message, refusal)
    this.name = 'OvertakenError'
  }
}

export function answerOvertaken(ctx: Context, { name, message, details }: OvertakenError): void {
  ctx.status = 409
  ctx.body = { data: null, error: { status: 409, name, message, details } }
}
