/** Every change of what is public is one entry of the ledger; whoever follows hears of it at once, and misses none. */
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import {
  ARTICLE, type Cast, castOf, CONSENT, MEASURE, ORGANISATION, PAGE, paragraph, PERSON, UPDATE,
} from './cast'
import { type Cms, fewestStatementsOf, type Row, startCms, type Values } from './strapi'

const require = createRequire(import.meta.url)
const { bringBack } = require('../dist/src/bin/bring-back')
const { beginLedger } = require('../dist/src/ledger/beginning')

const BIN = 'api::ledger.bin-entry'
const ENTRY = 'api::ledger.entry'
const REVISION = 'api::ledger.revision'
const SITE = 'api::page.site'
const SOURCE = 'api::source.source'

interface Heard {
  startOver: boolean
  entries: Values[]
  cursor: string
  behind: number
}

let cms: Cms
let cast: Cast
let plan: Row

beforeAll(async () => {
  cms = await startCms()
  cast = await castOf(cms)
  plan = await cast.plan({ slug: 'ein-plan' })
})

afterAll(() => cms?.stop())

async function hear(question = ''): Promise<Heard> {
  return JSON.parse(await (await fetch(`${cms.address}/ledger${question}`, { headers: { Connection: 'close' } })).text())
}

/** What is new in the ledger after something was done. */
async function entriesOf(deed: () => Promise<unknown>): Promise<Values[]> {
  const { cursor } = await hear()
  await deed()
  return (await hear(`?since=${cursor}`)).entries
}

const kinds = (entries: Values[]) => entries.map(({ type, kind }) => `${String(type)} ${String(kind)}`)

const page = (values: Values = {}) => cast.page(values)
const pages = () => cms.documents(PAGE)

