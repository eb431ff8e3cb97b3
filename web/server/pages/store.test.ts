import { execFileSync } from 'node:child_process'
import {
  appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { madeOf } from '~~/test/made-of'
import { outdate } from '../cms/kept-answers'
import type { MadeOf } from './made-of'
import { ENCODINGS, fileOf } from './page'
import { PageStore } from './store'

const HOUR = 60 * 60 * 1000
const HEARD = { cursor: '7-abc', version: 'one' }
const root = mkdtempSync(path.join(tmpdir(), 'lip-lab-pages-'))
let folder: string
let count = 0

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'], now: new Date('2026-12-01T12:00:00+01:00') })
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  folder = path.join(root, String(count += 1), 'pages')
})
afterEach(() => vi.useRealTimers())
afterAll(() => rmSync(root, { recursive: true, force: true }))

const opened = (version = 'build') => new PageStore(folder, version)
const keep = async (store: PageStore, address: string, known: Partial<MadeOf> = {}, text = `Seite ${address} äöü`) => {
  const kept = await store.keep(madeOf(address, { era: store.era, ...known }), {
    body: Buffer.from(text), headers: { 'content-type': 'text/html' },
  })
  await store.settled()
  return kept
}
/** A store with pages, as it is found after a restart. */
async function storedPages(...pages: [address: string, known?: Partial<MadeOf>, text?: string][]): Promise<void> {
  const store = opened()
  for (const [address, known, text] of pages) await keep(store, address, known, text)
  store.noteHeard(HEARD)
  await store.storeHeard()
}
const files = () => readdirSync(folder).filter(name => name !== 'state.json').sort()
const fileAt = (address: string) => path.join(folder, fileOf(address))
const textOf = async (store: PageStore, address: string) => {
  const page = store.lastGood(address)
  const bytes = page && (store.hot(page.forms.identity) ?? await store.bytes(page, page.forms.identity))
  return bytes && Buffer.from(bytes, 'latin1').toString()
}

describe('a page', () => {
  it('is there after a restart, in every form, with the cursor of the ledger', async () => {
    await storedPages(['/massnahmen', { keys: new Set(['Measure']) }])
    const store = opened()
    expect(store.heardBefore).toEqual(HEARD)
    const page = store.current('/massnahmen')
    expect(page).toMatchObject({ keys: ['Measure'], position: 1, headers: { 'content-type': 'text/html' } })
    const forms = { br: brotliDecompressSync, gzip: gunzipSync, identity: (same: Buffer) => same }
    for (const encoding of ENCODINGS) {
      const form = page?.forms[encoding]
      const bytes = page && form && await store.bytes(page, form)
      expect(forms[encoding](Buffer.from(bytes ?? '', 'latin1')).toString()).toBe('Seite /massnahmen äöü')
    }
  })

  it('that is a picture has no compressed form, and is there after a restart', async () => {
    const store = opened()
    const bytes = Buffer.from([0x89, 0x50, 0, 255, 10, 13])
    await store.keep(madeOf('/data/de/plans/a/share.png', { era: store.era }), {
      body: bytes, headers: { 'content-type': 'image/png' },
    })
    store.noteHeard(HEARD)
    await store.storeHeard()
    const again = opened()
    const page = again.current('/data/de/plans/a/share.png')
    expect(Object.keys(page?.forms ?? {})).toEqual(['identity'])
    expect(Buffer.from((page && await again.bytes(page, page.forms.identity)) ?? '', 'latin1')).toEqual(bytes)
  })

  it('has the same mark as long as it says the same', async () => {
    const store = opened()
    const [first, second, third] = [
      await keep(store, '/', {}, 'eins'), await keep(store, '/', {}, 'eins'), await keep(store, '/', {}, 'zwei'),
    ]
    expect(first?.etag).toBe(second?.etag)
    expect(third?.etag).not.toBe(first?.etag)
  })

  it('that nobody has asked for takes no room in memory, and is read when somebody asks', async () => {
    const store = opened()
    const ahead = await keep(store, '/a', { isAhead: true })
    expect(ahead && store.hot(ahead.forms.identity)).toBeUndefined()
    expect(await textOf(store, '/a')).toBe('Seite /a äöü')
    const anew = await keep(store, '/a', { isAhead: true }, 'neu')
    expect(anew && store.hot(anew.forms.identity)).toBeDefined()
  })

  it('that is there no more leaves nothing', async () => {
    const store = opened()
    await keep(store, '/a')
    store.drop('/a')
    expect([store.lastGood('/a'), files()]).toEqual([undefined, []])
  })

  it.each(['/..%2f..%2fetc/passwd', '/../../x', `/${'a'.repeat(300)}`, '/\0', '/ä/Ö'])(
    'of %j lies in the folder like all others', async (address) => {
      const store = opened()
      await keep(store, address)
      expect(files()).toEqual([expect.stringMatching(/^[0-9a-f]{40}$/)])
      expect(readdirSync(path.dirname(folder))).toEqual(['pages'])
    },
  )
})

