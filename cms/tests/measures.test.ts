/**
 * Measures and what is said of them: what is refused, what is derived, and what stays when something is published
 * again.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Core } from '@strapi/strapi'
import { formatDay, today } from 'shared-types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  ARTICLE, type Cast, castOf, CONTRIBUTION, DECISION, EVENT, LINEAGE, MEASURE, only, PHASE, PROJECT, read, UPDATE,
  withoutRevisions,
} from './cast'
import { ask, type Cms, type Documents, fewestStatementsOf, refusalOf, type Row, startCms, type Values } from './strapi'

const require = createRequire(import.meta.url)
const {
  settleAllDates,
}: { settleAllDates: (strapi: Core.Strapi) => Promise<void> } = require('../dist/src/derived/counts-from')
const {
  relabelDates,
}: { relabelDates: (strapi: Core.Strapi) => Promise<void> } = require('../dist/src/derived/label')

let cms: Cms
let cast: Cast
let measures: Documents
/** Three plans, one after the other. */
let first: Row
let second: Row
let third: Row

beforeAll(async () => {
  cms = await startCms()
  cast = await castOf(cms)
  measures = cms.documents(MEASURE)
  first = await cast.plan({ title: 'Erster Plan', valid: '2008/2018' })
  second = await cast.plan({ title: 'Zweiter Plan', valid: '2018/2022', predecessor: first.documentId })
  third = await cast.plan({ title: 'Dritter Plan', valid: '2022/..', predecessor: second.documentId })
})

afterAll(() => cms?.stop())

describe('the source of an update', () => {
  const sentence = '„Belege“ fehlen noch: Woher wissen wir das? Bitte nennen Sie mindestens eine Quelle'

  test.each([
    ['without a citation', []],
    ['without any word on it', undefined],
    ['with a citation that names no source', [{ page: '7', quote: 'Es läuft gut.' }]],
    ['with a citation whose source was taken out', [{ source: { connect: [], disconnect: [] }, page: '7' }]],
  ])('an update %s is not published', async (_name, citations) => {
    const measure = await cast.measure(first)
    expect(await refusalOf(cast.update(measure, { citations }))).toContain(sentence)
    const { documentId } = await cast.update(measure, { citations }, 'draft')
    expect(await refusalOf(cms.documents(UPDATE).publish({ documentId }))).toContain(sentence)
    expect(await cms.documents(UPDATE).findOne({ documentId, status: 'published' })).toBeNull()
  })

  test('an update that loses its source cannot be published again, and what was published stays', async () => {
    const { documentId } = await cast.update(await cast.measure(first))
    expect(
      await refusalOf(cms.documents(UPDATE).update({ documentId, data: { citations: [] }, status: 'published' })),
    ).toContain(sentence)
    expect(
      (await cms.documents(UPDATE).findOne({ documentId, status: 'published', populate: ['citations'] }))?.citations,
    ).toHaveLength(1)
  })

  test.each([
    ['measure', 'Maßnahme'], ['date', 'Datum'], ['stage', 'Stand'],
  ])('an update without %s stays a draft', async (name, label) => {
    const { documentId } = await cast.update(await cast.measure(first), { [name]: null }, 'draft')
    expect(await refusalOf(cms.documents(UPDATE).publish({ documentId }))).toContain(`„${label}“ fehlt noch`)
  })

  test('a link, a decision and a measure without source are refused as well', async () => {
    const [from, to] = [await cast.measure(first), await cast.measure(second)]
    expect(await refusalOf(cast.lineage([from], [to], { citations: [] }))).toContain(sentence)
    expect(await refusalOf(cast.decision({ measure: from.documentId, citations: [{ page: '3' }] }))).toContain(sentence)
    expect(await refusalOf(cast.measure(first, { citations: [] }))).toContain(sentence)
  })
})

describe('an update before its plan began', () => {
  let measure: Row

  beforeAll(async () => {
    const plan = await cast.plan({ title: 'Plan mit Phasen', valid: '2022-09/..' })
    measure = await cast.measure(plan)
    await cms
      .documents(PHASE)
      .create({ data: { title: 'Beratung', slug: 'beratung', plan: plan.documentId, order: 2, valid: '2022/2022-09' }, status: 'published' })
    await cms
      .documents(PHASE)
      .create({
        data: { title: 'Strategie', slug: 'strategie', plan: plan.documentId, order: 1, valid: '2020-01/2021-02-25' },
        status: 'published',
      })
  })

  test.each([
    ['2019-12-31', '31. Dezember 2019'], ['2019-12', 'Dezember 2019'], ['2019', '2019'],
    ['2018/2019-12-31', '2018–2019'], ['2019/2020-01', '2019–2020'], ['2019/..', 'seit 2019'], ['2008', '2008'],
  ])(
    'dated %s, before the first phase, is refused with the beginning',
    async (date, inWords) => {
      const refusal = await refusalOf(cast.update(measure, { date }, 'draft'))
      expect(refusal).toContain(`„Datum“: ${inWords} liegt vor dem Beginn des Plans „Plan mit Phasen“ (1. Januar 2020)`)
      expect(refusal).toContain('tragen Sie bei ihm zuerst eine frühere Phase ein')
      expect(await refusalOf(cast.decision({ date, measure: measure.documentId }, 'draft'))).toContain(
        'liegt vor dem Beginn des Plans',
      )
    },
  )

  test.each(['2020-01-01', '2020', '2020/2022', '2022-09'])('dated %s, it may lie within the process', async (date) => {
    const { documentId } = await cast.update(measure, { date })
    expect(await cms.documents(UPDATE).findOne({ documentId, status: 'published' })).toMatchObject({ date })
  })

  test('a plan without phases begins with its validity', async () => {
    const ofSecond = await cast.measure(second)
    expect(await refusalOf(cast.update(ofSecond, { date: '2017-12-31' }))).toContain('(1. Januar 2018)')
    expect(await cast.update(ofSecond, { date: '2018-01-01' })).toMatchObject({ countsFrom: '2018-01-01' })
  })

  test('an update is not moved there either', async () => {
    const { documentId } = await cast.update(measure, { date: '2020-06' })
    expect(await refusalOf(cms.documents(UPDATE).update({ documentId, data: { date: '2019' } }))).toContain(
      'liegt vor dem Beginn',
    )
    expect(
      await refusalOf(
        cms.documents(UPDATE).update({ documentId, data: { measure: (await cast.measure(third)).documentId } }),
      ),
    ).toContain('liegt vor dem Beginn des Plans „Dritter Plan“')
  })
})

