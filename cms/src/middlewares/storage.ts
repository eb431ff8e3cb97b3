import type { Core } from '@strapi/strapi'
import type { Context, Next } from 'koa'
import { answerOf } from '../storage/account'

const READING = 'Die Datenbank antwortet gerade nicht. Bitte versuchen Sie es in einer Minute noch einmal.'

/** Whatever was not stored is answered with a sentence that says so, why, and what to do. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => async (ctx: Context, next: Next): Promise<void> => {
  try {
    await next()
  } catch (error) {
    const failure = answerOf(error)
    if (!failure) throw error
    strapi.log.error(`${ctx.method} ${ctx.path} was answered with ${failure.status}: ${error instanceof Error ? error.message : String(error)}`)
    refuseRequest(ctx, failure)
  }
}

/** Answers in the format of Strapi's errors. */
export function refuseRequest(ctx: Context, { status, message }: { status: number, message: string }): void {
  ctx.status = status
  ctx.body = { data: null, error: { status, name: 'StorageError', message: isReading(ctx) ? READING : message, details: {} } }
}

/** Requests that change nothing. */
export function isReading({ method }: Context): boolean {
  return ['GET', 'HEAD', 'OPTIONS'].includes(method)
}
