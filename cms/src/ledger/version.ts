import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const PROGRAMS = [path.resolve(__dirname, '..'), path.dirname(require.resolve('shared-types'))]

/** versionOfCms is another one as soon as the program is: it may answer differently then. */
export function versionOfCms(): string {
  const hash = createHash('sha256')
  for (const folder of PROGRAMS) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => /\.(js|json)$/.test(file))
    for (const file of files.sort()) hash.update(file).update(readFileSync(path.join(folder, file)))
  }
  return hash.digest('hex').slice(0, 16)
}