describe('what a decision and an update are about', () => {
  const choice = 'Bitte geben Sie genau eines an: „Maßnahme“ oder „Ganzer Plan“.'

  test('a decision is about a measure or a plan, never both and never neither', async () => {
    const measure = await cast.measure(first)
    expect(await refusalOf(cast.decision({ measure: measure.documentId, plan: first.documentId }))).toContain(choice)
    expect(await refusalOf(cast.decision())).toContain(choice)
    const draft = await cast.decision({}, 'draft')
    expect(await refusalOf(cms.documents(DECISION).publish({ documentId: draft.documentId }))).toContain(choice)
    for (const about of [{ measure: measure.documentId }, { plan: first.documentId }])
      expect((await cast.decision(about)).publishedAt).not.toBeNull()
  })

  test('a decision that moves from a measure to its plan leaves the measure', async () => {
    const measure = await cast.measure(first)
    const { documentId } = await cast.decision({ measure: measure.documentId })
    await cms
      .documents(DECISION)
      .update({
        documentId,
        data: {
          measure: { connect: [], disconnect: [{ documentId: measure.documentId }] },
          plan: { connect: [{ documentId: first.documentId }] },
        },
        status: 'published',
      })
    expect(
      await cms.documents(DECISION).findOne({ documentId, status: 'published', populate: ['measure', 'plan'] }),
    ).toMatchObject({ measure: null, plan: { documentId: first.documentId } })
  })

  test('nothing is reported or decided in public on a measure that is not public', async () => {
    const draft = await cast.measure(first, { title: 'Noch geheim' }, 'draft')
    const sentence
      = '„Maßnahme“: „Noch geheim“ ist noch nicht veröffentlicht. Bitte veröffentlichen Sie zuerst diesen Eintrag.'
    expect(await refusalOf(cast.update(draft))).toContain(sentence)
    expect(await refusalOf(cast.decision({ measure: draft.documentId }))).toContain(sentence)
    const update = await cast.update(draft, {}, 'draft')
    expect(await refusalOf(cms.documents(UPDATE).publish({ documentId: update.documentId }))).toContain(sentence)
    await measures.publish({ documentId: draft.documentId })
    await cms.documents(UPDATE).publish({ documentId: update.documentId })
    expect(await cms.documents(UPDATE).findOne({ documentId: update.documentId, status: 'published' })).not.toBeNull()
  })
})

