/** The start page of the admin: to each what there is to do for her, at once, however much there is. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Cast, castOf, EVENT, MEASURE, PAGE } from './cast'
import { type Editor, editor, windowOf } from './editors'
import { addManyMeasures } from './many'
import { type Cms, type Row, startCms, type Values } from './strapi'

vi.setConfig({ testTimeout: 120_000 })

const ENTRIES = `/content-manager/collection-types/${PAGE}`
const LIMIT = 10

let cms: Cms
let cast: Cast
let rita: Editor
let anton: Editor

beforeAll(async () => {
  cms = await startCms()
  cast = await castOf(cms)
  rita = await editor(cms, 'Rita Redaktion')
  anton = await editor(cms, 'Anton Autor', 'strapi-author')
})

afterAll(() => cms?.stop())

interface Line extends Values {
  documentId: string
  title: string
}

interface Desk {
  mine: { lines: Line[], total: number }
  toCheck: { lines: Line[], total: number }
  toTranslate: {
    language: string
    lines: Line[]
    totals: { state: string, count: number }[]
    uncompared: number
  }[]
  unheard: { lines: Line[], total: number }
  deadlines: { lines: Line[], total: number }
  published: { lines: Line[], total: number }
  messages: { lines: Line[], total: number }
}

async function deskOf(account: Editor, languages = ''): Promise<Desk> {
  const { status, data } = await account.send('GET', `/desk?languages=${languages}`)
  expect(status).toBe(200)
  return Object.assign(nothing(), data)
}

function nothing(): Desk {
  const list = { lines: [], total: 0 }
  return {
    mine: list, toCheck: list, toTranslate: [], unheard: list, deadlines: list, published: list, messages: list,
  }
}

/** A month by its EDTF, so many before this one. */
const monthsAgo = (count: number) => {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count, 1)).toISOString().slice(0, 7)
}
const titlesOf = ({ lines }: { lines: Line[] }) => lines.map(({ title }) => title)

async function write(account: Editor, title: string): Promise<string> {
  const { status, data } = await account.send('POST', ENTRIES, { title, text: [paragraph('Ein Absatz.')] })
  expect(status).toBe(201)
  return String(data.documentId)
}

const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] })

async function publish(account: Editor, documentId: string): Promise<void> {
  const { status } = await account.publish(PAGE, await account.open(PAGE, documentId))
  expect(status).toBe(200)
}

describe('drafts', () => {
  test('are hers who began them, and to be checked by others who may publish', async () => {
    await write(anton, 'Von Anton')
    expect(titlesOf((await deskOf(anton)).mine)).toContain('Von Anton')
    expect(titlesOf((await deskOf(rita)).mine)).not.toContain('Von Anton')
    expect((await deskOf(rita)).toCheck.lines).toContainEqual(
      expect.objectContaining({ title: 'Von Anton', who: 'Anton Autor', kind: 'Seite', locale: 'de' }),
    )
    expect((await deskOf(anton)).toCheck).toEqual({ lines: [], total: 0 })
  })

  test('are gone from there once they are published, and come back with the next change', async () => {
    const documentId = await write(anton, 'Wird geprüft')
    await publish(rita, documentId)
    for (const account of [rita, anton]) {
      const desk = await deskOf(account)
      expect([...titlesOf(desk.mine), ...titlesOf(desk.toCheck)]).not.toContain('Wird geprüft')
    }
    expect((await deskOf(anton)).published.lines).toContainEqual(
      expect.objectContaining({ title: 'Wird geprüft', who: 'Rita Redaktion' }),
    )
    expect(titlesOf((await deskOf(rita)).published)).not.toContain('Wird geprüft')
    await anton.save(PAGE, await anton.open(PAGE, documentId), { title: 'Wird noch einmal geprüft' })
    expect(titlesOf((await deskOf(rita)).toCheck)).toContain('Wird noch einmal geprüft')
  })

  test('stand with the newest first, and no more of them than can be read', async () => {
    for (let number = 1; number <= LIMIT + 2; number += 1) await write(anton, `Entwurf ${number}`)
    const { mine } = await deskOf(anton)
    expect(mine.lines).toHaveLength(LIMIT)
    expect(mine.total).toBeGreaterThanOrEqual(LIMIT + 2)
    expect(mine.lines[0]?.title).toBe(`Entwurf ${LIMIT + 2}`)
  })
})

