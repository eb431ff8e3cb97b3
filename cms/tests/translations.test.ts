/** Whether a translation still says what its source says: noted when it is saved, derived whenever somebody asks. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { LOCALE_CODES } from 'shared-types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  ARTICLE, type Cast, castOf, IMAGE, MEASURE, only, ORGANISATION, PAGE, paragraph, PERSON, PLAN, read, withoutRevisions,
} from './cast'
import {
  ask, type Cms, type Documents, fewestStatementsOf, previewKey, refusalOf, type Row, startCms, statementsOf,
  type Values,
} from './strapi'

const require = createRequire(import.meta.url)
const {
  setOrigin,
}: {
  setOrigin: (
    strapi: Cms['strapi'], schema: unknown, translation: { documentId: string, locale: string, origin: string },
  ) => Promise<void>
} = require('../dist/src/translation/translation-record')

const {
  seed,
}: {
  seed: (strapi: Cms['strapi'], entries: object[]) => Promise<number>
} = require('../dist/src/seed')

/** Saved as a draft, published and kept as a revision. */
const STATEMENTS_OF_A_LANGUAGE = 66

const RECORD = 'api::ledger.translation-record'
const REVISION = 'api::ledger.revision'

let cms: Cms
let cast: Cast
let pages: Documents
let plans: Documents
let articles: Documents

beforeAll(async () => {
  cms = await startCms()
  cast = await castOf(cms)
  pages = cms.documents(PAGE)
  plans = cms.documents(PLAN)
  articles = cms.documents(ARTICLE)
})

afterAll(() => cms?.stop())

interface State {
  locale: string
  untranslated?: string[]
  state: string
  origin: string | null
  translatedFrom: string | null
  confirmedOn: string | null
  changes: {
    locale: string
    now: { place: string, text: string } | null
    before: { place: string, text: string } | null
  }[]
}

const ASKED
  = 'translations { locale state origin translatedFrom confirmedOn untranslated changes { locale now { place text } '
    + 'before { place text } } }'
const TERM = 'api::page.glossary-term'
const QUERIES: Record<string, string> = {
  [PAGE]: 'page', [TERM]: 'glossaryTerm', [ARTICLE]: 'article', [MEASURE]: 'measure',
}

/** How a language of a document stands, as anyone reads it: among all its languages, and where it is shown. */
async function stateOf(uid: string, { documentId }: { documentId: string }, locale = 'en'): Promise<State> {
  const type = QUERIES[uid]
  const { all, shown } = await read<{
    all: { translations: State[] }
    shown: { locale: string, translationState: string }
  }>(
    cms,
    `{ all: ${type}(documentId: "${documentId}") { ${ASKED} } shown: ${type}(documentId: "${documentId}", locale: `
    + `"${locale}") { locale translationState } }`,
  )
  const state = only(all.translations.filter(candidate => candidate.locale === locale))
  expect(shown.translationState).toBe(shown.locale === locale ? state.state : 'source')
  return state
}

/** Where the source has changed. */
function places({ changes }: Pick<State, 'changes'>): string[] {
  return changes.map(({ now, before }) => now?.place ?? `gone ${before?.place}`)
}

const blocks = (...texts: string[]) => texts.map(paragraph)

/** A page of one paragraph with its English translation, both public. */
async function translatedPage(text = 'Ein Absatz.'): Promise<Row> {
  const page = await cast.page({ text: blocks(text) })
  await pages.update({
    documentId: page.documentId, locale: 'en', data: { title: 'A page', text: blocks('A paragraph.') },
    status: 'published',
  })
  return page
}

const change = (documents: Documents, { documentId }: Row, data: Values, more: Values = { status: 'published' }) =>
  documents.update({ documentId, data, ...more })
const confirm = (documents: Documents, row: Row, locale = 'en', more: Values = { status: 'published' }) =>
  change(documents, row, { isConfirmed: true }, { locale, ...more })

