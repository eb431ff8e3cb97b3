/**
 * The search over GraphQL, on a real content: what is found, in which language and order, how it is shown, and how
 * soon.
 */
import fc from 'fast-check'
import { createRequire } from 'node:module'
import { LOCALE_CODES } from 'shared-types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  ARTICLE, type Cast, castOf, EVENT, FIELD, MEASURE, ORGANISATION, PAGE, paragraph, PERSON, PLAN, withoutRevisions,
} from './cast'
import { type Answer, ask, type Cms, type Row, startCms, statementsOf, type Values } from './strapi'
import { XSS_VECTORS } from './vectors'

const TERM = 'api::page.glossary-term'
const SOURCE = 'api::source.source'
const GOAL = 'api::plan.goal'
const PROJECT = 'api::measure.funded-project'
const SITE = 'api::page.site'

interface TextPart {
  text: string
  isHit: boolean
}

interface SearchHit {
  type: string
  documentId: string
  slug: string
  locale: string
  title: TextPart[]
  titleLocale: string
  excerpt: TextPart[]
}

interface Finding {
  total: number
  hits: SearchHit[]
  counts: { type: string, count: number }[]
  otherTotal: number
  otherHits: SearchHit[]
  offered?: SearchHit[]
}

const SEARCH = `query ($q: String!, $type: SearchedType, $page: Int, $pageSize: Int, $locale: I18NLocaleCode) {
  search(q: $q, type: $type, page: $page, pageSize: $pageSize, locale: $locale) {
    total otherTotal counts { type count } hits { ...Hit } otherHits { ...Hit }
  }
}
fragment Hit on SearchHit { type documentId slug locale title { text isHit } titleLocale excerpt { text isHit } }`

let cms: Cms
let cast: Cast
let plan: Row

beforeAll(async () => {
  cms = await startCms()
  cast = await castOf(cms)
  plan = await cast.plan({ title: 'Kaleidoskop der Pläne', slug: 'plan' })
  for (const locale of LOCALE_CODES) await found('Kaleidoskop', { locale })
})

afterAll(() => cms?.stop())

const asked = (q: string, variables: Values = {}): Promise<Answer<{ search: Finding }>> =>
  ask(cms, SEARCH, { q, ...variables })

async function found(q: string, variables: Values = {}): Promise<Finding> {
  const { data, errors } = await asked(q, variables)
  if (!data) throw new Error(`„${q}“ was answered with ${JSON.stringify(errors)}.`)
  return data.search
}

const make = (uid: string, values: Values, status = 'published') =>
  cms.documents(uid).create({ data: { citations: cast.citations, ...values }, status })
const translate = (uid: string, { documentId }: Row, locale: string, data: Values) =>
  cms.documents(uid).update({ documentId, locale, data, status: 'published' })
const term = (title: string, values: Values = {}) => make(TERM, { title, explanation: 'Ein Begriff.', ...values })
const makeAll = async (terms: Values[]) => {
  for (const { title, ...values } of terms) await term(String(title), values)
}
const slugsOf = (hits: SearchHit[]) => hits.map(({ slug }) => slug)
const textOf = (parts: TextPart[]) => parts.map(({ text }) => text).join('')
const markedIn = (parts: TextPart[]) => parts.filter(({ isHit }) => isHit).map(({ text }) => text)

const TYPES = 9

