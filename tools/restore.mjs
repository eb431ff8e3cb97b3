/**
 * `npm run restore -- SET`: puts a set into an empty place while nothing runs, and compares afterwards.
 * `--replace`: what is there is kept aside first. `--here` or `--containers` where both are there.
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { findPlace } from './backup/place.mjs'
import { putBack } from './backup/put-back.mjs'
import { readEnvironment, root } from './environment.mjs'

const OPTIONS = { replace: { type: 'boolean' }, here: { type: 'boolean' }, containers: { type: 'boolean' } }

async function run() {
  process.umask(0o077)
  const { values, positionals: [set] } = parseArgs({ options: OPTIONS, allowPositionals: true })
  if (!set) throw new Error('Which set? npm run restore -- backups/2026-11-29-154012')
  const { backups } = readEnvironment()
  const openPlace = () => findPlace({ ...values, isRestore: true })
  const isReplacing = values.replace
  const { manifest, place, aside, repeat } = await putBack(path.resolve(root, set), openPlace, { isReplacing, backups })
  for (const kept of aside) console.log(`What was there before is in ${kept}; delete it when it is no longer needed.`)
  console.log(`Put back: ${place.name}, as at ${manifest.madeAt}; every table and every file was compared.`)
  console.log(repeat
    ? `Withdrawn, deleted or taken down since: ${repeat} names it. Do it again before anybody reads the site.`
    : `What was withdrawn, deleted or taken down since ${manifest.madeAt} must be so again before anybody reads the site.`)
}

run().catch((error) => {
  console.error(error.message)
  process.exitCode = 1
})