describe('a translation of what has drafts', () => {
  test('is missing, then current, and outdated once a change of its source is published', async () => {
    const page = await cast.page({ text: blocks('Der Antrag kostet 12 Euro.') })
    expect(await stateOf(PAGE, page, 'de')).toEqual({
      locale: 'de', state: 'source', origin: null, translatedFrom: null, confirmedOn: null, changes: [], untranslated: [],
    })
    const nothing = {
      locale: 'en', state: 'missing', origin: null, translatedFrom: null, confirmedOn: null, changes: [], untranslated: [],
    }
    expect(await stateOf(PAGE, page)).toEqual(nothing)
    await change(pages, page, { title: 'A page', text: blocks('The application costs 12 euros.') }, { locale: 'en' })
    expect(await stateOf(PAGE, page)).toEqual(nothing)
    await pages.publish({ documentId: page.documentId, locale: 'en' })
    expect(await stateOf(PAGE, page)).toMatchObject({
      state: 'current', translatedFrom: 'de', confirmedOn: expect.stringMatching(/^\d{4}-\d\d-\d\dT/), changes: [],
    })
    await change(pages, page, { text: blocks('Der Antrag kostet 13 Euro.') }, {})
    expect(await stateOf(PAGE, page)).toMatchObject({ state: 'current', changes: [] })
    await pages.publish({ documentId: page.documentId })
    expect(await stateOf(PAGE, page)).toMatchObject({ state: 'outdated', changes: [{
      locale: 'de',
      now: { place: 'text/0', text: 'Der Antrag kostet 13 Euro.' },
      before: { place: 'text/0', text: 'Der Antrag kostet 12 Euro.' },
    }] })
  })

  test('is current again when its source says again what it said', async () => {
    const page = await translatedPage()
    await change(pages, page, { text: blocks('Etwas anderes.') })
    expect((await stateOf(PAGE, page)).state).toBe('outdated')
    await change(pages, page, { text: blocks('Ein Absatz.') })
    expect((await stateOf(PAGE, page)).state).toBe('current')
  })

  test('is not confirmed by mending a typing error in it', async () => {
    const page = await translatedPage()
    const before = await stateOf(PAGE, page)
    await change(pages, page, { text: blocks('Ein neuer Absatz.') })
    await change(pages, page, { text: blocks('A paragraf.') }, { locale: 'en', status: 'published' })
    expect(await stateOf(PAGE, page)).toMatchObject({ state: 'outdated', confirmedOn: before.confirmedOn })
  })

  test('is confirmed by the switch, which is then back to no', async () => {
    const page = await translatedPage()
    await change(pages, page, { text: blocks('Ein neuer Absatz.') })
    const before = await stateOf(PAGE, page)
    await confirm(pages, page)
    const { state, confirmedOn } = await stateOf(PAGE, page)
    expect([state, String(confirmedOn) > String(before.confirmedOn)]).toEqual(['current', true])
    const rows: Row[] = await cms.strapi.db.query(PAGE).findMany({ where: { documentId: page.documentId } })
    expect(rows.map(row => row.isConfirmed)).toEqual([false, false, false, false])
  })

  test('counts as confirmed for readers only when it is published', async () => {
    const page = await translatedPage()
    await change(pages, page, { text: blocks('Ein neuer Absatz.') })
    await confirm(pages, page, 'en', {})
    expect((await stateOf(PAGE, page)).state).toBe('outdated')
    await pages.publish({ documentId: page.documentId, locale: 'en' })
    expect((await stateOf(PAGE, page)).state).toBe('current')
  })

  test('is not confirmed by a draft that was thrown away', async () => {
    const page = await translatedPage()
    await change(pages, page, { text: blocks('Ein neuer Absatz.') })
    await confirm(pages, page, 'en', {})
    await Reflect.apply(Reflect.get(pages, 'discardDraft'), pages, [{ documentId: page.documentId, locale: 'en' }])
    await pages.publish({ documentId: page.documentId, locale: 'en' })
    expect((await stateOf(PAGE, page)).state).toBe('outdated')
  })

  test('is missing while it is withdrawn, and as old as before when it is back', async () => {
    const page = await translatedPage()
    await change(pages, page, { text: blocks('Ein neuer Absatz.') })
    await pages.unpublish({ documentId: page.documentId, locale: 'en' })
    expect((await stateOf(PAGE, page)).state).toBe('missing')
    await pages.publish({ documentId: page.documentId, locale: 'en' })
    expect((await stateOf(PAGE, page)).state).toBe('outdated')
  })

  test('stands for the holder of the preview key as its draft does', async () => {
    const page = await translatedPage()
    await change(pages, page, { text: blocks('Ein neuer Absatz.') }, {})
    const query = `{ page(documentId: "${page.documentId}", status: DRAFT) { ${ASKED} } }`
    const { data } = await ask<{ page: { translations: State[] } }>(
      cms, query, {}, { 'x-preview-key': previewKey(cms) },
    )
    const { translations = [] } = data?.page ?? {}
    expect(translations.find(({ locale }) => locale === 'en')).toMatchObject({
      state: 'outdated', changes: [{ now: { text: 'Ein neuer Absatz.' } }],
    })
    expect(translations.map(({ locale, state }) => (locale === 'en' ? 'en' : state))).toEqual([
      'source',
      ...LOCALE_CODES.slice(1).map(code => (code === 'en' ? 'en' : 'missing')),
    ])
    expect((await stateOf(PAGE, page)).state).toBe('current')
  })
})

describe('a translation of what has no drafts', () => {
  test('is outdated as soon as its source is saved', async () => {
    const terms = cms.documents(TERM)
    const term = await terms.create({ data: { title: 'Ein Wort für alle', explanation: 'Was es heißt.' } })
    await change(terms, term, { title: 'A word for everyone', explanation: 'What it means.' }, { locale: 'en' })
    expect(await stateOf(TERM, term)).toMatchObject({ state: 'current', translatedFrom: 'de' })
    await change(terms, term, { title: 'Ein Wort nicht für alle' }, {})
    expect(await stateOf(TERM, term)).toMatchObject({
      state: 'outdated',
      changes: [
        {
          now: { place: 'title', text: 'Ein Wort nicht für alle' },
          before: { place: 'title', text: 'Ein Wort für alle' },
        },
      ],
    })
    await change(terms, term, { explanation: 'What it says.', isConfirmed: true }, { locale: 'en' })
    expect(await stateOf(TERM, term)).toMatchObject({ state: 'current', changes: [] })
    expect(
      await cms.strapi.db.query(TERM).findMany({ select: ['isConfirmed'], where: { documentId: term.documentId } }),
    ).toMatchObject([{ isConfirmed: false }, { isConfirmed: false }])
  })
})