describe('a question', () => {
  const made: Record<string, Row> = {}

  beforeAll(async () => {
    made.Plan = plan
    made.FieldOfAction = await make(FIELD, {
      title: 'Kaleidoskop der Felder', slug: 'feld', order: 1, plan: plan.documentId,
    })
    made.Measure = await cast.measure(plan, { title: 'Kaleidoskop der Maßnahmen', slug: 'massnahme' })
    made.TimelineEvent = await make(EVENT, {
      title: 'Kaleidoskop der Ereignisse', slug: 'ereignis', date: '2021', kind: 'meeting', plan: plan.documentId,
    })
    made.Article = await cast.article({ title: 'Kaleidoskop der Beiträge', slug: 'beitrag' })
    made.Person = await cast.person({ name: 'Kaleidoskop Beispielperson', slug: 'person' })
    made.Organisation = await make(ORGANISATION, {
      name: 'Kaleidoskop e. V.', slug: 'organisation', kind: 'association',
    })
    made.GlossaryTerm = await term('Kaleidoskop', { slug: 'begriff' })
    made.Page = await cast.page({ title: 'Kaleidoskop der Seiten', slug: 'seite' })
    await translate(MEASURE, made.Measure, 'en', { title: 'Kaleidoskop of measures' })
    await translate(PAGE, made.Page, 'en', { title: 'A page of something else', text: [paragraph('Nothing.')] })
  })

  test('finds every type, with slug and language', async () => {
    const { total, hits, counts, otherTotal } = await found('Kaleidoskop')
    const expected = Object.entries(made).map(([type, { documentId, slug }]) => ({
      type, documentId, slug, locale: 'de',
    }))
    expect(hits.map(({ type, documentId, slug, locale }) => ({ type, documentId, slug, locale })).sort(byType)).toEqual(
      expected.sort(byType),
    )
    expect(counts.toSorted(byType)).toEqual(
      Object.keys(made)
        .map(type => ({ type, count: 1 }))
        .sort(byType),
    )
    expect({ total, otherTotal }).toEqual({ total: TYPES, otherTotal: 0 })
  })

  test('finds what exists in the language first, and below it only what does not exist in it', async () => {
    const { total, hits, otherTotal, otherHits } = await found('Kaleidoskop', { locale: 'en' })
    expect(hits).toMatchObject([{ type: 'Measure', locale: 'en' }])
    expect(otherHits.map(({ type, locale }) => ({ type, locale })).sort(byType)).toEqual(
      Object.keys(made)
        .filter(type => !['Measure', 'Page'].includes(type))
        .map(type => ({ type, locale: 'de' }))
        .sort(byType),
    )
    expect({ total, otherTotal }).toEqual({ total: 1, otherTotal: 7 })
  })

  test('in the words of another language finds what exists in the asked one too, and says in which it was found', async () => {
    expect(await found('something else')).toMatchObject({
      total: 0, otherTotal: 1, otherHits: [{ slug: 'seite', locale: 'en' }],
    })
  })

  test('finds one type where it is asked for, and says of the others how many there are', async () => {
    for (const type of Object.keys(made)) {
      const { total, hits, counts } = await found('Kaleidoskop', { type })
      expect({ total, types: hits.map(hit => hit.type) }).toEqual({ total: 1, types: [type] })
      expect(counts).toHaveLength(TYPES)
    }
    const { errors } = await asked('Kaleidoskop', { type: 'Source' })
    expect(errors).not.toEqual([])
  })

  test('says in which language a title is: that of its page, but of a name that was taken over its own', async () => {
    const network = await make(ORGANISATION, { name: 'Kompass e. V.', slug: 'kompass', kind: 'association' })
    await translate(ORGANISATION, network, 'tr', { name: 'Kompass e. V.', about: 'Bir dernek.' })
    const page = await cast.page({ title: 'Kompass', slug: 'nadel' })
    await translate(PAGE, page, 'tr', { title: 'Kompass', text: [paragraph('Bir sayfa.')] })
    const { hits } = await found('Kompass', { locale: 'tr' })
    expect(hits.map(({ slug, locale, titleLocale }) => [slug, locale, titleLocale]).sort()).toEqual([
      ['kompass', 'tr', 'de'], ['nadel', 'tr', 'tr'],
    ])
  })

  test('puts what bears exactly that name first', async () => {
    await cast.measure(plan, { title: 'Ganz anders', slug: 'anders', summary: 'Fernrohr, Fernrohr, Fernrohr' })
    await cast.plan({
      title: 'Noch ein Plan', slug: 'noch-einer',
      names: [{ language: 'de', value: 'Fernrohr 2.0', kind: 'working', citations: cast.citations }],
    })
    expect(slugsOf((await found('fernrohr-2.0')).hits)[0]).toBe('noch-einer')
  })

  test('finds by an old address what stands there now, in the asked language where it exists in that', async () => {
    const { documentId } = await cast.measure(plan, { title: 'Umgezogen', slug: 'drehorgel-platz' })
    await cms.documents(MEASURE).update({ documentId, data: { slug: 'spieldosen-allee' }, status: 'published' })
    expect(slugsOf((await found('drehorgel-platz')).hits)).toEqual(['spieldosen-allee'])
    const article = await cast.article({
      title: 'Aus dem Vorgänger', slug: 'aus-dem-vorgaenger',
      originalUrl: 'http://www.welt-in-hannover.de/index.php?article_id=4711&clang=0',
    })
    const old = '/index.php?article_id=4711&clang=0'
    expect(await found(old)).toMatchObject({
      total: 1, hits: [{ slug: 'aus-dem-vorgaenger', locale: 'de' }], otherTotal: 0,
    })
    expect(await found(old, { locale: 'tr' })).toMatchObject({
      total: 0, otherTotal: 1, otherHits: [{ slug: 'aus-dem-vorgaenger', locale: 'de' }],
    })
    await translate(ARTICLE, article, 'tr', { title: 'Eskisinden', body: [] })
    expect(await found(old, { locale: 'tr' })).toMatchObject({
      total: 1, hits: [{ slug: 'aus-dem-vorgaenger', locale: 'tr' }], otherTotal: 0,
    })
    expect(await found(old, { type: 'Measure' })).toMatchObject({
      total: 0, otherTotal: 0, counts: [{ type: 'Article', count: 1 }],
    })
  })

  test.each([
    ['de', 'Ganztagsschulkonzept', 'Schule'], ['de', 'Beschäftigungsförderung', 'Foerderung'],
    ['de', 'Größe der Straße', 'grosse strasse'], ['de', 'Ausländerbeirat', 'Auslanderbeirat'],
    ['de', 'Beratungsstellen', 'Beratungsstelle'], ['de', 'Zusammenhaltsfonds', 'Zusammenhatlsfonds'],
    ['de', 'Kleingartenverein', 'Kleingart'], ['tr', 'Irkçılık karşıtı çalışma', 'ırkçılık'],
    ['tr', 'İşsizlere danışmanlık', 'işsizler'], ['tr', 'Istanbullu komşular', 'ISTANBULLU'],
    ['ar', 'المكتبة المدرسية', 'مكتبه'], ['ar', 'إدماج الأطفال', 'ادماج'], ['ar', 'المدارس الليلية', 'مدارس'],
    ['fa', 'کتابخانه‌های محله', 'كتابخانه'], ['fa', 'یاری همسایگان', 'ياري'], ['ru', 'Ёлка для соседей', 'елка'],
    ['ru', 'Библиотеки района', 'библиотека'], ['es', 'Educación de adultos', 'educacion'],
    ['it', 'Città dei bambini', 'citta'], ['bg', 'Училищата в квартала', 'училище'],
    ['kmr', 'Xwendekarên nû', 'xwendekaren'], ['en', 'Neighbours helping neighbours', 'neighbour'],
  ])('in %s finds „%s“ by „%s“', async (locale, title, q) => {
    const entry = await term(`Irgendein Begriff ${title.length} ${locale} ${q}x`, locale === 'de' ? { title } : {})
    if (locale !== 'de') await translate(TERM, entry, locale, { title, explanation: `${title}.` })
    expect((await found(q, { locale })).hits.map(({ documentId }) => documentId)).toContain(entry.documentId)
  })

  test.each([1, 7, 24, 100])('on pages of %i finds everything once, in one order', async (pageSize) => {
    if ((await found('Blattwerk')).total === 0)
      await withoutRevisions(() =>
        makeAll(Array.from({ length: 30 }, (_, index) => ({ title: `Blattwerk ${index + 1}` }))),
      )
    const all = slugsOf((await found('Blattwerk', { pageSize: 100 })).hits)
    expect(new Set(all).size).toBe(30)
    const pages: string[][] = []
    for (let page = 1; (page - 1) * pageSize < 30; page += 1)
      pages.push(slugsOf((await found('Blattwerk', { page, pageSize })).hits))
    expect(pages.flat()).toEqual(all)
    expect(await found('Blattwerk', { page: pages.length + 1, pageSize })).toMatchObject({ total: 30, hits: [] })
  })
})