describe('the ledger', () => {
  it.each<[string, Partial<MadeOf>, boolean]>([
    ['the document', { keys: new Set(['x', 'p1']) }, true],
    ['other documents', { keys: new Set(['x', 'p2']) }, false],
    ['everything', { keys: null }, true],
    ['the document, asked for after that', { keys: new Set(['p1']), position: 8 }, false],
    ['nothing', { position: Number.MAX_SAFE_INTEGER }, false],
  ])('outdates a page that is made of %s: %s', async (_name, known, isOutdated) => {
    const store = opened()
    await keep(store, '/a', known)
    store.outdate(8, ['p1', 'Plan'])
    expect(store.current('/a') === undefined).toBe(isOutdated)
    expect([...store.toRenderAnew()]).toEqual(isOutdated ? ['/a'] : [])
    expect(store.lastGood('/a')).toBeDefined()
  })

  it('that tells something while the page is rendered outdates it too', async () => {
    const store = opened()
    outdate(9, ['p9'])
    await keep(store, '/a', { keys: new Set(['p9']), position: 8 })
    await keep(store, '/b', { keys: new Set(['p9']), position: 9 })
    expect([store.current('/a'), store.current('/b')?.path]).toEqual([undefined, '/b'])
    expect([[...store.toRenderAnew()], files()]).toEqual([['/a'], [fileOf('/b')]])
  })

  it('is followed from where all pages were up to date, also after a crash', async () => {
    const store = opened()
    await keep(store, '/a', { keys: new Set(['p1']) })
    store.noteHeard(HEARD)
    await store.storeHeard()
    store.outdate(8, ['p1'])
    store.noteHeard({ ...HEARD, cursor: '8-def' })
    await store.storeHeard()
    expect(opened().heardBefore).toEqual(HEARD)
    await keep(store, '/a', { keys: new Set(['p1']), position: 8 })
    await store.storeHeard()
    expect(opened().heardBefore?.cursor).toBe('8-def')
  })

  it('that names somebody who may no longer be named leaves nothing, nor what is on its way', async () => {
    await storedPages(['/a'], ['/b'])
    const store = opened()
    const { era } = store
    const onItsWay = store.keep(madeOf('/c', { era }), { body: Buffer.from('c'), headers: {} })
    const written = keep(store, '/d')
    store.forgetAll()
    await Promise.all([onItsWay, written])
    await store.settled()
    expect(['/a', '/b', '/c', '/d'].map(address => store.lastGood(address))).toEqual(Array.from({ length: 4 }))
    expect(readdirSync(folder)).toEqual([])
    expect(opened().size).toBe(0)
  })
})

describe('another day', () => {
  it('is another page, and yesterday\'s is the last good one', async () => {
    const store = opened()
    await keep(store, '/a')
    vi.setSystemTime(new Date('2026-12-02T00:00:01+01:00'))
    store.outdateOtherDays()
    expect([store.current('/a'), store.lastGood('/a')?.path, store.outdated]).toEqual([undefined, '/a', 1])
  })

  it('that is an earlier one, since the clock was set back, is another day too', async () => {
    const store = opened()
    await keep(store, '/a')
    vi.setSystemTime(new Date('2026-11-30T12:00:00+01:00'))
    expect(store.current('/a')).toBeUndefined()
  })
})

describe('a page that may name somebody', () => {
  const named = () => ({ shownUntil: performance.now() + 24 * HOUR })

  it('is shown for its time and no longer, whether web was started anew or not', async () => {
    await storedPages(['/a', named()], ['/b'])
    const [before, after] = [opened(), opened()]
    vi.advanceTimersByTime(24 * HOUR - 1000)
    expect([before.lastGood('/a')?.path, opened().lastGood('/a')?.path]).toEqual(['/a', '/a'])
    vi.advanceTimersByTime(2000)
    for (const store of [before, after, opened()])
      expect([store.lastGood('/a'), store.lastGood('/b')?.path]).toEqual([undefined, '/b'])
  })

  it('is not shown after a restart where the clock was set back: nobody knows how old it is', async () => {
    await storedPages(['/a', named()], ['/b'])
    vi.setSystemTime(new Date('2026-11-20T12:00:00+01:00'))
    const store = opened()
    expect([store.lastGood('/a'), store.lastGood('/b')?.path]).toEqual([undefined, '/b'])
  })
})