describe('of an article with every kind of attribute', () => {
  interface Base extends Values {
    body: Values[]
  }

  const point = (text: string) => ({ type: 'list-item', children: [{ type: 'text', text }] })
  const list = (...points: string[]) => ({ type: 'list', format: 'unordered', children: points.map(point) })
  const TEXT = [
    paragraph('Die Stadt fördert 12 Räume. Sie sind offen.'), paragraph('Der Antrag muss nicht auf Deutsch sein.'),
    list('Miete', 'Honorare'),
  ]
  const LINKED = {
    type: 'paragraph',
    children: [
      { type: 'text', text: 'Die ' }, { type: 'text', text: 'Stadt', bold: true }, { type: 'text', text: ' fördert ' },
      { type: 'link', url: 'https://www.hannover.de/', children: [{ type: 'text', text: '12 Räume' }] },
      { type: 'text', text: '. Sie sind offen.' },
    ],
  }

  /** All of it in English. */
  const ENGLISH = {
    kicker: 'From the quarters', title: 'Third places', lead: 'What they cost', byline: 'By the editors',
    body: [
      { __component: 'article.text', text: blocks('The city funds 12 rooms.', 'Not in German.', 'Rent', 'Fees') },
      {
        __component: 'article.question-and-answer', question: 'What is next?', speaker: 'Example',
        answer: blocks('A second report.'),
      },
      { __component: 'article.quote', quote: 'Rooms for all', attribution: 'From the report' },
      { __component: 'article.gallery', title: 'Pictures', images: [''] },
      { __component: 'article.video-link', title: 'Film', url: 'https://vimeo.com/1', language: 'de' },
    ],
  }

  let article: Row
  let base: Base
  let other: Row

  /** The body with other values in the block that has such an attribute. */
  const inBlock = (attribute: string, values: Values) => ({
    body: base.body.map(block => (attribute in block ? { ...block, ...values } : block)),
  })
  const withText = (...text: Values[]) => inBlock('text', { text })
  const withBlock = (...more: Values[]) => ({ body: [...base.body, ...more] })

  beforeAll(async () => {
    const measure = await cast.measure(await cast.plan())
    const image = await cast.image()
    other = await cast.image()
    const body = [
      { __component: 'article.text', text: TEXT },
      {
        __component: 'article.question-and-answer', question: 'Wie geht es weiter?', speaker: 'Beispielperson',
        answer: blocks('Mit einem zweiten Bericht.'),
      },
      {
        __component: 'article.quote', quote: 'Räume für alle', attribution: 'Aus dem Bericht',
        citations: [{ ...cast.citations[0], page: '7', quote: 'Räume für alle Menschen' }],
      },
      { __component: 'article.gallery', title: 'Bilder', images: [image.documentId] },
      { __component: 'article.video-link', title: 'Film', url: 'https://vimeo.com/1', language: 'de' },
    ]
    base = {
      kicker: 'Aus den Stadtteilen', title: 'Dritte Orte', lead: 'Was sie kosten', byline: 'Von der Redaktion',
      slug: 'dritte-orte', date: '2021-11', cover: image.documentId, measures: [measure.documentId], body,
    }
    article = await cast.article(base)
    const english = ENGLISH.body.map(block => ('images' in block ? { ...block, images: [image.documentId] } : block))
    await change(
      articles, article, { ...ENGLISH, body: english }, { locale: 'en', status: 'published' },
    )
  })

  /** What an editor does to the German text, and the places of which a translator must be told. */
  const EDITS: [string, () => Values, string[]][] = [
    ['saving it again', () => ({}), []],
    ['saving the whole form again', () => base, []],
    ['blocks that trade places', () => ({ body: base.body.toReversed() }), []],
    ['bold words', () => withText({ ...LINKED, children: LINKED.children.map(({ type, text = '12 Räume', bold }) => ({ type: type === 'link' ? 'text' : type, text, bold })) }, ...TEXT.slice(1)), []],
    ['a link', () => withText(LINKED, ...TEXT.slice(1)), ['body/0/text/0']],
    [
      'words that are struck through',
      () => withText({ type: 'paragraph', children: [{ type: 'text', text: 'Die Stadt fördert 12 Räume. ' }, { type: 'text', text: 'Sie sind offen.', strikethrough: true }] }, ...TEXT.slice(1)),
      ['body/0/text/0'],
    ],
    [
      'a typing error, a date in another notation, a hyphen',
      () => withText(paragraph('Die Stadt fördert zwölf Räume. Sie sind offen.'), paragraph('Der der Antrag muß nicht auf Deutsch sein.'), ...TEXT.slice(2)),
      [],
    ],
    [
      'a paragraph that is divided',
      () => withText(...blocks('Die Stadt fördert 12 Räume.', 'Sie sind offen.'), ...TEXT.slice(1)), [],
    ],
    [
      'a paragraph that becomes a heading',
      () => withText(...TEXT.slice(0, 1), { ...TEXT[1], type: 'heading', level: 3 }, ...TEXT.slice(2)),
      [],
    ],
    [
      'a paragraph that moves into a block of its own',
      () => ({
        body: [...withText(...TEXT.slice(1)).body, { __component: 'article.callout', text: TEXT.slice(0, 1) }],
      }),
      [],
    ],
    [
      'slug, date, picture and relations',
      () => ({
        slug: 'dritte-orte-2', date: '2021-12', cover: other.documentId, measures: [],
        originalUrl: 'https://www.hannover.de/',
      }),
      [],
    ],
    [
      'the evidence of a quotation',
      () => inBlock('citations', { citations: [{ ...cast.citations[0], page: '8' }] }),
      [],
    ],
    ['the pictures of a gallery', () => inBlock('images', { images: [other.documentId] }), []],
    ['the address of a film', () => inBlock('url', { url: 'https://vimeo.com/2' }), ['body/4/url']],
    [
      'a number', () => withText(paragraph('Die Stadt fördert 21 Räume. Sie sind offen.'), ...TEXT.slice(1)),
      ['body/0/text/0'],
    ],
    [
      'a negation',
      () => withText(...TEXT.slice(0, 1), paragraph('Der Antrag muss auf Deutsch sein.'), ...TEXT.slice(2)),
      ['body/0/text/1'],
    ],
    ['a point of a list', () => withText(...TEXT.slice(0, 2), list('Miete', 'Reisen')), ['body/0/text/2/1']],
    ['the title', () => ({ title: 'Vierte Orte' }), ['title']],
    ['the kicker and the byline', () => ({ kicker: 'Aus der Stadt', byline: 'Von allen' }), ['kicker', 'byline']],
    ['a lead that goes', () => ({ lead: null }), ['gone lead']],
    [
      'a new block',
      () => withBlock({ __component: 'article.callout', title: 'Frist', text: blocks('Im Herbst.') }),
      ['body/5/title', 'body/5/text/0'],
    ],
    ['an answer', () => inBlock('answer', { answer: blocks('Mit einem dritten Bericht.') }), ['body/1/answer/0']],
    ['who said it', () => inBlock('attribution', { attribution: 'Aus der Zeitung' }), ['body/2/attribution']],
    [
      'a block that goes while the others move',
      () => ({ body: base.body.filter(block => !('answer' in block)).toReversed() }),
      ['gone body/1/question', 'gone body/1/speaker', 'gone body/1/answer/0'],
    ],
  ]

  test.each(EDITS)('%s: judged rightly, and forgiven when it is undone', async (_edit, values, expected) => {
    await change(articles, article, values())
    const state = await stateOf(ARTICLE, article)
    expect([state.state, places(state).toSorted()]).toEqual([
      expected.length > 0 ? 'outdated' : 'current', expected.toSorted(),
    ])
    await change(articles, article, base)
    expect((await stateOf(ARTICLE, article)).state).toBe('current')
  })
})