describe('translations', () => {
  let documentId: string

  beforeAll(async () => {
    documentId = await write(rita, 'Demokratie')
  })

  const lineOf = async (language: string) => {
    const [work] = (await deskOf(rita, language)).toTranslate
    return work?.lines.find(line => line.documentId === documentId)
  }

  test('that are missing are told with what there is to write', async () => {
    // „Demokratie“, „Ein Absatz.“
    expect(await lineOf('ar')).toMatchObject({ state: 'missing', words: 3, paragraphs: 2, minutes: 1, field: 'title' })
  })

  test('that are current are not told, nor those of a text in its own language', async () => {
    const address = `${ENTRIES}/${documentId}?locale=ar`
    const { status } = await rita.send('PUT', address, { title: 'ديمقراطية', text: [paragraph('فقرة.')] })
    expect(status).toBe(200)
    expect(await lineOf('ar')).toBeUndefined()
    expect(await lineOf('de')).toBeUndefined()
  })

  test('that do not say any more what their source says are told with the changed paragraphs', async () => {
    await rita.save(PAGE, await rita.open(PAGE, documentId), { text: [paragraph('Drei ganz neue Wörter.')] })
    expect(await lineOf('ar')).toMatchObject({ state: 'outdated', words: 4, paragraphs: 1, field: 'text' })
  })

  test('that lack a part are told with what is missing', async () => {
    await rita.open(PAGE, documentId)
    await rita.send('PUT', `${ENTRIES}/${documentId}?locale=tr`, { title: 'Demokrasi', text: [] })
    expect(await lineOf('tr')).toMatchObject({ state: 'incomplete', words: 4, field: 'text' })
  })

  test('are told in no language in which somebody may not write', async () => {
    const { id } = await cms.strapi.service('admin::role').create({ name: 'Übersetzung', code: 'only-arabic' })
    const actions = ['read', 'update'].map(verb => `plugin::content-manager.explorer.${verb}`)
    await cms.strapi.service('admin::role').addPermissions(id, actions.map(action => (
      { action, subject: PAGE, properties: { fields: ['title', 'text'], locales: ['de', 'ar'] } }
    )))
    const role = await cms.strapi.db.query('admin::role').findOne({ where: { id } })
    const sara = await editor(cms, 'Sara Salim', role.code)
    const { toTranslate, toCheck, unheard, messages } = await deskOf(sara, 'ar,fa')
    expect(toTranslate.map(({ language }) => language)).toEqual(['ar'])
    expect([toCheck.total, unheard.total, messages.total]).toEqual([0, 0, 0])
  })

  test('in a language that there is not are nothing', async () => {
    expect((await deskOf(rita, 'xx,,__proto__')).toTranslate).toEqual([])
  })
})

describe('what is to be followed up', () => {
  let measure: Row

  beforeAll(async () => {
    const plan = await cast.plan({ valid: '2020/2099' })
    measure = await cast.measure(plan, { title: 'Lange still' }, 'published')
    await cast.update(measure, { date: '2021-05', stage: 'in_progress' }, 'published')
    await cms.documents(EVENT).create({
      data: { title: 'Antragsfrist', date: '2090-05-01', kind: 'deadline', plan: plan.documentId }, locale: 'de',
    })
  })

  test('a measure of which nothing was heard for a year is told with the day of its last news', async () => {
    expect((await deskOf(anton)).unheard.lines).toContainEqual(
      expect.objectContaining({ type: MEASURE, documentId: measure.documentId, when: '2021-05-31' }),
    )
    await cast.update(measure, { date: new Date().toISOString().slice(0, 10), stage: 'in_progress' }, 'published')
    expect(titlesOf((await deskOf(anton)).unheard)).not.toContain('Lange still')
  })

  test('what became of a measure is news of it', async () => {
    const one = await cast.measure(await cast.plan({ valid: '2020/2099' }), { title: 'Ging weiter' }, 'published')
    await cast.update(one, { date: '2021-05', stage: 'in_progress' }, 'published')
    expect(titlesOf((await deskOf(anton)).unheard)).toContain('Ging weiter')
    await cast.lineage([one], [], { kind: 'institutionalised', date: monthsAgo(2) })
    expect(titlesOf((await deskOf(anton)).unheard)).not.toContain('Ging weiter')
  })

  test('after how long, says its plan', async () => {
    const [month, year] = [monthsAgo(2), monthsAgo(14)]
    for (const [slug, silentAfterMonths, date] of [
      ['ungeduldig', 1, month], ['geduldig', 24, year], ['ohne-angabe', null, month],
    ] as const) {
      const plan = await cast.plan({ slug, title: slug, valid: '2020/2099', silentAfterMonths })
      const one = await cast.measure(plan, { slug: `still-${slug}`, title: `Still: ${slug}` }, 'published')
      await cast.update(one, { date, stage: 'in_progress' }, 'published')
    }
    expect(titlesOf((await deskOf(anton)).unheard).filter(title => title.startsWith('Still: '))).toEqual([
      'Still: ungeduldig',
    ])
  })

  test('a deadline that is to come is told with its day', async () => {
    expect((await deskOf(anton)).deadlines.lines).toContainEqual(
      expect.objectContaining({ title: 'Antragsfrist', when: '2090-05-01' }),
    )
  })

  test('messages of readers are told to the Redaktion and to nobody else', async () => {
    const { status } = await fetch(`${cms.address}/messages`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ kind: 'question', page: '/', text: 'Wann ist die Sitzung?', replyTo: '', language: 'de' }),
    })
    expect(status).toBe(204)
    expect((await deskOf(rita)).messages.total).toBe(1)
    expect((await deskOf(anton)).messages).toEqual({ lines: [], total: 0 })
  })

  test('whoever is not signed in is told nothing', async () => {
    expect((await fetch(`${cms.address}/desk`)).status).toBe(401)
  })
})

