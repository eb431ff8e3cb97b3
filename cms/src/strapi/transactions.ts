/**
 * Mends the transactions of knex, and with them every one of the product, Strapi's own included:
 * knex' `commit()` resolves although COMMIT failed, and so does a BEGIN; only a promise that nobody awaits rejects.
 * SQLite's transactions begin as writes: one that begins by reading is refused at once where another program writes.
 * Strapi puts reading into transactions as well: that begins as it did, and waits for nobody.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Core } from '@strapi/strapi'
import { whenFree } from './lock-waiting'

/** Whoever keeps account of the writes. */
export interface Witness {
  /** A transaction that wrote something has ended well. */
  stored: () => void
  /** The database has refused to begin or to end a transaction. */
  refused: (error: unknown) => void
}

interface Connection {
  /** Of SQLite only. */
  inTransaction?: boolean
}

interface Sent {
  sql: string
  /** Of PostgreSQL only. */
  response?: { command?: string }
}

interface Client {
  dialect: string
  transacting?: boolean
  /** The first statement of a transaction that failed: what PostgreSQL says to all later ones explains nothing. */
  firstFailure?: unknown
  acquireConnection: () => Promise<Connection>
  releaseConnection: (connection: Connection) => Promise<void>
  query: (connection: Connection, sql: string) => Promise<Sent>
  _query: (connection: Connection, sent: Sent) => Promise<Sent>
  runner: (builder: unknown) => Runner
  transaction: (...parameters: unknown[]) => Transaction
}

interface Runner {
  connection?: Connection
  run: () => Promise<unknown>
}

interface Transaction {
  trxClient: Client
  outerTx: Transaction | null
  _completed: boolean
  _resolver: (value: unknown) => void
  _rejecter: (error: unknown) => void
  on: (event: 'query', listener: (sent: Sent) => void) => void
  begin: (connection: Connection) => Promise<unknown>
  acquireConnection: (config: { connection?: Connection } | undefined, use: Use) => Promise<unknown>
  query: (connection: Connection, sql: string, end?: number, value?: unknown) => Promise<unknown>
}

type Use = (connection: Connection) => Promise<unknown>

/** How knex numbers the ways in which a transaction ends. */
const COMMITS = 1
const ROLLS_BACK = 2

const WRITES = /^\s*(insert|update|delete|replace|with|create|alter|drop)\b/i
const BEGINS_OR_ENDS = /^\s*(begin|commit|rollback|savepoint|release)\b/i
const TRANSACTION_IS_OVER = '25P02'

const readers = new AsyncLocalStorage<boolean>()
let witness: Witness | undefined
const mendedClients = new WeakSet<Client>()

/** To be called before anything is read or written. */
export function mendTransactions(strapi: Core.Strapi, wants: Witness): void {
  witness = wants
  // The seam to knex: every client, also that of a transaction, is made of this prototype.
  const prototype: Client = Object.getPrototypeOf(strapi.db.connection.client)
  if (mendedClients.has(prototype)) return
  mendedClients.add(prototype)
  mendStatements(prototype)
  const { transaction } = prototype
  prototype.transaction = function (...parameters) {
    return mended(transaction.apply(this, parameters), this)
  }
}

/** For what reads only: its transactions do not wait for whoever writes. */
export function whileReading<Result>(read: () => Result): Result {
  return readers.run(true, read)
}

function mendStatements(prototype: Client): void {
  const { _query: send, runner } = prototype
  prototype._query = async function (connection, sent) {
    refuseGivenUp(this, connection, sent)
    try {
      return await send.call(this, connection, sent)
    } catch (error) {
      if (this.transacting) this.firstFailure ??= error
      throw Reflect.get(Object(error), 'code') === TRANSACTION_IS_OVER ? this.firstFailure : error
    }
  }
  prototype.runner = function (builder) {
    const made = runner.call(this, builder)
    return this.dialect === 'sqlite3' && !this.transacting ? patient(made) : made
  }
}

/**
 * SQLite ends a transaction by itself when the disk is full; what follows would count although what was before does
 * not.
 */
function refuseGivenUp({ transacting }: Client, { inTransaction }: Connection, { sql }: Sent): void {
  if (transacting && inTransaction === false && !BEGINS_OR_ENDS.test(sql))
    throw new Error('The database has given up this transaction.')
}

/** A statement outside of transactions lets others have the connection while it waits for the lock. */
function patient(runner: Runner): Runner {
  const { run } = runner
  runner.run = () => whenFree(() => {
    runner.connection = undefined
    return run.call(runner)
  })
  return runner
}

function mended(trx: Transaction, client: Client): Transaction {
  let hasWritten = false
  trx.on('query', ({ sql }) => {
    hasWritten ||= WRITES.test(sql)
  })
  if (client.dialect === 'sqlite3' && !client.transacting && !readers.getStore()) beginAsWrite(trx, client)
  const { query } = trx
  trx.query = async (connection, sql, end, value) => {
    if (end === ROLLS_BACK) return query.call(trx, connection, sql, end, value)
    const answer = await beginOrEnd(trx, { connection, sql, end })
    if (end === COMMITS && !trx.outerTx && hasWritten) witness?.stored()
    if (end === COMMITS) trx._resolver(value)
    return answer
  }
  return trx
}

/** As knex does it, but the error reaches whoever waits for the answer. */
async function beginOrEnd(
  trx: Transaction, { connection, sql, end }: { connection: Connection, sql: string, end?: number },
): Promise<unknown> {
  const sent = trx.trxClient.query(connection, sql)
  if (end === COMMITS) trx._completed = true
  try {
    const answer = await sent
    if (end === COMMITS && answer.response?.command === 'ROLLBACK')
      throw trx.trxClient.firstFailure ?? new Error('The database has rolled the transaction back.')
    return answer
  } catch (error) {
    trx._completed = true
    witness?.refused(error)
    trx._rejecter(error)
    throw error
  }
}

function beginAsWrite(trx: Transaction, client: Client): void {
  trx.begin = connection => connection.inTransaction ? Promise.resolve() : trx.query(connection, 'BEGIN IMMEDIATE;')
  const { acquireConnection } = trx
  trx.acquireConnection = async (config, use) => {
    if (config?.connection) return acquireConnection.call(trx, config, use)
    const connection = await whenFree(() => begun(client)).catch((error: unknown) => {
      witness?.refused(error)
      throw error
    })
    try {
      return await use(connection)
    } finally {
      // A COMMIT that failed leaves the transaction open.
      if (connection.inTransaction) await client.query(connection, 'ROLLBACK;')
      await client.releaseConnection(connection)
    }
  }
}

/** A connection whose transaction has begun; where another program writes, the connection is free for readers again. */
async function begun(client: Client): Promise<Connection> {
  const connection = await client.acquireConnection()
  try {
    await client.query(connection, 'BEGIN IMMEDIATE;')
    return connection
  } catch (error) {
    await client.releaseConnection(connection)
    throw error
  }
}
