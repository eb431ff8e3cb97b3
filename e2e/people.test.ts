/** People: nobody is shown without ground or consent, and whoever is no longer public is named nowhere any more. */
import sharp from 'sharp'
import { CONTRIBUTION_ROLES, LOCALE_CODES } from 'shared-types'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import german from '../shared-types/languages/de.json'
import { openBrowser } from './browser'
import {
  addressIn, draft, idOf, make, openAdmin, paragraph, publish, read, refusalOf, remove, removeWhatWasMade, send, to,
  translate, upload,
} from './editor'
import { IS_WHOLE_MATRIX } from './matrix'
import { sitemapAddresses, textsAt } from './reading'

const web = inject('web')
const cms = inject('cms')
/** What an editor does is on the pages within a minute. */
const WITHIN_A_MINUTE = { timeout: 55_000, interval: 100 }

afterAll(removeWhatWasMade)

describe('a person without ground or consent', () => {
  const MISSING = 'fehlt eine Einwilligung, die die Nennung mit Namen auf dieser Website erlaubt'

  test.each([
    ['nothing', {}, '„Warum öffentlich“ fehlt noch'],
    [
      'a public role that no source says', { publicGround: 'public_role' },
      'wird mit einer Quelle genannt, in der das steht',
    ],
    ['a consent that nobody has noted', { publicGround: 'consent' }, MISSING],
  ])('with %s is not published over the admin\'s API', async (_ground, ground, sentence) => {
    const values = { name: 'Grundlos Niemand', slug: 'grundlos-niemand', ...ground }
    const person = await draft('person', values)
    expect(await refusalOf('POST', `${addressIn('person')}/${person}/actions/publish`, values)).toContain(sentence)
    await remove('person', person)
    expect((await fetch(`${web}/personen/grundlos-niemand`)).status).toBe(404)
  })

  test.each([
    ['was withdrawn', { withdrawnOn: '2025-02-01' }], ['is for print alone', { medium: 'print' }],
  ])('whose consent %s is not published either', async (_how, consent) => {
    const values = { name: 'Grundlos Niemand', publicGround: 'consent' }
    const person = await draft('person', values)
    await make('consent', { person: to(person), coversName: true, givenOn: '2025-01-01', ...consent })
    expect(await refusalOf('POST', `${addressIn('person')}/${person}/actions/publish`, values)).toContain(MISSING)
  })

  test('is refused in the same words by the form', async () => {
    const person = await draft('person', { name: 'Grundlos Imformular', publicGround: 'consent' })
    const browser = await openBrowser()
    const admin = await openAdmin(browser)
    await admin.goto(`${cms}/admin/content-manager/collection-types/api::contributor.person/${person}`)
    await admin.getByRole('button', { name: 'Veröffentlichen' }).click()
    await admin.getByText(MISSING).first().waitFor()
    await browser.close()
  })
})

describe('those who contribute', () => {
  const PERIODS = {
    'Ehemals Helfend': '2018/2020', 'Immer Helfend': '2019/..', 'Irgendwann Helfend': undefined,
    'Neuerdings Helfend': '2022-09/..',
  }

  test('stand role by role, and within a role the newest period first, with its words', async () => {
    const source = await make('source', { kind: 'report', title: 'Wer hilft' })
    for (const [name, period] of Object.entries(PERIODS)) {
      const person = await make('person', {
        name, publicGround: 'public_role', citations: [{ source: to(source), page: '1' }],
      })
      await make('contribution', { person: to(person), role: 'volunteer', isForWebsite: true, period })
    }
    const UNSOURCED = 'Keine Quelle angegeben.'
    const browser = await openBrowser()
    const page = await browser.newPage({ javaScriptEnabled: false })
    const groups = page.locator('section[aria-labelledby="website"] .contributor-group')
    const helping = groups
      .filter({ has: page.locator('h3', { hasText: 'Ehrenamt' }) })
      .locator('li', { hasText: 'Helfend' })
    await expect
      .poll(async () => {
        await page.goto(`${web}/mitwirkende`)
        return (await helping.allInnerTexts()).map(entry => entry.split(/\s*\n\s*/).slice(0, 3))
      }, WITHIN_A_MINUTE)
      .toEqual([
        ['Neuerdings Helfend', UNSOURCED, 'seit September 2022'], ['Immer Helfend', UNSOURCED, 'seit 2019'],
        ['Ehemals Helfend', UNSOURCED, expect.stringMatching(/^2018\D+2020$/)], ['Irgendwann Helfend', UNSOURCED],
      ])
    const roles = await groups.locator('h3').allInnerTexts()
    expect(roles).toEqual(expect.arrayContaining(['Schirmherrschaft', 'Ehrenamt']))
    expect(roles).toEqual(CONTRIBUTION_ROLES.map(role => german.words.role[role]).filter(word => roles.includes(word)))
    await browser.close()
  })
})