function byType(a: { type: string }, b: { type: string }): number {
  return a.type < b.type ? -1 : 1
}

describe('what is shown of a hit', () => {
  const LONG = `${'Davor steht einiges, das niemand sucht. '.repeat(20)}Hier wachsen Lindenblüten, und die Blüte `
    + `einer Linde ist schön. ${'Danach steht auch einiges. '.repeat(20)}`

  test('is its title with the words that were looked for', async () => {
    await cast.article({ title: 'Lindenblütentee: zwei „Tees“ für die Straßenbahn', slug: 'tee' })
    const titleFor = async (q: string) => (await found(q)).hits.find(({ slug }) => slug === 'tee')?.title ?? []
    expect(textOf(await titleFor('Tee'))).toBe('Lindenblütentee: zwei „Tees“ für die Straßenbahn')
    expect(markedIn(await titleFor('Tees'))).toEqual(['Tees'])
    expect(markedIn(await titleFor('strassenbahnen'))).toEqual(['Straßenbahn'])
    expect(markedIn(await titleFor('Lindenbluete'))).toEqual(['Lindenblütentee'])
    expect(markedIn(await titleFor('die Straßenbahn und zwei'))).toEqual(['zwei', 'Straßenbahn'])
  })

  test('is the stretch of its text around the first word that was looked for', async () => {
    await cast.page({ title: 'Ein Park', slug: 'park', text: [paragraph(LONG)] })
    const { hits: [hit] } = await found('Lindenblüte Park')
    const text = textOf(hit?.excerpt ?? [])
    expect(markedIn(hit?.excerpt ?? [])).toEqual(['Lindenblüten'])
    expect(text).toMatch(/^… .* …$/)
    expect(text.length).toBeLessThanOrEqual(230)
    expect(LONG).toContain(text.slice(2, -2))
    expect(text.indexOf('Lindenblüten')).toBeLessThanOrEqual(70)
  })

  test('is the beginning of its text where that does not say it', async () => {
    const { hits: [hit] } = await found('Park')
    expect(textOf(hit?.excerpt ?? [])).toMatch(/^Davor steht einiges/)
    expect(markedIn(hit?.excerpt ?? [])).toEqual([])
  })

  test('never has parts that are empty or follow each other unmarked', async () => {
    for (const q of ['Linden', 'Davor steht', 'e', 'ist schön']) {
      for (const { title, excerpt } of (await found(q)).hits) {
        for (const parts of [title, excerpt]) {
          expect(parts.every(({ text }) => text.length > 0)).toBe(true)
          expect(parts.some(({ isHit }, index) => !isHit && parts[index + 1]?.isHit === false)).toBe(false)
        }
      }
    }
  })

  test('is text, whatever a title is made of', async () => {
    const titles = XSS_VECTORS.map((vector, index) => `Vektor${index} ${vector}`)
    await withoutRevisions(() =>
      makeAll(titles.map((title, index) => ({ title, slug: `vektor-${index}`, explanation: title }))),
    )
    for (const [index, title] of titles.entries()) {
      const { hits } = await found(`Vektor${index} ${title.slice(-20)}`)
      const hit = hits.find(({ slug }) => slug === `vektor-${index}`)
      expect(textOf(hit?.title ?? [])).toBe(title)
      expect(textOf(hit?.excerpt ?? [])).toBe(title.replace(/\s+/g, ' ').trim())
    }
  })
})