describe('a list', () => {
  test('is told of all its rows at once how their languages stand', async () => {
    const [one, two] = [await write(rita, 'Eins'), await write(rita, 'Zwei')]
    await rita.send('PUT', `${ENTRIES}/${two}?locale=ar`, { title: 'اثنان', text: [paragraph('فقرة.')] })
    const { status, data } = await anton.send('GET', `/translation-states/${PAGE}?documents=${one},${two},unknown`)
    expect(status).toBe(200)
    expect(Object.keys(data).toSorted()).toEqual([one, two].toSorted())
    expect(data[one]).toContainEqual({ locale: 'ar', state: 'missing', planned: [] })
    expect(data[two]).toContainEqual({ locale: 'ar', state: 'current', planned: [] })
    expect(data[two]).toContainEqual({ locale: 'de', state: 'source', planned: [] })
  })

  test('of what has no languages, and of the ledger, is told nothing', async () => {
    for (const uid of ['api::source.source', 'api::ledger.consent-record', '__proto__'])
      expect((await rita.send('GET', `/translation-states/${uid}?documents=a`)).status).toBe(404)
  })
})

interface TableRow {
  documentId: string
  title: string
  kind: string
  cells: { language: string, state: string, line: Line | null }[]
}

interface Table {
  rows: TableRow[]
  total: number
  pages: number
  uncompared: number
  kinds: Values[]
}

async function tableFor(account: Editor, query: string): Promise<Table> {
  const { status, data } = await account.send('GET', `/translation-matrix?${query}`)
  expect(status).toBe(200)
  return Object.assign({ rows: [], total: 0, pages: 0, uncompared: 0, kinds: [] }, data)
}

interface SourceText {
  fields: { field: string, label: string, changes: { paragraph: number, isNew: boolean, words: Values[] }[] }[]
  gone: Values[]
  terms: Values[]
  zones: string[]
}

