/**
 * `npm run test:mutations`: whether the tests notice. Of each row one place is changed as a mistake would change it,
 * and the tests named are run: they must fail. With a part of a file's name only its rows. Each file is put back,
 * whatever happens. Last line: `N noticed, N survived`.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { root } from './environment.mjs'

/** File, what stands there, what the mistake would say, and the tests (path from the workspace) that must fail. */
const MUTATIONS = [
  ['shared-types/src/stages.ts', 'statement.countsFrom <= day', 'statement.countsFrom < day', 'src/stages.test.ts'],
  ['shared-types/src/stages.ts', 'if (!reachesMeasures) return false', '', 'src/stages.test.ts'],
  ['shared-types/src/moments.ts', `const HANNOVER = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' })`,
    `const HANNOVER = new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC' })`, 'src/moments.test.ts'],
  ['shared-types/src/paragraphs.ts', '[marked ?? text, under]', '[text, under]', 'src/edits.test.ts'],
  ['web/app/components/timeline/BraidPath.vue', '<bdi :lang="newName.locale">', '<bdi>',
    'app/components/timeline/timeline.test.ts'],
  ['web/app/components/timeline/BraidPath.vue', `doubtful: event.certainty === 'uncertain'`, 'doubtful: false',
    'app/components/timeline/timeline.test.ts'],
  ['web/app/components/timeline/EventDetails.vue', '<bdi :lang="otherName.locale">', '<bdi>',
    'app/components/timeline/timeline.test.ts'],
  ['web/app/components/plan/NamesInTime.vue', ':lang="name.language"', '', 'app/components/plan/plans.test.ts'],
  ['web/server/utils/found.ts', 'if (isSlug(slug)) {', '{', 'server/utils/found.test.ts'],
  ['web/server/utils/found.ts', 'if (movedTo) return { movedTo }', '', 'server/utils/found.test.ts'],
  ['web/server/utils/data-files.ts', `const BYTE_ORDER_MARK = '\\uFEFF'`, `const BYTE_ORDER_MARK = ''`,
    'server/utils/data-files.test.ts'],
  ['web/server/cms/report.ts', `countsFrom !== '' && countsFrom <= day`, `countsFrom !== ''`,
    'server/cms/report.test.ts'],
  ['web/server/pages/answer.ts', `(req.method === 'GET' || req.method === 'HEAD')`, 'true', 'server/pages/answer.test.ts'],
  ['web/server/pages/answer.ts', 'if (res.statusCode !== 200) return void settle(made.path, res.statusCode, pages)', '',
    'server/pages/answer.test.ts'],
  ['web/config/headers.ts', `'noindex, nofollow'`, `'all'`, 'server/preview/open.test.ts'],
  ['cms/src/creations/index.ts', 'return isThere ? creation : null', 'return null', 'tests/creations.test.ts'],
  ['cms/src/files/rights.ts', 'if (mayChangeAll(strapi, ctx)) return []', 'return []', 'tests/deleting.test.ts'],
  ['cms/src/person/hidden.ts', 'shown.filter(({ person }) => !live.has(person))', 'shown.filter(() => false)',
    'tests/contributors.test.ts'],
  ['cms/src/strapi/transactions.ts', 'trx._rejecter(error)\n    throw error', 'return {}', 'tests/stored.test.ts'],
  ['cms/src/strapi/transactions.ts', 'if (transacting && inTransaction === false', 'if (false', 'tests/stored.test.ts'],
]

const OPTIONS = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true }

/** Where the mistake is made, and what is written there: of the cms the tests read what is built. */
function written(file, text) {
  if (!file.startsWith('cms/')) return { at: path.join(root, file), content: text }
  return {
    at: path.join(root, file.replace('cms/src', 'cms/dist/src').replace(/\.ts$/, '.js')),
    content: ts.transpileModule(text, { compilerOptions: OPTIONS, fileName: file }).outputText,
  }
}

/** Whether the tests fail with the mistake. */
function isNoticed([file, right, wrong, tests]) {
  const text = readFileSync(path.join(root, file), 'utf8')
  if (!text.includes(right)) throw new Error(`${file} does not say ${right} any more.`)
  const { at, content } = written(file, text.replace(right, () => wrong))
  const before = readFileSync(at, 'utf8')
  const workspace = file.split('/')[0]
  const project = workspace === 'cms' ? ['--project', 'sqlite'] : []
  try {
    writeFileSync(at, content)
    const { status, stdout } = spawnSync('npx', ['vitest', 'run', '--retry=0', '--bail=1', ...project, tests], {
      cwd: path.join(root, workspace), encoding: 'utf8',
    })
    // A test that failed, not a file that could not be read.
    return status !== 0 && /Tests\s.*failed/.test(stdout)
  } finally {
    writeFileSync(at, before)
  }
}

let isStopped = false
// What waits for the tests hears of it after them: then the file is put back.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {
  isStopped = true
})
let survived = 0
const chosen = MUTATIONS.filter(([file]) => file.includes(process.argv[2] ?? ''))
for (const mutation of chosen) {
  await new Promise(resolve => setImmediate(resolve))
  if (isStopped) process.exit(1)
  const noticed = isNoticed(mutation)
  if (!noticed) survived += 1
  console.log(`${noticed ? 'noticed ' : 'SURVIVED'} ${mutation[0]}: ${mutation[1]} → ${mutation[2] || '(nothing)'}`)
}
console.log(`${chosen.length - survived} noticed, ${survived} survived`)
process.exitCode = survived === 0 ? 0 : 1