describe('a translation of which some is missing', () => {
  test('is incomplete until all is there that its source has, and says what is not', async () => {
    const measure = await cast.measure(await cast.plan(), { summary: 'Kurz.', text: blocks('Lang.'), indicator: 'Zahl' })
    const measures = cms.documents(MEASURE)
    const into = (data: Values) => change(measures, measure, data, { locale: 'en', status: 'published' })
    await into({ title: 'A measure', summary: 'Short.' })
    expect(await stateOf(MEASURE, measure)).toMatchObject({
      state: 'incomplete', untranslated: ['text', 'indicator'], changes: [],
    })
    await into({ text: blocks(' '), indicator: 'A figure' })
    expect(await stateOf(MEASURE, measure)).toMatchObject({ state: 'incomplete', untranslated: ['text'] })
    await into({ text: blocks('Long.') })
    expect(await stateOf(MEASURE, measure)).toMatchObject({ state: 'current', untranslated: [] })
  })

  test('is outdated first of all where its source has changed as well', async () => {
    const page = await cast.page({ text: blocks('Ein Absatz.'), lead: 'Vorweg' })
    await change(pages, page, { title: 'A page', text: blocks('A paragraph.') }, { locale: 'en', status: 'published' })
    await change(pages, page, { text: blocks('Zwei Absätze.') })
    expect(await stateOf(PAGE, page)).toMatchObject({ state: 'outdated', untranslated: ['lead'] })
  })

  test('lacks a block, wherever the others stand, but none that was joined with another', async () => {
    const text = (...texts: string[]) => ({ __component: 'article.text', text: blocks(...texts) })
    const quote = { __component: 'article.quote', quote: 'Zitat', attribution: 'Bericht' }
    const article = await cast.article({ body: [text('Eins.'), quote, text('Zwei.')] })
    const into = (...body: Values[]) =>
      change(articles, article, { title: 'An article', body }, { locale: 'en', status: 'published' })
    await into(text('One.'))
    expect(await stateOf(ARTICLE, article)).toMatchObject({
      state: 'incomplete', untranslated: ['body/2/text', 'body/1/quote', 'body/1/attribution'],
    })
    await into(quote, text('One.', 'Two.'))
    expect((await stateOf(ARTICLE, article)).state).toBe('current')
  })
})

describe('of paragraphs that belong together', () => {
  const interview = (...answers: string[]) => ({
    body: ['Was?', 'Wann?'].map((question, index) => ({
      __component: 'article.question-and-answer', question, speaker: 'Beispiel', answer: blocks(answers[index] ?? ''),
    })),
  })
  const heading = (text: string) => ({ type: 'heading', level: 2, children: [{ type: 'text', text }] })

  test('answers that trade places are seen, with their questions', async () => {
    const article = await cast.article(interview('Ein Haus.', 'Morgen.'))
    await change(
      articles, article, { ...interview('A house.', 'Tomorrow.'), title: 'An interview' },
      { locale: 'en', status: 'published' },
    )
    await change(articles, article, interview('Morgen.', 'Ein Haus.'))
    expect(await stateOf(ARTICLE, article)).toMatchObject({
      state: 'outdated',
      changes: [
        { before: { text: 'Wann? › Beispiel › Morgen.' }, now: { text: 'Was? › Beispiel › Morgen.' } },
        { before: { text: 'Was? › Beispiel › Ein Haus.' }, now: { text: 'Wann? › Beispiel › Ein Haus.' } },
      ],
    })
  })

  test('headings that trade places are seen, and sections that do are not', async () => {
    const [funded, not] = [heading('Gefördert'), heading('Nicht gefördert')]
    const [rent, travel] = [paragraph('Miete'), paragraph('Reisen')]
    const page = await cast.page({ text: [funded, rent, not, travel] })
    await change(
      pages, page, { title: 'A page', text: blocks('Funded', 'Rent', 'Not funded', 'Travel') },
      { locale: 'en', status: 'published' },
    )
    await change(pages, page, { text: [not, travel, funded, rent] })
    expect((await stateOf(PAGE, page)).state).toBe('current')
    await change(pages, page, { text: [not, rent, funded, travel] })
    expect(places(await stateOf(PAGE, page))).toEqual(['text/1', 'text/3'])
  })

  test('a point that moves below another sentence is seen', async () => {
    const list = (text: string) => ({
      type: 'list', format: 'unordered', children: [{ type: 'list-item', children: [{ type: 'text', text }] }],
    })
    const [yes, no] = [paragraph('Gefördert werden:'), paragraph('Nicht gefördert werden:')]
    const page = await cast.page({ text: [yes, list('Miete'), no, list('Reisen')] })
    await change(pages, page, { title: 'A page', text: blocks('All.') }, { locale: 'en', status: 'published' })
    await change(pages, page, { text: [yes, list('Reisen'), no, list('Miete')] })
    expect(places(await stateOf(PAGE, page))).toEqual(['text/1/0', 'text/3/0'])
  })
})