/** What an editor does, after what was there before, and what the ledger says of it. */
const DEEDS: Record<string, { before: () => Promise<Row>, deed: (before: Row) => Promise<unknown>, says: Values[] }> = {
  'saving a draft': {
    before: () => page({ slug: 'entwurf' }),
    deed: ({ documentId }) => pages().update({ documentId, data: { title: 'Anders' } }),
    says: [],
  },
  'publishing for the first time': {
    before: () => cast.page({ slug: 'neu' }, 'draft'),
    deed: ({ documentId }) => pages().publish({ documentId }),
    says: [{
      kind: 'published', type: 'Page', slug: 'neu', formerSlug: null, languages: ['de'], isPublic: true, publicIn: ['de'],
      changed: [], revisions: { de: 1 },
    }],
  },
  'publishing a change': {
    before: () => page({ slug: 'geaendert' }),
    deed: async ({ documentId }) => {
      await pages().update({ documentId, data: { title: 'Anders' } })
      await pages().publish({ documentId })
    },
    says: [{ kind: 'changed', changed: ['title'], languages: ['de'], revisions: { de: 2 }, slug: 'geaendert' }],
  },
  'publishing the same once more': {
    before: () => page({ slug: 'nochmal' }),
    deed: ({ documentId }) => pages().publish({ documentId }),
    says: [{ kind: 'changed', changed: [], languages: ['de'] }],
  },
  'a new address': {
    before: () => page({ slug: 'alte-adresse' }),
    deed: ({ documentId }) => pages().update({ documentId, data: { slug: 'neue-adresse' }, status: 'published' }),
    says: [{ kind: 'renamed', changed: ['slug'], slug: 'neue-adresse', formerSlug: 'alte-adresse' }],
  },
  'a translation': {
    before: () => page({ slug: 'uebersetzt' }),
    deed: ({ documentId }) => pages().update({
      documentId, locale: 'en', data: { title: 'A page', text: [paragraph('A paragraph.')] }, status: 'published',
    }),
    says: [{ kind: 'translated', languages: ['en'], publicIn: ['de', 'en'], revisions: { en: 1 } }],
  },
  'taking one language off': {
    before: async () => {
      const made = await page({ slug: 'eine-sprache' })
      await DEEDS['a translation']?.deed(made)
      return made
    },
    deed: ({ documentId }) => pages().unpublish({ documentId, locale: 'en' }),
    says: [{ kind: 'changed', languages: ['en'], isPublic: true, publicIn: ['de'] }],
  },
  'taking it off': {
    before: () => page({ slug: 'weg' }),
    deed: ({ documentId }) => pages().unpublish({ documentId, locale: '*' }),
    says: [{ kind: 'unpublished', slug: 'weg', isPublic: false, publicIn: [], languages: ['de'] }],
  },
  'publishing what was taken off': {
    before: async () => {
      const made = await page({ slug: 'wieder-da' })
      await pages().unpublish({ documentId: made.documentId, locale: '*' })
      return made
    },
    deed: ({ documentId }) => pages().publish({ documentId }),
    says: [{ kind: 'restored', slug: 'wieder-da', isPublic: true }],
  },
  'deleting': {
    before: () => page({ slug: 'geloescht' }),
    deed: ({ documentId }) => pages().delete({ documentId, locale: '*' }),
    says: [{ kind: 'deleted', slug: 'geloescht', isPublic: false, languages: ['de'] }],
  },
  'deleting what was taken off before': {
    before: async () => {
      const made = await page({ slug: 'erst-weg' })
      await pages().unpublish({ documentId: made.documentId, locale: '*' })
      return made
    },
    deed: ({ documentId }) => pages().delete({ documentId, locale: '*' }),
    says: [{ kind: 'deleted', slug: 'erst-weg', isPublic: false }],
  },
  'deleting a draft that was never public': {
    before: () => cast.page({ slug: 'nie' }, 'draft'),
    deed: ({ documentId }) => pages().delete({ documentId, locale: '*' }),
    says: [],
  },
  'bringing it back from the bin': {
    before: async () => {
      const made = await page({ slug: 'aus-dem-korb' })
      await pages().delete({ documentId: made.documentId, locale: '*' })
      return made
    },
    deed: async ({ documentId }) =>
      bringBack(cms.strapi, await cms.strapi.db.query(BIN).findOne({ where: { document: documentId } })),
    says: [{ kind: 'restored', slug: 'aus-dem-korb', isPublic: true, publicIn: ['de'] }],
  },
  'saving what has no drafts': {
    before: () => cms.documents(ORGANISATION).create({ data: { name: 'Ein Verein', kind: 'association' } }),
    deed: ({ documentId }) => cms.documents(ORGANISATION).update({ documentId, data: { name: 'Der Verein' } }),
    says: [{ type: 'Organisation', kind: 'changed', changed: ['name'], isPublic: true }],
  },
  'saving what has no languages': {
    before: () => cms.documents(SOURCE).create({ data: { kind: 'report', title: 'Ein Bericht' } }),
    deed: ({ documentId }) => cms.documents(SOURCE).update({ documentId, data: { publisher: 'Stadt' } }),
    says: [{ type: 'Source', kind: 'changed', isPublic: true, publicIn: [], languages: [] }],
  },
  'a part of something': {
    before: () => cast.measure(plan, { slug: 'ganzes' }),
    deed: measure => cast.update(measure),
    says: [{ type: 'Measure', kind: 'changed', revisions: { de: 2 } }, { type: 'StatusUpdate', kind: 'published' }],
  },
  'withdrawing a version': {
    before: () => page({ slug: 'fassung' }),
    deed: async ({ documentId }) => {
      const revision = await cms.strapi.db.query(REVISION).findOne({ where: { document: documentId } })
      await cms.documents(REVISION).update({
        documentId: revision.documentId, data: { withdrawnFor: 'Auf Wunsch' },
      })
    },
    says: [{ kind: 'withdrawn', type: 'Page', slug: 'fassung', revisions: { de: 1 }, reason: 'Auf Wunsch' }],
  },
}

