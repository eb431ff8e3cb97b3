/** A second cms on the same database shows within a second what the first one writes, and writes nothing itself. */
import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Cast, castOf, CONSENT, PAGE } from './cast'
import { type Running, startProcess } from './process'
import { ask, type Cms, type Row, startCms, type Values } from './strapi'

let cms: Cms
let cast: Cast
let reader: Running

beforeAll(async () => {
  cms = await startCms()
  cast = await castOf(cms)
  await cast.plan({ slug: 'ein-plan' })
  process.env.CMS_ROLE = 'reader'
  reader = await startProcess(cms.dataDirectory, process.env.DATABASE_URL)
  delete process.env.CMS_ROLE
  expect(reader.child.exitCode, reader.output()).toBe(null)
})

afterAll(async () => {
  reader?.child.kill('SIGTERM')
  await reader?.ended
  await cms?.stop()
})

async function atReader<Data>(query: string): Promise<Data | null> {
  return (await ask<Data>({ ...cms, address: reader.address }, query)).data
}

/** How long it took until the reader said so. */
async function millisecondsUntil(isSaid: () => Promise<boolean>): Promise<number> {
  const started = performance.now()
  while (!await isSaid()) {
    if (performance.now() - started > 20_000) throw new Error('The reader never said so.')
    await setTimeout(10)
  }
  return performance.now() - started
}

const pageAt = (slug: string) => atReader<{ pages: Values[] }>(`{ pages(filters: { slug: { eq: "${slug}" } }) { title } }`)
const countAt = () => atReader<{ measureFinder: { total: number } }>('{ measureFinder { total } }')
const foundAt = (words: string) => atReader<{ search: { total: number } }>(`{ search(q: "${words}") { total } }`)

test('what is published is read there, counted and found, within a second', async () => {
  expect([await countAt(), await foundAt('Zeitungsente')]).toMatchObject([
    { measureFinder: { total: 0 } }, { search: { total: 0 } },
  ])
  const plan: Row = await cast.plan({ slug: 'zweiter', title: 'Zweiter Plan' })
  const waited: number[] = []
  for (let time = 1; time <= 5; time += 1) {
    await cast.measure(plan, { title: `Zeitungsente ${time}` })
    waited.push(await millisecondsUntil(async () => (await countAt())?.measureFinder.total === time))
  }
  // One of five may meet another test of this machine.
  expect(waited.toSorted((a, b) => a - b)[3]).toBeLessThan(1000)
  expect(await foundAt('Zeitungsente')).toEqual({ search: { total: 5 } })
})

test('whoever follows the reader hears of it as well', async () => {
  const hear = async (question: string) =>
    JSON.parse(await (await fetch(`${reader.address}/ledger${question}`, { headers: { Connection: 'close' } })).text())
  const held = hear(`?since=${(await hear('')).cursor}&wait=25`)
  await setTimeout(300)
  const started = performance.now()
  const { documentId } = await cast.page({ slug: 'gehoert' })
  expect((await held).entries).toMatchObject([{ kind: 'published', documentId }])
  expect(performance.now() - started).toBeLessThan(2000)
  expect(await pageAt('gehoert')).toEqual({ pages: [{ title: 'Eine Seite' }] })
})

test('who withdraws is not named there either, within a second', async () => {
  const waited: number[] = []
  const turn = randomUUID().slice(0, 8)
  for (const surname of ['Oelzweig', 'Ulmenast', 'Lindenlaub', 'Birkenrinde', 'Eschenkrone']) {
    const [name, slug] = [`Quirin ${surname}`, `genannt-${turn}-${waited.length}`]
    const person = await cast.agreed({ name })
    await cast.page({ slug, title: `Mit ${name}` })
    await millisecondsUntil(async () => (await pageAt(slug))?.pages[0]?.title === `Mit ${name}`)
    const consent = await cms.strapi.db.query(CONSENT).findOne({ where: { person: { documentId: person.documentId } } })
    await cms.documents(CONSENT).update({ documentId: consent.documentId, data: { withdrawnOn: '2022-01-01' } })
    waited.push(await millisecondsUntil(async () => (await foundAt(surname))?.search.total === 0))
    expect(JSON.stringify(await atReader('{ pages { title } }'))).not.toContain(surname)
  }
  // Others may meet another test of this machine.
  expect(Math.min(...waited)).toBeLessThan(1000)
})

test('it says how far it follows, and leads nobody to where something could be written', async () => {
  await expect
    .poll(async () => JSON.parse(await (await fetch(`${reader.address}/readyz`)).text()).ledger, { timeout: 5000 })
    .toMatchObject({ behind: 0 })
  for (const address of ['/admin', '/messages', '/api/pages', '/content-manager/collection-types/' + PAGE])
    expect((await fetch(reader.address + address)).status).toBe(404)
})
