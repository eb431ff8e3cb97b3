/**
 * A person written in many ways, in every place where something can be written: after the withdrawal nobody reads her
 * name, and no filter finds it.
 */
import { createRequire } from 'node:module'
import { print } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ARTICLE, type Cast, castOf, CONSENT, EVENT, only, ORGANISATION, PAGE, paragraph, PERSON, read } from './cast'
import { EVERY_OPERATION, ownVariables } from './every-operation'
import { pdf, picture, recording, upload } from './files'
import { ask, type Cms, type Documents, refusalOf, type Row, startCms, type Values } from './strapi'
import type { Preview } from '../src/person/preview'

const require = createRequire(import.meta.url)
const {
  readWithdrawnNames,
}: { readWithdrawnNames: (strapi: unknown) => Promise<void> } = require('../dist/src/person/withdrawn-names')
const {
  bringBack,
}: { bringBack: (strapi: unknown, entry: unknown) => Promise<unknown> } = require('../dist/src/bin/bring-back')
const {
  findBinEntry,
}: { findBinEntry: (strapi: unknown, where: object) => Promise<unknown> } = require('../dist/src/bin/entry')
const {
  settleEverything,
}: { settleEverything: (strapi: unknown) => Promise<void> } = require('../dist/src/person/leaving')

const NAME = 'Quendolina Öhlzweig'
const IN_SCRIPT = 'كندولينا أولتسفايغ'
const WAYS = [
  NAME, 'QUENDOLINA ÖHLZWEIG', 'Quendolina\u00a0Öhlzweig', 'Quen\u00addolina Öhl\u00adzweig',
  'Quendolina \u200bÖhlzweig', NAME.normalize('NFD'), 'Ｑｕｅｎｄｏｌｉｎａ Ｏ\u0308ｈｌｚｗｅｉｇ', 'Quendolina Oehlzweig',
  'Öhlzweig, Quendolina', 'Öhlzweig Quendolina', 'Q. Öhlzweig', 'Frau Öhlzweig', 'Frau Dr. Öhlzweig',
  'q.oehlzweig@example.org',
  'https://example.org/quendolina-oehlzweig',
  '#QuendolinaÖhlzweig', 'Die Zweigin', IN_SCRIPT, 'كندولينا اولتسفايغ',
]
const SAID = `Es sprachen: ${WAYS.join('; ')}.`
/** One of the ways, another one each time. */
let turn = 0
const written = () => WAYS[turn++ % WAYS.length] ?? NAME

const text = (words: string, marks: Values = {}) => ({ type: 'text', text: words, ...marks })
const SPLIT = [
  text('Mit Quen'), text('dolina', { bold: true }), text(' Öhl', { italic: true }),
  { type: 'link', url: 'mailto:q.oehlzweig@example.org', children: [text('zweig')] }, text(' hier.'),
]
const RICH = [
  paragraph(SAID), { type: 'paragraph', children: SPLIT }, { type: 'heading', level: 2, children: SPLIT },
  { type: 'quote', children: SPLIT },
  {
    type: 'list', format: 'unordered',
    children: [
      { type: 'list-item', children: SPLIT },
      { type: 'list', format: 'ordered', children: [{ type: 'list-item', children: SPLIT }] },
    ],
  },
  {
    type: 'paragraph',
    children: [{ type: 'link', url: 'https://example.org/quendolina-oehlzweig', children: [text('ihre Seite')] }],
  },
]

let cms: Cms
let cast: Cast
let people: Documents
let person: Row
let article: Row
let page: Row
let shown: Row
let files: string[]

beforeAll(async () => {
  cms = await startCms()
  cast = await castOf(cms)
  people = cms.documents(PERSON)
  person = await cast.agreed(
    { name: NAME, slug: 'quendolina-oehlzweig' },
    { coversPicture: true, coversOpinion: true, spellings: 'Die Zweigin\n' },
  )
  await people.update({
    documentId: person.documentId, locale: 'ar', data: { nameInScript: IN_SCRIPT, about: 'شخصية' }, status: 'published',
  })
  await writeEverything()
})

afterAll(() => cms?.stop())