describe('what was noted by an earlier version of the portal', () => {
  test('is compared by its words, and by all else once it is compared anew', async () => {
    const linked = (url: string) => [
      heading('Antrag'),
      { type: 'paragraph', children: [{ type: 'link', url, children: [{ type: 'text', text: 'Hier' }] }] },
    ]
    const heading = (text: string) => ({ type: 'heading', level: 2, children: [{ type: 'text', text }] })
    const page = await cast.page({ text: linked('https://a.example/1') })
    await change(
      pages, page, { title: 'A page', text: blocks('Application', 'Here') }, { locale: 'en', status: 'published' },
    )
    const where = { document: page.documentId }
    const record: Values & { confirmation: Values & { paragraphs: Values[] } } = await cms.strapi.db
      .query(RECORD)
      .findOne({ where })
    const confirmation = {
      ...record.confirmation, paragraphs: record.confirmation.paragraphs.map(({ place, text }) => ({ place, text })),
    }
    await cms.strapi.db
      .query(RECORD)
      .update({ where, data: { confirmation, published: { origin: null, confirmation } } })
    expect((await stateOf(PAGE, page)).state).toBe('current')
    await change(pages, page, { text: linked('https://a.example/2') })
    expect((await stateOf(PAGE, page)).state).toBe('current')
    await confirm(pages, page)
    await change(pages, page, { text: linked('https://a.example/3') })
    expect(await stateOf(PAGE, page)).toMatchObject({
      state: 'outdated',
      changes: [{ before: { text: 'Hier (https://a.example/2)' }, now: { text: 'Hier (https://a.example/3)' } }],
    })
  })
})

describe('a translation of a translation', () => {
  /** Arabic from English from German. */
  async function chain(): Promise<Row> {
    const page = await translatedPage()
    await change(
      pages, page, { title: 'صفحة', text: blocks('فقرة.'), translatedFrom: 'en' },
      { locale: 'ar', status: 'published' },
    )
    return page
  }

  test('is outdated when the text changes that it was made from, and current when it is compared with that', async () => {
    const page = await chain()
    expect(await stateOf(PAGE, page, 'ar')).toMatchObject({ state: 'current', translatedFrom: 'en' })
    await change(pages, page, { text: blocks('Another paragraph.') }, { locale: 'en', status: 'published' })
    expect((await stateOf(PAGE, page)).state).toBe('current')
    expect(await stateOf(PAGE, page, 'ar')).toMatchObject({
      state: 'outdated',
      changes: [{ locale: 'en', now: { text: 'Another paragraph.' }, before: { text: 'A paragraph.' } }],
    })
    await confirm(pages, page, 'ar')
    expect((await stateOf(PAGE, page, 'ar')).state).toBe('current')
  })

  test('is outdated when only the source changes, and current step by step', async () => {
    const page = await chain()
    await change(pages, page, { text: blocks('Ein neuer Absatz.') })
    expect(await stateOf(PAGE, page, 'ar')).toMatchObject({
      state: 'outdated', changes: [{ locale: 'de', now: { place: 'text/0', text: 'Ein neuer Absatz.' } }],
    })
    await confirm(pages, page, 'ar')
    expect((await stateOf(PAGE, page, 'ar')).state).toBe('outdated')
    await change(
      pages, page, { text: blocks('A new paragraph.'), isConfirmed: true }, { locale: 'en', status: 'published' },
    )
    expect((await stateOf(PAGE, page)).state).toBe('current')
    expect(await stateOf(PAGE, page, 'ar')).toMatchObject({ state: 'outdated', changes: [{ locale: 'en' }] })
    await change(pages, page, { text: blocks('فقرة جديدة.'), isConfirmed: true }, { locale: 'ar', status: 'published' })
    expect(await stateOf(PAGE, page, 'ar')).toMatchObject({ state: 'current', changes: [] })
  })

  test('matches the day of the older of both comparisons', async () => {
    const page = await chain()
    const { confirmedOn } = await stateOf(PAGE, page)
    await confirm(pages, page, 'ar')
    expect((await stateOf(PAGE, page, 'ar')).confirmedOn).toBe(confirmedOn)
  })

  test('is outdated when that language is deleted, and saved all the same', async () => {
    const page = await chain()
    await pages.delete({ documentId: page.documentId, locale: 'en' })
    expect(await stateOf(PAGE, page, 'ar')).toMatchObject({ state: 'outdated', translatedFrom: 'en' })
    await change(pages, page, { text: blocks('فقرة واحدة.') }, { locale: 'ar', status: 'published' })
    await change(pages, page, { translatedFrom: null, isConfirmed: true }, { locale: 'ar', status: 'published' })
    expect(await stateOf(PAGE, page, 'ar')).toMatchObject({ state: 'current', translatedFrom: 'de' })
  })

  test('is made from another language that is there, and a new one is said together with a comparison', async () => {
    const page = await translatedPage()
    const arabic = (values: Values) =>
      change(pages, page, { title: 'صفحة', text: blocks('فقرة.'), ...values }, { locale: 'ar' })
    expect(await refusalOf(arabic({ translatedFrom: 'ar' }))).toContain(
      '„Übersetzt aus“: Das ist die Sprache dieser Übersetzung.',
    )
    expect(
      await refusalOf(change(pages, page, { translatedFrom: 'ar', isConfirmed: true }, { locale: 'en' })),
    ).toContain('gibt es diesen Eintrag nicht')
    await arabic({})
    expect(await refusalOf(arabic({ translatedFrom: 'en' }))).toContain(
      'vergleichen Sie bitte beide Texte und wählen Sie bei „Entspricht dem Ausgangstext“ Ja.',
    )
    await arabic({ translatedFrom: 'en', isConfirmed: true })
    await pages.publish({ documentId: page.documentId, locale: 'ar' })
    expect(await stateOf(PAGE, page, 'ar')).toMatchObject({ state: 'current', translatedFrom: 'en' })
  })
})