describe('the ledger says', () => {
  test.each(Object.entries(DEEDS))('of %s', async (_name, { before, deed, says }) => {
    const made = await before()
    const entries = await entriesOf(() => deed(made))
    expect(entries).toMatchObject(says)
    expect(entries.length).toBe(says.length)
  })

  test('of the website itself that its settings changed', async () => {
    const site = await cms.documents(SITE).create({ data: { title: 'Titel' } }).catch(() => null)
    const known = site ?? await cms.strapi.db.query(SITE).findOne({})
    const entries = await entriesOf(() =>
      cms.documents(SITE).update({ documentId: known.documentId, data: { title: 'Anderer Titel' } }))
    expect(kinds(entries)).toEqual(['Site settings'])
  })

  test('to what a measure relates, and related before', async () => {
    const other = await cast.plan({ slug: 'anderer-plan', title: 'Anderer Plan' })
    const measure = await cast.measure(plan, { slug: 'zieht-um' })
    const [entry] = await entriesOf(() => cms.documents(MEASURE).update({
      documentId: measure.documentId, data: { plan: other.documentId }, status: 'published',
    }))
    expect(Object(entry).about.plan.toSorted()).toEqual([plan.documentId, other.documentId].toSorted())
    expect(entry).toMatchObject({ changed: ['plan'] })
  })

  test('of whoever withdraws no name and no address, from the beginning on', async () => {
    const person = await cast.agreed({ name: 'Quirin Oelzweig', slug: 'quirin-oelzweig' })
    const consent = await cms.strapi.db.query(CONSENT).findOne({ where: { person: { documentId: person.documentId } } })
    const article = await cast.article({ title: 'Von Quirin Oelzweig', slug: 'von-quirin-oelzweig' })
    const entries = await entriesOf(() =>
      cms.documents(CONSENT).update({ documentId: consent.documentId, data: { withdrawnOn: '2022-01-01' } }))
    expect(kinds(entries).filter(kind => kind === 'null withdrawn')).toHaveLength(1)
    expect(kinds(entries)).toContain('Person unpublished')
    expect(article.slug).toContain('oelzweig')
    expect(JSON.stringify(await cms.strapi.db.query(ENTRY).findMany())).not.toMatch(/oelzweig/i)
    expect(await cms.strapi.db.query(ENTRY).count({ where: { type: PERSON } })).toBeGreaterThan(1)
  })

  test('nothing of what was refused or undone', async () => {
    const { documentId } = await cast.page({ slug: 'bleibt' })
    expect(await entriesOf(async () => {
      await cms.strapi.db.transaction(async () => {
        await pages().publish({ documentId })
        throw new Error('undone')
      }).catch(() => undefined)
      await cms.documents(ARTICLE).create({ data: { title: 'Unvollständig' }, status: 'published' })
        .catch(() => undefined)
    })).toEqual([])
  })

  test('one thing of what was saved several times in one transaction', async () => {
    const { documentId } = await cast.page({ slug: 'mehrmals' })
    const entries = await entriesOf(() => cms.strapi.db.transaction(async () => {
      await pages().update({ documentId, data: { title: 'Einmal' }, status: 'published' })
      await pages().update({ documentId, data: { title: 'Zweimal' }, status: 'published' })
    }))
    expect(entries).toMatchObject([{ kind: 'changed', changed: ['title'], revisions: { de: 3 } }])
  })
})

