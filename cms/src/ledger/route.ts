/**
 * `GET /ledger?since=<cursor>&wait=<seconds>`: what happened after an entry, in order. A request that knows the newest
 * is held until there is another, or the time is over. Without a cursor, or with one that this ledger does not know,
 * the answer says to start over and names the newest. Each answer names the version of the cms.
 */
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { numberOf } from './entry'
import { heardUntil, wakeOnEntries } from './followers'
import { tellSince, type Told } from './told'
import { versionOfCms } from './version'

const ENTRIES_AT_ONCE = 500
const MOST_SECONDS = 25
/** Requests that are held at once; more are answered at once. */
const MOST_HELD = 50

const held = new Set<() => void>()
let isClosing = false

/** registerLedger answers whoever follows from outside. */
export function registerLedger(strapi: Core.Strapi): void {
  const version = versionOfCms()
  const handler = async (ctx: Context) => {
    ctx.body = { ...await answerTo(strapi, ctx), version }
  }
  strapi.server.routes([{ method: 'GET', path: '/ledger', handler, config: { auth: false } }])
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, release)
}

/** Whoever is held does not keep the process from ending. */
function release(): void {
  isClosing = true
  for (const end of [...held]) end()
}

async function answerTo(strapi: Core.Strapi, ctx: Context): Promise<Told> {
  ctx.set('Cache-Control', 'no-store')
  const since = typeof ctx.query.since === 'string' ? ctx.query.since : ''
  const number = await numberOf(strapi, since)
  const seconds = Math.min(MOST_SECONDS, Math.max(0, Number(ctx.query.wait) || 0))
  const isNewest = number !== null && heardUntil() <= number
  if (isNewest && seconds > 0 && held.size < MOST_HELD && !isClosing) await wakened(ctx, seconds * 1000)
  return tellSince(strapi, since, ENTRIES_AT_ONCE)
}

/** Until there is something new, the time is over, or nobody waits any more. */
function wakened({ res }: Context, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      stop()
      held.delete(end)
      resolve()
    }
    const stop = wakeOnEntries(end)
    const timer = setTimeout(end, milliseconds)
    timer.unref()
    held.add(end)
    res.once('close', end)
  })
}
