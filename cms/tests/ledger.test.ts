/** What stays of what was public: tombstones of what is gone, and revisions of what was said. */
import { createRequire } from 'node:module'
import { today } from 'shared-types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  ARTICLE, type Cast, castOf, DECISION, EVENT, LINEAGE, MEASURE, PAGE, paragraph, PERSON, PROJECT, read, UPDATE,
  withoutRevisions,
} from './cast'
import { ask, type Cms, type Documents, type Row, startCms, type Values } from './strapi'

const require = createRequire(import.meta.url)

let cms: Cms
let cast: Cast
let measures: Documents
let old: Row
let later: Row

beforeAll(async () => {
  cms = await startCms()
  cast = await castOf(cms)
  measures = cms.documents(MEASURE)
  old = await cast.plan({ title: 'Alter Plan', valid: '2008/2022' })
  later = await cast.plan({ title: 'Neuer Plan', valid: '2022/..' })
})

afterAll(() => cms?.stop())

interface Tombstone {
  documentId: string
  slug: string
  title: string
  locale: string
  wasDeleted: boolean
  goneOn: string
}

async function tombstoneOf(slug: string, locale = 'de', type = 'Measure'): Promise<Tombstone | null> {
  const { data, errors } = await ask<{ tombstone: Tombstone | null }>(
    cms,
    'query ($type: String!, $slug: String!, $locale: I18NLocaleCode) { tombstone(type: $type, slug: $slug, locale: '
    + '$locale) { documentId slug title locale wasDeleted goneOn } }',
    { type, slug, locale },
  )
  expect(errors).toEqual([])
  return data?.tombstone ?? null
}

interface Ends {
  from: { slug: string }[]
  to: { slug: string }[]
  goneMeasures: { side: string, tombstone: { slug: string, title: string, locale: string, wasDeleted: boolean } }[]
}

async function endsOf(link: Row, locale = 'de'): Promise<Ends> {
  const { lineage } = await read<{ lineage: Ends }>(
    cms,
    `{ lineage(documentId: "${link.documentId}", locale: "${locale}") { from { slug } to { slug } goneMeasures { side `
    + `tombstone { slug title locale wasDeleted } } } }`,
  )
  return lineage
}