describe('the text that a translation is made from', () => {
  const askFor = async (account: Editor, address: string): Promise<{ status: number, text: SourceText | null }> => {
    const { status, data }: { status: number, data: Values | null } = await account.send('GET', `/translation-states/${address}`)
    return { status, text: data && Object.assign({ fields: [], gone: [], terms: [], zones: [] }, data) }
  }
  const sourceOf = async (documentId: string, locale: string) =>
    (await askFor(rita, `${PAGE}/${documentId}/source?locale=${locale}`)).text

  test('is all to be translated where there is no translation', async () => {
    const documentId = await write(rita, 'Noch auf Deutsch')
    expect(await sourceOf(documentId, 'fa')).toEqual({
      locale: 'de', gone: [], terms: [], zones: [], hasMachineDrafts: false,
      fields: [
        { field: 'title', part: null, label: 'Titel', value: 'Noch auf Deutsch', isUntranslated: true, changes: [] },
        {
          field: 'text', part: null, label: 'Text', value: [paragraph('Ein Absatz.')], isUntranslated: true, changes: [],
        },
      ],
    })
  })

  test('says at each paragraph which words changed, and what is gone', async () => {
    const documentId = await write(rita, 'Wird geändert')
    const first = [paragraph('Der Treffpunkt öffnet um neun Uhr.'), paragraph('Mittwochs ist immer geschlossen.')]
    await rita.save(PAGE, await rita.open(PAGE, documentId), { text: first })
    await rita.open(PAGE, documentId)
    await rita.send('PUT', `${ENTRIES}/${documentId}?locale=ar`, { title: 'يتغير', text: [paragraph('فقرة.')] })
    await rita.save(PAGE, await rita.open(PAGE, documentId), {
      lead: 'Zum Anfang.', text: [paragraph('Der Treffpunkt öffnet um zehn Uhr.')],
    })
    const source = await sourceOf(documentId, 'ar')
    const { changes = [] } = source?.fields.find(({ field }) => field === 'text') ?? {}
    expect(changes.map(({ paragraph: at, isNew, words }) => [at, isNew, words.filter(({ kind }) => kind !== 'kept')])).toEqual([
      [0, false, [{ kind: 'gone', text: 'neun' }, { kind: 'come', text: 'zehn' }]],
    ])
    expect(source?.fields.find(({ field }) => field === 'lead')).toMatchObject({ isUntranslated: true, changes: [{ isNew: true }] })
    expect(source?.gone).toEqual([{ place: 'text/1', label: 'Text, Absatz 2', text: 'Mittwochs ist immer geschlossen.' }])
  })

  test('is the translation that it was made from', async () => {
    const documentId = await write(rita, 'Über das Englische')
    await rita.send('PUT', `${ENTRIES}/${documentId}?locale=en`, { title: 'In English', text: [paragraph('A paragraph.')] })
    await rita.send('PUT', `${ENTRIES}/${documentId}?locale=ar`, { title: 'عبر الإنكليزية', translatedFrom: 'en' })
    expect(await sourceOf(documentId, 'ar')).toMatchObject({
      locale: 'en', fields: [{ value: 'In English', isUntranslated: false }, { field: 'text', isUntranslated: true }],
    })
  })

  test('has a field for each text of each block', async () => {
    const body = [
      { __component: 'article.question-and-answer', question: 'Warum?', answer: [paragraph('Darum.')] },
      { __component: 'article.quote', quote: 'Ein Satz.', attribution: 'Eine Stimme' },
    ]
    const { data } = await rita.send('POST', '/content-manager/collection-types/api::article.article', { title: 'In Blöcken', body })
    const { text } = await askFor(rita, `api::article.article/${data.documentId}/source?locale=tr`)
    expect([text?.zones, text?.fields.map(({ field, label }) => [field, label])]).toEqual([['body'], [
      ['title', 'Titel'], ['body.0.question', 'Inhalt, Baustein 1, Frage'], ['body.0.answer', 'Inhalt, Baustein 1, Antwort'],
      ['body.1.quote', 'Inhalt, Baustein 2, Zitat'], ['body.1.attribution', 'Inhalt, Baustein 2, Von wem'],
    ]])
  })

  test('names the words of the glossary that stand in it, as they first occur', async () => {
    const TERM = '/content-manager/collection-types/api::page.glossary-term'
    const explanation = 'Ein Beispiel.'
    const translated = await rita.send('POST', TERM, { title: 'Gremium', explanation, inflections: 'Gremien\nGremiums' })
    await rita.send('PUT', `${TERM}/${translated.data.documentId}?locale=tr`, { title: 'Kurul', explanation })
    await rita.send('POST', TERM, { title: 'WIR2.0', explanation, doNotTranslate: true })
    await rita.send('POST', TERM, { title: 'Beirat', explanation })
    await rita.send('POST', TERM, { title: 'Kommt nicht vor', explanation })
    const documentId = await write(rita, 'Der Beirat, die Gremien und WIR2.0')
    const { text } = await askFor(rita, `${PAGE}/${documentId}/source?locale=tr`)
    expect(text?.terms).toEqual([
      { term: 'Beirat', translation: null, isFixed: false }, { term: 'Gremium', translation: 'Kurul', isFixed: false },
      { term: 'WIR2.0', translation: null, isFixed: true },
    ])
  })

  test('is not there for the text itself, nor for a language that we do not have', async () => {
    const documentId = await write(rita, 'Nur Deutsch')
    for (const locale of ['de', 'xx', '']) expect(await sourceOf(documentId, locale), locale).toBeNull()
  })

  test('is for whoever may read it', async () => {
    const documentId = await write(rita, 'Nicht für alle')
    const address = `/translation-states/${PAGE}/${documentId}/source?locale=ar`
    expect((await fetch(`${cms.address}${address}`)).status).toBe(401)
    expect((await askFor(anton, `${PAGE}/${documentId}/source?locale=ar`)).status).toBe(200)
    expect((await askFor(rita, `${PAGE}/unknown/source?locale=ar`)).status).toBe(404)
    expect(await askFor(rita, `api::ledger.message/${documentId}/source?locale=ar`)).toEqual({ status: 200, text: null })
  })
})