async function writeEverything(): Promise<void> {
  const source = await cms
    .documents('api::source.source')
    .create({
      data: {
        kind: 'web_page', title: `Gespräch mit ${NAME}`, publisher: written(),
        url: 'https://example.org/mit-quendolina-oehlzweig',
      },
    })
  const citations = [{ source: source.documentId, quote: SAID, page: `bei ${NAME}` }]
  const claims = [
    { language: 'de', statement: SAID, citations, note: SAID },
    { language: 'de', statement: `Anders als ${written()}`, citations, note: written() },
  ]
  const sound = await upload(cms, 'Quendolina_Oehlzweig.mp3', recording())
  const paper = await upload(cms, 'interview-quendolina-oehlzweig.pdf', pdf())
  files = [sound.url, paper.url]
  const file = await upload(cms, 'gruppe.png', await picture('png', 400, 300))
  const texts = [{ language: 'de', alt: `Zu sehen: ${written()}`, caption: SAID }, { language: 'ar', alt: IN_SCRIPT }]
  shown = await cast.image({ file: file.id, people: [person.documentId], author: written(), texts })
  const image = await cast.image({ author: NAME, texts, title: `Von ${NAME}` })
  const plan = await cast.plan({ slug: 'ein-plan', summary: SAID, citations, claims })
  const measure = await cast.measure(plan, {
    slug: 'massnahme', title: `Idee von ${written()}`, summary: SAID, text: RICH, cost: written(), indicator: SAID,
    citations, claims,
  })
  await cast.update(measure, { text: SAID, citations })
  await cast.decision({ measure: measure.documentId, note: SAID, citations })
  await cast.project(plan, { title: `Projekt ${written()}`, description: SAID, citations })
  await cms
    .documents(ORGANISATION)
    .create({
      data: {
        name: `Verein ${NAME}`, slug: 'verein-quendolina-oehlzweig', kind: 'association', about: SAID,
        composition: SAID, citations, claims,
      },
    })
  await cms
    .documents('api::page.glossary-term')
    .create({ data: { title: `Begriff ${NAME}`, explanation: SAID, forms: written(), citations } })
  await cms
    .documents(EVENT)
    .create({
      data: {
        title: `Treffen mit ${NAME}`, slug: 'treffen', date: '2021', kind: 'meeting', plan: plan.documentId, text: RICH,
        citations, claims,
      },
      status: 'published',
    })
  page = await cast.page({
    title: `Dank an ${written()}`, slug: 'dank-an-quendolina-oehlzweig', lead: SAID, text: RICH, citations,
  })
  const body = [
    { __component: 'article.text', text: RICH },
    { __component: 'article.question-and-answer', question: SAID, speaker: NAME, answer: RICH },
    { __component: 'article.quote', quote: SAID, attribution: written(), citations },
    { __component: 'article.callout', title: written(), text: RICH },
    { __component: 'article.image', image: image.documentId },
    { __component: 'article.gallery', title: written(), images: [image.documentId, shown.documentId] },
    { __component: 'article.audio', title: written(), file: sound.id, language: 'de', transcript: RICH },
    { __component: 'article.download', title: written(), file: paper.id, language: 'de', description: SAID },
    {
      __component: 'article.video-link', title: written(),
      url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
      language: 'de', description: SAID,
    },
  ]
  article = await cast.article({
    slug: 'beitrag-ueber-quendolina-oehlzweig', title: `Über ${NAME}`, kicker: written(), lead: SAID,
    byline: `Von ${NAME}`, translationCredit: written(), body, people: [person.documentId], citations,
  })
  await cms
    .documents(ARTICLE)
    .update({
      documentId: article.documentId, locale: 'ar', data: { title: `مع ${IN_SCRIPT}`, byline: IN_SCRIPT, body },
      status: 'published',
    })
  await cms
    .documents(ARTICLE)
    .update({ documentId: article.documentId, data: { slug: 'mit-quendolina-oehlzweig' }, status: 'published' })
  await cast.contribution({ person: person.documentId, article: article.documentId, function: written() })
}

/** Every text of an answer without whatever is no letter: nodes of one text joined, everything else by itself. */
function lettersIn(value: unknown): string[] {
  const runs: string[] = []
  const others: string[] = []
  const walk = (entry: unknown, key: string): void => {
    if (typeof entry === 'string') (key === 'text' ? runs : others).push(entry)
    else if (typeof entry === 'object' && entry !== null)
      for (const [inner, held] of Object.entries(entry)) walk(held, inner)
  }
  walk(value, '')
  return [runs.join(''), ...others].map(words => words.normalize('NFKD').toLowerCase().replace(/[^\p{L}]/gu, ''))
}

