/** What is published is on every website within a second, and what has nothing to do with it is not asked for anew. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { addressIn, make, paragraph, removeWhatWasMade, sendOnly } from './editor'
import { type SecondWeb, startSecondWeb } from './second-web'

const web = inject('web')
const TIMES = process.env.TEST_MATRIX === 'full' ? 100 : 20

let second: SecondWeb

beforeAll(async () => {
  second = await startSecondWeb(inject('cms'))
})

afterAll(async () => {
  second?.stop()
  await removeWhatWasMade()
})

/** How long after the editor was answered an address says so. */
async function millisecondsUntil(address: string, words: string): Promise<number> {
  const started = performance.now()
  while (!(await (await fetch(address)).text()).includes(words)) {
    if (performance.now() - started > 20_000) throw new Error(`${address} never said ${words}.`)
    await new Promise(resolve => setTimeout(resolve, 5))
  }
  return performance.now() - started
}

test('what is published is on both websites within a second', async () => {
  const texts = { slug: 'sofort-zu-sehen', text: [paragraph('Ein Absatz.')] }
  const page = await make('page', { ...texts, title: 'Stand null' })
  for (const { address } of [{ address: web }, second])
    await millisecondsUntil(`${address}/seiten/sofort-zu-sehen`, 'Stand null')
  const waited: number[] = []
  for (let time = 1; time <= TIMES; time += 1) {
    const values = { ...texts, title: `Stand Nummer ${time}.` }
    await sendOnly('PUT', `${addressIn('page')}/${page}`, values)
    await sendOnly('POST', `${addressIn('page')}/${page}/actions/publish`, values)
    waited.push(...await Promise.all([web, second.address].map(address =>
      millisecondsUntil(`${address}/seiten/sofort-zu-sehen`, `Stand Nummer ${time}.`))))
  }
  const sorted = waited.toSorted((a, b) => a - b)
  const at = (part: number) => Math.round(sorted[Math.floor((sorted.length - 1) * part)] ?? Infinity)
  console.info(`published to visible in ms: p50 ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)} of ${waited.length}`)
  // The slowest are those of a machine that other tests keep busy: `npm run bench` measures them.
  expect(at(0.5)).toBeLessThan(1000)
}, 120_000)

test('both say how far they follow', async () => {
  for (const address of [web, second.address])
    expect((await (await fetch(`${address}/readyz`)).json()).ledger).toMatchObject({ isHearing: true, behind: 0 })
})