describe('who made a translation', () => {
  let token: string

  beforeAll(async () => {
    const [email = '', password = ''] = readFileSync(path.join(cms.dataDirectory, 'first-admin'), 'utf8')
      .trim()
      .split('\n')
    token = await signIn(email, password)
  })

  /** As an editor does in the form. */
  async function type({ documentId }: Row, values: Values): Promise<void> {
    const response = await fetch(`${cms.address}/content-manager/collection-types/${ARTICLE}/${documentId}?locale=en`, {
      method: 'PUT', headers: { 'Content-Type': 'application/json', 'Authorization': `Bearer ${token}` },
      body: JSON.stringify(values),
    })
    expect(response.status).toBe(200)
    await articles.publish({ documentId, locale: 'en' })
  }

  async function articleBy(origin: string | null): Promise<Row> {
    const body = [{ __component: 'article.text', text: blocks('Ein Absatz.') }]
    const article = await cast.article({ body })
    await change(
      articles, article, { title: 'An article', body: [{ __component: 'article.text', text: blocks('A paragraph.') }] },
      { locale: 'en', status: 'published' },
    )
    if (origin)
      await setOrigin(cms.strapi, cms.strapi.contentTypes[ARTICLE], {
        documentId: article.documentId, locale: 'en', origin,
      })
    return article
  }

  /** What the form sends back when nothing was typed. */
  async function formOf({ documentId }: Row): Promise<Values> {
    const row = await articles.findOne({ documentId, locale: 'en', populate: { body: true } })
    return { title: row?.title, body: row?.body }
  }

  test('is not said of what neither a person nor the seed has written', async () => {
    expect((await stateOf(ARTICLE, await articleBy(null))).origin).toBeNull()
  })

  test('stays the machine when a person saves it as it is', async () => {
    const article = await articleBy('machine')
    expect((await stateOf(ARTICLE, article)).origin).toBe('machine')
    await type(article, await formOf(article))
    expect((await stateOf(ARTICLE, article)).origin).toBe('machine')
  })

  test('is the machine, reviewed, when a person corrects it, and nothing is confirmed by that', async () => {
    const article = await articleBy('machine')
    await change(articles, article, { title: 'Ein anderer Titel' })
    await type(article, { title: 'A corrected title' })
    expect(await stateOf(ARTICLE, article)).toMatchObject({ origin: 'machine_reviewed', state: 'outdated' })
  })

  test('is the machine, reviewed, when a person confirms it', async () => {
    const article = await articleBy('machine')
    await type(article, { isConfirmed: true })
    expect(await stateOf(ARTICLE, article)).toMatchObject({ origin: 'machine_reviewed', state: 'current' })
  })

  test('is a person who writes it anew, for readers from the moment when it is published', async () => {
    const article = await cast.article()
    await type(article, { title: 'Typed by a person' })
    expect((await stateOf(ARTICLE, article)).origin).toBe('human')
  })
})

describe('what is known of a translation', () => {
  test('goes along with a copy', async () => {
    const page = await translatedPage()
    await setOrigin(cms.strapi, cms.strapi.contentTypes[PAGE], {
      documentId: page.documentId, locale: 'en', origin: 'machine',
    })
    const { confirmedOn } = await stateOf(PAGE, page)
    const copy = await pages.clone({ documentId: page.documentId, locale: '*' })
    await pages.publish({ documentId: copy.documentId, locale: '*' })
    expect(await stateOf(PAGE, copy)).toMatchObject({ state: 'current', origin: 'machine', confirmedOn })
  })

  test('does not go along with a copy of another language', async () => {
    const page = await translatedPage()
    const copy = await pages.clone({ documentId: page.documentId, locale: 'de' })
    expect(await cms.strapi.db.query(RECORD).count({ where: { document: copy.documentId } })).toBe(0)
  })

  test('is forgotten with the language', async () => {
    const page = await translatedPage()
    await change(pages, page, { text: blocks('Ein neuer Absatz.') })
    await pages.delete({ documentId: page.documentId, locale: 'en' })
    expect(await cms.strapi.db.query(RECORD).count({ where: { document: page.documentId } })).toBe(0)
    await change(
      pages, page, { title: 'A page', text: blocks('A new paragraph.') }, { locale: 'en', status: 'published' },
    )
    expect((await stateOf(PAGE, page)).state).toBe('current')
  })

  test('is forgotten with the document', async () => {
    const page = await translatedPage()
    await pages.delete({ documentId: page.documentId, locale: '*' })
    expect(await cms.strapi.db.query(RECORD).count({ where: { document: page.documentId } })).toBe(0)
  })
})

describe('no reader is told of the source', () => {
  test('what was never published', async () => {
    const page = await translatedPage('Öffentlich.')
    await change(pages, page, { text: blocks('Ein Geheimnis.', 'Noch eines.') }, {})
    await confirm(pages, page)
    expect(await stateOf(PAGE, page)).toMatchObject({
      state: 'outdated', changes: [{ now: { text: 'Öffentlich.' }, before: null }],
    })
    await pages.publish({ documentId: page.documentId })
    expect(await stateOf(PAGE, page)).toMatchObject({ state: 'current' })
    await change(pages, page, { text: blocks('Ein offenes Wort.', 'Noch eines.') })
    expect(await stateOf(PAGE, page)).toMatchObject({
      state: 'outdated', changes: [{ now: { text: 'Ein offenes Wort.' }, before: { text: 'Ein Geheimnis.' } }],
    })
  })

  test('what was withdrawn with an old version, but that there was something', async () => {
    const page = await translatedPage('Frau Beispiel wohnt in der Beispielstraße.')
    await change(pages, page, { text: blocks('Ein Absatz.') })
    const revision: Row = await cms.strapi.db
      .query(REVISION)
      .findOne({ where: { document: page.documentId, language: 'de', number: 1 } })
    await cms
      .documents(REVISION)
      .update({ documentId: revision.documentId, data: { withdrawnFor: 'Zum Schutz einer Person.' } })
    expect(await stateOf(PAGE, page)).toMatchObject({
      state: 'outdated', changes: [{ now: { place: 'text/0', text: 'Ein Absatz.' }, before: null }],
    })
    const records: Values[] = await cms.strapi.db.query(RECORD).findMany({ where: { document: page.documentId } })
    expect(JSON.stringify(records)).not.toContain('Beispielstraße')
    await confirm(pages, page)
    expect((await stateOf(PAGE, page)).state).toBe('current')
  })

  test('the name of a person who was deleted, and nothing is outdated for that', async () => {
    const person = await cast.person({ name: 'Quirin Beispielhaft' })
    const page = await translatedPage('Es sprach Quirin Beispielhaft.')
    await cms.documents(PERSON).delete({ documentId: person.documentId, locale: '*' })
    expect((await stateOf(PAGE, page)).state).toBe('current')
    expect(
      JSON.stringify(await cms.strapi.db.query(RECORD).findMany({ where: { document: page.documentId } })),
    ).not.toContain('Quirin')
    await change(pages, page, { text: blocks('Es sprach niemand.') })
    expect(await stateOf(PAGE, page)).toMatchObject({
      state: 'outdated', changes: [{ before: { text: 'Es sprach N. N..' } }],
    })
  })
})