describe('lineage', () => {
  const some = (plan: Row, count: number) =>
    Promise.all(Array.from({ length: count }, (_, index) => cast.measure(plan, { title: `Maßnahme ${index}` })))
  const someBodies = async (count: number) => {
    const made: string[] = []
    for (let index = 0; index < count; index += 1) {
      const { documentId } = await cms
        .documents('api::contributor.organisation')
        .create({ data: { name: 'Ein Gremium', kind: 'committee', certainty: 'documented', citations: cast.citations } })
      made.push(documentId)
    }
    return made
  }

  test('a measure does not come from itself', async () => {
    const measure = await cast.measure(first)
    expect(await refusalOf(cast.lineage([measure], [measure]))).toContain(
      'Eine Maßnahme kann nicht aus sich selbst hervorgehen',
    )
    expect(
      await refusalOf(
        cast.lineage([measure, await cast.measure(first)], [await cast.measure(second), measure], { kind: 'split' }),
      ),
    ).toContain('nicht aus sich selbst')
  })

  test('a link within one plan is refused: that is an update or a decision', async () => {
    const [a, b] = [await cast.measure(first), await cast.measure(first)]
    expect(await refusalOf(cast.lineage([a], [b]))).toContain('Beide Seiten gehören zu demselben Plan')
    expect(await refusalOf(cast.lineage([a], [await cast.measure(second), b], { kind: 'split' }))).toContain(
      'Beide Seiten gehören zu demselben Plan',
    )
  })

  test('a circle is refused, over two plans and over three', async () => {
    const [a, b, c] = [await cast.measure(first), await cast.measure(second), await cast.measure(third)]
    await cast.lineage([a], [b])
    expect(await refusalOf(cast.lineage([b], [a]))).toContain('Das ergäbe einen Kreis')
    await cast.lineage([b], [c], { kind: 'renamed' })
    expect(await refusalOf(cast.lineage([c], [a]))).toContain('Das ergäbe einen Kreis')
    expect(await cms.strapi.db.query(LINEAGE).count({ where: { from: { documentId: c.documentId } } })).toBe(0)
  })

  test('a link that is saved again is no circle with itself, and is not turned into one', async () => {
    const [a, b, c] = [await cast.measure(first), await cast.measure(second), await cast.measure(third)]
    const { documentId } = await cast.lineage([a], [b])
    const next = await cast.lineage([b], [c])
    await cms.documents(LINEAGE).update({ documentId, data: { reason: 'Steht so im Bericht.' }, status: 'published' })
    expect(
      await refusalOf(
        cms
          .documents(LINEAGE)
          .update({
            documentId: next.documentId,
            data: { to: { connect: [{ documentId: a.documentId }], disconnect: [{ documentId: c.documentId }] } },
            status: 'published',
          }),
      ),
    ).toContain('Das ergäbe einen Kreis')
    expect(await cms.documents(LINEAGE).findOne({ documentId, populate: ['from', 'to'] })).toMatchObject({
      reason: 'Steht so im Bericht.', from: [{ documentId: a.documentId }], to: [{ documentId: b.documentId }],
    })
  })

  test.each([
    ['continued', 1, 0, '„Fortgeführt“'], ['continued', 0, 1, '„Fortgeführt“'], ['renamed', 1, 0, '„Umbenannt“'],
    ['narrowed', 0, 1, '„Enger gefasst“'], ['widened', 1, 0, '„Weiter gefasst“'], ['split', 1, 1, '„Aufgeteilt“'],
    ['split', 0, 2, '„Aufgeteilt“'], ['merged', 1, 1, '„Zusammengelegt“'], ['merged', 2, 0, '„Zusammengelegt“'],
    ['institutionalised', 0, 1, '„In die Regelarbeit übernommen“'], ['fulfilled', 1, 1, '„Erfüllt“'],
    ['fulfilled', 0, 0, '„Erfüllt“'], ['dropped', 1, 1, '„Fallen gelassen“'], ['dropped', 0, 0, '„Fallen gelassen“'],
    ['new', 1, 1, '„Neu“'], ['new', 0, 0, '„Neu“'],
  ])('"%s" is refused with %i measures before and %i after', async (kind, before, after, word) => {
    expect(await refusalOf(cast.lineage(await some(first, before), await some(second, after), { kind }))).toContain(
      `${word} braucht`,
    )
  })

  test.each([
    ['continued', 1, 1], ['renamed', 1, 1], ['narrowed', 2, 1], ['widened', 1, 2], ['split', 1, 2], ['merged', 2, 1],
    ['institutionalised', 1, 0], ['institutionalised', 1, 1], ['fulfilled', 1, 0], ['dropped', 2, 0], ['new', 0, 1],
  ])('"%s" links %i measures to %i', async (kind, before, after) => {
    const { documentId } = await cast.lineage(await some(first, before), await some(second, after), { kind })
    const link = await cms.documents(LINEAGE).findOne({ documentId, populate: ['from', 'to'] })
    expect([link?.from, link?.to].map(side => [side].flat().length)).toEqual([before, after])
  })

  test.each([
    ['continued', 0, 1], ['renamed', 0, 1], ['narrowed', 0, 1], ['widened', 1, 1], ['split', 0, 2], ['split', 1, 1],
    ['institutionalised', 0, 1], ['fulfilled', 0, 1], ['fulfilled', 0, 2],
  ])('"%s" leads from a measure to %i measures and %i bodies', async (kind, measuresAfter, bodies) => {
    const toOrganisations = await someBodies(bodies)
    const { documentId } = await cast.lineage(await some(first, 1), await some(second, measuresAfter), {
      kind, toOrganisations,
    })
    const link = await cms.documents(LINEAGE).findOne({ documentId, populate: ['to', 'toOrganisations'] })
    expect([link?.to, link?.toOrganisations].map(side => [side].flat().length)).toEqual([measuresAfter, bodies])
    expect(link?.label).toContain('Ein Gremium')
  })

  test.each([
    ['dropped', 1, 0, '„Fallen gelassen“'], ['new', 0, 0, '„Neu“'], ['fulfilled', 1, 1, '„Erfüllt“'],
    ['merged', 1, 0, '„Zusammengelegt“'], ['split', 1, 0, '„Aufgeteilt“'],
  ])('"%s" is refused with %i measures before, %i after and a body', async (kind, before, after, word) => {
    const toOrganisations = await someBodies(1)
    expect(
      await refusalOf(cast.lineage(await some(first, before), await some(second, after), { kind, toOrganisations })),
    ).toContain(`${word} braucht`)
  })

  test('a measure cannot be moved into the plan to which it leads', async () => {
    const [a, b] = [await cast.measure(first), await cast.measure(second)]
    await cast.lineage([a], [b])
    expect(await refusalOf(measures.update({ documentId: a.documentId, data: { plan: second.documentId } }))).toContain(
      'demselben Plan',
    )
  })
})

describe('what is computed', () => {
  const { words }: { words: Record<string, Record<string, string>> } = JSON.parse(
    readFileSync('../shared-types/languages/de.json', 'utf8'),
  )

  test('an update is named by its date, its stage and its measure', async () => {
    const { documentId } = await cast.update(await cast.measure(first, { title: 'Deutschkurse' }), {
      date: '2021-11-01', stage: 'struck',
    })
    expect(await cms.documents(UPDATE).findOne({ documentId })).toMatchObject({
      label: `Deutschkurse · ${words.stage?.struck} · 1. November 2021`,
    })
    await cms.documents(UPDATE).update({ documentId, data: { stage: 'ongoing' } })
    expect(await cms.documents(UPDATE).findOne({ documentId })).toMatchObject({
      label: `Deutschkurse · ${words.stage?.ongoing} · 1. November 2021`,
    })
  })

  test('what a version named that did not put dates into words is named so at a start, and nobody has saved it', async () => {
    const { documentId } = await cast.update(await cast.measure(first, { title: 'Deutschkurse' }), { date: '2021-11~' })
    const rows = cms.strapi.db.query(UPDATE)
    const named = await rows.findMany({ where: { documentId }, orderBy: 'id' })
    expect(named[0].label).toBe(`Deutschkurse · ${words.stage?.adopted} · etwa November 2021`)
    const label = named[0].label.replace('etwa November 2021', '2021-11~')
    await cms.strapi.db.queryBuilder(UPDATE).where({ documentId }).update({ label }).execute()
    await relabelDates(cms.strapi)
    expect(await rows.findMany({ where: { documentId }, orderBy: 'id' })).toEqual(named)
  })

  test('a decision is named by its date, its outcome and what it is about', async () => {
    const measure = await cast.measure(first, { title: 'Deutschkurse' })
    expect(
      (await cast.decision({ date: '2021-12', outcome: 'made_recommendation', measure: measure.documentId })).label,
    ).toBe(`Deutschkurse · ${words.outcome?.made_recommendation} · Dezember 2021`)
    expect((await cast.decision({ date: '2021-12', outcome: 'adopted', plan: first.documentId })).label).toBe(
      `Erster Plan · ${words.outcome?.adopted} · Dezember 2021`,
    )
  })

  test('a link is named by where it comes from, its kind and where it leads', async () => {
    const [a, b] = [await cast.measure(first, { title: 'Alt' }), await cast.measure(second, { title: 'Neu' })]
    expect((await cast.lineage([a], [b], { kind: 'renamed' })).label).toBe(`Alt · ${words.lineageKind?.renamed} · Neu`)
    expect((await cast.lineage([a], [], { kind: 'dropped' })).label).toBe(`Alt · ${words.lineageKind?.dropped}`)
  })

  test.each([
    ['2021', '2021-12-31'], ['2021-02', '2021-02-28'], ['2021-02-25', '2021-02-25'], ['2020-06/2020-08', '2020-06-30'],
    ['2023?/2023-03-31', '2023-03-31'], ['2022-09/..', '2022-09-30'],
  ])('what is dated %s counts from %s', async (date, day) => {
    const measure = await cast.measure(first)
    expect(await cast.update(measure, { date })).toMatchObject({ countsFrom: day })
    expect(await cast.decision({ date, measure: measure.documentId })).toMatchObject({ countsFrom: day })
    expect(await cast.lineage([measure], [], { kind: 'dropped', date })).toMatchObject({ countsFrom: day })
  })

  test('without a date nothing counts', async () => {
    const { documentId } = await cast.lineage([await cast.measure(first)], [], { kind: 'dropped', date: '2021' })
    await cms.documents(LINEAGE).update({ documentId, data: { date: null }, status: 'published' })
    expect(await cms.documents(LINEAGE).findOne({ documentId })).toMatchObject({
      date: null, countsFrom: null, startsOn: null,
    })
  })
})