describe('the next search', () => {
  const statementsFor = (q: string, variables: Values = {}) => statementsOf(cms, () => found(q, variables))

  test('knows what was published, edited, withdrawn and deleted', async () => {
    const fresh = async (q: string) => {
      const startedAt = performance.now()
      const finding = await found(q)
      expect(performance.now() - startedAt).toBeLessThan(1000)
      return slugsOf(finding.hits)
    }
    const articles = cms.documents(ARTICLE)
    const { documentId } = await cast.article({ title: 'Wasserrad', slug: 'rad' }, 'draft')
    expect(await fresh('Wasserrad')).toEqual([])
    await articles.publish({ documentId })
    expect(await fresh('Wasserrad')).toEqual(['rad'])
    await articles.update({ documentId, data: { title: 'Windrad' } })
    expect([await fresh('Wasserrad'), await fresh('Windrad')]).toEqual([['rad'], []])
    await articles.publish({ documentId })
    expect([await fresh('Wasserrad'), await fresh('Windrad')]).toEqual([[], ['rad']])
    await articles.update({ documentId, data: { lead: 'Es dreht sich.' }, status: 'published' })
    expect(await fresh('dreht')).toEqual(['rad'])
    await articles.unpublish({ documentId })
    expect(await fresh('Windrad')).toEqual([])
    await articles.publish({ documentId })
    expect(await fresh('dreht')).toEqual(['rad'])
    await articles.delete({ documentId })
    expect(await fresh('Windrad')).toEqual([])
  })

  test('reads only what was written, not everything anew', async () => {
    await found('gibtesnicht')
    const { documentId } = await term('Grashalm', { slug: 'halm' })
    expect(await statementsFor('gibtesnicht')).toBeLessThan(TYPES)
    expect(await statementsFor('gibtesnicht')).toBe(0)
    await cms.documents(TERM).update({ documentId, data: { explanation: 'Eine Erklärung.' } })
    expect(await statementsFor('gibtesnicht')).toBeLessThan(TYPES)
    expect(slugsOf((await found('Grashalm Erklärung')).hits)).toEqual(['halm'])
  })

  test('knows a translation that was published, withdrawn and deleted', async () => {
    const row = await cast.article({ title: 'Muschel', slug: 'muschel' })
    expect(await found('Muschel', { locale: 'en' })).toMatchObject({ total: 0, otherTotal: 1 })
    await translate(ARTICLE, row, 'en', { title: 'Muschel shell' })
    expect(await found('Muschel', { locale: 'en' })).toMatchObject({ total: 1, otherTotal: 0 })
    await cms.documents(ARTICLE).unpublish({ documentId: row.documentId, locale: 'en' })
    expect(await found('Muschel', { locale: 'en' })).toMatchObject({ total: 0, otherTotal: 1 })
    await cms.documents(ARTICLE).delete({ documentId: row.documentId, locale: '*' })
    expect(await found('Muschel', { locale: 'en' })).toMatchObject({ total: 0, otherTotal: 0 })
  })

  test('knows the number of a paper that was corrected', async () => {
    const source = await cms
      .documents(SOURCE)
      .create({ data: { kind: 'council_paper', paperNumber: '4711/2008', title: 'Eine Drucksache' } })
    const citations = [{ source: source.documentId }]
    await cast.article({ title: 'Zitiert die Drucksache', slug: 'zitiert', citations })
    await term('Zitiert sie auch', { slug: 'zitiert-auch', citations })
    const citing = async (q: string) => slugsOf((await found(q)).hits).sort()
    for (const q of ['4711/2008', 'Drucksache 4711/2008', '4711 2008']) expect(await citing(q)).toContain('zitiert')
    expect(await citing('4711/2008')).toEqual(['zitiert', 'zitiert-auch'])
    await cms.documents(SOURCE).update({ documentId: source.documentId, data: { paperNumber: '4712/2008' } })
    expect([await citing('4711/2008'), await citing('4712/2008')]).toEqual([[], ['zitiert', 'zitiert-auch']])
    for (const [uid, slug] of [[ARTICLE, 'zitiert'], [TERM, 'zitiert-auch']] as const) {
      const [citing] = await cms.documents(uid).findMany({ filters: { slug } })
      await cms
        .documents(uid)
        .update({ documentId: citing?.documentId, data: { citations: cast.citations }, status: 'published' })
    }
    expect(await citing('4712/2008')).toEqual([])
  })

  test('knows a name that was added, and old ones', async () => {
    const row = await cast.plan({
      title: 'Plan mit Namen', slug: 'mit-namen',
      names: [{ language: 'de', value: 'XYZ 2.0', kind: 'working', citations: cast.citations }],
    })
    for (const q of ['XYZ 2.0', 'xyz2.0', 'XYZ2.0', 'xyz 2.0', 'XYZ'])
      expect(slugsOf((await found(q)).hits), q).toEqual(['mit-namen'])
    await cms
      .documents(PLAN)
      .update({
        documentId: row.documentId,
        data: { names: [{ language: 'de', value: 'ZYX3.1', kind: 'short', citations: cast.citations }] },
        status: 'published',
      })
    for (const q of ['ZYX3.1', 'zyx 3.1']) expect(slugsOf((await found(q)).hits), q).toEqual(['mit-namen'])
    expect((await found('XYZ 2.0')).hits).toEqual([])
  })

  test('knows what belongs to a page and has none, where it belongs today', async () => {
    const fields: Row[] = []
    for (const slug of ['hierher', 'dorthin'])
      fields.push(await make(FIELD, { title: `Ein Feld ${slug}`, slug, order: 7, plan: plan.documentId }))
    const [first, second] = fields
    const goal = await make(GOAL, { title: 'Purzelbäume für alle', fieldOfAction: first?.documentId, order: 1 })
    const { hits: [hit] } = await found('Purzelbaum')
    expect([hit?.type, hit?.slug, markedIn(hit?.excerpt ?? [])]).toEqual(['FieldOfAction', 'hierher', ['Purzelbäume']])
    await cms
      .documents(GOAL)
      .update({ documentId: goal.documentId, data: { fieldOfAction: second?.documentId }, status: 'published' })
    expect(slugsOf((await found('Purzelbäume')).hits)).toEqual(['dorthin'])
    await cms.documents(GOAL).delete({ documentId: goal.documentId, locale: '*' })
    expect((await found('Purzelbäume')).hits).toEqual([])
    const organisation = await make(ORGANISATION, { name: 'Turnverein', slug: 'turnverein', kind: 'association' })
    const project = await make(PROJECT, {
      title: 'Seiltanz', plan: plan.documentId, organisation: organisation.documentId, certainty: 'documented',
    })
    expect(slugsOf((await found('Seiltanz')).hits).sort()).toEqual(['plan', 'turnverein'])
    await translate(PROJECT, project, 'en', { title: 'Tightrope walking' })
    expect(slugsOf((await found('tightrope', { locale: 'en' })).otherHits)).toEqual([])
    await cms.documents(PROJECT).delete({ documentId: project.documentId, locale: '*' })
    expect((await found('Seiltanz')).hits).toEqual([])
  })

  test('knows words that mean the same as soon as they are saved', async () => {
    await term('Wanderstock', { slug: 'stock' })
    expect((await found('Gehhilfe')).hits).toEqual([])
    const site = await cms
      .documents(SITE)
      .create({ data: { title: 'Ein Portal', sameWords: 'Wanderstock, Gehhilfe' }, status: 'published' })
    const { hits: [hit] } = await found('Gehhilfe')
    expect([hit?.slug, markedIn(hit?.title ?? [])]).toEqual(['stock', ['Wanderstock']])
    await cms.documents(SITE).update({ documentId: site.documentId, data: { sameWords: '' }, status: 'published' })
    expect((await found('Gehhilfe')).hits).toEqual([])
  })

  test('finds nothing by the name of somebody who is no longer public, wherever it stood', async () => {
    const name = 'Ypsilon Beispielmensch'
    const { documentId } = await cast.person({ name, slug: 'ypsilon' })
    await cast.article({ title: `Gespräch mit ${name}`, slug: 'gespraech', byline: `Von ${name}` })
    expect(slugsOf((await found('Ypsilon')).hits).sort()).toEqual(['gespraech', 'ypsilon'])
    await cms.documents(PERSON).unpublish({ documentId, locale: '*' })
    for (const q of [name, 'Ypsilon', 'Beispielmensch'])
      for (const locale of ['de', 'en']) expect(await found(q, { locale })).toMatchObject({ total: 0, otherTotal: 0 })
    expect(textOf((await found('Gespräch')).hits.find(({ slug }) => slug === 'gespraech')?.title ?? [])).toBe(
      'Gespräch mit N. N.',
    )
    await cms.documents(PERSON).publish({ documentId })
    expect(slugsOf((await found('Ypsilon')).hits).sort()).toEqual(['gespraech', 'ypsilon'])
  })
})