const NAMED = /o?e?hlzweig|أ?ا?ولتسفايغ|diezweigin/

const slugs = async (): Promise<Record<string, string>> => {
  const of = async (uid: string, documentId: string) =>
    (await cms.strapi.db.query(uid).findOne({ where: { documentId }, orderBy: { id: 'desc' } }))?.slug
  return {
    Article: await of(ARTICLE, article.documentId), Page: await of(PAGE, page.documentId), TimelineEvent: 'treffen',
    Measure: 'massnahme', Plan: 'ein-plan', Person: 'quendolina-oehlzweig',
  }
}
const LISTS = [
  'articles { slug title byline kicker lead citations { quote page source { title url publisher } } }',
  'pages { slug title lead text }', 'images { title author texts { alt caption } file { url name } }',
  'organisations { slug name about claims { statement note } }', 'sources { label title url publisher }',
  'contributions { label function }', 'fundedProjects { title description }',
  'glossaryTerms { slug title explanation forms }', 'statusUpdates { text }', 'decisions { label note }',
]

/** What is asked and says the name. */
async function naming(): Promise<string[]> {
  const asked = new Set<string>()
  const note = async (name: string, query: string, variables: Values) => {
    const { data, errors } = await ask(cms, query, variables)
    expect(errors, name).toEqual([])
    if (lettersIn(data).some(letters => NAMED.test(letters))) asked.add(name)
  }
  const known = await slugs()
  for (const locale of ['de', 'ar']) {
    for (const [name, document] of EVERY_OPERATION) {
      const type = Object.keys(known).find(candidate => name.startsWith(candidate)) ?? 'Article'
      const variables = {
        locale, page: 1, pageSize: 100, since: '2000-01-01', asOf: '2021-12-31', name: NAME, q: NAME,
        formerSlug: 'beitrag-ueber-quendolina-oehlzweig', documentId: article.documentId, number: 1,
      }
      await note(name, print(document), {
        ...variables,
        slug: known[type],
        ...(name !== 'SearchDocument' && { type: 'Article' }),
        ...ownVariables(name, 'ein-plan'),
      })
    }
    for (const list of LISTS) await note(list, `{ ${list} }`, {})
    for (const type of ['Article', 'Page', 'TimelineEvent', 'Measure'])
      for (const number of [1, 2])
        await note(
          `${type} /v/${number}`,
          'query ($type: String!, $slug: String!, $number: Int, $locale: I18NLocaleCode) { revision(type: $type, '
          + 'slug: $slug, number: $number, locale: $locale) { slug snapshot } }',
          { type, slug: known[type], number, locale },
        )
    for (const q of ['Öhlzweig', 'Quendolina', 'sprachen', 'Treffen', 'hier'])
      await note(
        `search ${q}`,
        `query ($q: String!, $locale: I18NLocaleCode) { search(q: $q, locale: $locale, pageSize: 100) { hits { slug `
        + `title { text isHit } excerpt { text isHit } } otherHits { title { text isHit } excerpt { text isHit } } `
        + `} }`,
        { q, locale },
      )
  }
  return [...asked]
}

const FILTERS: [string, string][] = [
  ['articles', `{ byline: { contains: "Quendolina" } }`], ['articles', '{ byline: { startsWith: "Von Q" } }'],
  ['articles', `{ title: { containsi: "zweig" } }`], ['articles', '{ slug: { contains: "quendolina" } }'],
  ['articles', '{ citations: { quote: { contains: "Quendolina" } } }'],
  ['articles', '{ citations: { source: { title: { contains: "Quendolina" } } } }'],
  ['sources', '{ url: { contains: "quendolina" } }'], ['sources', '{ label: { contains: "Quendolina" } }'],
  ['images', '{ texts: { caption: { contains: "Quendolina" } } }'],
  ['images', '{ author: { contains: "Quendolina" } }'],
  ['organisations', '{ claims: { note: { contains: "Quendolina" } } }'],
  ['organisations', '{ name: { contains: "Quendolina" } }'],
  ['timelineEvents', '{ title: { contains: "Quendolina" } }'], ['pages', '{ lead: { contains: "Quendolina" } }'],
  ['measures', '{ summary: { contains: "Quendolina" } }'], ['images', `{ people: { documentId: { notNull: true } } }`],
  ['contributions', '{ function: { notNull: true } }'],
]

