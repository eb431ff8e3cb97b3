import type { Core } from '@strapi/strapi'
import type { Context, Next } from 'koa'
import { answerOf, failureIn } from '../storage/account'
import { deedOf } from '../storage/deed'
import { hasRoomFor } from '../storage/disk'
import { type Failure, FULL } from '../storage/failures'

const READING = 'Die Datenbank antwortet gerade nicht. Bitte versuchen Sie es in einer Minute noch einmal.'

/** Reading and signing in go on when the disk is full: what they write is little. */
const GOES_ON = /^\/(graphql|admin\/(login|logout|access-token|token\/|renew-token))/

/** A file is kept, and smaller forms of it are made. */
const SPACE_OF_UPLOAD = 2

/** Whatever was not stored is answered with a sentence that says so, why, and what to do. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    if (
      !isReading(ctx)
      && !GOES_ON.test(ctx.path)
      && !(await hasRoomFor(Number(ctx.get('content-length')) * SPACE_OF_UPLOAD))
    )
      return refuseRequest(ctx, FULL)
    try {
      await next()
      const failure = ctx.status >= 400 ? failureIn(ctx) : null
      if (failure) refuseRequest(ctx, failure)
    } catch (error) {
      const failure = answerOf(error) ?? failureIn(ctx)
      if (!failure) throw error
      strapi.log.error(
        `${ctx.method} ${ctx.path} was answered with ${failure.status}: `
        + `${error instanceof Error ? error.message : String(error)}`,
      )
      refuseRequest(ctx, failure)
    }
  }

/** Answers in the format of Strapi's errors. */
function refuseRequest(ctx: Context, { status, message }: Failure): void {
  ctx.status = status
  ctx.body = {
    data: null, error: { status, name: 'StorageError', message: isReading(ctx) ? READING : message(deedOf(ctx)), details: {} },
  }
}

/** Requests that change nothing. */
function isReading({ method }: Context): boolean {
  return ['GET', 'HEAD', 'OPTIONS'].includes(method)
}