describe('whatever is asked', () => {
  const QUESTIONS: [string, string][] = [
    ['nothing', ''], ['blanks', '  \n\t '], ['signs', '!?„“()[]{}…–/\\*+.^$|#@%&=~`\'"<>'],
    ['10 kB', 'Größe '.repeat(1700)], ['one word of 10 kB', 'x'.repeat(10_000)], ['emoji', '🏳️‍🌈👩‍👩‍👧 🇩🇪'],
    ['mixed directions', '\u202Eabc\u202C خطة LIP 2.0 \u2067تجربة\u2069'],
    ['zero-width joiners', 'Li\u200Dn\u200Cd\u200Ben'], ['combining marks', `a${'\u0301'.repeat(150)} u\u0308ber`],
    ['half a character', '\uD83D Linden \uDC00'], ['a regular expression', '(a+)+$ [a-z]{1,9999} .*\\p{L}'],
    ['very many words', Array.from({ length: 3000 }, (_, index) => `w${index}`).join(' ')],
    ['the same word often', 'Linden '.repeat(500)], ['numbers', '0094/2008 1/2 1.2.3.4 ٠١٢ ۴۵۶ 1e9'],
    ['hyphens', `a${'-b'.repeat(99)}`], ['names of properties', '__proto__ constructor toString'],
    ['other scripts', '集成 計画 통합 ολοκλήρωση אינטגרציה'],
  ]

  test.each(QUESTIONS)('%s is answered, and soon', async (_name, q) => {
    for (const locale of LOCALE_CODES) {
      await asked('warm', { locale })
      const startedAt = performance.now()
      const { status, errors } = await asked(q, { locale })
      expect({ locale, status, errors }).toEqual({ locale, status: 200, errors: [] })
      expect(performance.now() - startedAt).toBeLessThan(1000)
    }
  })

  test('nothing finds nothing', async () => {
    for (const q of ['', '   ', '…!', '🏳️‍🌈'])
      expect(await found(q)).toEqual({ total: 0, hits: [], counts: [], otherTotal: 0, otherHits: [] })
  })

  test('nothing is offered what is worth beginning with, in the asked language where it is there', async () => {
    const offered = async (q: string, locale: string) => {
      const { data } = await ask<{ search: Finding }>(
        cms,
        `query ($q: String!, $locale: I18NLocaleCode) {
          search(q: $q, locale: $locale) { offered { type slug locale title { text isHit } } }
        }`,
        { q, locale },
      )
      return data?.search.offered ?? []
    }
    const [first] = await offered('', 'tr')
    expect(first).toMatchObject({ type: 'Plan', locale: 'de', title: [{ isHit: false }] })
    expect((await offered(' …', 'de')).some(({ type }) => type === 'Plan')).toBe(true)
    expect(await offered('Kaleidoskop', 'de')).toEqual([])
  })

  test('a joiner, a mark or a direction inside a word changes nothing', async () => {
    await term('Zaunkönig', { slug: 'vogel' })
    for (const q of [
      'Zaunko\u0308nig', 'Zaun\u00ADkönig', 'Zaun\u200Bkönig', '\u202AZaunkönig\u202C', 'ZAUNKÖNIG', 'Zaunkoenig',
      'zaunkonig', 'Ｚaunkönig',
    ])
      expect(slugsOf((await found(q)).hits), q).toEqual(['vogel'])
  })

  test('a NUL is refused with a sentence', async () => {
    const { status, errors } = await asked('Lin\u0000den')
    expect(status).toBe(400)
    expect(errors[0]?.message).toContain('U+0000')
  })

  test.each(['xx', 'DE', '', 'de_DE', '../de', 'klingon'])('the unknown language „%s“ is refused', async (locale) => {
    const { status, data, errors } = await asked('Linden', { locale })
    expect([status, data?.search]).toEqual([400, undefined])
    expect(errors).not.toEqual([])
  })

  test('no draft is found, not by its words and not in another language', async () => {
    await cast.article({ title: 'Geheimnisvoll', slug: 'geheim', lead: 'Verborgenes' }, 'draft')
    const row = await cast.article({ title: 'Offen', slug: 'offen' })
    await cms.documents(ARTICLE).update({ documentId: row.documentId, data: { lead: 'Verborgenes' } })
    await cms.documents(ARTICLE).update({ documentId: row.documentId, locale: 'en', data: { title: 'Verborgenes' } })
    for (const locale of ['de', 'en'])
      for (const q of ['Geheimnisvoll', 'Verborgenes'])
        expect(await found(q, { locale })).toMatchObject({ total: 0, otherTotal: 0 })
  })
})

