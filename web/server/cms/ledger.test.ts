import { createServer, type Server, type ServerResponse } from 'node:http'
import { CurrentSlugDocument } from 'shared-types'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { ask, askChosen, forgetKeptAnswers } from './client'
import { isFollowing } from './following'
import { type Entry, hear, progress } from './ledger'

const askFor = async (slug = 'a') =>
  (await ask(CurrentSlugDocument, { type: 'Plan', formerSlug: slug })).currentSlug
const search = async () => (await askChosen(CurrentSlugDocument, { type: 'Plan', formerSlug: 's' })).currentSlug

let server: Server
let says = 'before'
let isAway = false
let isSick = false
/** What the cms says an answer was made of. */
let dependsOn: string[] | undefined
let entries: Entry[] = []
/** The database of the cms: another one knows no cursor of this. */
let database = 'x'
/** Which version of the cms answers. */
let version = 'one'
let held: ServerResponse | undefined
/** The cms says where it stood when it was asked. */
let position: number | undefined
let releaseAnswer: (() => void) | undefined
let isSlow = false

/** Holds a request that knows the newest entry, as the cms does. */
beforeAll(async () => {
  server = createServer((request, response) => {
    if (isAway) return response.destroy()
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://cms')
    if (pathname === '/ledger') return tell(searchParams, response)
    const answer = JSON.stringify({ data: { currentSlug: says }, extensions: dependsOn && { dependsOn } })
    const send = () => response
      .writeHead(isSick ? 500 : 200, {
        'Content-Type': 'application/json', 'Ledger-Position': String(position ?? newest()),
      })
      .end(answer)
    request.resume().on('end', () => {
      if (isSlow) releaseAnswer = send
      else send()
    })
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  process.env.CMS_URL = `http://127.0.0.1:${Reflect.get(Object(server.address()), 'port')}`
})
afterAll(() => { server.closeAllConnections(); server.close() })
beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  vi.spyOn(console, 'info').mockImplementation(() => undefined)
  ;[isAway, isSick, isSlow, dependsOn, position] = [false, false, false, undefined, undefined]
  while (!isFollowing()) await hear()
  await hear()
  forgetKeptAnswers()
  says = 'before'
})

const newest = () => entries.at(-1)?.number ?? 0
const cursor = () => `${newest()}-${database}`

function tell(asked: URLSearchParams, response: ServerResponse): void {
  const [since, wait] = [asked.get('since'), Number(asked.get('wait'))]
  const [number, known] = since?.split('-') ?? []
  const news = entries.filter(entry => entry.number > Number(number))
  if (known !== database) response.end(told([], true))
  else if (news.length === 0 && wait > 0 && isHolding) held = response
  else response.end(told(news))
}

let isHolding = false

const told = (news: Entry[], startOver = false) =>
  JSON.stringify({ startOver, entries: news, cursor: cursor(), behind: 0, version })

/** Something happens at the cms. */
function happens(entry: Partial<Entry> = {}): void {
  entries = [...entries, {
    number: newest() + 1, kind: 'changed', type: 'Plan', documentId: 'p1', slug: 'a', formerSlug: null, about: {}, ...entry,
  }]
}

describe('what is kept', () => {
  it('stands however long nothing happens', async () => {
    expect(await askFor()).toBe('before')
    says = 'not told'
    const now = performance.now()
    vi.spyOn(performance, 'now').mockImplementation(() => now + 3_600_000)
    expect(await askFor()).toBe('before')
    vi.mocked(performance.now).mockRestore()
  })

  it('is asked for anew as soon as something happened, the search too', async () => {
    expect([await askFor(), await search()]).toEqual(['before', 'before'])
    isHolding = true
    const hearing = hear()
    await vi.waitFor(() => expect(held).toBeDefined())
    isHolding = false
    says = 'after'
    happens()
    held?.end(told(entries.slice(-1)))
    await hearing
    expect([await askFor(), await search()]).toEqual(['after', 'after'])
  })

  it('is shown on while the cms is sick or away, and is asked for anew then', async () => {
    await askFor()
    says = 'after'
    happens()
    await hear()
    isSick = true
    expect(await askFor()).toBe('before')
    isAway = true
    expect(await hear()).toBe(false)
    expect(await askFor()).toBe('before')
    ;[isAway, isSick] = [false, false]
    await hear()
    await vi.waitFor(async () => expect(await askFor()).toBe('after'), { timeout: 5000 })
  })

  it('is another thing on another day', async () => {
    await askFor()
    says = 'tomorrow'
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 24 * 3_600_000 })
    expect(await askFor()).toBe('tomorrow')
    vi.useRealTimers()
  })

  it('is asked for anew where something happened while its answer was on its way', async () => {
    ;[isSlow, position] = [true, newest()]
    const onItsWay = askFor()
    await vi.waitFor(() => expect(releaseAnswer).toBeDefined())
    happens()
    await hear()
    releaseAnswer?.()
    expect(await onItsWay).toBe('before')
    ;[isSlow, position, says] = [false, undefined, 'after']
    expect(await askFor()).toBe('after')
  })

  it('is asked for anew where the cms that answered did not know yet what another one told', async () => {
    happens()
    await hear()
    position = newest() - 1
    await askFor()
    ;[position, says] = [undefined, 'after']
    expect(await askFor()).toBe('after')
    says = 'not told'
    expect(await askFor()).toBe('after')
  })

  it('that happened while nobody could hear of it is told with the first word', async () => {
    await askFor()
    isAway = true
    await hear()
    ;[isAway, says] = [false, 'much later']
    happens()
    await hear()
    expect(await askFor()).toBe('much later')
  })

  it('stands when the cms was away, and is asked for anew when it is another version of itself', async () => {
    await askFor()
    ;[isAway, says] = [true, 'another version']
    await hear()
    isAway = false
    await hear()
    expect(await askFor()).toBe('before')
    version = 'two'
    await hear()
    expect(await askFor()).toBe('another version')
  })

  it('is forgotten with a database of another time, and when somebody is withdrawn', async () => {
    await askFor()
    ;[database, says] = ['y', 'restored']
    await hear()
    expect(await askFor()).toBe('restored')
    happens({ kind: 'withdrawn', type: null, documentId: null })
    await hear()
    isSick = true
    await expect(askFor()).rejects.toMatchObject({ statusCode: 503 })
  })
})

describe.each<[string, string[], Partial<Entry>, boolean]>([
  ['the document', ['p1'], {}, true],
  ['another document', ['p2'], {}, false],
  ['a list of its type', ['Plan'], {}, true],
  ['a list of another type', ['Measure'], {}, false],
  ['its address', ['Plan/a'], {}, true],
  ['the address it had', ['Plan/b'], { formerSlug: 'b' }, true],
  ['the address of another type', ['Measure/a'], {}, false],
  ['what leads to another', ['Plan.follows>p0'], { about: { follows: ['p0'] } }, true],
  ['what leads elsewhere', ['Plan.follows>p3'], { about: { follows: ['p0'] } }, false],
  ['everything', ['*'], {}, true],
  ['something, when everything may have changed', ['p2'], { type: null, documentId: null, kind: 'started' }, true],
])('an answer that depends on %s', (_name, made, entry, isAskedAgain) => {
  it(isAskedAgain ? 'is asked for anew' : 'stands', async () => {
    dependsOn = made
    await askFor()
    says = 'after'
    happens(entry)
    await hear()
    expect(await askFor()).toBe(isAskedAgain ? 'after' : 'before')
  })
})

it('how far web follows is said', async () => {
  happens()
  await hear()
  expect(progress()).toEqual({ heard: newest(), behind: 0, isHearing: true })
})