async function found(): Promise<number[]> {
  return Promise.all(
    FILTERS.map(
      async ([type, filter]) =>
        (
          await read<{ found: { pageInfo: { total: number } } }>(
            cms, `{ found: ${type}_connection(filters: ${filter}) { pageInfo { total } } }`,
          )
        ).found.pageInfo.total,
    ),
  )
}

async function expectNameless(): Promise<void> {
  expect(await naming()).toEqual([])
  expect((await found()).map((count, index) => [count, ...(FILTERS[index] ?? [])])).toEqual(
    FILTERS.map(filter => [0, ...filter]),
  )
  const {
    images_connection: { nodes, pageInfo },
  } = await read<{ images_connection: { nodes: unknown[], pageInfo: { total: number } } }>(
    cms, '{ images_connection { nodes { documentId } pageInfo { total } } }',
  )
  expect(pageInfo.total).toBe(nodes.length)
  expect(await Promise.all(files.map(async url => (await fetch(cms.address + url)).status))).toEqual([404, 404])
}

let named: string[]
let counted: number[]
let consent: Row

test('she is named before in all that is asked, and found by every filter', async () => {
  named = await naming()
  counted = await found()
  expect(named).toEqual(
    expect.arrayContaining([
      ...LISTS,
      'Article /v/1', 'Page /v/1', 'TimelineEvent /v/1', 'Measure /v/1', 'search Öhlzweig', 'ArticleBySlugDocument',
      'PageBySlugDocument', 'SitemapDocument',
    ]),
  )
  expect(Math.min(...counted)).toBeGreaterThan(0)
  expect(await Promise.all(files.map(async url => (await fetch(cms.address + url)).status))).toEqual([200, 200])
})

test('an editor sees before what will be touched, and what needs an eye; an author does not', async () => {
  const doubtful = await cast.article({ title: 'Zweifel', lead: 'Öhlzweig oder Quendolina Öhlzweig-Weber?' })
  const redaktion = await signIn('strapi-editor')
  for (const address of [
    `${PERSON}/${person.documentId}`,
    `${CONSENT}/${only(await cms.strapi.db.query(CONSENT).findMany({ where: { person: { documentId: person.documentId } } })).documentId}`,
  ]) {
    const { status, data } = await preview(address, redaktion)
    expect([status, data.names]).toEqual([200, [NAME, IN_SCRIPT, 'Die Zweigin']])
    const kinds = new Set(data.replaced.places.map(({ kind }) => kind))
    expect(data.replaced.count).toBeGreaterThanOrEqual(data.replaced.places.length)
    expect([...kinds]).toEqual(
      expect.arrayContaining(['Beitrag', 'Seite', 'Ereignis', 'Maßnahme', 'Quelle', 'Bild', 'Plan']),
    )
    const doubt = expect.objectContaining({ title: 'Zweifel', excerpt: 'Öhlzweig oder Quendolina Öhlzweig-Weber?' })
    expect(data.doubtful).toEqual({ count: 2, places: [doubt, doubt] })
    expect([data.addresses.length, data.files.length]).toEqual([
      expect.toSatisfy(count => count > 0), expect.toSatisfy(count => count > 0),
    ])
    for (const line of [...data.addresses, ...data.files]) expect(line.toLowerCase()).toContain('zweig')
    expect(data.pictures).toEqual(['Ein Bild'])
  }
  expect((await preview(`${PERSON}/${person.documentId}`, await signIn('strapi-author'))).status).toBe(403)
  await cms.documents(ARTICLE).delete({ documentId: doubtful.documentId, locale: '*' })
  // What is left to a person's eye stays in old versions too.
  await cms.strapi.db.query('api::ledger.revision').deleteMany({ where: { document: doubtful.documentId } })
}, 120_000)

interface Previewed {
  status: number
  data: Preview
}

async function preview(address: string, token: string): Promise<Previewed> {
  const response = await fetch(`${cms.address}/withdrawal-previews/${address}`, {
    headers: { Authorization: `Bearer ${token}`, Connection: 'close' },
  })
  return { status: response.status, data: JSON.parse(await response.text()).data }
}

