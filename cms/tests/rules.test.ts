import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schemaOf } from '../src/content-model/schema'
import { type Cms, type Documents, refusalOf, type Row, startCms, type Values } from './strapi'

const PLAN = 'api::plan.plan'
const FIELD = 'api::plan.field-of-action'
const PHASE = 'api::plan.phase'
const EVENT = 'api::timeline.timeline-event'
const SOURCE = 'api::source.source'
const ORGANISATION = 'api::contributor.organisation'

let cms: Cms
let events: Documents
let plans: Documents
let plan: Row
let source: Row

beforeAll(async () => {
  cms = await startCms()
  events = cms.documents(EVENT)
  plans = cms.documents(PLAN)
  source = await cms.documents(SOURCE).create({ data: { kind: 'council_paper', paperNumber: '0094/2008' } })
  plan = await plans.create({
    data: {
      title: 'Lokaler Integrationsplan', slug: 'lip-2008', valid: '2008/..', citations: [{ source: source.documentId }],
    },
    status: 'published',
  })
})

afterAll(() => cms?.stop())

/** An event that may be published. */
function anEvent(values: Values = {}): Values {
  return {
    title: 'Der Rat beschließt den Plan', date: '2008-06', kind: 'council_decision', plan: plan.documentId,
    ...values,
  }
}

function draftOf(documentId: string, locale = 'de'): Promise<Row | null> {
  return events.findOne({ documentId, locale, status: 'draft', populate: '*' })
}

function liveOf(documentId: string, locale = 'de'): Promise<Row | null> {
  return events.findOne({ documentId, locale, status: 'published', populate: '*' })
}

interface ClosedList {
  hasDrafts: boolean
  /** As editors read it. */
  label: string
}

/** Every attribute with a closed list in the forms of editors. */
function closedLists(): Map<string, ClosedList> {
  const types = Object.values(cms.strapi.contentTypes)
    .filter(({ uid, pluginOptions }) =>
      uid.startsWith('api::') && Reflect.get(Object(pluginOptions?.['content-manager']), 'visible') !== false)
  return new Map(types.flatMap(({ uid, options }) => {
    const { attributes } = schemaOf(cms.strapi, uid)
    return Object.entries(attributes).filter(([, { type }]) => type === 'enumeration').map(
      ([name, { pluginOptions }]): [string, ClosedList] => [
        `${uid}.${name}`,
        { hasDrafts: options?.draftAndPublish === true, label: pluginOptions?.lip?.label ?? '' },
      ],
    )
  }))
}

describe('dates', () => {
  test('a date fills the days between which it lies', async () => {
    const { documentId } = await events.create({ data: anEvent({ date: '2020-01-17/2020-01-18' }) })
    expect(await draftOf(documentId)).toMatchObject({
      date: '2020-01-17/2020-01-18', startsOn: '2020-01-17', endsOn: '2020-01-18',
    })
  })

  test('an open end has no last day', async () => {
    const { documentId } = await events.create({ data: anEvent({ date: '2022-09/..' }) })
    expect(await draftOf(documentId)).toMatchObject({ startsOn: '2022-09-01', endsOn: null })
  })

  test.each(['2020-13', 'gestern', '2021-02-30', '1.2.2020', '٢٠٢٠'])(
    '"%s" is refused with dates that would be right',
    async (date) => {
      const refusal = await refusalOf(events.create({ data: anEvent({ date }) }))
      expect(refusal).toContain(`„Datum“: „${date}“ ist kein Datum`)
      expect(refusal).toContain('2020-01-17/2020-01-18')
    },
  )

  test('an end before its beginning is refused with both the right way round', async () => {
    expect(await refusalOf(events.create({ data: anEvent({ date: '2022/2020' }) }))).toContain(
      'Richtig wäre „2020/2022“',
    )
  })
})