describe('what is published has happened', () => {
  const now = today()
  const [year = '', month = ''] = now.split('-')
  const dayAfter = (days: number) => new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 10)

  test.each([
    [year], [`${year}-${month}`], [`${year}?`], [`${year}-${month}~`], [`${year}/..`], [`${year}/${Number(year) + 1}`],
  ])('so what is dated %s counts from today at the latest', async (date) => {
    const measure = await cast.measure(first)
    const draft = await cast.update(measure, { date }, 'draft')
    await cms.documents(UPDATE).publish({ documentId: draft.documentId })
    const published = await cms.documents(UPDATE).findOne({ documentId: draft.documentId, status: 'published' })
    expect(published).toMatchObject({ countsFrom: now })
    expect(await cast.decision({ date, measure: measure.documentId })).toMatchObject({ countsFrom: now })
    expect(await cast.lineage([measure], [], { kind: 'dropped', date })).toMatchObject({ countsFrom: now })
    expect(await stageOf(measure, dayAfter(-1))).toMatchObject({ stage: 'unknown' })
    expect(await stageOf(measure, now)).toMatchObject({ stage: 'adopted' })
  })

  test('and goes on counting from that day when it is published again, also after it was withdrawn', async () => {
    const measure = await cast.measure(first)
    const { documentId } = await cast.update(measure, { date: year })
    const settled = `${year}-01-02`
    await cms.strapi.db.query(UPDATE).updateMany({ where: { documentId }, data: { countsFrom: settled } })
    const live = () => cms.documents(UPDATE).findOne({ documentId, status: 'published' })
    await cms.documents(UPDATE).update({ documentId, data: { date: year, text: 'Ein Wort mehr.' } })
    await cms.documents(UPDATE).publish({ documentId })
    expect(await live()).toMatchObject({ countsFrom: settled })
    await cms.documents(UPDATE).unpublish({ documentId })
    await cms.documents(UPDATE).publish({ documentId })
    expect(await live()).toMatchObject({ countsFrom: settled })
    await cms.documents(UPDATE).update({ documentId, data: { date: '2021' } })
    await cms.documents(UPDATE).publish({ documentId })
    expect(await live()).toMatchObject({ countsFrom: '2021-12-31' })
  })

  test('also what a version published that did not know it: at a start it is settled, with its draft', async () => {
    const measure = await cast.measure(first)
    const { documentId } = await cast.update(measure, { date: year })
    await cms.documents(UPDATE).update({ documentId, data: { date: '2021', text: 'Noch nicht veröffentlicht.' } })
    const other = await cast.update(measure, { date: year })
    const [began, published] = [`${year}-12-31`, `${year}-01-02`]
    const rows = cms.strapi.db.query(UPDATE)
    for (const id of [documentId, other.documentId]) {
      await rows.updateMany({ where: { documentId: id, date: year }, data: { countsFrom: began } })
      await rows.updateMany({
        where: { documentId: id, publishedAt: { $notNull: true } },
        data: { publishedAt: new Date(`${published}T12:00:00Z`) },
      })
    }
    const savedOn = async () => (await rows.findMany({ orderBy: 'id' })).map(row => row.updatedAt)
    const before = await savedOn()
    await settleAllDates(cms.strapi)
    expect(await savedOn()).toEqual(before)
    const daysOf = async (id: string) => {
      const [draft, live] = await Promise.all(
        (['draft', 'published'] as const).map(status => cms.documents(UPDATE).findOne({ documentId: id, status })),
      )
      return [draft?.countsFrom, live?.countsFrom]
    }
    expect(await daysOf(documentId)).toEqual(['2021-12-31', published])
    expect(await daysOf(other.documentId)).toEqual([published, published])
    await cms.documents(UPDATE).publish({ documentId: other.documentId })
    expect(await daysOf(other.documentId)).toEqual([published, published])
  })

  test('and events of such a version get their place in the order of time', async () => {
    const { documentId, sortKey } = await cms.documents(EVENT).create({
      data: {
        title: 'Sitzung', kind: 'committee', date: '2020', notAfter: '2020-03', plan: first.documentId,
        citations: cast.citations,
      },
      status: 'published',
    })
    const rows = cms.strapi.db.query(EVENT)
    await rows.updateMany({ where: { documentId }, data: { sortKey: null } })
    const before = await rows.findMany({ where: { documentId } })
    await settleAllDates(cms.strapi)
    expect(sortKey).toMatch(/^2020-02-15/)
    // Nobody has saved them.
    expect(await rows.findMany({ where: { documentId } })).toEqual(before.map(row => ({ ...row, sortKey })))
  })

  const nextYear = String(Number(year) + 1)
  const tomorrow = formatDay(dayAfter(1), 'day', 'de')

  test.each([
    [dayAfter(1), tomorrow], [nextYear, nextYear], [`${dayAfter(1)}/..`, `seit ${tomorrow}`],
    [`${nextYear}?`, `${nextYear} (unsicher)`],
  ])(
    'so an update or a decision of %s is refused, and says where it belongs', async (date, inWords) => {
      const measure = await cast.measure(first)
      const told = `„Datum“: ${inWords} liegt in der Zukunft. Veröffentlicht wird hier, was geschehen ist. Geplantes `
        + 'gehört auf die Zeitleiste, als Ereignis oder als Frist.'
      expect(await refusalOf(cast.update(measure, { date }))).toContain(told)
      expect(await refusalOf(cast.decision({ date, measure: measure.documentId }))).toContain(told)
      const draft = await cast.update(measure, { date }, 'draft')
      expect(await refusalOf(cms.documents(UPDATE).publish({ documentId: draft.documentId }))).toContain(told)
    },
  )
})