describe('the index of a language', () => {
  test('forgets what was replaced, again and again, while more is taken in', async () => {
    const {
      LanguageIndex,
    }: {
      LanguageIndex: new (language: string) => {
        replace: (id: string, text: object) => void
        find: (question: { query: string }) => object[]
      }
    } = createRequire(import.meta.url)('../dist/src/search/language-index')
    const index = new LanguageIndex('kmr')
    const textOf = (round: number, id: number) =>
      Array.from({ length: 60 }, (_, word) =>
        Math.imul((round * 800 + id) * 60 + word, 2654435761)
          .toString(26)
          .replace('-', '')
          .replace(/\d/g, digit => 'qrstuvwxyz'.charAt(Number(digit)))
          .padStart(7, 'a'),
      ).join(' ')
    for (let round = 0; round < 4; round += 1) {
      for (let id = 0; id < 300; id += 1) {
        index.replace(String(id), { id: String(id), title: textOf(round, id), names: '', text: '' })
        if (id % 10 === 0) await new Promise(resolve => setTimeout(resolve, 3))
      }
    }
    expect(index.find({ query: textOf(3, 7).slice(0, 7) })).toHaveLength(1)
    expect(index.find({ query: textOf(1, 7) })).toEqual([])
  })
})

describe('a published title', () => {
  const LETTERS: Record<string, string> = {
    de: 'aäbcdefghijklmnoöpqrstuüvwxyzßAÄSTZ0123456789', en: 'abcdefghijklmnopqrstuvwxyzABCXYZ0123456789',
    tr: 'aıbcçdefgğhıijklmnoöprsştuüvyzIİÇĞ', kmr: 'abcçdeêfghiîjklmnopqrsştuûvwxyzÊÎÛ',
    ar: 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهويىًٌَُّ٠١٢٣', fa: 'آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی۰۱۲۳\u200C',
    ru: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБЁЙ', es: 'aábcdeéfghiíjlmnñoópqrstuúüvxyz',
    it: 'aàbcdeèéfghiìlmnoòpqrstuùvz’', bg: 'абвгдежзийклмнопрстуфхцчшщъьюяАБЪ',
  }
  const title = (letters: string) =>
    fc
      .array(fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 14 }), {
        minLength: 1, maxLength: 6,
      })
      .map(words => words.join(' ').trim())
      .filter(text => /\p{L}|\p{N}/u.test(text))

  test.each(Object.entries(LETTERS).filter(([code]) => LOCALE_CODES.some(known => known === code)))(
    'is found by its own words in %s, in whatever order',
    async (locale, letters) => {
      await fc.assert(
        fc.asyncProperty(title(letters), fc.infiniteStream(fc.nat()), async (text, order) => {
          const { documentId } = await cms
            .documents(TERM)
            .create({
              locale, data: { title: text, explanation: '–', citations: cast.citations, sourceLanguage: locale },
            })
          const words = text
            .split(' ')
            .map(word => ({ word, place: order.next().value ?? 0 }))
            .sort((a, b) => a.place - b.place)
            .map(({ word }) => word)
            .join(' ')
          const { hits } = await found(words, { locale, pageSize: 100 })
          await cms.documents(TERM).delete({ documentId, locale: '*' })
          expect(hits.map(hit => hit.documentId)).toContain(documentId)
        }),
        { numRuns: 12 },
      )
    },
  )
})
