/**
 * `npm run bench`: how the answers about measures grow from the facts to two example plans of 5,000 measures each.
 * Recorded in results.md.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { prepare } from '../tools/prepare.mjs'

const FEW_OF_EACH_PLAN = 30
const MANY_OF_EACH_PLAN = 5000
const ADMIN = { email: 'bench@example.org', password: 'Nur-fuer-Messungen-1' }

await prepare()
const { bootCms, statementsOf } = await import('./cms.mjs')
const { Examples, EXAMPLES } = await import('./examples.mjs')
const { FACTS, questionsAbout } = await import('./questions.mjs')
const { problemsIn, recordUnder, tableOf } = await import('./report.mjs')
const { Rows } = await import('./rows.mjs')
const { measureContent } = await import('./timing.mjs')

const folder = mkdtempSync(path.join(tmpdir(), 'lip-lab-bench-'))
const [smallDirectory, largeDirectory] = ['small', 'large'].map(name => path.join(folder, name))
const questions = questionsAbout(EXAMPLES)
try {
  const statements = await makeContents()
  const small = await measureContent({ dataDirectory: smallDirectory, admin: ADMIN, questions: questionsAbout(FACTS) })
  const large = await measureContent({ dataDirectory: largeDirectory, admin: ADMIN, questions })
  record(tableOf({ questions, small, large, statements }))
  const problems = problemsIn({ questions, large, statements })
  for (const problem of problems) console.log(problem)
  process.exitCode = problems.length === 0 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/**
 * Leaves the facts in one directory and the facts with all examples in the other; says how many statements each
 * question takes with few and with many examples.
 */
async function makeContents() {
  Object.assign(process.env, {
    NODE_ENV: 'production', DATA_DIR: largeDirectory, DATABASE_URL: '', SEED: 'facts', ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
  })
  const strapi = await bootCms()
  cpSync(largeDirectory, smallDirectory, { recursive: true, filter: file => !file.includes('lip-lab.db') })
  await strapi.db.connection.raw('vacuum into ?', [path.join(smallDirectory, 'lip-lab.db')])
  const examples = new Examples(new Rows(strapi))
  await examples.addPlans()
  await examples.addMeasures(1, FEW_OF_EACH_PLAN)
  const few = await countEach(strapi)
  await examples.addMeasures(FEW_OF_EACH_PLAN + 1, MANY_OF_EACH_PLAN)
  const many = await countEach(strapi)
  await strapi.destroy()
  return few.map((count, index) => [count, many[index]])
}

async function countEach(strapi) {
  const counts = []
  for (const question of questions) counts.push(await statementsOf(strapi, question))
  return counts
}

function record(table) {
  const facts = [
    `Measured on ${new Date().toISOString().slice(0, 10)} with \`npm run bench\` on ${availableParallelism()} cores `
    + `(${cpus()[0]?.model.trim()}), Node ${process.version}, SQLite; load of the machine meanwhile `
    + `${loadavg()[1].toFixed(1)}, of which the measuring itself is about 1.`,
    'Small → large: the facts alone (22 measures) → with two example plans (10,022 measures, 20,000 status updates, '
    + '10,000 decisions, 4,000 lineages).',
    'After a write: the worst of 3 first answers after an editor saved something. Median and worst: of 15 answers '
    + 'that web did not keep.',
    `Statements: with ${2 * FEW_OF_EACH_PLAN} → ${2 * MANY_OF_EACH_PLAN} examples, the register read anew; the facts `
    + `have no lineages, so they cannot be compared.`,
  ]
  console.log(`\n${table}`)
  recordUnder('Measures', `${facts.join('\n')}\n\n${table}`)
}