describe('a measure that is gone', () => {
  test('once deleted is a tombstone, and what points to it says so', async () => {
    const [before, after] = [
      await cast.measure(old, { title: 'Gelöscht', slug: 'geloescht' }), await cast.measure(later, { slug: 'folgt' }),
    ]
    const link = await cast.lineage([before], [after])
    expect(await tombstoneOf('geloescht')).toBeNull()
    expect((await endsOf(link)).goneMeasures).toEqual([])
    await measures.delete({ documentId: before.documentId })
    expect(await tombstoneOf('geloescht')).toMatchObject({
      documentId: before.documentId, title: 'Gelöscht', locale: 'de', wasDeleted: true,
      goneOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/),
    })
    expect(await endsOf(link)).toEqual({
      from: [], to: [{ slug: 'folgt' }],
      goneMeasures: [
        { side: 'from', tombstone: { slug: 'geloescht', title: 'Gelöscht', locale: 'de', wasDeleted: true } },
      ],
    })
  })

  test('is said on the side on which it stood, once for each link', async () => {
    const [a, b, gone] = [
      await cast.measure(old), await cast.measure(old), await cast.measure(later, { slug: 'zwei-links' }),
    ]
    const [first, second, other] = [
      await cast.lineage([a], [gone]), await cast.lineage([b], [gone], { kind: 'renamed' }),
      await cast.lineage([a], [], { kind: 'dropped' }),
    ]
    await measures.delete({ documentId: gone.documentId, locale: '*' })
    for (const link of [first, second])
      expect((await endsOf(link)).goneMeasures).toMatchObject([{ side: 'to', tombstone: { slug: 'zwei-links' } }])
    expect((await endsOf(other)).goneMeasures).toEqual([])
  })

  test('once withdrawn may come back: then there is no tombstone and the link is whole', async () => {
    const [before, after] = [await cast.measure(old, { slug: 'zurueckgezogen' }), await cast.measure(later)]
    const link = await cast.lineage([before], [after])
    for (let round = 0; round < 2; round += 1) {
      await measures.unpublish({ documentId: before.documentId })
      expect(await tombstoneOf('zurueckgezogen')).toMatchObject({ wasDeleted: false })
      expect(await endsOf(link)).toMatchObject({
        from: [], goneMeasures: [{ side: 'from', tombstone: { slug: 'zurueckgezogen', wasDeleted: false } }],
      })
      await measures.publish({ documentId: before.documentId })
      expect(await tombstoneOf('zurueckgezogen')).toBeNull()
      expect(await endsOf(link)).toMatchObject({ from: [{ slug: 'zurueckgezogen' }], goneMeasures: [] })
    }
  })

  test('once withdrawn and then deleted is gone for good, and still said by what pointed to it', async () => {
    const [before, after] = [await cast.measure(old, { slug: 'erst-weg-dann-geloescht' }), await cast.measure(later)]
    const link = await cast.lineage([before], [after])
    await measures.unpublish({ documentId: before.documentId })
    await measures.delete({ documentId: before.documentId })
    expect(await tombstoneOf('erst-weg-dann-geloescht')).toMatchObject({ wasDeleted: true })
    expect((await endsOf(link)).goneMeasures).toMatchObject([{ side: 'from', tombstone: { wasDeleted: true } }])
  })

  test('is called in each language what it was called there, also where that was taken off first', async () => {
    const { documentId } = await cast.measure(old, { title: 'Nacheinander', slug: 'nacheinander' })
    for (const [locale, title] of [['ar', 'بالتتابع'], ['en', 'One by one']] as const)
      await measures.update({ documentId, locale, data: { title }, status: 'published' })
    await measures.update({ documentId, locale: 'ar', data: { title: 'مسودة لم تُنشر' } })
    for (const locale of ['ar', 'en', 'de']) await measures.unpublish({ documentId, locale })
    for (const [locale, title] of [['ar', 'بالتتابع'], ['en', 'One by one'], ['de', 'Nacheinander']] as const)
      expect(await tombstoneOf('nacheinander', locale)).toMatchObject({ title, locale })
  })

  test('is said by a link that was made while it was withdrawn', async () => {
    const [before, after] = [await cast.measure(old, { slug: 'inzwischen-verlinkt' }), await cast.measure(later)]
    await measures.unpublish({ documentId: before.documentId })
    const link = await cast.lineage([before], [after])
    expect((await endsOf(link)).goneMeasures).toMatchObject([
      { side: 'from', tombstone: { slug: 'inzwischen-verlinkt' } },
    ])
  })

  test('is not said any more by a link from which an editor took it', async () => {
    const [stays, goes, after] = [
      await cast.measure(old), await cast.measure(old, { slug: 'herausgenommen' }), await cast.measure(later),
    ]
    const link = await cast.lineage([stays, goes], [after], { kind: 'merged' })
    await measures.unpublish({ documentId: goes.documentId })
    await cms
      .documents(LINEAGE)
      .update({
        documentId: link.documentId,
        data: { kind: 'continued', from: { disconnect: [{ documentId: goes.documentId }] } },
        status: 'published',
      })
    expect((await endsOf(link)).goneMeasures).toEqual([])
  })

  test('is said by events and articles that were about it, until it is public again', async () => {
    const [goes, stays] = [
      await cast.measure(old, { title: 'Genannt', slug: 'genannt' }),
      await cast.measure(old, { slug: 'bleibt-genannt' }),
    ]
    const about = { measures: [goes.documentId, stays.documentId] }
    const event = await cms
      .documents(EVENT)
      .create({
        data: {
          title: 'Über beide', date: '2021', kind: 'report', plan: old.documentId, citations: cast.citations,
          ...about,
        },
        status: 'published',
      })
    const article = await cast.article({ title: 'Über beide', ...about })
    const named = async (locale = 'de') => {
      const both = 'measures { slug } goneMeasures { slug title locale wasDeleted }'
      const { timelineEvent, article: about } = await read<Record<'timelineEvent' | 'article', Row>>(
        cms,
        `{ timelineEvent(documentId: "${event.documentId}", locale: "${locale}") { ${both} } article(documentId: `
        + `"${article.documentId}", locale: "${locale}") { ${both} } }`,
      )
      expect(about).toEqual(timelineEvent)
      return timelineEvent
    }
    expect(await named()).toEqual({ measures: [{ slug: 'genannt' }, { slug: 'bleibt-genannt' }], goneMeasures: [] })
    await measures.unpublish({ documentId: goes.documentId })
    expect(await named()).toEqual({
      measures: [{ slug: 'bleibt-genannt' }],
      goneMeasures: [{ slug: 'genannt', title: 'Genannt', locale: 'de', wasDeleted: false }],
    })
    await measures.publish({ documentId: goes.documentId })
    expect(await named()).toMatchObject({
      measures: expect.arrayContaining([{ slug: 'genannt' }, { slug: 'bleibt-genannt' }]), goneMeasures: [],
    })
    await measures.delete({ documentId: goes.documentId })
    expect(await named('en')).toEqual({
      measures: [{ slug: 'bleibt-genannt' }],
      goneMeasures: [{ slug: 'genannt', title: 'Genannt', locale: 'de', wasDeleted: true }],
    })
  })

  test('still counts in the plan in which it stood: its links, where they flow, what changed', async () => {
    const plan = await cast.plan({ title: 'Plan mit Lücken', slug: 'plan-mit-luecken', valid: '2010/2012' })
    const field = await cms
      .documents('api::plan.field-of-action')
      .create({
        data: {
          title: 'Feld mit Lücken', slug: 'feld-mit-luecken', order: 1, plan: plan.documentId,
          citations: cast.citations,
        },
        status: 'published',
      })
    const [goes, ends, after] = [
      await cast.measure(plan, { slug: 'geht-weiter', fieldOfAction: field.documentId }),
      await cast.measure(plan, { slug: 'endet-hier' }), await cast.measure(later),
    ]
    await cast.lineage([goes], [after], { kind: 'widened', date: '2012' })
    await cast.lineage([ends], [], { kind: 'dropped', date: '2012' })
    const told = () =>
      read(
        cms,
        '{ plans(filters: { slug: { eq: "plan-mit-luecken" } }) { lineages { total nodes { kind } } lineageFlows { '
        + 'from { slug } to { slug } count } } changes(since: "2011-01-01", plan: "plan-mit-luecken", kind: lineage) { '
        + 'nodes { kind lineage { kind } } } }',
      )
    const before = await told()
    expect(before).toMatchObject({
      plans: [{ lineages: { total: 2 }, lineageFlows: [{ from: { slug: 'feld-mit-luecken' }, to: null, count: 1 }] }],
      changes: { nodes: [{ lineage: { kind: 'dropped' } }] },
    })
    for (const { documentId } of [goes, ends]) await measures.unpublish({ documentId })
    expect(await told()).toEqual(before)
    for (const { documentId } of [goes, ends]) await measures.delete({ documentId, locale: '*' })
    expect(await told()).toEqual(before)
  })

  test('is said by a decision on it, and by every address that it had', async () => {
    const gone = await cast.measure(old, { title: 'Entschieden', slug: 'erste-adresse' })
    const { documentId } = await cast.decision({ measure: gone.documentId })
    await measures.update({ documentId: gone.documentId, data: { slug: 'zweite-adresse' }, status: 'published' })
    await measures.delete({ documentId: gone.documentId })
    expect(
      await read(
        cms, `{ decision(documentId: "${documentId}") { measure { slug } goneMeasures { title wasDeleted } } }`,
      ),
    ).toEqual({ decision: { measure: null, goneMeasures: [{ title: 'Entschieden', wasDeleted: true }] } })
    for (const slug of ['erste-adresse', 'zweite-adresse'])
      expect(await tombstoneOf(slug)).toMatchObject({ slug: 'zweite-adresse', title: 'Entschieden' })
  })

  test('is called as it was in each language', async () => {
    const [before, after] = [
      await cast.measure(old, { title: 'Verschwunden', slug: 'verschwunden' }), await cast.measure(later),
    ]
    await measures.update({
      documentId: before.documentId, locale: 'en', data: { title: 'Vanished' }, status: 'published',
    })
    const link = await cast.lineage([before], [after])
    await measures.delete({ documentId: before.documentId, locale: '*' })
    expect(await Promise.all(['de', 'en', 'ar'].map(locale => tombstoneOf('verschwunden', locale)))).toMatchObject([
      { title: 'Verschwunden', locale: 'de' }, { title: 'Vanished', locale: 'en' },
      { title: 'Verschwunden', locale: 'de' },
    ])
    expect((await endsOf(link, 'en')).goneMeasures).toMatchObject([{ tombstone: { title: 'Vanished', locale: 'en' } }])
  })

  test('is called as it was public, not as a draft called it', async () => {
    const { documentId } = await cast.measure(old, { title: 'So stand es da', slug: 'so-stand-es-da' })
    await measures.update({ documentId, data: { title: 'Nie veröffentlicht', slug: 'nie-oeffentlich' } })
    await measures.delete({ documentId })
    expect(await tombstoneOf('so-stand-es-da')).toMatchObject({ title: 'So stand es da' })
    expect(await tombstoneOf('nie-oeffentlich')).toBeNull()
  })

  test('leaves nothing behind where it was never public', async () => {
    const draft = await cast.measure(old, { slug: 'nur-entwurf' }, 'draft')
    const link = await cast.lineage([draft], [], { kind: 'dropped' })
    await measures.unpublish({ documentId: draft.documentId })
    expect(await tombstoneOf('nur-entwurf')).toBeNull()
    await measures.delete({ documentId: draft.documentId })
    expect(await tombstoneOf('nur-entwurf')).toBeNull()
    expect((await endsOf(link)).goneMeasures).toEqual([])
  })

  test('is not gone where only a translation was withdrawn or deleted', async () => {
    const { documentId } = await cast.measure(old, { slug: 'uebersetzt' })
    await measures.update({ documentId, locale: 'en', data: { title: 'Translated' }, status: 'published' })
    await measures.unpublish({ documentId, locale: 'en' })
    await measures.delete({ documentId, locale: 'en' })
    expect(await tombstoneOf('uebersetzt')).toBeNull()
    expect(await read(cms, '{ measures(filters: { slug: { eq: "uebersetzt" } }) { languages } }')).toEqual({
      measures: [{ languages: ['de'] }],
    })
  })

  test('has no tombstone under another type, and a type that does not exist is refused', async () => {
    expect(await tombstoneOf('geloescht', 'de', 'Plan')).toBeNull()
    const { errors } = await ask(cms, '{ tombstone(type: "Nonsense", slug: "geloescht") { slug } }')
    expect(errors).toMatchObject([{ message: expect.stringMatching(/Nonsense.*Measure/) }])
    expect(await tombstoneOf('gab-es-nie')).toBeNull()
  })

  test('is found no more and counted no more, and its going is all that changed', async () => {
    const plan = await cast.plan({ title: 'Zählplan', slug: 'zaehlplan' })
    const [stays, goes] = [await cast.measure(plan), await cast.measure(plan)]
    const update = await cast.update(goes)
    await cms.documents(UPDATE).delete({ documentId: update.documentId, locale: '*' })
    await measures.delete({ documentId: goes.documentId })
    expect(
      await read(
        cms,
        '{ measureFinder(plan: "zaehlplan") { total } plans(filters: { slug: { eq: "zaehlplan" } }) { measureCount } '
        + 'changes(since: "2000-01-01", plan: "zaehlplan") { total } }',
      ),
    ).toEqual({ measureFinder: { total: 1 }, plans: [{ measureCount: 1 }], changes: { total: 1 } })
    expect(await measures.findOne({ documentId: stays.documentId, status: 'published' })).not.toBeNull()
  })
})