describe('addresses', () => {
  test('a slug is made from the title, without umlauts', async () => {
    const { documentId } = await events.create({ data: anEvent({ title: 'Prozessauftakt „Größe & Vielfalt“' }) })
    expect((await draftOf(documentId))?.slug).toBe('prozessauftakt-groesse-und-vielfalt')
  })

  test.each([
    ['mixed directions', '\u202Everkehrt\u202C und \u2067خطة\u2069'],
    ['joiners', 'Zaun\u200Dkönig\u200C im\u200B Park'], ['combining marks', `Zaunko\u0308nig e${'\u0301'.repeat(50)}`],
    ['emoji', '👩‍👩‍👧 Fest 🏳️‍🌈'], ['nothing but emoji', '👩‍👩‍👧 🏳️‍🌈'],
    ['a script that nobody here transliterates', '移民與參與'], ['one letter that is no sound', 'ь'], ['nothing but marks', '?!'],
    ['half a character', 'Fest \uD83D im Park'],
  ])('a title with %s stays as it is; its address has Latin letters only', async (_name, title) => {
    const { documentId } = await events.create({ data: anEvent({ title }) })
    const draft = await draftOf(documentId)
    expect(draft?.title).toBe(title.toWellFormed())
    expect(draft?.slug).toMatch(/^[a-z\d]+(-[a-z\d]+)*$/)
  })

  test('a title in brackets is a note and makes no address', async () => {
    const { documentId } = await events.create({ data: anEvent({ title: '(noch ohne Titel)' }) })
    expect((await draftOf(documentId))?.slug ?? null).toBeNull()
  })

  test('a second document with the same title gets the next free address', async () => {
    await events.create({ data: anEvent({ title: 'Zweimal derselbe Titel' }) })
    const { documentId } = await events.create({ data: anEvent({ title: 'Zweimal derselbe Titel' }) })
    expect((await draftOf(documentId))?.slug).toBe('zweimal-derselbe-titel-2')
  })

  test('a taken address is refused with a free one', async () => {
    await events.create({ data: anEvent({ slug: 'vergeben' }) })
    expect(await refusalOf(events.create({ data: anEvent({ slug: 'vergeben' }) }))).toContain(
      'Frei ist zum Beispiel „vergeben-2“',
    )
  })

  test.each(['Größe', 'a b', '-a', 'a--b', 'ä', '../x', 'x/y', 'a\u200Db', 'e\u0301', 'x😀', 'a\u202Ebc', 'خطة'])(
    '"%s" is no address',
    async (slug) => {
      expect(await refusalOf(events.create({ data: anEvent({ slug }) }))).toContain('geht nicht in eine Adresse')
    },
  )

  test('a changed address of a published document leaves the old one behind', async () => {
    const { documentId } = await events.create({ data: anEvent({ slug: 'alte-adresse' }), status: 'published' })
    await events.update({ documentId, data: { slug: 'neue-adresse' }, status: 'published' })
    const former = await cms.strapi.db.query('api::ledger.former-slug').findOne({ where: { slug: 'alte-adresse' } })
    expect(former).toMatchObject({ type: EVENT, document: documentId })
  })

  test('an address that was only in a draft leaves nothing behind', async () => {
    const { documentId } = await events.create({ data: anEvent({ slug: 'nur-entwurf' }) })
    await events.update({ documentId, data: { slug: 'nur-entwurf-neu' } })
    expect(await cms.strapi.db.query('api::ledger.former-slug').count({ where: { slug: 'nur-entwurf' } })).toBe(0)
  })

  test('an organisation, which has no drafts, redirects too', async () => {
    const organisations = cms.documents(ORGANISATION)
    const { documentId } = await organisations.create({
      data: { name: 'Ein Verein', slug: 'verein-alt', kind: 'association' },
    })
    await organisations.update({ documentId, data: { slug: 'verein-neu' } })
    expect(await cms.strapi.db.query('api::ledger.former-slug').findOne({ where: { slug: 'verein-alt' } })).toMatchObject(
      { document: documentId },
    )
  })

  test('a copy gets an address of its own', async () => {
    const { documentId } = await events.create({ data: anEvent({ slug: 'original' }) })
    const { entries } = await events.clone({ documentId })
    expect(entries[0]?.slug).toBe('original-2')
  })

  test('a copy of a machine translation is one too', async () => {
    const { documentId } = await events.create({ data: anEvent({ slug: 'maschinell' }) })
    await events.update({ documentId, locale: 'en', data: { title: 'By machine' } })
    const records = cms.strapi.db.query('api::ledger.translation-record')
    await records.update({ where: { document: documentId }, data: { origin: 'machine' } })
    const copy = await events.clone({ documentId, locale: '*' })
    expect(await records.findOne({ where: { document: copy.documentId } })).toMatchObject({
      language: 'en', origin: 'machine',
    })
  })

  test('all languages have the same address', async () => {
    const { documentId } = await events.create({ data: anEvent({ slug: 'gemeinsam' }) })
    await events.update({ documentId, locale: 'en', data: { title: 'Shared', slug: 'my-own' } })
    expect((await draftOf(documentId, 'en'))?.slug).toBe('gemeinsam')
  })
})