async function signIn(code: string): Promise<string> {
  const role = await cms.strapi.db.query('admin::role').findOne({ where: { code } })
  await cms.strapi
    .service('admin::user')
    .create({
      email: `${code}@example.org`, firstname: 'A', lastname: 'B', password: 'Passwort-123', isActive: true,
      roles: [role.id],
    })
  const response = await fetch(`${cms.address}/admin/login`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: `${code}@example.org`, password: 'Passwort-123' }),
  })
  return JSON.parse(await response.text()).data.token
}

test('whoever keeps something is told at once that somebody is withdrawn', async () => {
  const hear = async (since: string) =>
    JSON.parse(await (await fetch(`${cms.address}/ledger${since}`, { headers: { Connection: 'close' } })).text())
  const held = hear(`?since=${(await hear('')).cursor}&wait=25`)
  const none = await Promise.race([
    held.then(() => 'answered'), new Promise(resolve => setTimeout(resolve, 300, 'held')),
  ])
  expect(none).toBe('held')
  consent = only(await cms.strapi.db.query(CONSENT).findMany({ where: { person: { documentId: person.documentId } } }))
  const started = performance.now()
  await cms.documents(CONSENT).update({ documentId: consent.documentId, data: { withdrawnOn: '2022-01-01' } })
  expect((await held).entries).toContainEqual(expect.objectContaining({ kind: 'withdrawn', documentId: null }))
  // Long before the 25 s are over for which it would be held.
  expect(performance.now() - started).toBeLessThan(5000)
})

test('afterwards no answer names her, and no filter finds or counts her', expectNameless, 120_000)

test('what editors wrote stays in their drafts, but for the address', async () => {
  const draft = await cms.documents(ARTICLE).findOne({ documentId: article.documentId })
  expect(draft).toMatchObject({ byline: `Von ${NAME}`, slug: 'mit-n-n' })
  expect(await read(cms, '{ currentSlug(type: "Article", formerSlug: "beitrag-ueber-quendolina-oehlzweig") }')).toEqual(
    { currentSlug: null },
  )
  const { articles } = await read<{ articles: Values[] }>(
    cms, '{ articles(filters: { slug: { eq: "mit-n-n" } }) { byline } }',
  )
  expect(articles).toEqual([{ byline: 'Von N. N.' }])
})

test('no address that an entry had before stands in the ledger with her name', async () => {
  const entries = await cms.strapi.db.query('api::ledger.entry').findMany({ select: ['slug', 'formerSlug'] })
  expect(entries.length).toBeGreaterThan(10)
  expect(JSON.stringify(entries)).not.toMatch(/quendolina|oehlzweig/)
  expect(entries).toContainEqual(expect.objectContaining({ slug: 'mit-n-n' }))
})

test('what is published meanwhile does not name her either, in any language', async () => {
  await cms.documents(ARTICLE).publish({ documentId: article.documentId, locale: '*' })
  await cms
    .documents(EVENT)
    .create({ data: { title: `Noch einmal ${NAME}`, date: '2022', kind: 'meeting', text: RICH }, status: 'published' })
    .catch(() => undefined)
  await cast.page({ title: `Nachtrag ${NAME}`, text: RICH })
  await expectNameless()
}, 120_000)

test('nor does anything after the cms was started again', async () => {
  await readWithdrawnNames(cms.strapi)
  await settleEverything(cms.strapi)
  await expectNameless()
}, 120_000)

test('when she agrees again, her name stands again where it stood', async () => {
  await cast.consent(person, { coversPicture: true, coversOpinion: true, spellings: 'Die Zweigin' })
  await people.publish({ documentId: person.documentId, locale: '*' })
  const { articles } = await read<{ articles: Values[] }>(
    cms, '{ articles(filters: { slug: { eq: "mit-n-n" } }) { byline citations { quote } } }',
  )
  expect(articles).toEqual([{ byline: `Von ${NAME}`, citations: [{ quote: SAID }] }])
  expect((await found()).filter(count => count > 0).length).toBeGreaterThan(FILTERS.length - 3)
}, 120_000)

test('a spelling that is added after the withdrawal goes as well', async () => {
  await people.unpublish({ documentId: person.documentId, locale: '*' })
  const { documentId } = await cast.article({ lead: 'Quendi kam.' })
  const lead = async () =>
    (await read<{ article: Values }>(cms, `{ article(documentId: "${documentId}") { lead } }`)).article.lead
  expect(await lead()).toBe('Quendi kam.')
  await cms.documents(CONSENT).update({ documentId: consent.documentId, data: { spellings: 'Die Zweigin\nQuendi' } })
  expect(await lead()).toBe('N. N. kam.')
  await cms.documents(ARTICLE).delete({ documentId, locale: '*' })
})