interface Revision {
  number: number
  newest: number
  locale: string
  slug: string
  isPublic: boolean
  publishedOn: string
  snapshot: { measure: Values } | null
  withdrawnFor: string | null
}

async function revisionOf(
  slug: string, number: number | null = null, locale = 'de', type = 'Measure',
): Promise<Revision | null> {
  const { data, errors } = await ask<{ revision: Revision | null }>(
    cms,
    'query ($type: String!, $slug: String!, $number: Int, $locale: I18NLocaleCode) { revision(type: $type, slug: '
    + '$slug, number: $number, locale: $locale) { number newest locale slug isPublic publishedOn snapshot '
    + 'withdrawnFor } }',
    { type, slug, number, locale },
  )
  expect(errors).toEqual([])
  return data?.revision ?? null
}

/** The numbers that are kept of a document in a language. */
async function numbersOf({ documentId }: Row, language = 'de'): Promise<number[]> {
  const rows = await cms.strapi.db
    .query('api::ledger.revision')
    .findMany({ where: { document: documentId, language }, orderBy: 'number' })
  return rows.map(({ number }) => number)
}

describe('revisions', () => {
  test('are numbered from 1, one for every publish and none for a draft', async () => {
    const measure = await cast.measure(old, { title: 'Erste', slug: 'gezaehlt' })
    expect(await numbersOf(measure)).toEqual([1])
    await measures.update({ documentId: measure.documentId, data: { title: 'Zweite' } })
    expect(await numbersOf(measure)).toEqual([1])
    await measures.publish({ documentId: measure.documentId })
    await measures.update({ documentId: measure.documentId, data: { title: 'Dritte' }, status: 'published' })
    expect(await numbersOf(measure)).toEqual([1, 2, 3])
    const all = await Promise.all([1, 2, 3, null].map(number => revisionOf('gezaehlt', number)))
    expect(all.map(revision => [revision?.number, revision?.newest, revision?.snapshot?.measure.title])).toEqual([
      [1, 3, 'Erste'], [2, 3, 'Zweite'], [3, 3, 'Dritte'], [3, 3, 'Dritte'],
    ])
    expect(
      all.every(revision => revision?.isPublic && revision.locale === 'de' && revision.withdrawnFor === null),
    ).toBe(true)
  })

  test.each([0, -1, 2, 99, 2_147_483_647])('there is none with the number %i', async (number) => {
    const slug = `nummer-${Math.abs(number)}-${number < 0 ? 'minus' : 'plus'}`
    await cast.measure(old, { slug })
    expect(await revisionOf(slug, number)).toBeNull()
  })

  test('there is none of a draft, of a type without addresses, of what never was; a type that does not exist is '
    + 'refused', async () => {
    await cast.measure(old, { slug: 'entwurf-ohne-fassung' }, 'draft')
    expect(await revisionOf('entwurf-ohne-fassung')).toBeNull()
    expect(await revisionOf('gab-es-nie')).toBeNull()
    expect(await revisionOf(String(old.slug), null, 'de', 'Plan')).toBeNull()
    const { errors } = await ask(cms, '{ revision(type: "Nonsense", slug: "gezaehlt") { number } }')
    expect(errors).toMatchObject([{ message: expect.stringMatching(/Nonsense.*Measure/) }])
  })

  test('are numbered in each language: publishing English revises only English, publishing German both', async () => {
    const measure = await cast.measure(old, { title: 'Deutsch', slug: 'zweisprachig' })
    expect(await revisionOf('zweisprachig', null, 'en')).toBeNull()
    await measures.update({
      documentId: measure.documentId, locale: 'en', data: { title: 'English' }, status: 'published',
    })
    expect([await numbersOf(measure), await numbersOf(measure, 'en')]).toEqual([[1], [1]])
    await measures.update({
      documentId: measure.documentId, locale: 'en', data: { title: 'Better English' }, status: 'published',
    })
    expect([await numbersOf(measure), await numbersOf(measure, 'en')]).toEqual([[1], [1, 2]])
    await measures.update({ documentId: measure.documentId, data: { period: '2023' }, status: 'published' })
    expect([await numbersOf(measure), await numbersOf(measure, 'en')]).toEqual([
      [1, 2], [1, 2, 3],
    ])
    expect((await revisionOf('zweisprachig', 1, 'en'))?.snapshot?.measure).toMatchObject({
      title: 'English', locale: 'en', period: null,
    })
    expect((await revisionOf('zweisprachig', 3, 'en'))?.snapshot?.measure).toMatchObject({
      title: 'Better English', period: '2023',
    })
    expect((await revisionOf('zweisprachig', 2))?.snapshot?.measure).toMatchObject({
      title: 'Deutsch', locale: 'de', period: '2023',
    })
  })

  test.each([
    ['status update', UPDATE, (measure: Row) => cast.update(measure), 'statusUpdates'],
    ['decision', DECISION, (measure: Row) => cast.decision({ measure: measure.documentId }), 'decisions'],
    ['funded project', PROJECT, (measure: Row) => cast.project(old, { measure: measure.documentId }), 'fundedProjects'],
    ['link', LINEAGE, (measure: Row) => cast.lineage([measure], [], { kind: 'dropped' }), 'becameOf'],
  ])('a %s that is published or deleted is a revision of its measure', async (name, uid, make, attribute) => {
    const slug = `mit-${name.replace(' ', '-')}`
    const measure = await cast.measure(old, { slug })
    await measures.update({
      documentId: measure.documentId, locale: 'en', data: { title: 'A measure' }, status: 'published',
    })
    const part = await make(measure)
    expect([await numbersOf(measure), await numbersOf(measure, 'en')]).toEqual([[1, 2], [1, 2]])
    await cms.documents(uid).delete({ documentId: part.documentId, locale: '*' })
    expect(await numbersOf(measure)).toEqual([1, 2, 3])
    expect(
      await Promise.all(
        [1, 2, 3].map(async number => [(await revisionOf(slug, number))?.snapshot?.measure[attribute]].flat().length),
      ),
    ).toEqual([0, 1, 0])
  })

  test('an update in draft revises nothing, one that is withdrawn does', async () => {
    const measure = await cast.measure(old, { slug: 'mit-entwurf' })
    const draft = await cast.update(measure, {}, 'draft')
    expect(await numbersOf(measure)).toEqual([1])
    await cms.documents(UPDATE).publish({ documentId: draft.documentId })
    await cms.documents(UPDATE).unpublish({ documentId: draft.documentId })
    expect(await numbersOf(measure)).toEqual([1, 2, 3])
    expect((await revisionOf('mit-entwurf', 3))?.snapshot?.measure.statusUpdates).toEqual([])
  })

  test('an update that moves to another measure revises both', async () => {
    const [from, to] = [await cast.measure(old, { slug: 'davon' }), await cast.measure(old, { slug: 'dorthin' })]
    const { documentId } = await cast.update(from)
    await cms.documents(UPDATE).update({ documentId, data: { measure: to.documentId }, status: 'published' })
    expect((await revisionOf('dorthin'))?.snapshot?.measure.statusUpdates).toMatchObject([{ documentId }])
    expect((await revisionOf('davon'))?.snapshot?.measure.statusUpdates).toEqual([])
  })

  test('a link that leaves a measure revises it as well', async () => {
    const [a, b, after] = [
      await cast.measure(old, { slug: 'bleibt-verlinkt' }), await cast.measure(old, { slug: 'nicht-mehr-verlinkt' }),
      await cast.measure(later),
    ]
    const { documentId } = await cast.lineage([a, b], [after], { kind: 'merged' })
    await cms.documents(LINEAGE).update({ documentId, data: { kind: 'continued', from: [a.documentId] }, status: 'published' })
    expect((await revisionOf('bleibt-verlinkt'))?.snapshot?.measure.becameOf).toMatchObject([{ kind: 'continued' }])
    expect((await revisionOf('nicht-mehr-verlinkt'))?.snapshot?.measure.becameOf).toEqual([])
  })

  test('never change, whatever happens to the measure and to what it cites', async () => {
    const measure = await cast.measure(old, { title: 'Wie es war', slug: 'wie-es-war' })
    const update = await cast.update(measure, { stage: 'adopted' })
    const whole = async () => Promise.all([1, 2].map(number => revisionOf('wie-es-war', number)))
    const before = await whole()
    expect(before[1]?.snapshot?.measure).toMatchObject({
      title: 'Wie es war', statusUpdates: [{ stage: 'adopted' }], plan: { title: 'Alter Plan' },
    })
    await measures.update({ documentId: measure.documentId, data: { title: 'Wie es ist' }, status: 'published' })
    await cms
      .documents(UPDATE)
      .update({ documentId: update.documentId, data: { stage: 'completed' }, status: 'published' })
    await cms.documents('api::plan.plan').update({ documentId: old.documentId, data: { title: 'Umbenannter Plan' }, status: 'published' })
    expect((await whole()).map(revision => [revision?.snapshot, revision?.publishedOn])).toEqual(
      before.map(revision => [revision?.snapshot, revision?.publishedOn]),
    )
    await cms.documents('api::plan.plan').update({ documentId: old.documentId, data: { title: 'Alter Plan' }, status: 'published' })
  })

  test('are found by the address the measure has now, and say it', async () => {
    const measure = await cast.measure(old, { slug: 'hiess-frueher-so' })
    await measures.update({ documentId: measure.documentId, data: { slug: 'heisst-jetzt-so' }, status: 'published' })
    expect(await revisionOf('heisst-jetzt-so', 1)).toMatchObject({
      number: 1, newest: 2, slug: 'heisst-jetzt-so', isPublic: true,
    })
    expect(await revisionOf('hiess-frueher-so', 1)).toMatchObject({ number: 1, newest: 2, slug: 'heisst-jetzt-so' })
  })

  test('stay readable after the measure was withdrawn or deleted, and say that it is not public', async () => {
    const measure = await cast.measure(old, { title: 'Zitiert', slug: 'zitiert' })
    await measures.unpublish({ documentId: measure.documentId })
    expect(await revisionOf('zitiert', 1)).toMatchObject({
      isPublic: false, snapshot: { measure: { title: 'Zitiert' } },
    })
    await measures.publish({ documentId: measure.documentId })
    expect(await revisionOf('zitiert', 1)).toMatchObject({ isPublic: true, newest: 2 })
    await measures.delete({ documentId: measure.documentId })
    expect(await revisionOf('zitiert', 2)).toMatchObject({
      isPublic: false, snapshot: { measure: { title: 'Zitiert' } },
    })
  })

  test('that were withdrawn say why and show nothing, the others stay', async () => {
    const measure = await cast.measure(old, { title: 'Mit einem Namen', slug: 'mit-einem-namen' })
    await measures.update({ documentId: measure.documentId, data: { title: 'Ohne Namen' }, status: 'published' })
    await cms.strapi.db
      .query('api::ledger.revision')
      .update({
        where: { document: measure.documentId, language: 'de', number: 1 },
        data: { withdrawnFor: 'Schutz einer Person' },
      })
    expect(await revisionOf('mit-einem-namen', 1)).toMatchObject({
      number: 1, newest: 2, withdrawnFor: 'Schutz einer Person', snapshot: null,
    })
    expect(await revisionOf('mit-einem-namen', 2)).toMatchObject({
      withdrawnFor: null, snapshot: { measure: { title: 'Ohne Namen' } },
    })
  })

  test('show what everyone saw: no draft of anything is in them', async () => {
    const measure = await cast.measure(old, { slug: 'ohne-entwuerfe' })
    await cast.update(measure, { text: 'Geheimer Entwurf' }, 'draft')
    await measures.update({ documentId: measure.documentId, locale: 'en', data: { title: 'A secret draft' } })
    await measures.publish({ documentId: measure.documentId })
    expect(JSON.stringify(await revisionOf('ohne-entwuerfe'))).not.toMatch(/Geheimer|secret/)
    expect((await revisionOf('ohne-entwuerfe'))?.snapshot?.measure).toMatchObject({ languages: ['de'] })
  })

  test('are told by the day on which they were published, not by what they tell of: the newest of each document', async () => {
    const publishedToday = async () => {
      const { publications, changes } = await read<{
        publications: { nodes: { slug: string }[] }
        changes: { nodes: { measure: { slug: string } | null }[] }
      }>(
        cms,
        `{ publications(since: "${today()}", pageSize: 100) { nodes { slug } } changes(since: "${today()}", pageSize: `
        + `100) { nodes { measure { slug } } } }`,
      )
      const count = (slugs: (string | undefined)[]) => slugs.filter(slug => slug === 'neu-veroeffentlicht').length
      return {
        published: count(publications.nodes.map(({ slug }) => slug)),
        changed: count(changes.nodes.map(({ measure }) => measure?.slug)),
      }
    }
    const measure = await cast.measure(old, { slug: 'neu-veroeffentlicht' })
    await cast.update(measure, { date: '2010', stage: 'ongoing' })
    expect(await publishedToday()).toEqual({ published: 1, changed: 0 })
    const revisions = cms.strapi.db.query('api::ledger.revision')
    const where = { document: measure.documentId, language: 'de' }
    await revisions.updateMany({ where, data: { publishedOn: new Date('2020-01-01T12:00:00Z') } })
    expect(await publishedToday()).toEqual({ published: 0, changed: 0 })
    await measures.publish({ documentId: measure.documentId })
    expect(await publishedToday()).toEqual({ published: 1, changed: 0 })
    await measures.unpublish({ documentId: measure.documentId })
    expect(await publishedToday()).toEqual({ published: 0, changed: 0 })
  })

  test('of an event are written too', async () => {
    const event = await cms
      .documents(EVENT)
      .create({
        data: {
          title: 'Ein Ereignis', slug: 'ein-ereignis', date: '2021', kind: 'report', plan: old.documentId,
          citations: cast.citations,
        },
        status: 'published',
      })
    await cms.documents(EVENT).publish({ documentId: event.documentId })
    expect(await numbersOf(event)).toEqual([1, 2])
    expect(await revisionOf('ein-ereignis', 1, 'de', 'TimelineEvent')).toMatchObject({
      newest: 2, snapshot: { timelineEvent: { title: 'Ein Ereignis', date: '2021' } },
    })
  })

  test('have each number once, also where two people publish at the same moment', async () => {
    const measure = await cast.measure(old, { slug: 'gleichzeitig' })
    const results = await Promise.allSettled([1, 2, 3].map(() => measures.publish({ documentId: measure.documentId })))
    const numbers = await numbersOf(measure)
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
    expect(numbers.length).toBeGreaterThan(results.filter(({ status }) => status === 'fulfilled').length)
  })
})

