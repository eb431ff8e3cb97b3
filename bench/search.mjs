/**
 * `npm run bench`, the search: how well it answers what was judged, on the seed; how long it takes and what it holds
 * with 5,000 documents in each of ten languages and 500 more in German alone. The engine of the cms stands here without
 * database and server: its rows are made up when they are read.
 */
import { readFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { root } from '../tools/environment.mjs'
import { prepare } from '../tools/prepare.mjs'
import { recordUnder } from './report.mjs'

const LANGUAGES = ['de', 'en', 'tr', 'ar', 'fa', 'kmr', 'ru', 'es', 'it', 'bg']
const EXAMPLE_TYPE = 'api::page.glossary-term'
const RANDOM_QUESTIONS = 100
const ROUNDS = 3
const SHOWN = 24
const MOST_MILLISECONDS = 100

await prepare()
const { fromCms, operations: { SEARCHED_TYPES, TYPES } } = await import('./cms.mjs')
const { ExampleTexts, randomOf } = await import('./example-texts.mjs')
const { SearchEngine } = fromCms('./dist/src/search/engine')
const { excerpt, marked } = fromCms('./dist/src/search/excerpt')
const judging = await import('../cms/tests/judging.ts')

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc')

const judged = await judgedFigures()

const texts = new ExampleTexts(LANGUAGES)
const READ = [...SEARCHED_TYPES.map(type => TYPES[type].uid), TYPES.Goal.uid, TYPES.FundedProject.uid, 'api::page.site']
const engine = new SearchEngine({
  contentTypes: Object.fromEntries(READ.map(uid => [uid, schemaOf(uid)])),
  components: {},
  db: { query: uid => ({ findMany: async question => uid === EXAMPLE_TYPE ? texts.rows(question) : [] }) },
})

const before = memory()
const rows = []
for (const language of LANGUAGES) rows.push(await measureIndex(language))
for (const row of rows) Object.assign(row, await measureQuestions(row.language))
const all = {
  language: 'all ten',
  ...total('seconds'),
  ...total('heap'),
  ...total('rss'),
  ...percentiles(rows.flatMap(({ times }) => times)),
}
record([...rows, all])
const slow = [...rows, all].filter(({ p99 }) => p99 > MOST_MILLISECONDS)
for (const { language, p99 } of slow)
  console.log(
    `One question of a hundred in ${language} takes ${p99.toFixed(0)} ms. It should take ${MOST_MILLISECONDS} at most.`,
  )
process.exitCode = slow.length === 0 ? 0 : 1

function schemaOf(uid) {
  const [, group, name] = /^api::(.*)\.(.*)$/.exec(uid)
  return {
    ...JSON.parse(readFileSync(path.join(root, `cms/src/api/${group}/content-types/${name}/schema.json`), 'utf8')),
    uid,
  }
}

/** The first question in a language builds its index; one of two letters needs no other language. */
async function measureIndex(language) {
  const [held, startedAt] = [memory(), performance.now()]
  await engine.find('LIP', language)
  const seconds = (performance.now() - startedAt) / 1000
  const { heap, rss } = memory()
  return { language, seconds, heap: heap - held.heap, rss: rss - held.rss }
}

async function measureQuestions(language) {
  const asked = judging.questionsIn(language).map(({ q }) => q)
  const times = []
  for (const q of Array.from({ length: ROUNDS }, () => [...asked, ...randomQuestions(language)]).flat()) {
    const startedAt = performance.now()
    const { hits, others } = await engine.find(q, language)
    const words = new Map()
    for (const { documentId, language: found } of [...hits.slice(0, SHOWN), ...others.slice(0, SHOWN)]) {
      if (!words.has(found)) words.set(found, await engine.wordsOf(q, found, language))
      const { title, explanation } = texts.row(Number(documentId.replace('beispiel', '')), found)
      marked(title, words.get(found), found)
      excerpt(explanation, words.get(found), found)
    }
    times.push(performance.now() - startedAt)
  }
  return { times, ...percentiles(times) }
}

/** What of what is wanted is among the first ten, and at which place the first of it stands. */
async function judgedFigures() {
  const onSeed = await judging.judgedEngine()
  const figures = []
  for (const language of judging.JUDGED_LANGUAGES) {
    const answers = await judging.answersOf(onSeed, language, judging.questionsIn(language))
    figures.push({ language, ...judging.figuresOf(answers) })
  }
  return figures
}

/** One or two words as they stand in the texts, a beginning, a typing error, or a word that stands nowhere. */
function randomQuestions(language) {
  const random = randomOf(7)
  const word = () => texts.word(language, random)
  const kinds = [
    word,
    () => `${word()} ${word()}`,
    () => word().slice(0, 4),
    () => word().replace(/(.{3})./, '$1x'),
    () => [...word()].reverse().join(''),
  ]
  return Array.from({ length: RANDOM_QUESTIONS }, (_, index) => kinds[index % kinds.length]())
}

function percentiles(times) {
  const sorted = times.toSorted((a, b) => a - b)
  const at = share => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

function total(name) {
  return { [name]: rows.reduce((sum, row) => sum + row[name], 0) }
}

/** In MB. */
function memory() {
  collectGarbage()
  const { heapUsed, rss } = process.memoryUsage()
  return { heap: heapUsed / 2 ** 20, rss: rss / 2 ** 20 }
}

function record(measured) {
  const { translated, onlyGerman } = texts.count
  const lines = measured.map(
    ({ language, seconds, heap, rss, p50, p95, p99 }) =>
      `| ${language} | ${seconds.toFixed(1)} | ${heap.toFixed(0)} | ${rss.toFixed(0)} | ${p50.toFixed(1)} | `
      + `${p95.toFixed(1)} | ${p99.toFixed(1)} |`,
  )
  const table = [
    '| language | index, s | heap, MB | RSS, MB | median, ms | p95, ms | p99, ms |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n')
  const facts = [
    `Measured on ${new Date().toISOString().slice(0, 10)} with \`npm run bench\` on ${availableParallelism()} cores `
    + `(${cpus()[0]?.model.trim()}), Node ${process.version}; load of the machine meanwhile `
    + `${loadavg()[1].toFixed(1)}.`,
    `${translated} made-up documents of 150 words in each of ten languages and ${onlyGerman} more in German alone, in `
    + `the engine of the cms, in one process of its own (${before.rss.toFixed(0)} MB before); reading rows from a `
    + `database is not in it.`,
    `Index: time of the first question, which builds it, and what is held more afterwards. The others: ${ROUNDS} `
    + `rounds of the judged questions and ${RANDOM_QUESTIONS} random ones, each with the marking of up to ${SHOWN} `
    + `hits and ${SHOWN} in other languages.`,
  ]
  const quality = [
    '| language | questions | recall at 10 | mean reciprocal rank |',
    '| --- | --- | --- | --- |',
    ...judged.map(({ language, questions, recall, rank }) =>
      `| ${language} | ${questions} | ${recall.toFixed(2)} | ${rank.toFixed(2)} |`,
    ),
  ].join('\n')
  const told = 'The judged questions (`cms/tests/judged`), on the facts of the seed:'
  console.log(`\n${quality}\n\n${table}`)
  recordUnder('Search', [...facts, '', table, '', told, '', quality].join('\n'))
}