describe('a decision', () => {
  const decidedOnly = async (values: Values, on: Values = {}) => {
    const measure = await cast.measure(first)
    await cast.decision({ measure: measure.documentId, ...on, ...values })
    return measure
  }

  test.each([
    ['proposed', 'proposed'], ['agreed', 'proposed'], ['agreed_with_changes', 'proposed'], ['postponed', 'postponed'],
    ['rejected', 'struck'], ['struck', 'struck'], ['made_recommendation', 'recommendation'], ['adopted', 'adopted'],
    ['funded', 'in_progress'], ['called', 'unknown'], ['moved_to_funding', 'unknown'], ['moved_to_budget', 'unknown'],
  ])('"%s" alone says that the measure is %s: page, finder and counts agree', async (outcome, stage) => {
    const measure = await decidedOnly({ outcome, date: '2022-09' })
    expect(await stageOf(measure, '2022-09-30')).toMatchObject({ stage, statusUpdate: null })
    expect(await stageOf(measure, '2022-09-29')).toMatchObject({ stage: 'unknown' })
    const { measureFinder } = await read<{ measureFinder: { nodes: { documentId: string }[] } }>(
      cms, `{ measureFinder(stage: "${stage}", asOf: "2022-09-30", pageSize: 100) { nodes { documentId } } }`,
    )
    expect(measureFinder.nodes).toContainEqual({ documentId: measure.documentId })
  })

  test('gives way to an update of the same day', async () => {
    const measure = await decidedOnly({ outcome: 'adopted', date: '2022-09-29' })
    await cast.update(measure, { date: '2022-09-29', stage: 'in_progress' })
    await cast.decision({ measure: measure.documentId, outcome: 'adopted', date: '2022-09-29' })
    expect(await stageOf(measure, '2022-09-29')).toMatchObject({ stage: 'in_progress' })
  })

  test('on a plan reaches the measures that existed and were not struck, where it says so', async () => {
    const plan = await cast.plan({ title: 'Plan mit Katalog', valid: '2021/..' })
    const made = async (...updates: Values[]) => {
      const measure = await cast.measure(plan)
      for (const values of updates) await cast.update(measure, values)
      return measure
    }
    const bare = await made()
    const early = await made({ date: '2021-11', stage: 'proposed' })
    const late = await made({ date: '2023-05', stage: 'proposed' })
    const struck = await made({ date: '2021-11-22', stage: 'struck' })
    await cast.decision({ plan: plan.documentId, outcome: 'adopted', date: '2021-12-15', part: 'Strategiepapier' })
    const stages = (asOf: string) =>
      Promise.all([bare, early, late, struck].map(async measure => (await stageOf(measure, asOf)).stage))
    expect(await stages('2022-12-31')).toEqual(['unknown', 'proposed', 'unknown', 'struck'])
    await cast.decision({ plan: plan.documentId, outcome: 'adopted', date: '2022-09', reachesMeasures: true })
    expect(await stages('2022-12-31')).toEqual(['adopted', 'adopted', 'unknown', 'struck'])
    expect(await stages('2023-12-31')).toEqual(['adopted', 'adopted', 'proposed', 'struck'])
    const { plans } = await read<{ plans: { title: string, stageCounts: { stage: string, count: number }[] }[] }>(
      cms, '{ plans { title stageCounts(asOf: "2022-12-31") { stage count } } }',
    )
    const counts = plans.find(({ title }) => title === 'Plan mit Katalog')?.stageCounts ?? []
    expect(counts.map(({ stage, count }) => `${stage} ${count}`).toSorted()).toEqual([
      'adopted 2', 'struck 1', 'unknown 1',
    ])
  })

  test('has votes and the event at which it was taken, which knows it too', async () => {
    const event = await cms.documents(EVENT).create({
      data: {
        title: 'Sitzung', kind: 'committee', date: '2019-09-19', plan: first.documentId, citations: cast.citations,
      },
      status: 'published',
    })
    const votes = { votesFor: 10, votesAgainst: 1, isUnanimous: false }
    await decidedOnly({ outcome: 'adopted', date: '2019-09-19', event: event.documentId, ...votes })
    expect(
      await read(
        cms,
        `{ timelineEvent(documentId: "${event.documentId}") { decisions { outcome votesFor votesAgainst votesAbstained `
        + 'isUnanimous event { title } } } }',
      ),
    ).toEqual({
      timelineEvent: {
        decisions: [{ outcome: 'adopted', ...votes, votesAbstained: null, event: { title: 'Sitzung' } }],
      },
    })
  })
})

interface StageThen {
  stage: string
  statusUpdate: { documentId: string, date: string } | null
}

async function stageOf(measure: Row, asOf: string): Promise<StageThen> {
  const { measure: found } = await read<{ measure: { stage: StageThen } }>(
    cms,
    `{ measure(documentId: "${measure.documentId}") { stage(asOf: "${asOf}") { stage statusUpdate { documentId date } `
    + `} } }`,
  )
  return found.stage
}

