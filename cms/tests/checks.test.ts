/** What is to be looked at before publishing: the same that publishing answers, and what is advised besides. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  ARTICLE, type Cast, castOf, CONSENT, DECISION, EVENT, FIELD, IMAGE, LINEAGE, MEASURE, PAGE, paragraph, PERSON, PHASE,
  PLAN, UPDATE,
} from './cast'
import { type Editor, editor } from './editors'
import { type Cms, refusalOf, type Row, startCms, type Values } from './strapi'

vi.setConfig({ testTimeout: 240_000 })

const GOAL = 'api::plan.goal'
const SOURCE = 'api::source.source'

interface Line {
  check: string
  message: string
  at: { type: string, documentId: string, locale: string, field: string } | null
  elsewhere: { type: string, documentId?: string, given?: Record<string, string>, deed: string } | null
}

interface Checked {
  documentId: string
  must: Line[]
  advice: Line[]
  change: string
}

let cms: Cms
let cast: Cast
let rita: Editor
let anton: Editor
let plan: Row
let next: Row
let measure: Row
let other: Row
let field: Row
let hidden: Row
let person: Row

beforeAll(async () => {
  cms = await startCms()
  cast = await castOf(cms)
  rita = await editor(cms, 'Rita Redaktion')
  anton = await editor(cms, 'Anton Autor', 'strapi-author')
  plan = await cast.plan({ title: 'Der Plan', slug: 'der-plan' })
  next = await cast.plan({ title: 'Der nächste Plan', slug: 'der-naechste-plan' })
  measure = await cast.measure(plan, { title: 'Die Maßnahme' })
  other = await cast.measure(next, { title: 'Die andere Maßnahme' })
  field = await make(FIELD, { title: 'Bildung', plan: plan.documentId })
  hidden = await draft(PLAN, { title: 'Noch kein Plan', valid: '2030/..' })
  person = await cast.person({ name: 'Beispielperson Amt' })
})

afterAll(() => cms?.stop())

const make = (uid: string, data: Values) => cms.documents(uid).create({ data, status: 'published' })
const draft = (uid: string, data: Values) => cms.documents(uid).create({ data, status: 'draft' })

const ask = (account: Editor, uid: string, documents: string, locale = 'de') =>
  account.send('GET', `/checks/${uid}/${documents}?locale=${locale}`)

async function checkAll(uid: string, documentIds: string[], locale = 'de'): Promise<Checked[]> {
  const { status, data } = await ask(rita, uid, documentIds.join(), locale)
  expect(status).toBe(200)
  return Array.isArray(data) ? data : []
}

async function check(uid: string, documentId: string, locale = 'de'): Promise<Checked> {
  const [checked] = await checkAll(uid, [documentId], locale)
  if (!checked) throw new Error('Nothing was said.')
  return checked
}

const sentences = (lines: Line[]) => lines.map(({ message }) => message).join(' ')

/** What publishing is answered with in a language; empty where it is done. */
async function publishing(uid: string, documentId: string, locale = 'de'): Promise<string> {
  try {
    await cms.documents(uid).publish({ documentId, locale })
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Each type with drafts: an entry that may be published. */
const whole: Record<string, () => Values> = {
  [PLAN]: () => ({ title: 'Ein Plan', slug: 'ein-plan', valid: '2030/..' }),
  [PHASE]: () => ({ title: 'Eine Phase', slug: 'eine-phase', plan: plan.documentId, valid: '2009' }),
  [FIELD]: () => ({ title: 'Ein Feld', slug: 'ein-feld', plan: plan.documentId }),
  [GOAL]: () => ({ title: 'Ein Ziel', fieldOfAction: field.documentId }),
  [MEASURE]: () => ({
    title: 'Eine Maßnahme', slug: 'eine-massnahme', kind: 'fundable', plan: plan.documentId, citations: cast.citations,
    certainty: 'documented',
  }),
  [UPDATE]: () => ({ measure: measure.documentId, date: '2021-11', stage: 'adopted', citations: cast.citations }),
  [DECISION]: () => ({ measure: measure.documentId, date: '2021-11', outcome: 'agreed', citations: cast.citations }),
  [LINEAGE]: () => ({
    kind: 'continued', from: [measure.documentId], to: [other.documentId], citations: cast.citations,
    certainty: 'documented',
  }),
  [EVENT]: () => ({
    title: 'Ein Ereignis', slug: 'ein-ereignis', date: '2021', kind: 'report', plan: plan.documentId,
    certainty: 'documented',
  }),
  [ARTICLE]: () => ({
    title: 'Ein Beitrag', slug: 'ein-beitrag', kind: 'opinion', date: '2021', certainty: 'documented',
    people: [person.documentId],
  }),
  [PERSON]: () => ({
    name: 'Eine Beispielperson', slug: 'eine-beispielperson', publicGround: 'public_role', citations: cast.citations,
  }),
  [PAGE]: () => ({ title: 'Eine Seite', slug: 'eine-seite', text: [paragraph('Ein Absatz.')] }),
}

/** Of what holds several, none. */
const nothingAt = (name: string) => ['citations', 'people', 'from', 'to'].includes(name) ? [] : null

/** A lineage of a kind is not even saved without what that kind needs. */
const withoutKindOfNothing = (missing: string[]) =>
  missing.some(name => name === 'from' || name === 'to') ? [...missing, 'kind'] : missing

const removed = (uid: string, documentId: string) => cms.documents(uid).delete({ documentId, locale: '*' })

test('every type with drafts is asked about', () => {
  const drafted = Object.values(cms.strapi.contentTypes)
    .filter(({ uid, options }) => uid.startsWith('api::') && options?.draftAndPublish === true)
  expect(drafted.map(({ uid }) => uid).toSorted()).toEqual(Object.keys(whole).toSorted())
})

describe.each(Object.keys(whole))('what must be mended of %s', (uid) => {
  test('is what publishing answers, whatever is missing, in the same words', async () => {
    const values = whole[uid]?.() ?? {}
    const names = Object.keys(values)
    const lacking = fc.subarray(names).map(withoutKindOfNothing)
      .map(missing => Object.fromEntries(missing.map(name => [name, nothingAt(name)])))
    await fc.assert(fc.asyncProperty(lacking, async (nothing) => {
      const { documentId } = await draft(uid, { ...values, ...nothing })
      const { must } = await check(uid, documentId)
      expect(sentences(must)).toBe(await publishing(uid, documentId))
      for (const { at } of must) expect(at).toMatchObject({ type: uid, documentId, locale: 'de' })
      await removed(uid, documentId)
    }), { numRuns: 6, examples: [[{}], [Object.fromEntries(names.map(name => [name, nothingAt(name)]))]] })
  })
})

describe('what must be mended', () => {
  const claim = { language: 'de', statement: 'Rund 240.' }
  const article = (values: Values) => ({ ...whole[ARTICLE]?.(), slug: null, ...values })
  const inTheFuture = `${new Date().getUTCFullYear() + 2}-01`

  /** What each rule refuses to publish, with the field to which the line leads. */
  const BAD: [string, string, () => Promise<Row> | Row, string][] = [
    ['a measure of a plan that is not public', MEASURE,
      () => draft(MEASURE, { ...whole[MEASURE]?.(), slug: null, plan: hidden.documentId }), 'plan'],
    ['a decision on nothing', DECISION, () => draft(DECISION, { ...whole[DECISION]?.(), measure: null }), 'measure'],
    ['an update that has not happened', UPDATE, () => draft(UPDATE, { ...whole[UPDATE]?.(), date: inTheFuture }), 'date'],
    ['what is disputed with one statement', EVENT,
      () => draft(EVENT, { ...whole[EVENT]?.(), slug: null, certainty: 'disputed', claims: [claim] }), 'claims'],
    ['an interview with nobody', ARTICLE, () => draft(ARTICLE, article({ kind: 'interview', people: [] })), 'people'],
    ['an opinion of somebody who has not agreed to that', ARTICLE,
      async () => draft(ARTICLE, article({ people: [(await cast.agreed({ name: 'Beispielperson Ja' })).documentId] })),
      'people'],
    ['somebody who has not agreed', PERSON,
      () => draft(PERSON, { name: 'Beispielperson Nein', publicGround: 'consent' }), 'publicGround'],
    ['a picture that is not described', ARTICLE,
      async () => draft(ARTICLE, article({ cover: (await cast.image({ texts: [] })).documentId })), 'cover'],
    ['a block that is not whole', ARTICLE,
      () => draft(ARTICLE, article({ body: [{ __component: 'article.quote', attribution: 'Niemand' }] })), 'body.0.quote'],
  ]

  test.each(BAD)('of %s is what publishing answers', async (_what, uid, write, at) => {
    const { documentId } = await write()
    const { must } = await check(uid, documentId)
    expect(must.map(line => line.at?.field)).toContain(at)
    expect(sentences(must)).toBe(await publishing(uid, documentId))
  })

  test('is what the form and the list answer too', async () => {
    const { documentId } = await draft(PAGE, { title: 'Ohne Text' })
    const said = sentences((await check(PAGE, documentId)).must)
    expect(said).toContain('„Text“ fehlt noch')
    expect((await rita.publish(PAGE, await rita.open(PAGE, documentId))).error?.message).toBe(said)
    const many = `/content-manager/collection-types/${PAGE}/actions/bulkPublish`
    expect((await rita.send('POST', many, { documentIds: [documentId], locale: 'de' })).error?.message).toBe(said)
  })

  test('is also what others have made wrong since it was saved', async () => {
    const late = await cast.plan({ title: 'Ein später Plan', valid: '2008/..' })
    const its = await cast.measure(late, { title: 'Maßnahme des späten Plans' })
    const { documentId } = await draft(UPDATE, { ...whole[UPDATE]?.(), measure: its.documentId, date: '2009' })
    expect((await check(UPDATE, documentId)).must).toEqual([])
    await cms.documents(PLAN).update({ documentId: late.documentId, data: { valid: '2015/..' } })
    const { must } = await check(UPDATE, documentId)
    expect(sentences(must)).toContain('liegt vor dem Beginn des Plans')
    expect(sentences(must)).toBe(await publishing(UPDATE, documentId))
  })

  test('of a translation is told with the form where it is mended', async () => {
    const image = await cast.image({ texts: [{ language: 'de', alt: 'Ein Rechteck' }] })
    const { documentId } = await draft(ARTICLE, article({ kind: 'report', cover: image.documentId }))
    await cms.documents(ARTICLE).update({ documentId, locale: 'en', data: { title: 'An article' } })
    const early = await check(ARTICLE, documentId, 'en')
    expect(sentences(early.must)).toBe(await publishing(ARTICLE, documentId, 'en'))
    expect(early.must.map(({ check: name, at }) => [name, at?.locale])).toEqual(
      [['source-first', 'de'], ['pictures', 'de']],
    )
    await cms.documents(ARTICLE).publish({ documentId, locale: 'de' })
    await cms.documents(ARTICLE).update({ documentId, locale: 'en', data: { title: '' } })
    const later = await check(ARTICLE, documentId, 'en')
    expect(sentences(later.must)).toBe(await publishing(ARTICLE, documentId, 'en'))
    expect(later.must.map(({ at }) => [at?.field, at?.locale])).toEqual([['title', 'en'], ['cover', 'de']])
  })

  test('of a plan that was never public is what its parts lack, each with its own form', async () => {
    const { documentId } = await draft(PLAN, { title: 'Ein Plan mit Teilen', valid: '2030/..' })
    const phase = await draft(PHASE, { title: 'Vorher', plan: documentId, valid: '2029' })
    const parts: Row[] = []
    for (let number = 1; number <= 7; number += 1)
      parts.push(await draft(MEASURE, { title: `Ohne Quelle ${number}`, plan: documentId, kind: 'fundable' }))
    const { must } = await check(PLAN, documentId)
    expect(sentences(must)).toBe(await publishing(PLAN, documentId))
    expect(must).toHaveLength(6)
    expect(must[0]?.at).toMatchObject({ type: MEASURE, documentId: parts[0]?.documentId, field: 'citations' })
    expect(must.at(-1)).toMatchObject({ message: 'Dazu kommen 2 weitere.', at: null })
    for (const part of parts)
      await cms.documents(MEASURE).update({ documentId: part.documentId, data: { citations: cast.citations } })
    expect((await check(PLAN, documentId)).must).toEqual([])
    await cms.documents(PLAN).publish({ documentId })
    expect(await cms.documents(PHASE).findOne({ documentId: phase.documentId, status: 'published' })).not.toBeNull()
  })
})

describe('asking', () => {
  test('changes nothing', async () => {
    const { documentId } = await draft(PLAN, { title: 'Nur gefragt', valid: '2030/..' })
    await draft(MEASURE, { title: 'Teil davon', kind: 'fundable', plan: documentId, citations: cast.citations })
    const rows = async () => Promise.all(
      [PLAN, MEASURE, 'api::ledger.entry', 'api::ledger.revision', 'api::ledger.former-state'].map(uid =>
        cms.strapi.db.query(uid).findMany({ orderBy: 'id' })),
    )
    const before = await rows()
    await check(PLAN, documentId)
    expect(await rows()).toEqual(before)
  })

  test('is for whoever may read the draft', async () => {
    const { documentId } = await draft(PAGE, { title: 'Gefragt' })
    const { id } = await cms.strapi.service('admin::role').create({ name: 'Nur Maßnahmen', code: 'only-measures' })
    await cms.strapi.service('admin::role').addPermissions(id, [
      { action: 'plugin::content-manager.explorer.read', subject: MEASURE, properties: {}, conditions: [] },
    ])
    const role = await cms.strapi.db.query('admin::role').findOne({ where: { id } })
    const nora = await editor(cms, 'Nora Nichts', role.code)
    expect((await ask(anton, PAGE, documentId)).status).toBe(200)
    expect((await ask(nora, PAGE, documentId)).status).toBe(403)
    expect((await ask(nora, PAGE, `${documentId},${documentId}`)).status).toBe(403)
    expect((await fetch(`${cms.address}/checks/${PAGE}/${documentId}`)).status).toBe(401)
  })

  test.each([
    ['what there is not', PAGE, 'unknown'], ['what has no drafts', SOURCE, 'unknown'],
    ['what is no entry', 'api::ledger.entry', '1'], ['files', 'plugin::upload.file', '1'], ['nothing', 'x', 'y'],
  ])('about %s is answered with 404', async (_what, uid, documentId) => {
    expect((await ask(rita, uid, documentId)).status).toBe(404)
  })

  test('leads to the other entry in which it is mended, or begins it', async () => {
    const [speaker, picture] = [
      await draft(PERSON, { name: 'Ohne Einwilligung', publicGround: 'consent' }),
      await cast.image({ title: 'Ohne Worte', texts: [] }),
    ]
    const interview = await draft(ARTICLE, {
      kind: 'interview', title: 'Ein Gespräch', people: [speaker.documentId], cover: picture.documentId,
    })
    const update = await draft(UPDATE, {
      stage: 'adopted', measure: (await draft(MEASURE, { title: 'Noch nicht da' })).documentId,
    })
    const ways = async (uid: string, documentId: string) =>
      (await check(uid, documentId)).must.flatMap(({ elsewhere }) => elsewhere ?? [])
    expect(await ways(PERSON, speaker.documentId)).toEqual([
      { type: CONSENT, given: { person: speaker.documentId, coversName: 'true' }, deed: 'Einwilligung eintragen' },
    ])
    expect(await ways(ARTICLE, interview.documentId)).toEqual([
      { type: PERSON, documentId: speaker.documentId, deed: 'Person öffnen' },
      { type: IMAGE, documentId: picture.documentId, deed: 'Bild öffnen' },
    ])
    expect(await ways(UPDATE, update.documentId)).toMatchObject([{ type: MEASURE, deed: 'Maßnahme öffnen' }])
  })

  test('about a language in which there is no text is answered with 404', async () => {
    const { documentId } = await draft(PAGE, { title: 'Nur deutsch' })
    expect((await ask(rita, PAGE, documentId, 'ar')).status).toBe(404)
  })

  test('about many tells of each what stands against it, and leaves out what is gone', async () => {
    const good = await draft(PAGE, { title: 'Gut', text: [paragraph('Text')] })
    const bad = await draft(PAGE, { title: 'Schlecht' })
    const said = await checkAll(PAGE, [good.documentId, 'unknown', bad.documentId])
    expect(said.map(({ documentId, must }) => [documentId, must.length])).toEqual(
      [[good.documentId, 0], [bad.documentId, 1]],
    )
  })
})

const HARD = 'Die ressortübergreifende Implementierungsverantwortung der Integrationsbeauftragten umfasst insbesondere die '
  + 'kontinuierliche Fortschreibung verwaltungsinterner Koordinierungsvereinbarungen. '
const heading = (level: number, text: string) => ({ type: 'heading', level, children: [{ type: 'text', text }] })
const link = (url: string) => ({
  type: 'paragraph', children: [{ type: 'link', url, children: [{ type: 'text', text: 'dort' }] }],
})

const pictureInText = {
  type: 'image', children: [{ type: 'text', text: '' }],
  image: {
    name: 'bild.png', alternativeText: '', url: '/uploads/bild.png', width: 20, height: 10, hash: 'bild', ext: '.png',
    mime: 'image/png', size: 1, provider: 'local', createdAt: '2026-01-01', updatedAt: '2026-01-01',
  },
}

/** What is written, what is advised at which field, and what is written instead. */
interface Advised {
  what: string
  uid: string
  at: string
  said: RegExp
  bad: () => Values
  good: () => Values
}

describe('what is advised', () => {
  const inTheFuture = `${new Date().getUTCFullYear() + 2}-01`
  const event = (values: Values) => ({ ...whole[EVENT]?.(), slug: null, ...values })
  const page = (text: unknown[]) => ({ title: 'Mit Rat', text, citations: cast.citations })
  const article = (values: Values) => ({
    title: 'Mit Rat', kind: 'report', date: '2021', certainty: 'documented', citations: cast.citations, ...values,
  })

  const ADVICE: Advised[] = [
    {
      what: 'an opinion that is called a report', uid: ARTICLE, at: 'kind',
      said: /Oben steht „Kommentar“, die Art ist aber „Bericht“/,
      bad: () => article({ kicker: 'Kommentar' }), good: () => article({ kicker: 'Aus dem Rathaus' }),
    },
    {
      what: 'an opinion of nobody', uid: ARTICLE, at: 'people', said: /Wessen Meinung ist das\?/,
      bad: () => article({ kind: 'commentary' }), good: () => article({ kind: 'commentary', byline: 'Die Redaktion' }),
    },
    {
      what: 'an article that is still to appear', uid: ARTICLE, at: 'date', said: /kommt erst noch/,
      bad: () => article({ date: inTheFuture }), good: () => article({ date: '2021' }),
    },
    {
      what: 'an event that is still to come', uid: EVENT, at: 'date', said: /kommt erst noch/,
      bad: () => event({ date: inTheFuture }), good: () => event({ date: inTheFuture, kind: 'deadline' }),
    },
    {
      what: 'no source', uid: PAGE, at: 'citations', said: /keine Quelle genannt/,
      bad: () => ({ ...page([paragraph('Text')]), citations: [] }), good: () => page([paragraph('Text')]),
    },
    {
      what: 'a level of headings that is left out', uid: PAGE, at: 'text',
      said: /„Zwei“ \(Stufe 4\) folgt auf eine der Stufe 2\. Richtig wäre Stufe 3/,
      bad: () => page([heading(2, 'Eins'), heading(4, 'Zwei')]),
      good: () => page([heading(2, 'Eins'), heading(3, 'Zwei'), heading(2, 'Drei')]),
    },
    {
      what: 'an empty heading', uid: PAGE, at: 'text', said: /Überschrift ist leer/,
      bad: () => page([heading(2, ' '), paragraph('Text')]), good: () => page([paragraph('Text')]),
    },
    {
      what: 'a link to a page in another language', uid: PAGE, at: 'text',
      said: /„dort“ führt zu einer Seite in einer anderen Sprache \(English\)/,
      bad: () => page([link('/en/measures/tiny-houses')]), good: () => page([link('/massnahmen/tiny-houses')]),
    },
    {
      what: 'such a link with the name of the website', uid: PAGE, at: 'text', said: /anderen Sprache/,
      bad: () => page([link('http://127.0.0.1:3000/ar/measures')]),
      good: () => page([link('https://example.org/ar/measures'), link('/uploads/en.pdf')]),
    },
    {
      what: 'a picture within a text', uid: PAGE, at: 'text', said: /Ein Bild mitten im Text/,
      bad: () => page([paragraph('Text'), pictureInText]), good: () => page([paragraph('Text')]),
    },
    {
      what: 'a text that is very hard to read', uid: PAGE, at: 'text',
      said: /liest sich sehr schwer \(Lesbarkeit \d+; ab 60 wie Fachliteratur\)/,
      bad: () => page([paragraph(HARD.repeat(10))]),
      good: () => page([paragraph('Wir bauen ein Haus. Es hat viel Platz. Alle sind da. '.repeat(20))]),
    },
    {
      what: 'a stage without a decision', uid: UPDATE, at: 'stage',
      said: /„beschlossen“ trägt hier noch keine Entscheidung/,
      bad: () => ({ ...whole[UPDATE]?.(), measure: other.documentId }),
      good: () => ({ ...whole[UPDATE]?.(), measure: other.documentId, stage: 'ongoing' }),
    },
  ]

  test.each(ADVICE)('of $what stands against nothing, and goes when it is mended', async ({ uid, at, said, bad, good }) => {
    const { documentId } = await draft(uid, bad())
    const before = await check(uid, documentId)
    expect(before.must).toEqual([])
    expect(before.advice.filter(({ message }) => said.test(message)).map(line => line.at?.field)).toEqual([at])
    expect(await publishing(uid, documentId)).toBe('')
    await cms.documents(uid).update({ documentId, data: good() })
    expect(sentences((await check(uid, documentId)).advice)).not.toMatch(said)
    await removed(uid, documentId)
  })

  test('in blocks of an article leads to the block', async () => {
    const body = [
      { __component: 'article.callout', text: [paragraph('Hinweis')] },
      { __component: 'article.text', text: [link('/tr/measures')] },
    ]
    const { documentId } = await draft(ARTICLE, article({ body }))
    const lines = (await check(ARTICLE, documentId)).advice
    expect(lines.map(({ at }) => at?.field)).toEqual(['body.1.text'])
  })

  test.each(['measure', 'plan'])('of a stage is gone once there is a decision on its %s', async (about) => {
    const own = await cast.plan({ title: 'Ein eigener Plan' })
    const its = await cast.measure(own, { title: 'Seine Maßnahme' })
    const { documentId } = await draft(UPDATE, { ...whole[UPDATE]?.(), measure: its.documentId })
    expect((await check(UPDATE, documentId)).advice.map(({ check: name }) => name)).toEqual(['stage'])
    const on = about === 'plan' ? { plan: own.documentId, reachesMeasures: true } : { measure: its.documentId }
    await draft(DECISION, { ...on, date: '2021', outcome: 'adopted', citations: cast.citations })
    expect((await check(UPDATE, documentId)).advice).toEqual([])
  })

  test('of an address is that it is still of the former title, until it is another one', async () => {
    const { documentId } = await draft(PAGE, page([paragraph('Text')]))
    expect((await check(PAGE, documentId)).advice).toEqual([])
    await cms.documents(PAGE).update({ documentId, data: { title: 'Ganz anders' } })
    const { advice } = await check(PAGE, documentId)
    expect(advice.map(({ at }) => at?.field)).toEqual(['slug'])
    expect(sentences(advice)).toContain('aus dem früheren Titel „Mit Rat“')
    expect(sentences(advice)).toContain('„ganz-anders“')
    await cms.documents(PAGE).update({ documentId, data: { slug: 'von-hand' } })
    expect((await check(PAGE, documentId)).advice).toEqual([])
  })

  test('of a translation is what its source says by now, until it is compared', async () => {
    const text = [paragraph('Hundert Menschen kamen zum Fest.')]
    const { documentId } = await draft(PAGE, { ...page(text), lead: 'Ein Vorspann.' })
    const pages = cms.documents(PAGE)
    await pages.update({ documentId, locale: 'en', data: { title: 'With advice', text: [paragraph('A hundred people came.')] } })
    expect((await check(PAGE, documentId, 'en')).advice).toMatchObject(
      [{ message: 'Noch nicht übersetzt: Vorspann.', at: { field: 'lead', locale: 'en' } }],
    )
    await pages.update({ documentId, locale: 'en', data: { lead: 'A lead.' } })
    expect((await check(PAGE, documentId, 'en')).advice).toEqual([])
    await pages.update({ documentId, data: { text: [paragraph('Zweihundert Leute blieben dem Umzug fern.')] } })
    expect(sentences((await check(PAGE, documentId, 'en')).advice)).toMatch(/^Die Übersetzung ist veraltet/)
    await pages.update({ documentId, locale: 'en', data: { isConfirmed: true } })
    expect((await check(PAGE, documentId, 'en')).advice).toEqual([])
  })

  test('is not said of a field that must be mended', async () => {
    const { documentId } = await draft(PERSON, { name: 'Ohne Quelle', publicGround: 'public_role' })
    const { must, advice } = await check(PERSON, documentId)
    expect([...must, ...advice].map(({ at }) => at?.field)).toEqual(['citations'])
  })
})

describe('what will change', () => {
  const changeOf = async (documentId: string, locale = 'de') => (await check(PAGE, documentId, locale)).change

  test('is told in one sentence, as the version will tell it', async () => {
    const pages = cms.documents(PAGE)
    const { documentId } = await draft(PAGE, { title: 'Vorher', text: [paragraph('Hundert Menschen kamen zum Fest.')] })
    expect(await changeOf(documentId)).toBe('Neu auf der Website.')
    await pages.publish({ documentId })
    expect(await changeOf(documentId)).toBe('Auf der Website ändert sich nichts.')
    await pages.update({ documentId, data: { date: '2024' } })
    expect(await changeOf(documentId)).toBe('Auf der Website ändert sich: „Datum“.')
    await pages.update({ documentId, data: { text: [paragraph('Zweihundert Menschen kamen zum Fest.')], slug: 'neu' } })
    expect(await changeOf(documentId)).toBe(
      'Auf der Website ändert sich: „Adresse“, „Datum“. Auch der Text ändert sich (1 Wort).',
    )
    await pages.publish({ documentId })
    await pages.update({ documentId, data: { text: [paragraph('Zweihundert Menschen, kamen zum Fest.')] } })
    expect(await changeOf(documentId)).toBe('Nur Satzzeichen oder Gestaltung ändern sich.')
  })

  test('of a translation is its text alone', async () => {
    const pages = cms.documents(PAGE)
    const { documentId } = await draft(PAGE, { title: 'Original', text: [paragraph('Ein Text.')], date: '2023' })
    await pages.publish({ documentId })
    await pages.update({ documentId, locale: 'tr', data: { title: 'Çeviri', text: [paragraph('Bir metin.')] } })
    expect(await changeOf(documentId, 'tr')).toBe('Neu auf der Website: auf Türkçe.')
    await pages.publish({ documentId, locale: 'tr' })
    await pages.update({ documentId, data: { date: '2024' } })
    expect(await changeOf(documentId, 'tr')).toBe('Auf der Website ändert sich nichts.')
  })

  test('knows what an entry leads to, and its sources', async () => {
    const { documentId } = await make(EVENT, { ...whole[EVENT]?.(), slug: null, citations: cast.citations })
    const source = await cms.documents(SOURCE).create({ data: { kind: 'report', title: 'Noch ein Bericht' } })
    await cms.documents(EVENT).update({ documentId, data: { title: 'Ein Ereignis', plan: next.documentId } })
    expect((await check(EVENT, documentId)).change).toBe('Auf der Website ändert sich: „Plan“.')
    await cms.documents(EVENT).update({ documentId, data: { citations: [{ source: source.documentId }] } })
    expect((await check(EVENT, documentId)).change).toBe('Auf der Website ändert sich: „Plan“, „Belege“.')
  })
})

test('a translation is not saved to the website before its source', async () => {
  const { documentId } = await draft(PAGE, { title: 'Nur Entwurf', text: [paragraph('Text')] })
  const early = cms.documents(PAGE).update({
    documentId, locale: 'en', data: { title: 'Too early', text: [paragraph('Text')] }, status: 'published',
  })
  expect(await refusalOf(early)).toContain('Zuerst muss die Fassung in der Ausgangssprache (Deutsch)')
})