describe('two languages', () => {
  test('an English row keeps no relation and takes none: they stand on the German one', async () => {
    const { documentId } = await events.create({ data: anEvent({ title: 'Mit Beziehung' }) })
    await events.update({ documentId, locale: 'en', data: { title: 'With a relation', plan: plan.documentId } })
    expect((await draftOf(documentId, 'en'))?.plan ?? null).toBeNull()
    expect((await draftOf(documentId))?.plan).toMatchObject({ documentId: plan.documentId })
  })

  test('an English save changes no German word, no shared value, no source', async () => {
    const { documentId } = await events.create({
      data: anEvent({
        title: 'Deutsch bleibt', date: '2020-01', citations: [{ source: source.documentId, page: '3' }],
      }),
    })
    await events.update({
      documentId, locale: 'en', data: { title: 'English', date: '1999', citations: [], kind: 'other' },
    })
    const german = await events.findOne({ documentId, locale: 'de', populate: { citations: { populate: ['source'] } } })
    expect(german).toMatchObject({
      title: 'Deutsch bleibt', date: '2020-01', kind: 'council_decision',
      citations: [{ page: '3', source: { documentId: source.documentId } }],
    })
    expect(await draftOf(documentId, 'en')).toMatchObject({
      title: 'English', date: '2020-01', kind: 'council_decision',
    })
  })

  test('a German save changes no English word', async () => {
    const { documentId } = await events.create({ data: anEvent({ title: 'Erst deutsch' }) })
    await events.update({ documentId, locale: 'en', data: { title: 'English stays' } })
    await events.update({ documentId, data: { title: 'Dann geändert' } })
    expect((await draftOf(documentId, 'en'))?.title).toBe('English stays')
  })

  test('after a German publish the published English row has the new shared values', async () => {
    const { documentId } = await events.create({
      data: anEvent({ title: 'Veröffentlicht', date: '2020-01', citations: [{ source: source.documentId }] }),
      status: 'published',
    })
    await events.update({ documentId, locale: 'en', data: { title: 'Published' }, status: 'published' })
    await events.update({ documentId, data: { date: '2021-02-25', kind: 'renaming' }, status: 'published' })
    expect(await liveOf(documentId, 'en')).toMatchObject({
      title: 'Published', date: '2021-02-25', startsOn: '2021-02-25', kind: 'renaming',
    })
  })

  test('the German row in draft changes nothing that is published', async () => {
    const { documentId } = await events.create({
      data: anEvent({ title: 'Stand eins', date: '2020-01' }), status: 'published',
    })
    await events.update({ documentId, locale: 'en', data: { title: 'State one' }, status: 'published' })
    await events.update({ documentId, data: { title: 'Stand zwei', date: '2021' } })
    expect(await liveOf(documentId)).toMatchObject({ title: 'Stand eins', date: '2020-01' })
    expect(await liveOf(documentId, 'en')).toMatchObject({ title: 'State one', date: '2020-01' })
  })

  test('a document first written in English keeps its relations on the English row', async () => {
    const english = await plans.create({
      locale: 'en', data: { title: 'A plan first written in English', slug: 'english-first', valid: '2020' },
    })
    await plans.update({ documentId: english.documentId, locale: 'de', data: { title: 'Ein zuerst englischer Plan' } })
    const row = await plans.findOne({ documentId: english.documentId, locale: 'de' })
    expect(row).toMatchObject({ sourceLanguage: 'en', slug: 'english-first', valid: '2020' })
  })

  test('a translation cannot be published before its source', async () => {
    const { documentId } = await events.create({ data: anEvent({ title: 'Nur Entwurf' }) })
    await events.update({ documentId, locale: 'en', data: { title: 'Draft only' } })
    expect(await refusalOf(events.publish({ documentId, locale: 'en' }))).toContain(
      'Zuerst muss die Fassung in der Ausgangssprache (Deutsch)',
    )
  })

  test('the source goes last: while there are translations it is not deleted', async () => {
    const { documentId } = await events.create({ data: anEvent({ title: 'Mit Übersetzung' }) })
    await events.update({ documentId, locale: 'en', data: { title: 'With a translation' } })
    expect(await refusalOf(events.delete({ documentId, locale: 'de' }))).toContain(
      'Bitte löschen Sie zuerst die Übersetzungen',
    )
    await events.delete({ documentId, locale: 'en' })
    await events.delete({ documentId, locale: 'de' })
    expect(await draftOf(documentId)).toBeNull()
  })
})