interface Version {
  number: number
  changed: { kind: string, fields: string[], words: number, sentence: string } | null
}

async function versionsOf(slug: string, locale = 'de', type = 'Measure'): Promise<Version[]> {
  const { data, errors } = await ask<{ revision: { versions: Version[] } | null }>(
    cms,
    'query ($type: String!, $slug: String!, $locale: I18NLocaleCode) { revision(type: $type, slug: $slug, locale: '
    + '$locale) { versions { number changed { kind fields words sentence } } } }',
    { type, slug, locale },
  )
  expect(errors).toEqual([])
  return data?.revision?.versions ?? []
}

describe('what a publication changed', () => {
  const said = async (slug: string, locale?: string, type?: string) =>
    (await versionsOf(slug, locale, type)).map(({ changed }) => changed && changed.sentence)

  test('is kept with its version and said in its language', async () => {
    const measure = await cast.measure(old, {
      title: 'Nachtbus', slug: 'nachtbus', summary: 'Ein Buss in der Nacht.', text: [paragraph('Er fährt.')],
    })
    const { documentId } = measure
    const publish = (data: Values, locale?: string) =>
      measures.update({ documentId, data, status: 'published', ...locale && { locale } })
    await publish({ summary: 'Ein Bus in der Nacht.' })
    await publish({ summary: 'Kein Bus in der Nacht.' })
    await publish({ text: [{ type: 'paragraph', children: [{ type: 'text', text: 'Er fährt.', bold: true }] }] })
    await publish({ period: '2021/..', cost: '5 Euro' })
    await publish({ period: '2022/..', summary: 'Kein Bus am Tag.' })
    await publish({ title: 'حافلة ليلية' }, 'ar')
    const update = await cast.update(measure, { stage: 'adopted', text: 'Beschlossn.' })
    await cms.documents(UPDATE).update({ documentId: update.documentId, data: { text: 'Beschlossen.' }, status: 'published' })
    await measures.publish({ documentId })
    expect(await said('nachtbus')).toEqual([
      'Ohne Änderung neu veröffentlicht.',
      'Rechtschreibung oder Schreibweise geändert (Wörter: 1).',
      'Angaben geändert: Stand.',
      'Angaben geändert: Zeitraum. Auch der Text ist geändert (Wörter: 3).',
      'Angaben geändert: Zeitraum und Kosten.',
      'Nur Satzzeichen oder Gestaltung geändert.',
      'Text geändert (Wörter: 1).',
      'Rechtschreibung oder Schreibweise geändert (Wörter: 1).',
      'Neu.',
    ])
    expect(await said('nachtbus', 'ar')).toEqual([
      'تغيّر الإملاء (عدد الكلمات: 1).', 'تغيّرت بيانات: الوضع.', 'تُرجم حديثًا (العربية).',
    ])
    expect((await versionsOf('nachtbus')).at(-4)?.changed).toMatchObject({ kind: 'form', fields: [], words: 0 })
    expect((await versionsOf('nachtbus')).at(-5)?.changed).toMatchObject({
      kind: 'facts', fields: expect.arrayContaining(['period', 'cost']), words: 0,
    })
  })

  test('is told of all that was published since a day', async () => {
    const measure = await cast.measure(old, { slug: 'zweimal-veroeffentlicht', summary: 'Ein Bus.' })
    await measures.update({ documentId: measure.documentId, data: { summary: 'Zwei Busse.' }, status: 'published' })
    const { publications } = await read<{
      publications: { nodes: { slug: string, versions: Version[] }[] }
    }>(
      cms,
      `{ publications(since: "${today()}", pageSize: 100) { nodes { slug versions { number changed { kind fields words `
      + 'sentence } } } } }',
    )
    const found = publications.nodes.find(({ slug }) => slug === 'zweimal-veroeffentlicht')
    expect(found?.versions.map(({ number, changed }) => [number, changed?.kind])).toEqual([[2, 'text'], [1, 'new']])
  })

  test('is not known of versions from before it was kept, and of what follows a withdrawn one', async () => {
    const measure = await cast.measure(old, { slug: 'von-frueher' })
    const revisions = cms.strapi.db.query('api::ledger.revision')
    const where = { document: measure.documentId, language: 'de', number: 1 }
    await revisions.updateMany({ where, data: { changed: null } })
    expect(await said('von-frueher')).toEqual([null])
    await measures.update({ documentId: measure.documentId, data: { period: '2020' }, status: 'published' })
    expect(await said('von-frueher')).toEqual(['Angaben geändert: Zeitraum.', null])
    await revisions.updateMany({ where: { ...where, number: 2 }, data: { snapshot: null, withdrawnFor: 'Recht' } })
    await measures.publish({ documentId: measure.documentId })
    expect(await said('von-frueher')).toEqual([null, 'Angaben geändert: Zeitraum.', null])
  })

  test('is not what an earlier form of the question left out', async () => {
    const measure = await cast.measure(old, { slug: 'frueher-gefragt', period: '2020' })
    await cast.update(measure, { stage: 'adopted' })
    const revisions = cms.strapi.db.query('api::ledger.revision')
    const where = { document: measure.documentId, language: 'de', number: 2 }
    const { snapshot } = await revisions.findOne({ where })
    const { period, code, ...rest } = snapshot.measure
    const statusUpdates = rest.statusUpdates.map(({ stage, date, text, locale, documentId }: Values) => ({
      stage, date, text, locale, documentId,
    }))
    expect([period, code]).toEqual(['2020', null])
    await revisions.updateMany({ where, data: { snapshot: { measure: { ...rest, statusUpdates } } } })
    await measures.publish({ documentId: measure.documentId })
    expect((await said('frueher-gefragt'))[0]).toBe('Ohne Änderung neu veröffentlicht.')
  })

  test('of what was published before there were versions is not known, of what is seeded it is that it is new', async () => {
    const { writeFirstRevisions } = require('../dist/src/revision/revision')
    const before = await withoutRevisions(() => cast.measure(old, { slug: 'vor-den-fassungen' }))
    await writeFirstRevisions(cms.strapi, { areNew: false })
    expect(await said('vor-den-fassungen')).toEqual([null])
    const seeded = await withoutRevisions(() => cast.measure(old, { slug: 'aus-dem-seed' }))
    await writeFirstRevisions(cms.strapi, { areNew: true })
    expect(await said('aus-dem-seed')).toEqual(['Neu.'])
    expect(before.documentId).not.toBe(seeded.documentId)
  })

  test('of an article, an event and a page is said too', async () => {
    const article = await cast.article({ slug: 'ein-bericht', body: [{ __component: 'article.text', text: [paragraph('Eins.')] }] })
    await cms.documents(ARTICLE).update({
      documentId: article.documentId, status: 'published',
      data: { body: [{ __component: 'article.text', text: [paragraph('Zwei.')] }], date: '2022' },
    })
    expect(await said('ein-bericht', 'de', 'Article')).toEqual([
      'Angaben geändert: Datum. Auch der Text ist geändert (Wörter: 1).', 'Neu.',
    ])
    const page = await cast.page({ slug: 'eine-seite-mehr' })
    await cms.documents(PAGE).update({ documentId: page.documentId, data: { lead: 'Worum es geht.' }, status: 'published' })
    expect(await said('eine-seite-mehr', 'de', 'Page')).toEqual(['Text geändert (Wörter: 3).', 'Neu.'])
  })

  test('names nobody who was withdrawn, nor tells that her name is gone', async () => {
    const person = await cast.person({ name: 'Wilhelmine Zurückgezogen', slug: 'wilhelmine' })
    const page = await cast.page({ slug: 'mit-wilhelmine', text: [paragraph('Es sprach Wilhelmine Zurückgezogen.')] })
    await cms.documents(PERSON).unpublish({ documentId: person.documentId })
    await cms.documents(PAGE).publish({ documentId: page.documentId })
    expect(await said('mit-wilhelmine', 'de', 'Page')).toEqual(['Ohne Änderung neu veröffentlicht.', 'Neu.'])
    const stored = await cms.strapi.db.query('api::ledger.revision').findMany({
      select: ['changed', 'snapshot'], where: { document: page.documentId, number: 2 },
    })
    expect(JSON.stringify(stored)).not.toContain('Wilhelmine')
  })
})