describe('a webhook', () => {
  test('is told of what was stored, and where there is none nothing is read for it', async () => {
    const written = { id: 1, name: 'x', url: 'http://127.0.0.1:9', events: ['entry.update'], isEnabled: false }
    const { documentId } = await cast.page({}, 'draft')
    const heard: unknown[] = []
    const stop = cms.strapi.eventHub.subscribe(async (event, ...rest) => {
      if (event === 'entry.update') heard.push(rest)
    })
    onTestFinished(stop)
    const save = (title: string) => fewestStatementsOf(cms, () => pages().update({ documentId, data: { title } }))
    const without = await save('Eins')
    expect(heard).toEqual([])
    cms.strapi.get('webhookRunner').add(written)
    onTestFinished(() => cms.strapi.get('webhookRunner').remove(written))
    await pages().update({ documentId, data: { title: 'Zwei' } })
    await vi.waitUntil(() => heard.length > 0)
    cms.strapi.get('webhookRunner').remove(written)
    expect(heard).toMatchObject([[{ uid: PAGE, entry: { documentId, title: 'Zwei' } }]])
    expect(await save('Drei')).toBe(without)
  })
})

describe('whoever follows', () => {
  test('is held until there is something, and hears of it at once', async () => {
    const waited: number[] = []
    for (const slug of ['gehalten', 'noch-gehalten', 'wieder-gehalten']) {
      const { cursor } = await hear()
      const { documentId } = await cast.page({ slug }, 'draft')
      const held = hear(`?since=${cursor}&wait=25`)
      expect(await Promise.race([held, new Promise(resolve => setTimeout(resolve, 300, 'held'))])).toBe('held')
      const started = performance.now()
      await pages().publish({ documentId })
      expect((await held).entries).toMatchObject([{ documentId, kind: 'published' }])
      waited.push(performance.now() - started)
    }
    // Others may meet another test of this machine.
    expect(Math.min(...waited)).toBeLessThan(1000)
  })

  test('is answered when the time is over, and knows no less', async () => {
    const { cursor } = await hear()
    const version = expect.stringMatching(/^[0-9a-f]{16}$/)
    expect(await hear(`?since=${cursor}&wait=1`)).toEqual({ startOver: false, entries: [], cursor, behind: 0, version })
  })

  test.each([
    ['', 'who knows nothing'], ['?since=1-abc', 'who knows an entry of another ledger'],
    ['?since=99999-abcdefghijklmnopqrstuvwx', 'who knows what is not there yet'], ['?since=x', 'who asks nonsense'],
    ['?since=1&since=2', 'who asks twice'],
  ])('starts over with %s: %s', async (question) => {
    expect(await hear(question)).toMatchObject({ startOver: true, entries: [] })
  })

  test('gets every entry once, in pages, whatever is written at the same time', async () => {
    const [{ cursor }, made] = [
      await hear(), await Promise.all(Array.from({ length: 4 }, () => cast.measure(plan))),
    ]
    const written = Promise.all(made.map(async (measure) => {
      for (let time = 0; time < 5; time += 1) await cast.update(measure, { date: `2021-0${time + 1}-01` })
    }))
    let isOver = false
    void written.finally(() => {
      isOver = true
    })
    const numbers: number[] = []
    for (let [since, last] = [cursor, false]; !last;) {
      last = isOver
      const { entries, cursor: next } = await hear(`?since=${since}&wait=0`)
      numbers.push(...entries.map(({ number }) => Number(number)))
      since = next
    }
    const all: Row[] = await cms.strapi.db.query(ENTRY).findMany({ orderBy: { id: 'asc' } })
    const first = Number(cursor.split('-')[0])
    expect(numbers).toEqual(all.map(({ id }) => id).filter(id => id > first))
    expect(all.filter(({ type, id }) => type === UPDATE && id > first).length).toBe(20)
    expect(new Set(all.map(({ documentId }) => documentId)).size).toBe(all.length)
  })

  test('starts over with a database from before there was a ledger', async () => {
    const { cursor } = await hear()
    await cms.strapi.db.query(ENTRY).deleteMany({})
    await beginLedger(cms.strapi)
    const { startOver, cursor: first } = await hear(`?since=${cursor}`)
    expect(startOver).toBe(true)
    const { documentId } = await cast.page({ slug: 'danach' })
    expect(await hear(`?since=${first}`)).toMatchObject({ startOver: false, entries: [{ documentId, kind: 'published' }] })
  })
})