describe('a folder', () => {
  it('of another version of the interface is the last good one', async () => {
    await storedPages(['/a'])
    const store = opened('another build')
    expect([store.current('/a'), await textOf(store, '/a'), [...store.toRenderAnew()]]).toEqual([
      undefined, 'Seite /a äöü', ['/a'],
    ])
  })

  it('without a cursor holds nothing that can be trusted', async () => {
    await storedPages(['/a'])
    writeFileSync(path.join(folder, 'state.json'), '{"cursor": 7')
    expect([opened().size, files()]).toEqual([0, []])
  })

  it('is rid of all that is no whole page of ours', async () => {
    await storedPages(['/a'], ['/cut'], ['/long'], ['/headless'], ['/other'])
    truncateSync(fileAt('/cut'), statSync(fileAt('/cut')).size - 1)
    appendFileSync(fileAt('/long'), 'x')
    writeFileSync(fileAt('/headless'), 'not a head\nnot a body')
    writeFileSync(fileAt('/elsewhere'), readFileSync(fileAt('/other')))
    writeFileSync(fileAt('/older'), `${JSON.stringify({ path: '/older', etag: 'x' })}\n`)
    writeFileSync(`${fileAt('/a')}.99-1`, readFileSync(fileAt('/a')).subarray(0, 100))
    writeFileSync(path.join(folder, 'empty'), '')
    mkdirSync(path.join(folder, 'a-folder', 'in-it'), { recursive: true })
    symlinkSync(path.join(root, 'nowhere'), path.join(folder, 'a-link'))
    const store = opened()
    expect(store.size).toBe(2)
    expect(files()).toEqual([fileOf('/a'), fileOf('/other')].sort())
  })

  it('in which a body is damaged, or gone, does without it', async () => {
    await storedPages(['/damaged'], ['/gone'], ['/whole'])
    const bytes = readFileSync(fileAt('/damaged'))
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 0xFF, bytes.length - 1)
    writeFileSync(fileAt('/damaged'), bytes)
    rmSync(fileAt('/gone'))
    const store = opened()
    expect(await Promise.all(['/damaged', '/gone', '/whole'].map(address => textOf(store, address)))).toEqual([
      undefined, undefined, 'Seite /whole äöü',
    ])
    expect([store.has('/damaged'), files()]).toEqual([false, [fileOf('/whole')]])
  })

  it('in which another web works too is no worse for it', async () => {
    await storedPages(['/a'])
    const [one, other] = [opened(), opened()]
    await keep(other, '/a', {}, 'Was die andere schreibt, ist länger')
    expect(await textOf(one, '/a')).toBeUndefined()
    await keep(one, '/a')
    other.forgetAll()
    await keep(one, '/b')
    expect([await textOf(one, '/a'), await textOf(one, '/b'), one.trouble]).toEqual(['Seite /a äöü', 'Seite /b äöü', null])
  })
})

describe('a disk that refuses', () => {
  it('leaves pages in memory, says so, and is used again', async () => {
    const store = opened()
    rmSync(folder, { recursive: true })
    writeFileSync(folder, 'a file where the folder should be')
    await keep(store, '/a')
    expect(await textOf(store, '/a')).toBe('Seite /a äöü')
    expect(store.trouble).toMatch(/^Pages cannot be kept on the disk: E/)
    rmSync(folder)
    await keep(store, '/b')
    expect([store.trouble, files()]).toEqual([null, [fileOf('/b')]])
  })

  const canMount = isMounted(() => mounted(folderFor('try')))

  it.runIf(canMount)('since it is full, or may only be read, keeps what is there and takes no cursor further', async () => {
    folder = folderFor('full')
    const unmount = mounted(folder)
    try {
      await storedPages(['/a', { keys: new Set(['p1']) }])
      const ballast = path.join(path.dirname(folder), 'ballast')
      expect(() => writeFileSync(ballast, Buffer.alloc(2_000_000))).toThrow(/ENOSPC/)
      const store = opened()
      await keep(store, '/b', {}, noise(100_000))
      expect(store.trouble).toMatch(/ENOSPC/)
      expect(store.lastGood('/b')).toBeDefined()
      rmSync(ballast)
      await keep(store, '/c')
      expect(store.trouble).toBeNull()
      execFileSync('mount', ['-o', 'remount,ro', path.dirname(folder)])
      const readOnly = opened()
      expect([readOnly.current('/a')?.path, readOnly.trouble]).toEqual(['/a', null])
      readOnly.outdate(8, ['p1'])
      readOnly.noteHeard({ ...HEARD, cursor: '8-def' })
      await keep(readOnly, '/a', { keys: new Set(['p1']), position: 8 }, 'neu')
      await readOnly.storeHeard()
      expect([await textOf(readOnly, '/a'), readOnly.trouble]).toEqual(['neu', expect.stringMatching(/read-only/i)])
      readOnly.forgetAll()
      expect(readOnly.lastGood('/a')).toBeUndefined()
      expect(opened().heardBefore).toEqual(HEARD)
    } finally {
      unmount()
    }
  })
})

function folderFor(name: string): string {
  return path.join(root, name, 'pages')
}

/** A disk of one megabyte. */
function mounted(inside: string): () => void {
  const disk = path.dirname(inside)
  mkdirSync(disk, { recursive: true })
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { stdio: 'ignore' })
  return () => execFileSync('umount', [disk])
}

function isMounted(mount: () => () => void): boolean {
  try {
    mount()()
    return true
  } catch {
    return false
  }
}

/** What cannot be compressed. */
function noise(length: number): string {
  return Array.from({ length }, () => String.fromCharCode(33 + Math.floor(Math.random() * 90))).join('')
}