test('before a withdrawal the Redaktion reads beside the person what it touches, and what is left to decide', async () => {
  const values = {
    name: 'Silvana Rückzugsprobe', publicGround: 'public_role',
    citations: [{ source: to(await make('source', { kind: 'report', title: 'Wer spricht' })), page: '1' }],
  }
  const person = await make('person', values)
  await make('article', {
    kind: 'report', title: 'Vor dem Rückzug', date: '2024-05-04',
    body: [
      { __component: 'article.text', text: [paragraph('Hier sprach Silvana Rückzugsprobe.')] },
      { __component: 'article.quote', quote: 'Das meint auch Rückzugsprobe.' },
    ],
  })
  const browser = await openBrowser()
  const admin = await openAdmin(browser)
  await admin.goto(`${cms}/admin/content-manager/collection-types/api::contributor.person/${person}`)
  await admin.getByText('Was ein Rückzug bewirkt').waitFor()
  for (const [title, words] of [
    [/^Der Name wird ersetzt/, 'Hier sprach Silvana Rückzugsprobe.'],
    [/^Bitte selbst entscheiden/, 'Das meint auch Rückzugsprobe.'],
  ] as const) {
    const part = admin.locator('details', { has: admin.getByText(title) })
    await part.locator('summary').click()
    await part.getByRole('listitem').filter({ hasText: 'Beitrag „Vor dem Rückzug“' }).getByText(words).waitFor()
  }
  await browser.close()
})

/** Three people who appear together everywhere, and how each of them goes. */
const PEOPLE = [
  {
    name: 'Quendolina Aberzweig', arabic: 'كندولينا أبرتسفايغ', slug: 'quendolina-aberzweig', role: 'author',
    leaves: 'withdraws her consent',
  },
  {
    name: 'Zacharias Probeholz', arabic: 'زكرياس بروبهولتس', slug: 'zacharias-probeholz', role: 'translator',
    leaves: 'is deleted',
  },
  {
    name: 'Ottokar Musterlauf', arabic: 'أوتوكار موسترلاوف', slug: 'ottokar-musterlauf', role: 'photographer',
    leaves: 'is withdrawn by an editor',
  },
] as const
const ARTICLE = 'gespraech-zu-dritt'
/** Finds the article, and names nobody. */
const WORD = 'Zettelkastenprobe'

const ids = new Map<string, string>()
let pictures: string[] = []

