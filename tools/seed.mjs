/** `npm run seed`: adds the entries that were never seeded and touches nothing else. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { readEnvironment, root } from './environment.mjs'
import { prepare } from './prepare.mjs'

await prepare()
const env = { ...process.env, NODE_ENV: 'production', DATA_DIR: readEnvironment().dataDirectory }
const { status } = spawnSync(process.execPath, ['dist/src/seed/command.js'], {
  cwd: path.join(root, 'cms'), env, stdio: 'inherit',
})
process.exitCode = status ?? 1
