/** What is kept of all that pages ask: it is found the next day too, and no longer than what names people may be. */
import { readdirSync } from 'node:fs'
import nodePath from 'node:path'
import { createApp, createRouter, toWebHandler, type EventHandler } from 'h3'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { emptyAnswer } from '~~/test/empty-answer'
import { openSickCms, WRONG } from '~~/test/sick-cms'
import { forgetKeptAnswers } from '../cms/client'
import { complaints } from '../cms/well-being'
import { currentlyMade, noteMaking } from '../pages/made-of'

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter(file => /\.get\.ts$/.test(file))
const handlers = await Promise.all(files.map(async (file) => {
  const { default: handler }: { default: EventHandler } = await import(nodePath.join(import.meta.dirname, file))
  return { path: `/${file.slice(0, -'.get.ts'.length).replace(/\[(\w+)\]/g, ':$1')}`, handler }
}))
const routes = handlers.reduce((router, { path, handler }) => router.get(path, handler), createRouter())
const open = toWebHandler(createApp().use(routes))
const QUERY = 'locale=de&since=2020-01-01&q=sprache&name=eins&type=Plan&slug=eins'
const ask = async (path: string, day = '') => {
  const address = path.replace(':kind', 'measures').replace(':slug', 'eins').replace(':number', '1')
  return (await open(new Request(`http://localhost${address}?${QUERY}&asof=${day}`))).status
}

let cms: Awaited<ReturnType<typeof openSickCms>>
beforeAll(async () => { cms = await openSickCms(({ operationName }) => emptyAnswer(operationName)) })
afterAll(() => cms.close())
afterEach(() => {
  vi.useRealTimers()
  cms.recover()
  forgetKeptAnswers()
})

const HOUR = 60 * 60 * 1000

/** Asks a minute before midnight, then sets the clock on and lets the cms fall sick. */
async function askAndLose(path: string, milliseconds: number): Promise<number[]> {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  vi.spyOn(console, 'info').mockImplementation(() => undefined)
  vi.useFakeTimers({ toFake: ['Date', 'performance'], now: new Date('2026-11-29T23:59:00+01:00') })
  const asked = [await ask(path), await ask(path, '2026-11-29')]
  for (const status of asked) expect([200, 204, 400, 404]).toContain(status)
  cms.fall(WRONG['status 500'])
  vi.advanceTimersByTime(milliseconds)
  return asked
}

it.each(handlers)('$path is answered after midnight as well while the cms is sick', async ({ path }) => {
  const asked = await askAndLose(path, HOUR)
  expect([await ask(path), await ask(path, '2026-11-30')]).toEqual(asked)
  expect(complaints()).not.toEqual([])
})

/** They name nobody, or go without the names that may not be kept. */
const isAlwaysThere = ({ path }: { path: string }) => ['/site/index', '/menu/index', '/nearest/index'].includes(path)

it.each(handlers.filter(handler => !isAlwaysThere(handler)))(
  '$path, which may name people, is answered for 24 hours and no longer', async ({ path }) => {
    const asked = await askAndLose(path, 24 * HOUR - 1000)
    expect([await ask(path), await ask(path)]).toEqual(asked)
    vi.advanceTimersByTime(2000)
    expect(await ask(path)).toBe(503)
  },
)

it.each(handlers.filter(isAlwaysThere))('$path, which names nobody whom somebody may have withdrawn, is always answered', async ({ path }) => {
  const asked = await askAndLose(path, 30 * 24 * HOUR)
  expect([await ask(path), await ask(path)]).toEqual(asked)
})

it('a page whose menu alone fails is sent without it, and is not kept', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const isKeptWithMenu = () => noteMaking({ path: '/impressum', isAhead: false, era: 0 }, async () => {
    expect(await ask('/menu/index')).toBe(200)
    return currentlyMade()?.isToBeKept
  })
  cms.fallFor('Menu', WRONG['status 500'])
  expect(await isKeptWithMenu()).toBe(false)
  cms.recover()
  expect(await isKeptWithMenu()).toBe(true)
})
