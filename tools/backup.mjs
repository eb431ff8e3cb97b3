/**
 * `npm run backup`: one set of everything, while the portal runs. `-- --to FOLDER`, `--keep NUMBER` of sets,
 * `--here` or `--containers`; `-- --check SET` reads a set that is there and touches nothing.
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { checkSet } from './backup/check.mjs'
import { keepNewest } from './backup/keep.mjs'
import { makeSet } from './backup/make.mjs'
import { findPlace } from './backup/place.mjs'
import { KEYS } from './backup/set.mjs'
import { readEnvironment, root } from './environment.mjs'

const OPTIONS = {
  to: { type: 'string' },
  keep: { type: 'string' },
  check: { type: 'string' },
  here: { type: 'boolean' },
  containers: { type: 'boolean' },
}

async function run() {
  // What is written is for whoever runs this and for nobody else.
  process.umask(0o077)
  const { values } = parseArgs({ options: OPTIONS })
  if (values.check !== undefined) return report(values.check, await checkSet(path.resolve(root, values.check)))
  if (values.keep !== undefined && !/^[1-9]\d*$/.test(values.keep))
    throw new Error(`--keep is "${values.keep}". It must be a number from 1.`)
  const folder = path.resolve(root, values.to ?? readEnvironment().backups)
  const { folder: set, manifest } = await makeSet(await findPlace(values), folder)
  report(set, manifest)
  if (values.keep) for (const name of keepNewest(folder, Number(values.keep))) console.log(`removed ${name}`)
}

function report(set, { madeAt, from, database, parts, missingFiles }) {
  const rows = Object.values(database.rows)
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0)
  const count = rows.reduce((sum, number) => sum + number, 0)
  console.log(`${set}: whole. ${from} at ${madeAt}, ${database.kind}, ${count} rows`
    + ` in ${rows.length} tables, ${parts.length} files, ${(bytes / 1e6).toFixed(1)} MB.`)
  console.log(`It is private, and the keys in files/${KEYS} more so: keep it where nobody else reads.`)
  for (const name of missingFiles) console.warn(`warning: ${name} was missing in the portal already.`)
}

run().catch((error) => {
  console.error(error.message)
  process.exitCode = 1
})
