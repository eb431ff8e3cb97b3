/**
 * Measures and what is said of them: what is refused, what is derived, and what stays when something is published
 * again.
 */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  ARTICLE, type Cast, castOf, CONTRIBUTION, DECISION, EVENT, LINEAGE, MEASURE, only, PHASE, PROJECT, read, UPDATE,
  withoutRevisions,
} from './cast'
import { ask, type Cms, type Documents, fewestStatementsOf, refusalOf, type Row, startCms, type Values } from './strapi'

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
      .create({ data: { title: 'Beratung', slug: 'beratung', plan: plan.documentId, order: 2, valid: '2022/2022-09' } })
    await cms
      .documents(PHASE)
      .create({
        data: { title: 'Strategie', slug: 'strategie', plan: plan.documentId, order: 1, valid: '2020-01/2021-02-25' },
      })
  })

  test.each(['2019-12-31', '2019-12', '2019', '2018/2019-12-31', '2019/2020-01', '2019/..', '2008'])(
    'dated %s, before the first phase, is refused with the beginning',
    async (date) => {
      const refusal = await refusalOf(cast.update(measure, { date }, 'draft'))
      expect(refusal).toContain(`„Datum“: ${date} liegt vor dem Beginn des Plans „Plan mit Phasen“ (2020-01-01)`)
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
    expect(await refusalOf(cast.update(ofSecond, { date: '2017-12-31' }))).toContain('(2018-01-01)')
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
    await cms.documents(LINEAGE).update({ documentId, data: { reason: 'Steht so im Bericht.' } })
    expect(
      await refusalOf(
        cms
          .documents(LINEAGE)
          .update({
            documentId: next.documentId,
            data: { to: { connect: [{ documentId: a.documentId }], disconnect: [{ documentId: c.documentId }] } },
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
      label: `Deutschkurse · ${words.stage?.struck} · 2021-11-01`,
    })
    await cms.documents(UPDATE).update({ documentId, data: { stage: 'ongoing' } })
    expect(await cms.documents(UPDATE).findOne({ documentId })).toMatchObject({
      label: `Deutschkurse · ${words.stage?.ongoing} · 2021-11-01`,
    })
  })

  test('a decision is named by its date, its outcome and what it is about', async () => {
    const measure = await cast.measure(first, { title: 'Deutschkurse' })
    expect(
      (await cast.decision({ date: '2021-12', outcome: 'made_recommendation', measure: measure.documentId })).label,
    ).toBe(`Deutschkurse · ${words.outcome?.made_recommendation} · 2021-12`)
    expect((await cast.decision({ date: '2021-12', outcome: 'adopted', plan: first.documentId })).label).toBe(
      `Erster Plan · ${words.outcome?.adopted} · 2021-12`,
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
    await cms.documents(LINEAGE).update({ documentId, data: { date: null } })
    expect(await cms.documents(LINEAGE).findOne({ documentId })).toMatchObject({
      date: null, countsFrom: null, startsOn: null,
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
    await cast.update(measure, { date: '2999', stage: 'ongoing' })
    const days = [
      '0001-01-01', '2020-02-28', '2020-02-29', '2020-06-14', '2020-06-15', '2021-12-30', '2021-12-31', '2026-01-01',
      '2999-12-30', '2999-12-31',
    ]
    const stages = [
      'unknown', 'unknown', 'proposed', 'proposed', 'adopted', 'adopted', 'completed', 'completed', 'completed',
      'ongoing',
    ]
    expect(await Promise.all(days.map(async day => (await stageOf(measure, day)).stage))).toEqual(stages)
    expect(await stageOf(measure, '2021-12-31')).toMatchObject({ statusUpdate: { date: '2021' } })
    expect(
      await read(cms, `{ measure(documentId: "${measure.documentId}") { stage { stage } statusUpdates { date } } }`),
    ).toEqual({
      measure: {
        stage: { stage: 'completed' },
        statusUpdates: [{ date: '2020-02' }, { date: '2020-06-15' }, { date: '2021' }, { date: '2999' }],
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