describe('the stage of a measure', () => {
  test('without an update is unknown', async () => {
    const measure = await cast.measure(first)
    expect(await stageOf(measure, '2999-12-31')).toEqual({ stage: 'unknown', statusUpdate: null })
    expect(await read(cms, `{ measure(documentId: "${measure.documentId}") { stage { stage } } }`)).toEqual({
      measure: { stage: { stage: 'unknown' } },
    })
  })

  test('is that of the newest update that counts on the day, whenever it was entered', async () => {
    const measure = await cast.measure(first)
    await cast.update(measure, { date: '2021', stage: 'completed' })
    await cast.update(measure, { date: '2020-02', stage: 'proposed' })
    await cast.update(measure, { date: '2020-06-15', stage: 'adopted' })
    const days = [
      '0001-01-01', '2020-02-28', '2020-02-29', '2020-06-14', '2020-06-15', '2021-12-30', '2021-12-31', '2999-12-31',
    ]
    const stages = [
      'unknown', 'unknown', 'proposed', 'proposed', 'adopted', 'adopted', 'completed', 'completed',
    ]
    expect(await Promise.all(days.map(async day => (await stageOf(measure, day)).stage))).toEqual(stages)
    expect(await stageOf(measure, '2021-12-31')).toMatchObject({ statusUpdate: { date: '2021' } })
    expect(
      await read(cms, `{ measure(documentId: "${measure.documentId}") { stage { stage } statusUpdates { date } } }`),
    ).toEqual({
      measure: {
        stage: { stage: 'completed' },
        statusUpdates: [{ date: '2020-02' }, { date: '2020-06-15' }, { date: '2021' }],
      },
    })
  })

  test('is what was entered later where two updates are of one day, also after the first is published again', async () => {
    const measure = await cast.measure(first)
    const earlier = await cast.update(measure, { date: '2021-11-01', stage: 'struck' })
    const later = await cast.update(measure, { date: '2021-11-01', stage: 'proposed' })
    expect(await stageOf(measure, '2021-11-01')).toMatchObject({
      stage: 'proposed', statusUpdate: { documentId: later.documentId },
    })
    await cms
      .documents(UPDATE)
      .update({ documentId: earlier.documentId, data: { text: 'Ein Tippfehler weniger.' }, status: 'published' })
    await cms.documents(UPDATE).publish({ documentId: earlier.documentId })
    expect(await stageOf(measure, '2021-11-01')).toMatchObject({
      stage: 'proposed', statusUpdate: { documentId: later.documentId },
    })
    await cms.documents(UPDATE).unpublish({ documentId: earlier.documentId })
    await cms.documents(UPDATE).publish({ documentId: earlier.documentId })
    expect(await stageOf(measure, '2021-11-01')).toMatchObject({
      stage: 'proposed', statusUpdate: { documentId: later.documentId },
    })
    const { measureFinder } = await read<{ measureFinder: { nodes: { documentId: string }[] } }>(
      cms, '{ measureFinder(stage: "proposed", asOf: "2021-11-01", pageSize: 100) { nodes { documentId } } }',
    )
    expect(measureFinder.nodes).toContainEqual({ documentId: measure.documentId })
  })

  test('does not follow a draft, nor an update that was withdrawn', async () => {
    const measure = await cast.measure(first)
    await cast.update(measure, { date: '2020', stage: 'adopted' })
    await cast.update(measure, { date: '2021', stage: 'completed' }, 'draft')
    expect(await stageOf(measure, '2022-01-01')).toMatchObject({ stage: 'adopted' })
    const withdrawn = await cast.update(measure, { date: '2021-06', stage: 'struck' })
    expect(await stageOf(measure, '2022-01-01')).toMatchObject({ stage: 'struck' })
    await cms.documents(UPDATE).unpublish({ documentId: withdrawn.documentId })
    expect(await stageOf(measure, '2022-01-01')).toMatchObject({ stage: 'adopted' })
  })

  test.each(['gestern', '2021', '2021-12', '2021-02-30', '2021-12-31T00:00', '2021-12-3?', '2021-12-31/..', ''])(
    '"%s" is no day: 400 with one that would be right',
    async (asOf) => {
      await cast.measure(first)
      for (const query of [
        'query ($asOf: String) { measures { stage(asOf: $asOf) { stage } } }',
        'query ($asOf: String) { plans { stageCounts(asOf: $asOf) { count } } }',
        'query ($asOf: String) { measureFinder(asOf: $asOf) { total } }',
      ]) {
        const { status, errors } = await ask(cms, query, { asOf })
        expect(status).toBe(400)
        expect(errors[0]?.message).toContain('It must be a day such as 2021-12-31.')
      }
    },
  )
})

