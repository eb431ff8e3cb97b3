/** A cms that only reads: it shows what another one writes, and hears of that by the ledger. */
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import type { Core } from '@strapi/strapi'
import type { Context, Next } from 'koa'
import { PERSON } from '../content-model/uids'
import { readWithdrawnNames } from '../person/withdrawn-names'
import { follow, look, startFollowing } from './followers'
import { CHANNEL } from './turn'

/** How often it looks by itself: on SQLite nobody tells it, and PostgreSQL may be away for a moment. */
const LOOK_MILLISECONDS = 250
const AGAIN_MILLISECONDS = 1000

/** What a reading cms answers; the admin and what readers send belong to the one that writes. */
const ANSWERED = /^\/(graphql|ledger|healthz|readyz|uploads\/.*)$/

/** refuseWriting lets nothing through that writes, or leads to it. */
export function refuseWriting(strapi: Core.Strapi): void {
  strapi.server.use(async (ctx: Context, next: Next) => {
    if (ANSWERED.test(ctx.path)) return next()
    ctx.status = 404
    ctx.body = { errors: [{ message: 'This cms only reads. Ask the one that writes.' }] }
  })
  strapi.documents.use((action, next) => {
    if (action.action.startsWith('find') || action.action === 'count') return next()
    throw new Error('This cms only reads.')
  })
}

/** followOthers begins to hear of what the cms that writes has written. */
export async function followOthers(strapi: Core.Strapi): Promise<void> {
  await readWithdrawnNames(strapi)
  follow(async (entries) => {
    if (entries.some(({ type }) => type === null || type === PERSON)) await readWithdrawnNames(strapi)
  })
  await startFollowing(strapi)
  setInterval(() => void look(strapi), LOOK_MILLISECONDS).unref()
  if (strapi.db.dialect.client === 'postgres') void listen(strapi)
}

/** Over a connection of its own, for as long as the process lives. */
async function listen(strapi: Core.Strapi): Promise<void> {
  for (;;) {
    await listenOnce(strapi).catch(() => undefined)
    await setTimeout(AGAIN_MILLISECONDS, undefined, { ref: false })
  }
}

async function listenOnce(strapi: Core.Strapi): Promise<void> {
  const connection: Connection = await strapi.db.connection.client.acquireRawConnection()
  connection.on('notification', () => void look(strapi))
  const ended = once(connection, 'end')
  await connection.query(`listen ${CHANNEL}`)
  void look(strapi)
  await ended
}

interface Connection extends NodeJS.EventEmitter {
  query: (sql: string) => Promise<unknown>
}