describe('publishing', () => {
  test.each([
    ['title', 'Titel'], ['date', 'Datum'], ['kind', 'Art'], ['plan', 'Plan'],
  ])('an event without %s stays a draft', async (name, label) => {
    const { documentId } = await events.create({ data: anEvent({ slug: `ohne-${name}`, [name]: null }) })
    expect(await refusalOf(events.publish({ documentId }))).toContain(`„${label}“ fehlt noch`)
    expect(await draftOf(documentId)).not.toBeNull()
    expect(await liveOf(documentId)).toBeNull()
  })

  test('every missing field is named at once, each with its place in the form', async () => {
    const { documentId } = await events.create({ data: { slug: 'fast-leer' } })
    await expect(events.publish({ documentId })).rejects.toMatchObject({
      details: {
        errors: expect.arrayContaining([
          expect.objectContaining({ path: ['title'] }), expect.objectContaining({ path: ['date'] }),
          expect.objectContaining({ path: ['plan'] }),
        ]),
      },
    })
  })

  const CLOSED_LISTS: [string, string][] = [
    ['api::article.article', 'kind'], ['api::article.article', 'certainty'],
    ['api::contributor.contribution', 'role'], ['api::contributor.contribution', 'certainty'],
    [ORGANISATION, 'kind'], [ORGANISATION, 'certainty'],
    ['api::contributor.person', 'publicGround'], ['api::image.image', 'rightsGround'],
    ['api::measure.decision', 'outcome'], ['api::measure.funded-project', 'certainty'],
    ['api::measure.lineage', 'kind'], ['api::measure.lineage', 'certainty'],
    ['api::measure.measure', 'kind'], ['api::measure.measure', 'certainty'],
    ['api::measure.status-update', 'stage'],
    ['api::plan.reported-figure', 'subject'], ['api::plan.reported-figure', 'qualifier'],
    [SOURCE, 'kind'], [EVENT, 'kind'], [EVENT, 'certainty'],
  ]

  test.each(CLOSED_LISTS)('what of %s says nothing at „%s“ does not become public', async (uid, name) => {
    const { hasDrafts, label } = closedLists().get(`${uid}.${name}`) ?? {}
    const documents = cms.documents(uid)
    const made = documents.create({ data: { [name]: null } })
    const refused = hasDrafts ? documents.publish({ documentId: (await made).documentId }) : made
    const missing = { path: [name], message: expect.stringContaining(`„${label}“ fehlt noch`) }
    await expect(refused).rejects.toMatchObject({
      details: { errors: expect.arrayContaining([expect.objectContaining(missing)]) },
    })
  })

  test('of every closed list that readers see it is known whether it may stay empty', () => {
    const mayBeEmpty = [
      'api::ledger.message.kind', 'api::plan.field-of-action.strand', 'api::plan.reported-figure.stage',
      'api::ledger.consent-record.medium',
    ]
    const lists = [...closedLists().keys()].filter(list => !mayBeEmpty.includes(list))
    expect(lists.toSorted()).toEqual(CLOSED_LISTS.map(list => list.join('.')).toSorted())
  })

  test('what is disputed needs two statements', async () => {
    const claim = { language: 'de', statement: 'Rund 240 Maßnahmen.', citations: [{ source: source.documentId }] }
    const { documentId } = await events.create({
      data: anEvent({ title: 'Umstritten', certainty: 'disputed', claims: [claim] }),
    })
    expect(await refusalOf(events.publish({ documentId }))).toContain('mindestens zwei Aussagen')
    await events.update({ documentId, data: { claims: [claim, { ...claim, statement: 'Genau 244 Maßnahmen.' }] } })
    await events.publish({ documentId })
    expect((await liveOf(documentId))?.claims).toHaveLength(2)
  })

  test('an organisation without name is refused at once: it has no drafts', async () => {
    expect(await refusalOf(cms.documents(ORGANISATION).create({ data: { kind: 'association' } })))
      .toContain('„Name“ fehlt noch')
  })
})

