/**
 * One cms for one database: what it keeps in memory (the register, the search, who was withdrawn) would be wrong beside
 * another that writes. Who is at work stands in a row of the database, renewed every few seconds; it expires after a
 * crash.
 */
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import type { Core } from '@strapi/strapi'
import { valueAt } from 'shared-types'
import { noteWritable } from './account'

export const LEASE = 'portal_lease'
const BEAT_MILLISECONDS = 3_000
/** Whoever has not renewed it for so long has ended. */
const EXPIRY_MILLISECONDS = 15_000
const LOOK_AGAIN_MILLISECONDS = 500

interface Lease {
  holder: string
  host: string
  pid: number
  since: string
  /** Milliseconds by the clock of the database. */
  beat: number
}

const me = { holder: randomUUID(), host: hostname(), pid: process.pid }
let beating: NodeJS.Timeout | undefined

/** Takes the lease, or refuses with a sentence that says who has it. To be called before anything is written. */
export async function takeLease(strapi: Core.Strapi): Promise<void> {
  await strapi.db.connection.raw(
    `create table if not exists ${LEASE} (id integer primary key, holder text not null, host text not null, pid `
    + 'integer not null, since text not null, beat bigint not null)',
  )
  const first = await readLease(strapi)
  const begun = performance.now()
  let lease = first
  while (!await isTaken(strapi, lease, performance.now() - begun)) {
    await setTimeout(LOOK_AGAIN_MILLISECONDS)
    lease = await readLease(strapi)
    if (lease && (lease.holder !== first?.holder || lease.beat !== first.beat)) throw new Error(refusal(lease))
  }
  beating = setInterval(() => void renew(strapi), BEAT_MILLISECONDS)
  beating.unref()
}

/** To be called at a clean stop: whoever starts next need not wait. */
export async function releaseLease(strapi: Core.Strapi): Promise<void> {
  clearInterval(beating)
  if (beating) await strapi.db.connection(LEASE).where({ holder: me.holder }).delete()
  beating = undefined
}

async function readLease(strapi: Core.Strapi): Promise<Lease | null> {
  const lease: Lease | undefined = await strapi.db.connection(LEASE).where({ id: 1 }).first()
  return lease ? { ...lease, beat: Number(lease.beat) } : null
}

/** True if it is ours now: nobody has it, or whoever had it has ended. Clocks may be wrong, so waiting counts too. */
async function isTaken(strapi: Core.Strapi, lease: Lease | null, waited: number): Promise<boolean> {
  const { connection } = strapi.db
  const now = await databaseTime(strapi)
  const mine = { ...me, since: new Date().toISOString(), beat: now }
  if (!lease)
    return (
      (
        await connection(LEASE)
          .insert({ id: 1, ...mine })
          .onConflict('id')
          .ignore()
          .returning('id')
      ).length > 0
    )
  if (Math.max(now - lease.beat, waited) < EXPIRY_MILLISECONDS && !hasEnded(lease)) return false
  return await connection(LEASE).where({ id: 1, holder: lease.holder, beat: lease.beat }).update(mine) > 0
}

/** On this machine it can be seen whether a process lives; one with our own number is not the one before. */
function hasEnded({ host, pid, holder }: Lease): boolean {
  if (host !== me.host) return false
  if (pid === process.pid) return holder === me.holder
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return valueAt(error, 'code') === 'ESRCH'
  }
}

async function renew(strapi: Core.Strapi): Promise<void> {
  try {
    const isMine
      = (await strapi.db
        .connection(LEASE)
        .where({ holder: me.holder })
        .update({ beat: await databaseTime(strapi) })) > 0
    if (isMine) return noteWritable()
  } catch {
    return // The database is away or full: that is told where something is saved, and tried again here.
  }
  const other = await readLease(strapi)
  strapi.log.error(other ? refusal(other) : 'The lease of the database is gone.')
  process.kill(process.pid, 'SIGTERM')
}

async function databaseTime(strapi: Core.Strapi): Promise<number> {
  if (strapi.db.dialect.client !== 'postgres') return Date.now()
  const { rows } = await strapi.db.connection.raw('select extract(epoch from clock_timestamp()) * 1000 as now')
  return Math.round(Number(rows[0].now))
}

function refusal({ host, pid, since }: Lease): string {
  return `Another cms is at work with this database: process ${pid} on ${host}, since ${since}. Two would show what `
    + `the other has withdrawn. Stop it first; if it has crashed, try again in ${EXPIRY_MILLISECONDS / 1000} seconds.`
}
