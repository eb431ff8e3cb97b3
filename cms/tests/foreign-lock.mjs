/** Another program that holds a lock: `node foreign-lock.mjs <statement> <seconds> <database>`. Says so in one line. */
import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import pg from 'pg'

const [statement, seconds, database] = process.argv.slice(2)

if (database.startsWith('postgres')) {
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  await client.query('begin')
  await client.query(statement)
} else {
  new Database(database).exec(statement)
}
console.log('locked')
await setTimeout(Number(seconds) * 1000)
process.exit(0)