describe('relations to measures', () => {
  /**
   * Every holder with its relation, a text of its own, its names in the contract from both ends, and how one is made.
   */
  const pairs = [
    {
      uid: UPDATE, attribute: 'measure', text: 'text', root: 'statusUpdate', back: 'statusUpdates',
      make: (measure: Row) => cast.update(measure),
    },
    {
      uid: DECISION, attribute: 'measure', text: 'note', root: 'decision', back: 'decisions',
      make: (measure: Row) => cast.decision({ measure: measure.documentId }),
    },
    {
      uid: EVENT, attribute: 'measures', text: 'title', root: 'timelineEvent', back: 'timelineEvents',
      make: (measure: Row) => anEvent(measure),
    },
    {
      uid: LINEAGE, attribute: 'from', text: 'reason', root: 'lineage', back: 'becameOf',
      make: async (measure: Row) => cast.lineage([measure], [await cast.measure(second)]),
    },
    {
      uid: LINEAGE, attribute: 'to', text: 'reason', root: 'lineage', back: 'cameFrom',
      make: async (measure: Row) => cast.lineage([await cast.measure(second)], [measure]),
    },
    {
      uid: PROJECT, attribute: 'measure', text: 'title', root: 'fundedProject', back: 'fundedProjects',
      make: (measure: Row) => cast.project(first, { measure: measure.documentId }),
    },
    {
      uid: ARTICLE, attribute: 'measures', text: 'title', root: 'article', back: 'articles',
      make: (measure: Row) => cast.article({ measures: [measure.documentId] }),
    },
    {
      uid: CONTRIBUTION, attribute: 'measure', text: 'function', root: 'contribution', back: 'contributions',
      make: async (measure: Row) =>
        cast.contribution({ person: (await cast.person()).documentId, measure: measure.documentId }),
    },
  ]
  const drafted = pairs.filter(({ uid }) => ![LINEAGE, PROJECT, CONTRIBUTION].includes(uid))

  function anEvent(measure: Row): Promise<Row> {
    return cms
      .documents(EVENT)
      .create({
        data: {
          title: 'Ein Ereignis', date: '2021', kind: 'report', plan: first.documentId, measures: [measure.documentId],
          citations: cast.citations,
        },
        status: 'published',
      })
  }

  function targetOf(attribute: unknown): string {
    return typeof attribute === 'object' && attribute !== null && 'target' in attribute ? String(attribute.target) : ''
  }

  /** The measures to which it leads, and the holders to which the measure leads back: documentIds. */
  async function bothEnds(
    { root, attribute, back }: { root: string, attribute: string, back: string }, holder: Row, measure: Row,
  ): Promise<[string[], string[]]> {
    const found = await read<Record<'holder' | 'measure', Record<string, Row | Row[] | null> | null>>(
      cms,
      `{
      holder: ${root}(documentId: "${holder.documentId}", locale: "en") { ${attribute} { documentId } }
      measure(documentId: "${measure.documentId}", locale: "en") { ${back} { documentId } }
    }`,
    )
    const idsOf = (related: Row | Row[] | null | undefined) =>
      [related ?? []].flat().map(({ documentId }) => documentId)
    return [idsOf(found.holder?.[attribute]), idsOf(found.measure?.[back])]
  }

  test('are all tested here', () => {
    const types = Object.values(cms.strapi.contentTypes).filter(({ uid }) => uid.startsWith('api::'))
    const known = types.flatMap(({ uid, attributes }) =>
      Object.entries(attributes)
        .filter(([name, attribute]) => name !== 'localizations' && targetOf(attribute) === MEASURE)
        .map(([name]) => `${uid} ${name}`),
    )
    expect(known.sort()).toEqual(pairs.map(({ uid, attribute }) => `${uid} ${attribute}`).sort())
  })

  test.each(pairs)('$uid $attribute: still there after the measure was published again', async (pair) => {
    const measure = await cast.measure(first)
    const holder = await pair.make(measure)
    const whole = [[measure.documentId], [holder.documentId]]
    expect(await bothEnds(pair, holder, measure)).toEqual(whole)
    await measures.update({ documentId: measure.documentId, data: { title: 'Anders' } })
    expect(await bothEnds(pair, holder, measure)).toEqual(whole)
    await measures.publish({ documentId: measure.documentId })
    expect(await bothEnds(pair, holder, measure)).toEqual(whole)
    await measures.update({ documentId: measure.documentId, data: { title: 'Noch anders' }, status: 'published' })
    await measures.update({
      documentId: measure.documentId, locale: 'en', data: { title: 'A measure' }, status: 'published',
    })
    expect(await bothEnds(pair, holder, measure)).toEqual(whole)
  })

  test.each(pairs)(
    '$uid $attribute: not shown while the measure is withdrawn, there again when it is published',
    async (pair) => {
      const measure = await cast.measure(first)
      const holder = await pair.make(measure)
      for (let round = 0; round < 2; round += 1) {
        await measures.unpublish({ documentId: measure.documentId })
        expect(await bothEnds(pair, holder, measure)).toEqual([[], []])
        await measures.publish({ documentId: measure.documentId })
        expect(await bothEnds(pair, holder, measure)).toEqual([[measure.documentId], [holder.documentId]])
      }
    },
  )

  test.each(pairs)('$uid $attribute: there again after the measure was withdrawn in all its languages', async (pair) => {
    const measure = await cast.measure(first)
    await measures.update({
      documentId: measure.documentId, locale: 'en', data: { title: 'A measure' }, status: 'published',
    })
    const holder = await pair.make(measure)
    await measures.unpublish({ documentId: measure.documentId, locale: '*' })
    expect(await bothEnds(pair, holder, measure)).toEqual([[], []])
    await measures.publish({ documentId: measure.documentId, locale: '*' })
    expect(await bothEnds(pair, holder, measure)).toEqual([[measure.documentId], [holder.documentId]])
  })

  test.each(pairs)(
    '$uid $attribute: still there after the holder was saved, published and translated again',
    async (pair) => {
      const measure = await cast.measure(first)
      const holder = await pair.make(measure)
      const holders = cms.documents(pair.uid)
      const whole = [[measure.documentId], [holder.documentId]]
      const when = pair.uid === CONTRIBUTION ? 'period' : 'date'
      await holders.update({ documentId: holder.documentId, data: { [when]: '2022' } })
      expect(await bothEnds(pair, holder, measure)).toEqual(whole)
      await holders.update({ documentId: holder.documentId, data: { [when]: '2023' }, status: 'published' })
      await holders.update({
        documentId: holder.documentId, locale: 'en', data: { [pair.text]: 'In English' }, status: 'published',
      })
      expect(await bothEnds(pair, holder, measure)).toEqual(whole)
    },
  )

  test.each(drafted)('$uid $attribute: still there after the holder was withdrawn and published again', async (pair) => {
    const measure = await cast.measure(first)
    const holder = await pair.make(measure)
    await cms.documents(pair.uid).unpublish({ documentId: holder.documentId })
    expect(await bothEnds(pair, holder, measure)).toEqual([[], []])
    await cms.documents(pair.uid).publish({ documentId: holder.documentId })
    expect(await bothEnds(pair, holder, measure)).toEqual([[measure.documentId], [holder.documentId]])
  })

  test.each(pairs.filter(({ uid }) => [LINEAGE, PROJECT].includes(uid)))(
    '$uid $attribute: there again although the holder was saved while the measure was withdrawn',
    async (pair) => {
      const measure = await cast.measure(first)
      const holder = await pair.make(measure)
      await measures.unpublish({ documentId: measure.documentId })
      await cms.documents(pair.uid).update({ documentId: holder.documentId, data: { date: '2022' } })
      await measures.publish({ documentId: measure.documentId })
      expect(await bothEnds(pair, holder, measure)).toEqual([[measure.documentId], [holder.documentId]])
    },
  )

  test('an event that was published while its measure was a draft leads to it once it is public', async () => {
    const measure = await cast.measure(first, {}, 'draft')
    const [pair] = pairs.filter(({ uid }) => uid === EVENT)
    const event = await anEvent(measure)
    const ends = () => pair ? bothEnds(pair, event, measure) : null
    expect(await ends()).toEqual([[], []])
    await cms.documents(EVENT).publish({ documentId: event.documentId })
    expect(await ends()).toEqual([[], []])
    await measures.publish({ documentId: measure.documentId })
    expect(await ends()).toEqual([[measure.documentId], [event.documentId]])
  })

  test('an event that was published again while its measure was withdrawn leads to it once it is public again', async () => {
    const measure = await cast.measure(first)
    const [pair] = pairs.filter(({ uid }) => uid === EVENT)
    const event = await anEvent(measure)
    await measures.unpublish({ documentId: measure.documentId })
    await cms.documents(EVENT).update({ documentId: event.documentId, data: { title: 'Anders' }, status: 'published' })
    await measures.publish({ documentId: measure.documentId })
    expect(pair && await bothEnds(pair, event, measure)).toEqual([[measure.documentId], [event.documentId]])
  })

  test('what an editor took out of an event does not come back', async () => {
    const [stays, goes] = [await cast.measure(first), await cast.measure(first)]
    const event = await anEvent(stays)
    const events = cms.documents(EVENT)
    await events.update({
      documentId: event.documentId, data: { measures: { connect: [{ documentId: goes.documentId }] } },
      status: 'published',
    })
    await measures.unpublish({ documentId: goes.documentId })
    await events.update({
      documentId: event.documentId, data: { measures: { disconnect: [{ documentId: goes.documentId }] } },
      status: 'published',
    })
    await measures.publish({ documentId: goes.documentId })
    const { timelineEvent } = await read<{ timelineEvent: { measures: Row[] } }>(
      cms, `{ timelineEvent(documentId: "${event.documentId}") { measures { documentId } } }`,
    )
    expect(timelineEvent.measures.map(({ documentId }) => documentId)).toEqual([stays.documentId])
  })
})

