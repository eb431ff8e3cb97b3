/**
 * `npm test`: everything that must hold. With names of groups (check, unit, cms, e2e) only those. Last line: `N passed,
 * N failed`.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { root } from './environment.mjs'
import { prepare } from './prepare.mjs'

const reports = mkdtempSync(path.join(tmpdir(), 'lip-lab-test-'))
/** Where the tests of the cms leave what they seeded for the journeys, which would seed it anew for minutes. */
const seeded = process.env.E2E_DATA ?? path.join(reports, 'seeded')
const MOST_NAMED = 40
/** What one failure may say at the end: its sentence, and where in the tests. */
const SENTENCE_CHARACTERS = 300
const SLOWEST_NAMED = 6

/** A check passes or fails as a whole; of vitest every test counts. */
const GROUPS = {
  check: [
    check('style and format', ['eslint', '--max-warnings', '0', '.']),
    check('unused files, exports and dependencies', ['knip', '--no-config-hints']),
    check('imports without circles', ['knip', '--cycles', '--no-config-hints']),
    check('types of the tests of shared-types', ['tsc', '-p', 'tsconfig.tests.json'], 'shared-types'),
    check('types of the cms', ['tsc', '-p', '.', '--noEmit'], 'cms'),
    check('types of the admin', ['tsc', '-p', 'src/admin'], 'cms'),
    check('types of the tests of the cms', ['tsc', '-p', 'tests'], 'cms'),
    check('types of the website', ['npm', 'run', 'typecheck'], 'web'),
    check('types of the small script', ['tsc', '-p', 'enhance'], 'web'),
    check('types of the journeys', ['tsc', '-p', '.'], 'e2e'),
    check('schema.graphql is what the content model says', ['node', 'dist/src/print-schema.js', '--check'], 'cms'),
    check('the typed operations fit schema.graphql', ['npm', 'run', 'generate', '--', '--check'], 'shared-types'),
  ],
  unit: [vitest('shared-types'), vitest('web'), vitest('tools')],
  cms: [vitest('cms')],
  e2e: [vitest('e2e')],
}

function check(name, command, cwd = '.') {
  return { name, command, cwd }
}

function vitest(workspace) {
  const report = path.join(reports, `${workspace}.json`)
  return {
    name: `tests in ${workspace}`,
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile=${report}`], cwd: workspace,
    report,
  }
}

async function test(groups) {
  const unknown = groups.filter(group => !(group in GROUPS))
  if (unknown.length > 0)
    throw new Error(`There is no group "${unknown[0]}". The groups are: ${Object.keys(GROUPS).join(', ')}.`)
  await prepare()
  const steps = groups.flatMap(group => GROUPS[group])
  // A check works on one core, tests on all of them.
  const results = await inLanes(steps.filter(step => !step.report), availableParallelism())
  results.push(...await inLanes(steps.filter(step => step.report), 1))
  rmSync(reports, { recursive: true, force: true })
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.reduce((sum, result) => sum + result.failed, 0)
  for (const { name, seconds, slowest = [] } of results.filter(({ slowest }) => slowest))
    console.log(`${name}: ${seconds} s; longest: ${slowest.join(', ')}`)
  for (const { name, again = [] } of results)
    if (again.length > 0) console.log([`passed at the second try: ${name} (${again.length})`, ...again].join('\n  '))
  for (const { name, failed: count, messages = [] } of results.filter(result => result.failed > 0))
    console.log([`failed: ${name} (${count})`, ...messages].join('\n  '))
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}

/** Runs the steps in their order, so many at a time. */
async function inLanes(steps, lanes) {
  const waiting = [...steps]
  const results = []
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await run(step))
  }
  await Promise.all(Array.from({ length: lanes }, work))
  return results
}

async function run({ name, command, cwd, report }) {
  if (report) console.log(`\n— ${name}`)
  const startedAt = Date.now()
  const { code, output } = await outcomeOf(command, path.join(root, cwd), report ? 'inherit' : 'pipe')
  const seconds = Math.round((Date.now() - startedAt) / 1000)
  const alone = { passed: Number(code === 0), failed: Number(code !== 0) }
  const { passed, failed, ...more } = report ? resultOf(report) : alone
  // A run that ends badly without a failed test has failed all the same; one with a failed test may end well.
  const failures = failed === 0 && code !== 0 ? 1 : failed
  console.log(`${output}— ${name}: ${failures === 0 ? 'passed' : 'failed'} in ${seconds} s`)
  return { name, passed, failed: failures, ...report && { seconds, ...more } }
}

/**
 * How many passed and failed, what each said that failed once or twice, and which files took longest: a log is long,
 * and its end is what is read.
 */
function resultOf(report) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
    const complaints = ended => testResults.flatMap(({ name, assertionResults }) => assertionResults
      .filter(({ status, failureMessages }) => status === ended && failureMessages.length > 0)
      .map(test => `${path.basename(name)}: ${test.fullName}: ${saidBy(test.failureMessages.at(-1))}`))
      .slice(0, MOST_NAMED)
    return {
      passed: numPassedTests, failed: numFailedTests, messages: complaints('failed'), again: complaints('passed'),
      slowest: slowestOf(testResults),
    }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

function slowestOf(files) {
  const seconds = ({ startTime, endTime }) => Math.round((endTime - startTime) / 1000)
  return files.toSorted((a, b) => seconds(b) - seconds(a)).slice(0, SLOWEST_NAMED)
    .map(file => `${path.basename(file.name)} ${seconds(file)}`)
}

/** What a failure says, and the line of the test it happened in. */
function saidBy(message) {
  const [sentence = '', ...trace] = message.split(/\n\s+at /)
  const line = trace.map(place => /[\w.-]+\.test\.m?ts:\d+/.exec(place)?.[0]).find(Boolean)
  return `${sentence.replaceAll(/\s+/g, ' ').slice(0, SENTENCE_CHARACTERS)} ${line ?? ''}`
}

/** What a command printed, where it is not shown at once, and how it ended. */
function outcomeOf([program, ...args], cwd, output) {
  const PATH = [path.join(cwd, 'node_modules/.bin'), path.join(root, 'node_modules/.bin'), process.env.PATH]
  return new Promise((resolve, reject) => {
    const env = { ...process.env, E2E_DATA: seeded, PATH: PATH.join(path.delimiter) }
    const child = spawn(program, args, { cwd, stdio: ['ignore', output, output], env })
    const pieces = []
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', piece => pieces.push(piece))
    child.on('error', reject)
    child.on('close', code => resolve({ code, output: Buffer.concat(pieces).toString() }))
  })
}

const named = process.argv.slice(2)
test(named.length > 0 ? named : Object.keys(GROUPS)).catch((error) => {
  console.error(error.message)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
})