describe('relations of published documents', () => {
  test.each([
    ['plan', PLAN, { title: 'Noch ein Plan', slug: 'noch-ein-plan', valid: '2020' }],
    ['phase', PHASE, { title: 'Eine Phase', slug: 'eine-phase' }],
    ['organisations', ORGANISATION, { name: 'Ein Verein', kind: 'association' }],
  ])('the %s of an event is still there after either side was saved and published again', async (name, uid, values) => {
    const targets = cms.documents(uid)
    const target = await targets.create({
      data: { ...values, ...(uid === PHASE && { plan: plan.documentId }) }, status: 'published',
    })
    const { documentId } = await events.create({
      data: anEvent({ title: `Ereignis mit ${name}`, [name]: target.documentId }), status: 'published',
    })
    await targets.update({
      documentId: target.documentId, data: uid === ORGANISATION ? { name: 'Ein Verein e. V.' } : { title: 'Geändert' },
      status: 'published',
    })
    await events.update({ documentId, data: { title: 'Geändert' }, status: 'published' })
    await events.unpublish({ documentId })
    await events.publish({ documentId })
    expect([(await liveOf(documentId))?.[name]].flat()).toMatchObject([{ documentId: target.documentId }])
  })

  test('the sources of an event are still there after the source was saved again', async () => {
    const { documentId } = await events.create({
      data: anEvent({ title: 'Mit Quelle', citations: [{ source: source.documentId, page: '7' }] }),
      status: 'published',
    })
    await cms
      .documents(SOURCE)
      .update({ documentId: source.documentId, data: { publisher: 'Landeshauptstadt Hannover' } })
    const live = await events.findOne({
      documentId, status: 'published', populate: { citations: { populate: ['source'] } },
    })
    expect(live?.citations).toMatchObject([{ page: '7', source: { documentId: source.documentId } }])
  })
})

describe('sources', () => {
  test.each(['94/08', '94/2008', '0094-2008', '0094/2008 1E'])('"%s" is no paper number', async (paperNumber) => {
    expect(await refusalOf(cms.documents(SOURCE).create({ data: { kind: 'council_paper', paperNumber } }))).toContain(
      'zum Beispiel „0094/2008“',
    )
  })

  test('a paper with its supplement is one', async () => {
    const { label } = await cms
      .documents(SOURCE)
      .create({ data: { kind: 'council_paper', paperNumber: '0094/2008 E1' } })
    expect(label).toBe('0094/2008 E1')
  })

  test('a council paper is linked by its number, and is one source', async () => {
    const { url } = await cms.documents(SOURCE).create({ data: { kind: 'council_paper', paperNumber: '0509/2020 N1' } })
    expect(url).toBe('https://e-government.hannover-stadt.de/lhhsimwebre.nsf/DS/0509-2020N1')
    expect(
      await refusalOf(cms.documents(SOURCE).create({ data: { kind: 'council_paper', paperNumber: '0509/2020 N1' } })),
    ).toContain('Bitte verwenden Sie die vorhandene Quelle')
  })

  test('an address that someone entered for a paper stays', async () => {
    const { url } = await cms
      .documents(SOURCE)
      .create({ data: { kind: 'council_paper', paperNumber: '0001/2020', url: 'https://example.org/1' } })
    expect(url).toBe('https://example.org/1')
  })

  test('a source without title is named by its host, nothing is made up', async () => {
    const { label } = await cms
      .documents(SOURCE)
      .create({ data: { kind: 'web_page', url: 'https://www.hannover.de/plan/wir' } })
    expect(label).toBe('hannover.de/…/wir')
  })

  test.each(['hannover.de', 'javascript:alert(1)', 'ftp://x.de'])('"%s" is no web address', async (url) => {
    expect(await refusalOf(cms.documents(SOURCE).create({ data: { kind: 'web_page', url } }))).toContain(
      'ist keine Internetadresse',
    )
  })
})