describe('links', () => {
  interface Ends {
    lineages: { documentId: string, from: { documentId: string }[], to: { documentId: string }[] }[]
    measures: { documentId: string, cameFrom: { documentId: string }[], becameOf: { documentId: string }[] }[]
  }

  test.each(['de', 'en', 'ar'])(
    'resolve from both ends in %s, also where a measure exists only in German',
    async (locale) => {
      const [a, b, c, d] = [
        await cast.measure(first), await cast.measure(first), await cast.measure(second), await cast.measure(second),
      ]
      await measures.update({
        documentId: a.documentId, locale: 'en', data: { title: 'With a translation' }, status: 'published',
      })
      const links = [
        await cast.lineage([a, b], [c], { kind: 'merged' }), await cast.lineage([b], [c, d], { kind: 'split' }),
        await cast.lineage([a], [], { kind: 'dropped' }), await cast.lineage([], [d], { kind: 'new' }),
      ]
      const ids = [a, b, c, d].map(({ documentId }) => `{ documentId: { eq: "${documentId}" } }`).join(' ')
      const found = await read<Ends>(
        cms,
        `{
      lineages(locale: "${locale}", filters: { or: [${links.map(({ documentId }) => `{ documentId: { eq: `
        + `"${documentId}" } }`).join(' ')}] }) { documentId from { documentId } to { documentId } }
      measures(locale: "${locale}", filters: { or: [${ids}] }) { documentId cameFrom { documentId } becameOf { documentId } }
    }`,
      )
      expect(found.lineages).toHaveLength(4)
      expect(found.measures).toHaveLength(4)
      const forwards = found.lineages.flatMap(({ documentId, from, to }) => [
        ...from.map(before => `from ${before.documentId}: ${documentId}`),
        ...to.map(after => `to ${after.documentId}: ${documentId}`),
      ])
      const backwards = found.measures.flatMap(({ documentId, becameOf, cameFrom }) => [
        ...becameOf.map(link => `from ${documentId}: ${link.documentId}`),
        ...cameFrom.map(link => `to ${documentId}: ${link.documentId}`),
      ])
      expect(forwards).toHaveLength(8)
      expect(backwards.sort()).toEqual(forwards.sort())
    },
  )
})

describe('statements', () => {
  const everything
    = 'title stage(asOf: "2021-12-31") { stage statusUpdate { date } } statusUpdates { stage citations { source { '
      + 'label } } } decisions { outcome body { name } } cameFrom { from { title } goneMeasures { side } } becameOf { '
      + 'to { title plan { title } } } fundedProjects { title } timelineEvents { title }'

  async function makeMeasures(count: number): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      const [before, measure] = [
        await cast.measure(second, { title: `Vorher ${index}` }),
        await cast.measure(third, { title: `Reihe ${index}` }),
      ]
      await cast.update(measure, { date: '2022', stage: index % 2 ? 'adopted' : 'struck' })
      await cast.decision({ date: '2022', measure: measure.documentId })
      await cast.lineage([before], [measure])
    }
  }

  test('a list of measures with all that is said of them takes as many for 60 as for 10', async () => {
    await withoutRevisions(() => makeMeasures(60))
    const statementsFor = (limit: number) =>
      fewestStatementsOf(cms, async () => {
        const found = await read<{ measures: { becameOf: Values[], cameFrom: Values[] }[] }>(
          cms,
          `{ measures(locale: "en", filters: { title: { startsWith: "Reihe" } }, pagination: { limit: ${limit} }) { `
          + `${everything} } }`,
        )
        expect(found.measures).toHaveLength(limit)
        expect(found.measures.every(({ cameFrom }) => only(cameFrom).from)).toBe(true)
      })
    const few = await statementsFor(10)
    expect(few).toBeGreaterThan(5)
    expect(await statementsFor(60)).toBe(few)
  })
})
