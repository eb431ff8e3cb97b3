/** Answers are kept exactly as long as nothing of what they are made of changes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cast, castOf, MEASURE, PAGE, PLAN } from './cast'
import { type Cms, previewKey, type Row, startCms, statementsOf } from './strapi'

let cms: Cms
let cast: Cast
let plan: Row
let measure: Row
let other: Row
let page: Row

beforeAll(async () => {
  cms = await startCms()
  cast = await castOf(cms)
  plan = await cast.plan({ title: 'Ein Plan', slug: 'plan' })
  measure = await cast.measure(plan, { title: 'Erste', slug: 'erste' })
  other = await cast.measure(plan, { title: 'Zweite', slug: 'zweite' })
  page = await cast.page({ title: 'Eine Seite', slug: 'seite' })
})

afterAll(() => cms?.stop())

const QUESTIONS = {
  'a document by its address': '{ measures(filters: { slug: { eq: "erste" } }) { title plan { title } } }',
  'another document': '{ measures(filters: { slug: { eq: "zweite" } }) { title } }',
  'a list': '{ measures(sort: "slug") { title stage } }',
  'the finder': '{ measureFinder { total } }',
  'pages': '{ pages { title } }',
  'a search': '{ search(query: "Erste") { total } }',
}
type Name = keyof typeof QUESTIONS
const NAMES = Object.keys(QUESTIONS).filter((name): name is Name => name in QUESTIONS)

interface Got { status: number, text: string, etag: string | null, cache: string | null }

async function post(query: string, headers: Record<string, string> = {}): Promise<Got> {
  return got(await fetch(`${cms.address}/graphql`, {
    method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify({ query }),
  }))
}

async function get(query: string, headers: Record<string, string> = {}): Promise<Got> {
  return got(await fetch(`${cms.address}/graphql?query=${encodeURIComponent(query)}`, { headers }))
}

async function got(response: Response): Promise<Got> {
  const { headers, status } = response
  return { status, text: await response.text(), etag: headers.get('etag'), cache: headers.get('cache-control') }
}

/** How many statements each question takes now. */
async function statements(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const name of NAMES) counts[name] = await statementsOf(cms, () => post(QUESTIONS[name]))
  return counts
}

async function publish(uid: string, { documentId }: Row, data: object): Promise<void> {
  await cms.documents(uid).update({ documentId, data: { ...data }, status: 'published' })
}

describe('what was asked before', () => {
  test('is answered without a statement, with the same words', async () => {
    const first = await Promise.all(NAMES.map(name => post(QUESTIONS[name])))
    expect(await statementsOf(cms, async () => {
      for (const [index, name] of NAMES.entries()) expect((await post(QUESTIONS[name])).text).toBe(first[index]?.text)
    })).toBe(0)
  })

  test('is another question in another language, with other variables, or with what it depends on', async () => {
    const query = 'query ($locale: I18NLocaleCode) { pages(locale: $locale) { locale } }'
    const ask = (variables: object, headers = {}) => fetch(`${cms.address}/graphql`, {
      method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify({ query, variables }),
    }).then(response => response.json())
    const { documentId } = page
    const text = [{ type: 'paragraph', children: [{ type: 'text', text: 'A paragraph.' }] }]
    await cms.documents(PAGE).update({ documentId, locale: 'en', data: { title: 'A page', text }, status: 'published' })
    expect(await ask({ locale: 'de' })).toEqual({ data: { pages: [{ locale: 'de' }] } })
    expect(await ask({ locale: 'en' })).toEqual({ data: { pages: [{ locale: 'en' }] } })
    expect(Object.keys(await ask({ locale: 'en' }, { 'X-Depends-On': '1' }))).toContain('extensions')
    expect(await ask({ locale: 'en' })).toEqual({ data: { pages: [{ locale: 'en' }] } })
  })

  test('is answered anew to whoever says so, and to whoever reads drafts', async () => {
    const query = '{ pages(status: DRAFT) { title } }'
    const headers = { 'X-Preview-Key': previewKey(cms) }
    expect((await post(query, headers)).status).toBe(200)
    expect((await post(query)).status).toBe(403)
    await post(QUESTIONS.pages)
    expect(await statementsOf(cms, () => post(QUESTIONS.pages, { 'Cache-Control': 'no-store' }))).toBeGreaterThan(0)
  })

  test('is not kept where it was wrong', async () => {
    for (const query of ['{ pages { nothing } }', '{ measureFinder(stage: "nope") { total } }', '{']) {
      const first = await post(query)
      expect(first.status).toBe(400)
      expect([first.etag, await post(query)]).toEqual([null, first])
    }
  })
})