test('what comes back from the bin names her neither, nor do filters find it', async () => {
  const { documentId } = await cast.article({ slug: 'im-papierkorb', byline: 'Von Quendi' })
  await cms.documents(ARTICLE).delete({ documentId, locale: '*' })
  const gone = await cast.person({ name: 'Papierne Person' })
  const other = await cast.article({ slug: 'zweiter-im-papierkorb', byline: 'Von Papierne Person' })
  await cms.documents(ARTICLE).delete({ documentId: other.documentId, locale: '*' })
  await people.unpublish({ documentId: gone.documentId, locale: '*' })
  for (const document of [documentId, other.documentId])
    await bringBack(cms.strapi, await findBinEntry(cms.strapi, { document }))
  const bylines = await read<{ articles: Values[], found: unknown[] }>(
    cms,
    '{ articles(filters: { slug: { in: ["im-papierkorb", "zweiter-im-papierkorb"] } }) { byline } found: '
    + 'articles(filters: { byline: { contains: "Papierne" } }) { slug } }',
  )
  expect(bylines).toEqual({ articles: [{ byline: 'Von N. N.' }, { byline: 'Von N. N.' }], found: [] })
})

test('deleted, she is kept nowhere but in drafts', async () => {
  await people.delete({ documentId: person.documentId, locale: '*' })
  await expectNameless()
  const stored = [
    ...(await cms.strapi.db.query('api::ledger.revision').findMany()),
    ...(await cms.strapi.db.query('api::ledger.withheld-text').findMany()),
  ]
  expect(
    stored
      .flatMap(({ snapshot, title, before }) => lettersIn({ snapshot, title, before }))
      .filter(letters => NAMED.test(letters)),
  ).toEqual([])
}, 120_000)

describe('an interview whose speaker takes the consent for opinions back', () => {
  const isPublic = async (documentId: string) =>
    (await read<{ article: unknown }>(cms, `{ article(documentId: "${documentId}") { title } }`)).article !== null
  const revision = async (slug: string) =>
    (await read<{ revision: unknown }>(cms, `{ revision(type: "Article", slug: "${slug}", number: 1) { snapshot } }`))
      .revision

  test('is not public until an editor has decided, its versions neither; the speaker stays', async () => {
    const speaker = await cast.agreed({ name: 'Sprecherin Eins' })
    const words = await cast.consent(speaker, { coversName: false, coversOpinion: true })
    const { documentId } = await cast.article({
      kind: 'interview', slug: 'interview-eins', people: [speaker.documentId],
    })
    expect(await revision('interview-eins')).not.toBeNull()
    await cms.documents(CONSENT).update({ documentId: words.documentId, data: { withdrawnOn: '2022-01-01' } })
    expect([await isPublic(documentId), await revision('interview-eins')]).toEqual([false, null])
    expect(
      (await read<{ person: unknown }>(cms, `{ person(documentId: "${speaker.documentId}") { name } }`)).person,
    ).toEqual({ name: 'Sprecherin Eins' })
    expect(await refusalOf(cms.documents(ARTICLE).publish({ documentId }))).toContain(
      'fehlt eine Einwilligung, die Meinung und Interview',
    )
    await cast.consent(speaker, { coversOpinion: true })
    await cms.documents(ARTICLE).publish({ documentId })
    expect(await isPublic(documentId)).toBe(true)
  })

  test('stays in the languages that a consent still carries', async () => {
    const speaker = await cast.agreed({ name: 'Sprecherin Zwei' })
    const words = await cast.consent(speaker, { coversName: false, coversOpinion: true })
    const { documentId } = await cast.article({ kind: 'opinion', people: [speaker.documentId] })
    await cms
      .documents(ARTICLE)
      .update({ documentId, locale: 'en', data: { title: 'An opinion' }, status: 'published' })
    await cms.documents(CONSENT).update({ documentId: words.documentId, data: { languages: 'de' } })
    const rows: { locale: string }[] = await cms.strapi.db
      .query(ARTICLE)
      .findMany({ where: { documentId, publishedAt: { $notNull: true } } })
    expect(rows.map(({ locale }) => locale)).toEqual(['de'])
  })
})