describe('the name of an organisation', () => {
  test.each([
    ['ar', 'مجلس المدينة', 'ar'], ['fa', 'Linden Legendz e. V.', 'de'], ['fa', 'Linden Legendz', 'de'],
    ['bg', 'Съвет', 'bg'], ['tr', 'Linden Legendz e. V.', 'de'], ['es', 'Linden Legendz e. V.', 'de'],
    ['tr', 'Linden Efsaneleri', 'tr'], ['it', null, 'de'],
  ])(
    'in %s, %s, is in the language %s: where it was taken over as it is, in that of its source',
    async (locale, name, language) => {
      const organisations = cms.documents(ORGANISATION)
      const { documentId } = await organisations.create({ data: { name: 'Linden Legendz e. V.', kind: 'association' } })
      if (name) await organisations.update({ documentId, locale, data: { name } })
      const { organisation } = await read<{ organisation: Row }>(
        cms, `{ organisation(documentId: "${documentId}", locale: "${locale}") { name nameLocale } }`,
      )
      expect(organisation).toEqual({ name: name ?? 'Linden Legendz e. V.', nameLocale: language })
    },
  )
})

describe('two people at the same moment', () => {
  test('a translation that is confirmed while its source is published is never called current against a text that '
    + 'nobody noted', async () => {
    const page = await translatedPage('Fassung 0.')
    for (let round = 1; round <= 20; round += 1) {
      await change(pages, page, { text: blocks(`Fassung ${round}.`) }, {})
      const source = () => change(pages, page, { text: blocks(`Fassung ${round} und eine halbe.`) })
      await Promise.all(round % 2 ? [confirm(pages, page), source()] : [source(), confirm(pages, page)])
      const { state } = await stateOf(PAGE, page)
      const { published } = await cms.strapi.db
        .query(RECORD)
        .findOne({ where: { document: page.documentId, language: 'en' } })
      const noted: string = published.confirmation.paragraphs.at(-1).text
      expect([`Fassung ${round}.`, `Fassung ${round} und eine halbe.`]).toContain(noted)
      expect(state).toBe(noted === `Fassung ${round} und eine halbe.` ? 'current' : 'outdated')
    }
    expect(await cms.strapi.db.query(RECORD).count({ where: { document: page.documentId } })).toBe(1)
  })

  test('a translation that is confirmed while it is published is at most called older than it is', async () => {
    const page = await translatedPage('Fassung 0.')
    for (let round = 1; round <= 10; round += 1) {
      await change(pages, page, { text: blocks(`Fassung ${round}.`) })
      await Promise.all([
        pages.publish({ documentId: page.documentId, locale: 'en' }),
        change(pages, page, { text: blocks(`Version ${round}.`), isConfirmed: true }, { locale: 'en' }),
      ])
      const live: Row = await cms.strapi.db
        .query(PAGE)
        .findOne({ where: { documentId: page.documentId, locale: 'en', publishedAt: { $notNull: true } } })
      const isNew = JSON.stringify(live.text).includes(`Version ${round}.`)
      const { state } = await stateOf(PAGE, page)
      expect(isNew || state === 'outdated').toBe(true)
      await pages.publish({ documentId: page.documentId, locale: 'en' })
      expect((await stateOf(PAGE, page)).state).toBe('current')
    }
  })
})

test('thirty translations are judged with as many statements as three', async () => {
  await withoutRevisions(async () => {
    for (let index = 0; index < 30; index += 1) {
      const article = await cast.article({
        byline: 'Viele',
        body: [
          { __component: 'article.text', text: blocks(`Absatz ${index}.`) },
          { __component: 'article.quote', quote: 'Zitat' },
        ],
      })
      const body = [
        { __component: 'article.text', text: blocks(`Paragraph ${index}.`) },
        { __component: 'article.quote', quote: 'Quotation' },
      ]
      await change(
        articles, article, { title: `Article ${index}`, byline: 'Many', body }, { locale: 'en', status: 'published' },
      )
    }
  })
  const list = (limit: number) => async () => {
    const answer = await read<{ articles: { translations: State[] }[] }>(
      cms,
      `{ articles(filters: { byline: { eq: "Viele" } }, locale: "en", pagination: { limit: ${limit} }) { `
      + `translationState ${ASKED} } }`,
    )
    expect(
      answer.articles.map(({ translations }) => translations.find(({ locale }) => locale === 'en')?.state),
    ).toEqual(Array.from({ length: limit }, () => 'current'))
  }
  await list(3)()
  expect(await fewestStatementsOf(cms, list(30))).toBe(await fewestStatementsOf(cms, list(3)))
})

test('each language of a seeded page takes a bounded number of statements: the first start waits for all of them', async () => {
  const texts = { title: 'Eine Seite aus der Saat', text: 'Ein Absatz.' }
  const languages = LOCALE_CODES.filter(code => code !== 'de')
  const entry = {
    id: 'page:saat', type: 'page', values: texts, translations: Object.fromEntries(languages.map(code => [code, texts])),
  }
  await seed(cms.strapi, []) // What was made without revisions gets them before.
  const statements = await statementsOf(cms, () => seed(cms.strapi, [entry]))
  expect(statements / languages.length).toBeLessThan(STATEMENTS_OF_A_LANGUAGE)
})