describe('who is no longer public', () => {
  beforeAll(async () => {
    for (const { name, arabic, slug } of PEOPLE) {
      const values = { name, slug, publicGround: 'consent', about: `${name} gibt es nur in diesem Test.` }
      const person = await draft('person', values)
      ids.set(
        `consent ${slug}`,
        await make('consent', {
          person: to(person), coversName: true, coversPicture: true, coversOpinion: true, givenOn: '2025-01-01',
        }),
      )
      await publish('person', person, values)
      await translate('person', person, 'ar', { nameInScript: arabic, about: `${arabic} شخصية من هذا الاختبار.` })
      ids.set(slug, person)
    }
    const image = await makePortrait()
    const [first = ''] = PEOPLE.map(({ slug }) => ids.get(slug))
    await send('PUT', `${addressIn('person')}/${first}`, { portrait: to(image) })
    await send('POST', `${addressIn('person')}/${first}/actions/publish`, {})
    const article = await makeArticle(image)
    for (const { slug, role } of PEOPLE)
      await make('contribution', { person: to(ids.get(slug) ?? ''), role, article: to(article) })
    await make('contribution', { person: to(first), role: 'volunteer', isForWebsite: true, period: '2025/..' })
    const [plan, measure, body] = await Promise.all([
      idOf('plans', 'wir-2-0'), idOf('measures', 'tiny-houses'), idOf('organisations', 'kargah'),
    ])
    for (const object of [{ plan: to(plan) }, { measure: to(measure) }, { body: to(body) }])
      await make('contribution', { person: to(first), role: 'expert', period: '2025', ...object })
    const names = PEOPLE.map(({ name }) => name).join(', ')
    await make('page', {
      title: 'Zettel zu dritt', slug: 'zettel-zu-dritt', text: [paragraph(`Es schrieben ${names}.`)],
    })
    await make('term', { title: 'Zettel zu dritt', slug: 'zettel-zu-dritt', explanation: `Ein Wort von ${names}.` })
    const meeting = {
      slug: 'treffen-zu-dritt', title: `Treffen mit ${names}`, date: '2024-05-04', kind: 'meeting',
      plan: to(await idOf('plans', 'wir-2-0')), text: [paragraph(`Es sprachen ${names}.`)],
    }
    const event = await make('event', meeting)
    await translate('event', event, 'ar', { title: `لقاء مع ${PEOPLE.map(({ arabic }) => arabic).join(' و')}` })
    await publish('event', event, { ...meeting, text: [paragraph(`Es sprachen ${names} noch einmal.`)] })
  })

  async function makePortrait(): Promise<string> {
    const file = await upload(
      'portraet-probe.png',
      await sharp({ create: { width: 700, height: 500, channels: 3, background: '#356' } })
        .png()
        .toBuffer(),
    )
    pictures = [file.url, ...Object.values(file.formats ?? {}).map(({ url }) => url)]
    const [{ name, arabic }] = PEOPLE
    const texts = [
      { language: 'de', alt: `${name} lacht`, caption: `${name} im Garten` },
      { language: 'ar', alt: `${arabic} تضحك`, caption: `${arabic} في الحديقة` },
    ]
    return make('image', {
      title: 'Probe', file: { id: file.id }, author: 'LIP-Lab', licence: 'CC0-1.0', rightsGround: 'own_work', texts,
      people: to(ids.get(PEOPLE[0].slug) ?? ''), maker: to(ids.get(PEOPLE[1].slug) ?? ''),
    })
  }

  /** A report that names everybody in every block, and has a version of its own for what it said first. */
  async function makeArticle(image: string): Promise<string> {
    const inGerman = articleWith(
      PEOPLE.map(({ name }) => name), image,
    )
    const shared = {
      kind: 'report', slug: ARTICLE, date: '2024-05-04', measures: to(await idOf('measures', 'tiny-houses')),
      fieldsOfAction: to(await idOf('fieldsOfAction', 'bildung')),
      people: to(...PEOPLE.map(({ slug }) => ids.get(slug) ?? '')), cover: to(image),
    }
    const article = await make('article', { ...shared, ...inGerman })
    await translate('article', article, 'ar', articleWith(PEOPLE.map(({ arabic }) => arabic), image))
    await publish('article', article, { ...inGerman, lead: `${inGerman.lead} Danke!` })
    return article
  }

  function articleWith(names: string[], image: string) {
    const [speaker = '', second = '', third = ''] = names
    return {
      title: `${WORD}: ${second}`, kicker: speaker, lead: `${names.join(', ')} im Gespräch، حوار.`,
      byline: names.join(', '), translationCredit: third,
      body: [
        {
          __component: 'article.text',
          text: [paragraph(`${WORD} mit ${names.join(' und ')}، وهذا نص.`), ...names.flatMap(otherwise)],
        },
        {
          __component: 'article.question-and-answer', question: `Was sagst du, ${third}?`, speaker,
          answer: [paragraph(`Ich heiße ${speaker}.`)],
        },
        { __component: 'article.quote', quote: `${second} fragt, ${speaker} antwortet.`, attribution: second },
        { __component: 'article.image', image: to(image) },
        { __component: 'article.callout', title: third, text: [paragraph(`${speaker} und ${second}`)] },
      ],
    }
  }

  /** The name half in bold, turned round, with an initial, and behind “Frau”. */
  function otherwise(name: string): object[] {
    const [given = '', surname = ''] = name.split(' ')
    return [
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'Mit ' }, { type: 'text', text: given, bold: true },
          { type: 'text', text: ` ${surname} hier.` },
        ],
      },
      paragraph(`${surname}, ${given}; ${given.slice(0, 1)}. ${surname}; Frau ${surname}`),
    ]
  }

  /** Where they stand: pages, versions, feeds, files for citing, and what the pages ask for. */
  const PLACES = [
    `/beitraege/${ARTICLE}/blatt`, `/ar/articles/${ARTICLE}/sheet`, '/zeitleiste/treffen-zu-dritt/v/1',
    '/ar/timeline/treffen-zu-dritt/v/1', '/zeitleiste/treffen-zu-dritt/v/2', '/plaene/wir-2-0/mitwirkende',
    '/ar/plans/wir-2-0/people', '/massnahmen/tiny-houses', '/ar/measures/tiny-houses', '/handlungsfelder/bildung', '/ar/fields/bildung',
    '/organisationen/kargah', '/ar/organisations/kargah', '/seiten/zettel-zu-dritt', '/seiten/zettel-zu-dritt/v/1',
    '/glossar', '/beitraege', `/beitraege/${ARTICLE}`, `/beitraege/${ARTICLE}/v/1`, `/beitraege/${ARTICLE}/v/2`,
    '/mitwirkende', '/zeitleiste', `/suche?q=${WORD}`, '/aenderungen?view=published&since=2020-01-01', '/ar/articles',
    `/ar/articles/${ARTICLE}`, `/ar/articles/${ARTICLE}/v/1`, '/ar/contributors', '/ar/timeline',
    `/ar/search?q=${WORD}`, '/ar/changes?view=published&since=2020-01-01',
    // It does not exist in English; that page names it in the languages in which it does.
    `/en/articles/${ARTICLE}`, '/en/articles?all=1',
    ...['de', 'ar'].flatMap(language => [
      ...['atom', 'rss', 'json'].flatMap(format => [
        `/data/${language}/articles/feed.${format}`, `/data/${language}/articles/feed.${format}?kind=report`,
      ]),
      ...[`articles/${ARTICLE}/v/1`, 'timeline/treffen-zu-dritt/v/1'].flatMap(version => [
        `/data/${language}/${version}/cite.bib`, `/data/${language}/${version}/cite.json`,
      ]),
      `/api/articles?locale=${language}`, `/api/articles/${ARTICLE}?locale=${language}`,
      `/api/contributors?locale=${language}`, `/api/search?locale=${language}&q=${WORD}`,
    ]),
  ]
  /** Versions compared: they name only whom a change is about. */
  const COMPARED = [
    `/beitraege/${ARTICLE}/v/2?mit=1`, '/zeitleiste/treffen-zu-dritt/v/2?mit=1', '/data/de/publications/feed.atom',
  ]
  const pagesOf = (slug: string) => [`/personen/${slug}`, `/en/people/${slug}`, `/ar/people/${slug}`]

  /** The people named in a text, by name or by the address of their page. */
  const namedIn = (text: string) =>
    PEOPLE.filter(({ name, arabic, slug }) =>
      [slug, ...name.split(' ').slice(1), arabic].some(word => text.includes(word)),
    ).map(({ slug }) => slug)

  async function placesThatName(addresses: string[]): Promise<string[]> {
    return (await textsAt(addresses.map(address => web + address)))
      .filter(({ text }) => namedIn(text).length > 0)
      .map(({ address, text }) => `${address.replace(web, '')}: ${namedIn(text).join()}`)
  }

  /** Of all addresses `npm test` asks for those in German, `npm run test:full` for all. */
  const isLookedAt = (address: string) =>
    IS_WHOLE_MATRIX || LOCALE_CODES.every(code => !`${address}/`.startsWith(`/${code}/`))

  /** Everything of the contract in which somebody can be named. */
  const QUESTIONS = ['de', 'ar'].flatMap(locale => [
    `articles(locale: "${locale}", pagination: { limit: 100 }) { slug kicker title lead byline translationCredit people { slug name nameInScript } contributions { label function person { slug name nameInScript } }
      body { ... on TextBlock { text } ... on QuestionAndAnswerBlock { question speaker answer } ... on QuoteBlock { quote attribution } ... on ImageBlock { image { author texts { alt caption } file { url } } } ... on CalloutBlock { title text } } }`,
    `people(locale: "${locale}", pagination: { limit: 100 }) { slug name nameInScript about portrait { file { url } } `
    + `}`,
    `people(locale: "${locale}", filters: { slug: { in: ${JSON.stringify(PEOPLE.map(({ slug }) => slug))} } }) { slug `
    + `name }`,
    `contributions(locale: "${locale}", sort: "createdAt:desc", pagination: { limit: 100 }) { label person { slug `
    + `name nameInScript } article { title } }`,
    `publications(locale: "${locale}", since: "2020-01-01", pageSize: 100) { nodes { title slug } }`,
    `articleFinder(locale: "${locale}", pageSize: 100) { nodes { title byline } facets { choices { value title } } }`,
    `search(locale: "${locale}", q: "${WORD}") { hits { title { text } excerpt { text } } otherHits { title { text } `
    + `excerpt { text } } }`,
    `timelineEvents(locale: "${locale}", sort: "createdAt:desc", pagination: { limit: 100 }) { title text }`,
    `revision(locale: "${locale}", type: "Article", slug: "${ARTICLE}", number: 1) { snapshot }`,
    `revision(locale: "${locale}", type: "TimelineEvent", slug: "treffen-zu-dritt", number: 1) { snapshot }`,
    ...PEOPLE.flatMap(({ name, arabic, slug }) => [
      `search(locale: "${locale}", q: "${locale === 'ar' ? arabic : name}") { hits { type slug title { text } excerpt `
      + `{ text } } otherHits { type slug title { text } excerpt { text } } }`,
      `resolveName(locale: "${locale}", name: "${name}") { slug title }`,
      `tombstone(locale: "${locale}", type: "Person", slug: "${slug}") { title }`,
    ]),
  ])

  test('is named everywhere before', async () => {
    await expect
      .poll(async () => {
        const named = await placesThatName(PLACES)
        return PLACES.filter(place => !named.some(one => one.startsWith(`${place}: `)))
      }, WITHIN_A_MINUTE)
      .toEqual([])
    for (const address of PEOPLE.flatMap(({ slug }) => pagesOf(slug)))
      expect((await fetch(web + address)).status, address).toBe(200)
    for (const picture of pictures) expect((await fetch(web + picture)).status, picture).toBe(200)
    expect(pictures.length).toBeGreaterThanOrEqual(7)
    const [shown, made] = await textsAt(PEOPLE.slice(0, 2).map(({ slug }) => `${web}/personen/${slug}`))
    expect([shown, made].map(page => page?.text.includes('Bilder mit oder von dieser Person'))).toEqual([false, true])
    expect(made?.text).toContain(pictures[0])
  })

  test('is named in no page, feed, file, version, search or answer a minute after', async () => {
    const [withdrawing, deleted, unpublished] = PEOPLE
    await send('PUT', `${addressIn('consent')}/${ids.get(`consent ${withdrawing.slug}`)}`, {
      withdrawnOn: '2025-06-01',
    })
    await remove('person', ids.get(deleted.slug) ?? '')
    await send('POST', `${addressIn('person')}/${ids.get(unpublished.slug)}/actions/unpublish`, {})
    await expect.poll(() => placesThatName([...PLACES, ...COMPARED]), WITHIN_A_MINUTE).toEqual([])
    expect(await placesThatName((await sitemapAddresses()).filter(isLookedAt))).toEqual([])
    for (const question of QUESTIONS)
      expect(namedIn(JSON.stringify(await read(`{ ${question} }`))), question).toEqual([])
  }, IS_WHOLE_MATRIX ? 900_000 : 240_000)

  test('has no page in any language', async () => {
    for (const { slug } of PEOPLE) {
      expect((await fetch(`${web}/mitwirkende/${slug}`)).status).toBe(404)
      for (const address of pagesOf(slug)) {
        const response = await fetch(web + address)
        expect([404, 410], address).toContain(response.status)
        const text = await response.text()
        expect(namedIn(text.replaceAll(slug, ''))).toEqual([])
      }
    }
  })

  test('is in no picture, in whatever size', async () => {
    for (const picture of pictures)
      for (const host of [web, cms]) expect((await fetch(host + picture)).status, host + picture).toBe(404)
  })

  test('leaves the article there, with what was said', async () => {
    const text = await (await fetch(`${web}/beitraege/${ARTICLE}`)).text()
    expect(['N. N.', WORD].every(words => text.includes(words))).toBe(true)
  })
})
