/**
 * `GET /withdrawals?after=<n>`: other processes learn within a moment that somebody or something was withdrawn, not who
 * or what, and forget what they keep. A request that knows the newest number is held until there is another.
 */
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { WITHDRAWAL } from '../content-model/uids'

const HELD_MILLISECONDS = 25_000
/** Requests that are held at once; more are answered at once. */
const MOST_HELD = 50

const waiting = new Set<() => void>()
let isClosing = false

export function registerWithdrawals(strapi: Core.Strapi): void {
  strapi.server.routes([
    { method: 'GET', path: '/withdrawals', handler: (ctx: Context) => answer(strapi, ctx), config: { auth: false } },
  ])
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, release)
}

/** Whoever is held does not keep the process from ending. */
function release(): void {
  isClosing = true
  wake()
}

/** To be called in the transaction of what is withdrawn; it is told when that is certain. */
export async function tellWithdrawal(strapi: Core.Strapi): Promise<void> {
  await strapi.db.query(WITHDRAWAL).create({ data: { toldOn: new Date() } })
  await strapi.db.transaction(async ({ onCommit }) => onCommit(wake))
}

function wake(): void {
  for (const tell of [...waiting]) tell()
}

async function answer(strapi: Core.Strapi, ctx: Context): Promise<void> {
  const after = String(ctx.query.after ?? '')
  if (after === String(await newest(strapi)) && waiting.size < MOST_HELD && !isClosing) await wakened(ctx)
  ctx.set('Cache-Control', 'no-store')
  ctx.body = { newest: await newest(strapi) }
}

/** 0 where nothing was ever withdrawn. */
async function newest(strapi: Core.Strapi): Promise<number> {
  const last: { id: number } | null = await strapi.db
    .query(WITHDRAWAL)
    .findOne({ select: ['id'], orderBy: { id: 'desc' } })
  return last?.id ?? 0
}

/** Until something is withdrawn, the time is over, or nobody waits any more. */
function wakened({ res }: Context): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      waiting.delete(end)
      resolve()
    }
    const timer = setTimeout(end, HELD_MILLISECONDS)
    timer.unref()
    waiting.add(end)
    res.once('close', end)
  })
}