describe('the panel beside a translation', () => {
  /** What it says of the English translation. */
  async function panel(uid: string, documentId: string, as?: string): Promise<{ status: number, english: Values }> {
    const response = await fetch(`${cms.address}/translation-states/${uid}/${documentId}`, {
      headers: as ? { Authorization: `Bearer ${as}` } : {},
    })
    const text = await response.text()
    const states: State[] = response.status === 200 ? JSON.parse(text).data : []
    return { status: response.status, english: { ...states.find(({ locale }) => locale === 'en') } }
  }

  async function someone(name: string, roles: number[]): Promise<string> {
    await cms.strapi
      .service('admin::user')
      .create({
        email: `${name}@example.org`, firstname: 'A', lastname: 'B', password: 'Passwort-123', isActive: true, roles,
      })
    return signIn(`${name}@example.org`, 'Passwort-123')
  }

  let page: Row
  let editor: string

  beforeAll(async () => {
    page = await translatedPage()
    await change(pages, page, { text: blocks('Ein neuer Absatz.', 'Und noch einer.') }, {})
    const role: { id: number } = await cms.strapi.db.query('admin::role').findOne({ where: { code: 'strapi-author' } })
    editor = await someone('autorin', [role.id])
  })

  test('says how the texts stand that editors work on, with the names of their places', async () => {
    const { status, english } = await panel(PAGE, page.documentId, editor)
    expect([status, english]).toEqual([
      200,
      {
        locale: 'en', state: 'outdated', origin: null, translatedFrom: 'de', source: 'Deutsch', isSourceThere: true,
        confirmedOn: expect.any(String), reason: null,
        changes: [
          {
            source: 'Deutsch', language: 'de', direction: 'ltr', place: 'Text, Absatz 1', now: 'Ein neuer Absatz.',
            before: 'Ein Absatz.', isDoubtful: false,
          },
          {
            source: 'Deutsch', language: 'de', direction: 'ltr', place: 'Text, Absatz 2', now: 'Und noch einer.',
            before: null, isDoubtful: false,
          },
        ],
        untranslated: [],
      },
    ])
    await pages.publish({ documentId: page.documentId })
    const told = await stateOf(PAGE, page)
    expect(english).toMatchObject({
      state: told.state, confirmedOn: told.confirmedOn,
      changes: told.changes.map(({ now, before }) => ({ now: now?.text ?? null, before: before?.text ?? null })),
    })
  })

  test('asks to look where a machine cannot know, and no reader is told', async () => {
    const unsure = await translatedPage('Die Forderung der Räume.')
    await change(pages, unsure, { text: blocks('Die Förderung der Räume.') })
    expect((await panel(PAGE, unsure.documentId, editor)).english).toMatchObject({
      state: 'check', changes: [{ now: 'Die Förderung der Räume.', isDoubtful: true }],
    })
    expect(await stateOf(PAGE, unsure)).toMatchObject({ state: 'current', changes: [] })
    await confirm(pages, unsure)
    expect((await panel(PAGE, unsure.documentId, editor)).english).toMatchObject({ state: 'current', changes: [] })
  })

  test('names what is not translated', async () => {
    const part = await cast.page({ text: blocks('Ein Absatz.'), lead: 'Vorweg' })
    await change(pages, part, { title: 'A page' }, { locale: 'en' })
    expect((await panel(PAGE, part.documentId, editor)).english).toMatchObject({
      state: 'incomplete', untranslated: ['Vorspann', 'Text'],
    })
  })

  test('names a place in a block', async () => {
    const body = [
      { __component: 'article.callout', text: blocks('Ein Hinweis.') },
      {
        __component: 'article.question-and-answer', question: 'Frage',
        answer: [
          paragraph('Antwort.'),
          {
            type: 'list', format: 'unordered',
            children: [{ type: 'list-item', children: [{ type: 'text', text: 'Punkt' }] }],
          },
        ],
      },
    ]
    const article = await cast.article({ body })
    await change(articles, article, { title: 'An article' }, { locale: 'en' })
    await change(
      articles, article,
      {
        title: 'Neuer Titel',
        body: [
          body[0],
          {
            ...body[1],
            answer: [
              paragraph('Antwort.'),
              {
                type: 'list', format: 'unordered',
                children: [{ type: 'list-item', children: [{ type: 'text', text: 'Ding' }] }],
              },
            ],
          },
        ],
      },
      {},
    )
    const { english } = await panel(ARTICLE, article.documentId, editor)
    expect(english.changes).toMatchObject([
      { place: 'Titel' }, { place: 'Inhalt, Baustein 2, Antwort, Absatz 2, Punkt 1' },
    ])
  })

  test('says nothing to who is not signed in', async () => {
    expect((await panel(PAGE, page.documentId)).status).toBe(401)
    expect((await panel(PAGE, page.documentId, 'nonsense')).status).toBe(401)
    expect((await panel(PAGE, page.documentId, previewKey(cms))).status).toBe(401)
  })

  test('says nothing to who may not read such entries, nor of attributes that they may not read', async () => {
    const roles = cms.strapi.service('admin::role')
    const onlyPlans = await roles.create({ name: 'Nur Pläne', description: '' })
    await roles.addPermissions(onlyPlans.id, [
      {
        action: 'plugin::content-manager.explorer.read', subject: PLAN,
        properties: { fields: ['summary'], locales: null },
      },
    ])
    const reader = await someone('plaene', [onlyPlans.id])
    expect((await panel(PAGE, page.documentId, reader)).status).toBe(403)
    const plan = await cast.plan({ title: 'Vorher', summary: 'Vorher' })
    await change(plans, plan, { title: 'Before' }, { locale: 'en' })
    await change(plans, plan, { title: 'Nachher', summary: 'Nachher' }, {})
    const { english } = await panel(PLAN, plan.documentId, reader)
    expect(english).toMatchObject({ state: 'outdated', changes: [{ place: 'Zusammenfassung' }] })
  })

  test('finds nothing for what is not there or has no languages', async () => {
    for (const [uid, documentId] of [
      [PAGE, 'gibtesnicht'], ['api::ledger.translation-record', page.documentId], [IMAGE, page.documentId],
      ['nonsense', 'x'],
    ])
      expect((await panel(uid ?? '', documentId ?? '', editor)).status, uid).toBe(404)
  })
})

async function signIn(email: string, password: string): Promise<string> {
  const response = await fetch(`${cms.address}/admin/login`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ email, password }),
  })
  expect(response.status).toBe(200)
  return JSON.parse(await response.text()).data.token
}