describe('texts', () => {
  const long = 'Wörter und Zeilen. '.repeat(5500)

  test('100 kB of text come back as they were', async () => {
    const text = [{ type: 'paragraph', children: [{ type: 'text', text: long }] }]
    const { documentId } = await events.create({ data: anEvent({ title: 'Langer Text', text }), status: 'published' })
    expect((await liveOf(documentId))?.text).toEqual(text)
  })

  test('a title of 100 kB is refused with the length that is possible', async () => {
    expect(await refusalOf(events.create({ data: anEvent({ title: long }) }))).toContain('höchstens 255 sind möglich')
  })

  test('German where Arabic belongs is refused with the likely reason', async () => {
    const { documentId } = await events.create({ data: anEvent({ title: 'Schriftprobe' }) })
    const refusal = await refusalOf(
      events.update({ documentId, locale: 'ar', data: { title: 'Der Rat beschließt den Integrationsplan' } }),
    )
    expect(refusal).toContain('العربية')
    expect(refusal).toContain('die falsche Sprache gewählt')
  })

  test('Arabic where German belongs is refused', async () => {
    expect(
      await refusalOf(events.create({ data: anEvent({ title: 'مجلس المدينة يقر خطة الاندماج المحلية' }) })),
    ).toContain('Deutsch')
  })

  test('Arabic with a Latin name in it is Arabic', async () => {
    const { documentId } = await events.create({ data: anEvent({ title: 'Gemischt' }) })
    await events.update({ documentId, locale: 'ar', data: { title: 'المجلس يعتمد WIR2.0' } })
    expect((await draftOf(documentId, 'ar'))?.title).toBe('المجلس يعتمد WIR2.0')
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'vbscript:x'])(
    'a link to %s is refused',
    async (url) => {
      const text = [
        { type: 'paragraph', children: [{ type: 'link', url, children: [{ type: 'text', text: 'hier' }] }] },
      ]
      expect(await refusalOf(events.create({ data: anEvent({ text }) }))).toContain('ist nicht erlaubt')
    },
  )
})

describe('what the database holds by itself', () => {
  test('two first saves of a language at the same moment make one row', async () => {
    const { documentId } = await events.create({ data: anEvent({ title: 'Gleichzeitig' }) })
    await Promise.allSettled(
      [1, 2, 3, 4].map(number => events.update({ documentId, locale: 'en', data: { title: `Save ${number}` } })),
    )
    expect(await cms.strapi.db.query(EVENT).count({ where: { documentId, locale: 'en' } })).toBe(1)
  })

  test('two new documents with one address at the same moment: one of them gets it', async () => {
    await Promise.allSettled([1, 2, 3].map(() => events.create({ data: anEvent({ slug: 'zur-gleichen-zeit' }) })))
    expect(await cms.strapi.db.query(EVENT).count({ where: { slug: 'zur-gleichen-zeit' } })).toBe(1)
  })

  test('two publications at the same moment leave one published row', async () => {
    const { documentId } = await events.create({ data: anEvent({ title: 'Doppelt veröffentlicht' }) })
    await Promise.allSettled([events.publish({ documentId }), events.publish({ documentId })])
    expect(await cms.strapi.db.query(EVENT).count({ where: { documentId, publishedAt: { $notNull: true } } })).toBe(1)
  })
})

test('a field names the fields it came from, in both directions of time', async () => {
  const fields = cms.documents(FIELD)
  const before = await fields.create({ data: { title: 'Bildung', slug: 'bildung-2008', plan: plan.documentId } })
  const after = await fields.create({
    data: { title: 'Bildung', slug: 'bildung', plan: plan.documentId, predecessors: [before.documentId] },
  })
  const found = await fields.findOne({ documentId: after.documentId, populate: ['predecessors'] })
  expect(found?.predecessors).toMatchObject([{ slug: 'bildung-2008' }])
  expect(await fields.findMany({ filters: { predecessors: { slug: 'bildung-2008' } } })).toMatchObject([
    { slug: 'bildung' },
  ])
})

describe('a part that says what it is about', () => {
  test.each([
    ['names', { language: null, value: 'LIP' }, '„Namen“, Nr. 1 (Name in der Zeit): „Sprache“ fehlt noch.'],
    ['names', { language: 'de', value: '' }, '„Namen“, Nr. 1 (Name in der Zeit): „Name“ fehlt noch.'],
    ['stageWords', { language: '', stage: 'adopted', word: 'beschlossen' }, 'Nr. 1 (Wort für einen Stand): „Sprache“ fehlt noch.'],
    ['stageWords', { language: 'de', stage: null, word: 'beschlossen' }, 'Nr. 1 (Wort für einen Stand): „Stand“ fehlt noch.'],
    ['claims', { language: null, statement: 'Es waren 240.' }, 'Nr. 1 (Aussage einer Quelle): „Sprache“ fehlt noch.'],
    ['claims', { language: 'de', statement: '' }, 'Nr. 1 (Aussage einer Quelle): „Aussage“ fehlt noch.'],
  ])('of %s, %o, is not published without it', async (attribute, part, sentence) => {
    const citations = [{ source: source.documentId }]
    const values = {
      title: 'Plan mit Teilen', valid: '2020/..', citations, [attribute]: [{ ...part, citations }],
    }
    const { documentId } = await plans.create({ data: values })
    expect(await refusalOf(plans.publish({ documentId }))).toContain(sentence)
    await plans.delete({ documentId })
  })
})