describe('the table of translations', () => {
  const cellsOf = (row: TableRow | undefined) => row?.cells.map(({ language, state }) => [language, state])

  test('says of a text how it stands in each language, and how much is to be done there', async () => {
    const documentId = await write(rita, 'Steht in der Tabelle')
    await rita.send('PUT', `${ENTRIES}/${documentId}?locale=ar`, { title: 'في الجدول', text: [paragraph('فقرة.')] })
    const texts = { title: 'Written in English', text: [paragraph('A paragraph.')] }
    const english = await rita.send('POST', `${ENTRIES}?locale=en`, texts)
    const rowOf = async (id: string) =>
      (await tableFor(rita, `languages=ar,en,fa&type=${PAGE}`)).rows.find(row => row.documentId === id)
    const row = await rowOf(documentId)
    expect([row?.title, row?.kind, cellsOf(row)]).toEqual(
      ['Steht in der Tabelle', 'Seite', [['ar', 'current'], ['en', 'missing'], ['fa', 'missing']]],
    )
    expect(row?.cells.map(({ line }) => line)).toEqual(
      [null, expect.objectContaining({ words: 6, minutes: 1, field: 'title' }), expect.objectContaining({ words: 6 })],
    )
    expect(cellsOf(await rowOf(String(english.data.documentId)))).toEqual([['ar', 'missing'], ['en', 'source'], ['fa', 'missing']])
    await rita.save(PAGE, await rita.open(PAGE, documentId), { text: [paragraph('Etwas ganz anderes steht jetzt da.')] })
    expect(cellsOf(await rowOf(documentId))).toContainEqual(['ar', 'outdated'])
  })

  test.each(['', 'languages=', 'languages=xx', 'languages=ar&type=api::ledger.message', 'languages=ar&page=999'])(
    'that is asked for with „%s“ is empty', async (query) => {
      expect((await tableFor(rita, query)).rows).toEqual([])
    },
  )

  test('is closed in a language in which somebody may not write', async () => {
    const sara = await windowOf(cms, 'Sara Salim', 'sara.salim@example.org')
    const { rows, total } = await tableFor(sara, 'languages=ar,fa')
    expect([total > 0, new Set(rows.flatMap(row => row.cells.map(({ language, state }) => language === 'fa' ? state : 'open')))])
      .toEqual([true, new Set(['open', 'closed'])])
  })

  test('is for nobody who is not signed in', async () => {
    expect((await fetch(`${cms.address}/translation-matrix?languages=ar`)).status).toBe(401)
  })
})

describe('with 5,000 measures', () => {
  beforeAll(() => addManyMeasures(cms, 2500), 240_000)

  test('the table of translations has what weighs most first, a page at a time, and of one kind only where that is asked', async () => {
    const [first, second] = [await tableFor(rita, 'languages=ar'), await tableFor(rita, 'languages=ar&page=2')]
    expect(first.rows[0]?.cells[0]?.state).toBe('outdated')
    expect([first.rows.length, first.pages]).toEqual([25, Math.ceil(first.total / 25)])
    const shown = new Set(first.rows.map(({ documentId }) => documentId))
    expect(second.rows.filter(({ documentId }) => shown.has(documentId))).toEqual([])
    const other = await tableFor(rita, 'languages=ar&type=api::article.article')
    expect(other.rows.filter(({ kind }) => kind !== 'Beitrag')).toEqual([])
    expect(first.kinds).toContainEqual({ type: PAGE, kind: 'Seite' })
  })

  test('the start page is there within a second, once the texts have been compared', async () => {
    const times: number[] = []
    for (let time = 0; time < 4; time += 1) {
      const begin = clock()
      const desk = await deskOf(rita, 'ar')
      times.push(clock() - begin)
      for (const { lines } of [desk.mine, desk.toCheck, desk.unheard, ...desk.toTranslate])
        expect(lines.length).toBeLessThanOrEqual(LIMIT)
    }
    expect(Math.min(...times)).toBeLessThan(1000)
  })
})

/** Milliseconds. Cms and SQLite are this process: what the processor did counts, whatever else the machine does. */
function clock(): number {
  if (cms.strapi.db.dialect.client !== 'sqlite') return performance.now()
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