describe('a change', () => {
  test.each<[string, () => Promise<unknown>, Name[]]>([
    [
      'of a measure', () => publish(MEASURE, measure, { title: 'Die erste' }),
      ['a document by its address', 'a list', 'the finder', 'a search'],
    ],
    [
      'of another measure', () => publish(MEASURE, other, { title: 'Die zweite' }),
      ['another document', 'a list', 'the finder', 'a search'],
    ],
    [
      'of the plan of both', () => publish(PLAN, plan, { title: 'Der Plan' }),
      ['a document by its address', 'the finder', 'a search'],
    ],
    [
      'of a status', () => cast.update(measure, { stage: 'completed', date: '2022' }),
      ['a document by its address', 'a list', 'the finder', 'a search'],
    ],
    ['of a draft', () => cms.documents(MEASURE).update({ documentId: other.documentId, data: { title: 'X' } }), []],
    ['that deletes', () => cms.documents(MEASURE).delete({ documentId: other.documentId, locale: '*' }), [
      'another document', 'a list', 'the finder', 'a search',
    ]],
  ])('%s is in the next answer, and nothing else is asked anew', async (_, change, expected) => {
    const etags = new Map<Name, string | null>()
    for (const name of NAMES) etags.set(name, (await post(QUESTIONS[name])).etag)
    await change()
    const anew: Name[] = []
    for (const name of NAMES) {
      const fresh = await post(QUESTIONS[name], { 'Cache-Control': 'no-store' })
      const answered = await post(QUESTIONS[name])
      expect([name, answered.text]).toEqual([name, fresh.text])
      if (fresh.etag !== etags.get(name)) anew.push(name)
    }
    // What says something else now was named, and of what was not named nothing does.
    for (const name of anew) expect(expected).toContain(name)
  })

  test('outdates what depends on it, and nothing else', async () => {
    await statements()
    expect(Object.values(await statements()).every(count => count === 0)).toBe(true)
    await publish(PAGE, page, { title: 'Neu' })
    const counts = await statements()
    expect(counts.pages).toBeGreaterThan(0)
    expect([counts['a document by its address'], counts['another document'], counts['a list']]).toEqual([0, 0, 0])
  })

  test('that comes while an answer is made is in what is kept', async () => {
    for (let round = 0; round < 20; round += 1) {
      const title = `Runde ${round}`
      const [, ...answers] = await Promise.all([
        publish(MEASURE, measure, { title }), ...Array.from({ length: 10 }, () => post(QUESTIONS['a document by its address'])),
      ])
      expect(answers).toHaveLength(10)
      expect((await post(QUESTIONS['a document by its address'])).text).toContain(title)
    }
  })
})

describe('a question as an address', () => {
  test('is answered like the same question that is sent, and not again to whoever has the answer', async () => {
    const [sent, asked] = [await post(QUESTIONS.pages), await get(QUESTIONS.pages)]
    expect([asked.status, asked.text, asked.cache]).toEqual([200, sent.text, 'no-cache'])
    expect(asked.etag).toMatch(/^"[\w-]{43}"$/)
    expect(await get(QUESTIONS.pages, { 'If-None-Match': asked.etag ?? '' })).toMatchObject({ status: 304, text: '' })
    await cast.page({ title: 'Noch eine', slug: 'noch-eine' })
    expect(await get(QUESTIONS.pages, { 'If-None-Match': asked.etag ?? '' })).toMatchObject({ status: 200 })
  })

  test('may come from any website', async () => {
    const response = await fetch(`${cms.address}/graphql?query=${encodeURIComponent(QUESTIONS.pages)}`, {
      headers: { Origin: 'https://partner.example' },
    })
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-expose-headers')).toContain('ETag')
  })

  test('changes nothing, and is refused in a sentence where it is none', async () => {
    expect((await get('mutation { __typename }')).status).toBeGreaterThanOrEqual(400)
    expect((await get('')).status).toBe(400)
  })
})
