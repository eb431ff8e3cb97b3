/**
 * Names in time, with the facts of the seed: what a name, a spelling or an old address means, and that nothing of the
 * seed is lost.
 */
import { readFileSync } from 'node:fs'
import { parseHistoricalDate, STAGES } from 'shared-types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { APPROACHES_2008, SAID_BY_OUTCOME } from './facts'
import { SEEDED_LANGUAGES } from './seeded'
import { ask, type Cms, startCms, type Values } from './strapi'

let cms: Cms

beforeAll(async () => {
  cms = await startCms({ seed: 'facts' })
})

afterAll(() => cms?.stop())

interface Named {
  type: string
  slug: string
  title: string
  locale: string
  nameThen: string | null
}

async function resolved(name: string, variables: Values = {}): Promise<Named[]> {
  const { data, errors } = await ask<{ resolveName: Named[] }>(
    cms,
    'query ($name: String!, $on: String, $locale: I18NLocaleCode) { resolveName(name: $name, on: $on, locale: '
    + '$locale) { type slug title locale nameThen } }',
    { name, ...variables },
  )
  expect(errors).toEqual([])
  return data?.resolveName ?? []
}

const LIP = ['Plan lip-2008']
const WIR = ['Plan wir-2-0']
const LAB = ['Page lip-lab']
const EDUCATION = ['FieldOfAction bildung', 'FieldOfAction bildung-2008']
const TINY_HOUSES = ['Measure tiny-houses']
const CULTURE = ['Measure kulturorte-der-vielfalt']
const INTERVIEW = ['Article integration-als-gleichberechtigte-teilhabe-am-gemeinsamen-leben']
/** Decisions of the facts, by the body that made them. */
const DECIDED = {
  'lenkungsgruppe': 14, 'kuratorium': 5, 'nobody': 4, 'rat on a plan': 4, 'lenkungsgruppe on a plan': 6,
  'internationaler-ausschuss on a plan': 5, 'migrationsausschuss on a plan': 1,
}
const CORONA = ['Article the-lip-is-being-delayed-because-of-the-corona-crisis']

describe('what a name means', () => {
  test.each([
    ['LIP', LIP], ['lip', LIP], ['Lip', LIP], ['L.I.P.', LIP], ['„LIP“', LIP], ['“LIP”', LIP], ['«LIP»', LIP],
    ['lip-2008', LIP], ['LIP 2008', LIP], ['Lokaler Integrationsplan', LIP], ['LOKALER INTEGRATIONSPLAN', LIP],
    ['lokaler-integrationsplan', LIP], ['  Lokaler   Integrationsplan ', LIP], ['Lokaler Integrationsplan (LIP)', LIP],
    ['Local Integration Plan (LIP)', LIP], ['LIP 2.0', WIR], ['LIP2.0', WIR], ['lip-2.0', WIR], ['lip 2.0', WIR],
    ['lip-2-0', WIR], ['„LIP 2.0“', WIR], ['“LIP 2.0”', WIR], ['«LIP 2.0»', WIR], ['LIP 2.0', WIR], ['LIP 4.0', WIR],
    ['lip4.0', WIR], ['WIR 2.0', WIR], ['WIR2.0', WIR], ['wir2.0', WIR], ['wir20', WIR], ['wir-2.0', WIR],
    ['wir-2-0', WIR], ['„WIR 2.0“', WIR], ['«WIR2.0»', WIR], ['WIR', WIR], ['wir', WIR],
    ['Wir sind Hannover – Zusammenleben in der Stadt. Strategien für Migration und Teilhabe', WIR],
    ['Wir sind Hannover - Zusammenleben in der Stadt. Strategien fuer Migration und Teilhabe', WIR],
    ['WIR SIND HANNOVER ZUSAMMENLEBEN IN DER STADT STRATEGIEN FÜR MIGRATION UND TEILHABE', WIR],
    ['Wir sind Hannover', WIR], ['WIR2.0 – Migration und Teilhabe. Strategien, Ziele und Maßnahmen', WIR],
    ['WIR 2.0 - Migration und Teilhabe. Strategien, Ziele und Massnahmen', WIR],
    ['wir2.0 migration und teilhabe strategien ziele und maßnahmen', WIR], ['Bildung', EDUCATION],
    ['BILDUNG', EDUCATION], ['Education', EDUCATION], ['التعليم', EDUCATION],
    ['bildung-2008', ['FieldOfAction bildung-2008']], ['stadtleben und kultur', ['FieldOfAction stadtleben-kultur']],
    ['Stadtleben', ['FieldOfAction stadtleben-2008']], ['stadtleben-kultur', ['FieldOfAction stadtleben-kultur']],
    ['Stadtverwaltung und Interkulturelle Oeffnung', ['FieldOfAction stadtverwaltung']],
    ['Tiny-Houses – Wohnprojekt für junge Menschen', TINY_HOUSES],
    ['tiny houses - wohnprojekt fuer junge menschen', TINY_HOUSES], ['Tiny Houses', TINY_HOUSES],
    ['Tiny houses – a housing project for young people', TINY_HOUSES],
    ['Ich. Du. WIR. – Städtische Kulturorte der Vielfalt', CULTURE], ['Städtische Kulturorte der Vielfalt', CULTURE],
    ['STAEDTISCHE KULTURORTE DER VIELFALT', CULTURE],
    ['مكتب مستقل لمناهضة التمييز في هانوفر', ['Measure antidiskriminierungsstelle']],
  ])('%s', async (name, documents) => {
    expect((await resolved(name)).map(({ type, slug }) => `${type} ${slug}`)).toEqual(documents)
  })

  test.each([
    '', ' ', '…', '„“', 'Li', 'w', 'Kochrezept', 'LIP 3.0', 'WIR 3.0', 'Lokaler Integrationsplan Berlin', 'Bildun',
    'null', '%', '_', '\' or 1=1 --', 'x'.repeat(5000),
  ])('"%s" means nothing', async (name) => {
    expect(await resolved(name)).toEqual([])
  })

  test('an address that a plan, a field or a measure had before means it still, until it is gone', async () => {
    const measures = cms.documents('api::measure.measure')
    const [plan] = await cms.documents('api::plan.plan').findMany({ filters: { slug: 'wir-2-0' } })
    const [source] = await cms.documents('api::source.source').findMany({ limit: 1 })
    const citations = [{ source: source?.documentId }]
    for (const [uid, values] of [
      ['api::plan.plan', { valid: '2040/..' }], ['api::plan.field-of-action', { order: 9, plan: plan?.documentId }],
      ['api::measure.measure', { kind: 'unknown', plan: plan?.documentId }],
    ] as const) {
      const documents = cms.documents(uid)
      const { documentId } = await documents.create({
        data: { title: 'Etwas Umgezogenes', slug: 'alte-anschrift', citations, ...values }, status: 'published',
      })
      await documents.update({ documentId, data: { slug: 'neue-anschrift' }, status: 'published' })
      for (const name of ['alte-anschrift', 'Alte Anschrift'])
        expect(await resolved(name), uid).toMatchObject([{ slug: 'neue-anschrift' }])
      await documents.delete({ documentId, locale: '*' })
      expect(await resolved('alte-anschrift'), uid).toEqual([])
    }
    expect(await measures.findMany({ filters: { slug: 'neue-anschrift' } })).toEqual([])
  })

  test.each([
    ['en', 'Local Integration Plan (LIP)'], ['ar', 'خطة الاندماج المحلية (LIP)'],
    ['de', 'Lokaler Integrationsplan (LIP)'],
  ])('in %s the document is called %s', async (locale, title) => {
    expect(await resolved('LIP', { locale })).toMatchObject([{ title, locale }])
  })

  test('a draft has no name yet, a deleted measure has none any more', async () => {
    const measures = cms.documents('api::measure.measure')
    const [seeded] = await measures.findMany({ filters: { slug: 'tiny-houses' }, populate: ['plan'] })
    const { documentId } = await measures.create({
      data: { title: 'Noch ohne Öffentlichkeit', plan: seeded?.plan, kind: 'unknown' },
    })
    expect(await resolved('Noch ohne Öffentlichkeit')).toEqual([])
    await measures.delete({ documentId, locale: '*' })
    expect(await resolved('Noch ohne Öffentlichkeit')).toEqual([])
  })
})

describe('an address of the predecessor', () => {
  test.each([
    ['index.php?article_id=3241&clang=0', LAB], ['/index.php?article_id=3241', LAB],
    ['/wih/index.php?article_id=3241&clang=1', LAB],
    ['http://s100011444.ngcobalt310.manitu.net/wih/index.php?article_id=3241&clang=0', LAB],
    ['/wih/index.php?article_id=1455&clang=0', INTERVIEW], ['index.php?clang=0&article_id=1455', INTERVIEW],
    ['http://www.welt-in-hannover.de/index.php?article_id=1455&clang=0', INTERVIEW],
    ['/index.php?article_id=3290&clang=1', CORONA],
    ['/index.php?article_id=2436', ['Article natuerlich-ist-das-chefsache']], ['/index.php?article_id=243', []],
    ['/index.php?article_id=327', []], ['/index.php?article_id=99999&clang=0', []], ['/index.php?article_id=145', []],
    ['/index.php?article_id=14550', []], ['/index.php?article_id=', []], ['/index.php?clang=0', []],
    ['/index.php?article_id=3241000000', []],
  ])('%s', async (address, documents) => {
    expect((await resolved(address)).map(({ type, slug }) => `${type} ${slug}`)).toEqual(documents)
  })

  test.each([
    ['ar', 'ar'], ['tr', 'tr'], ['de', 'de'],
  ])('in %s is answered with the title in that language', async (asked, locale) => {
    const [page] = await resolved('index.php?article_id=3241&clang=0', { locale: asked })
    expect(page?.locale).toBe(locale)
    const { data } = await ask<{ pages: { title: string }[] }>(
      cms, `{ pages(filters: { slug: { eq: "lip-lab" } }, locale: "${asked}") { title } }`,
    )
    expect(page?.title).toBe(data?.pages[0]?.title)
  })

  test('of the decision of 2008 means the plan before the events that cite it, where no article was made of it', async () => {
    const articles = cms.documents('api::article.article')
    expect(await resolved('/index.php?article_id=3939&clang=0')).toMatchObject([
      { type: 'Article', slug: 'ausgangspunkt-mehr-integration' },
    ])
    const [made] = await articles.findMany({ filters: { slug: 'ausgangspunkt-mehr-integration' } })
    await articles.unpublish({ documentId: made?.documentId })
    const [first, ...others] = await resolved('/index.php?article_id=3939&clang=0')
    expect(first).toMatchObject({ type: 'Plan', slug: 'lip-2008' })
    expect(others.map(({ type }) => type)).toEqual(['Plan', 'TimelineEvent', 'TimelineEvent'])
  })
})

describe('the name that was right on a day', () => {
  test.each([
    ['wir-2-0', '2017-12-31', null], ['wir-2-0', '2018-06-01', null], ['wir-2-0', '2019-11-06', null],
    ['wir-2-0', '2019-11-07', 'LIP 2.0'], ['wir-2-0', '2020-06-01', 'LIP 2.0'], ['wir-2-0', '2020-12-31', 'LIP 2.0'],
    ['wir-2-0', '2021-01-01', 'WIR2.0'], ['wir-2-0', '2023-01-01', 'WIR2.0'], ['wir-2-0', '2999-12-31', 'WIR2.0'],
    ['lip-2008', '2007-12-31', null], ['lip-2008', '2010-01-01', 'LIP'], ['lip-2008', '2023-01-01', 'LIP'],
    ['tiny-houses', '2022-01-01', null], ['kulturorte-der-vielfalt', '2023-06-01', null],
  ])('of %s on %s is %s', async (name, on, nameThen) => {
    expect(await resolved(name, { on })).toMatchObject([{ slug: name, nameThen }])
  })

  test('is that of a measure and of a field as well', async () => {
    const [plan] = await cms.documents('api::plan.plan').findMany({ filters: { slug: 'wir-2-0' } })
    const [source] = await cms.documents('api::source.source').findMany({ limit: 1 })
    const citations = [{ source: source?.documentId }]
    const names = [
      { language: 'de', value: 'Zuerst', kind: 'working', from: '2019', to: '2020', citations },
      { language: 'de', value: 'Danach', kind: 'official', from: '2021-03', to: '2022-06-30', citations },
    ]
    const made = [
      [
        'api::plan.field-of-action',
        await cms
          .documents('api::plan.field-of-action')
          .create({
            data: {
              title: 'Feld mit Namen', slug: 'feld-mit-namen', order: 9, plan: plan?.documentId, names, citations,
            },
            status: 'published',
          }),
      ],
      [
        'api::measure.measure',
        await cms
          .documents('api::measure.measure')
          .create({
            data: {
              title: 'Maßnahme mit Namen', slug: 'massnahme-mit-namen', kind: 'unknown', plan: plan?.documentId, names,
              citations,
            },
            status: 'published',
          }),
      ],
    ] as const
    for (const slug of ['feld-mit-namen', 'massnahme-mit-namen']) {
      for (const [on, nameThen] of [
        ['2018-12-31', null], ['2019-01-01', 'Zuerst'], ['2020-12-31', 'Zuerst'], ['2021-02-28', null],
        ['2021-03-01', 'Danach'], ['2022-06-30', 'Danach'], ['2022-07-01', null],
      ])
        expect(await resolved(slug, { on }), `${slug} ${on}`).toMatchObject([{ slug, nameThen }])
    }
    expect((await resolved('zuerst')).map(({ slug }) => slug)).toEqual(['feld-mit-namen', 'massnahme-mit-namen'])
    for (const [uid, { documentId }] of made) await cms.documents(uid).delete({ documentId, locale: '*' })
  })

  test.each(['gestern', '2020', '2021-02-30', ''])('"%s" is no day: 400 with one that would be right', async (on) => {
    const { status, errors } = await ask(cms, 'query ($on: String) { resolveName(name: "LIP", on: $on) { slug } }', {
      on,
    })
    expect(status).toBe(400)
    expect(errors[0]?.message).toContain('It must be a day such as 2021-12-31.')
  })

  test('a name in a thousand letters and a NUL are answered or refused, never with a server error', async () => {
    for (const name of ['ö'.repeat(20_000), 'LIP\u0000', '\uD800', '?article_id=1%', '?article_id=0']) {
      const { status } = await ask(cms, 'query ($name: String!) { resolveName(name: $name) { slug } }', { name })
      expect(status).toBeLessThan(500)
    }
  })
})

describe('nothing of the seed is lost', () => {
  interface Entry {
    id: string
    type: string
    values: {
      slug?: string
      plan?: string
      measure?: string
      reachesMeasures?: boolean
      date?: string
      stage?: string
      outcome?: string
      citations?: string[]
    }
  }

  interface ReadMeasure {
    slug: string
    code: string | null
    cost: string | null
    citations: Values[]
    stage: {
      stage: string
      statusUpdate: { citations: Values[] } | null
      decision: { citations: Values[] } | null
    }
    statusUpdates: { stage: string, citations: Values[] }[]
    decisions: { outcome: string, citations: Values[] }[]
  }

  const entries: Entry[] = JSON.parse(readFileSync('seed/measures.json', 'utf8'))
  const ofType = (type: string) => entries.filter(entry => entry.type === type)
  const cited = 'citations { source { label } }'

  async function seededMeasures(): Promise<ReadMeasure[]> {
    const { data, errors } = await ask<{ measures: ReadMeasure[] }>(
      cms,
      `{ measures(sort: "slug", pagination: { limit: 100 }) { slug code cost ${cited} stage { stage statusUpdate { `
      + `${cited} } decision { ${cited} } } statusUpdates { stage ${cited} } decisions { outcome ${cited} } } }`,
    )
    expect(errors).toEqual([])
    return data?.measures ?? []
  }

  test('every measure is public, with all its updates and decisions, each with its source', async () => {
    const measures = await seededMeasures()
    expect(measures.map(({ slug }) => slug)).toEqual(ofType('measure').map(({ values }) => values.slug).sort())
    expect(measures).toHaveLength(24 + APPROACHES_2008.length)
    for (const measure of measures) {
      const parts = (type: string) => ofType(type).filter(({ values }) => values.measure === `measure:${measure.slug}`)
      expect(measure.statusUpdates, measure.slug).toHaveLength(parts('status-update').length)
      expect(measure.decisions, measure.slug).toHaveLength(parts('decision').length)
      for (const { citations } of [measure, ...measure.statusUpdates, ...measure.decisions])
        expect(citations, measure.slug).not.toHaveLength(0)
    }
  })

  test('every measure has the stage of its newest update or decision, with its source, or is unknown', async () => {
    const says = ({ type, values }: Entry) =>
      type === 'status-update' ? values.stage : type === 'decision' ? SAID_BY_OUTCOME[values.outcome ?? ''] : undefined
    // Of a day an update says the last word.
    const rank = (entry: Entry) =>
      `${parseHistoricalDate(entry.values.date ?? '')?.beganBy} ${entry.type === 'status-update' ? 1 : 0}`
    for (const { slug, stage } of await seededMeasures()) {
      const plan = entries.find(({ id }) => id === `measure:${slug}`)?.values.plan
      const newest = entries
        .filter(({ values }) => values.measure === `measure:${slug}` || (values.reachesMeasures && values.plan === plan))
        .filter(says)
        .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
        .at(-1)
      expect([slug, stage.stage]).toEqual([slug, newest ? says(newest) : 'unknown'])
      expect(STAGES).toContain(stage.stage)
      const source = stage.statusUpdate ?? stage.decision
      if (newest) expect(source?.citations, slug).toHaveLength(newest.values.citations?.length ?? 0)
      else expect(source).toBeNull()
    }
  })

  test('what bodies decided stands with its day and its source', async () => {
    const { data } = await ask<{
      decisions: {
        date: string
        countsFrom: string
        body: { slug: string } | null
        measure: { slug: string } | null
        plan: { slug: string } | null
        citations: { source: { url: string | null, paperNumber: string | null } }[]
      }[]
    }>(
      cms,
      '{ decisions(pagination: { limit: 100 }) { date countsFrom body { slug } measure { slug } plan { slug } '
      + 'citations { source { url paperNumber } } } }',
    )
    const decisions = data?.decisions ?? []
    const by = Object.fromEntries(
      [...Map.groupBy(decisions, ({ body, plan }) => `${body?.slug ?? 'nobody'}${plan ? ' on a plan' : ''}`)].map(
        ([body, made]) => [body, made.length],
      ),
    )
    expect(by).toEqual(DECIDED)
    for (const { date, countsFrom, measure, plan, citations } of decisions) {
      expect([parseHistoricalDate(date)?.beganBy, Boolean(measure) !== Boolean(plan), citations.length > 0]).toEqual([
        countsFrom, true, true,
      ])
      expect(citations.every(({ source: { url, paperNumber } }) => url || paperNumber)).toBe(true)
    }
  })

  test('the seven calls stand at their measures, the thirteen projects at their plan, each with its source', async () => {
    const { data } = await ask<{
      measures: { calls: { deadline: string, citations: Values[] }[] }[]
      fundedProjects: { plan: { slug: string }, citations: Values[] }[]
    }>(
      cms,
      `{ measures(pagination: { limit: 100 }) { calls { deadline ${cited} } } fundedProjects(pagination: { limit: 100 `
      + `}) { plan { slug } ${cited} } }`,
    )
    const calls = data?.measures.flatMap(measure => measure.calls) ?? []
    expect(calls.map(({ deadline }) => deadline).sort()).toEqual([
      '2023-03-31', '2023-03-31', '2023-09-06', '2023-09-15', '2024-03-15', '2024-03-15', '2025-01-31',
    ])
    expect(data?.fundedProjects).toHaveLength(13)
    for (const { citations } of [...calls, ...data?.fundedProjects ?? []]) expect(citations).not.toHaveLength(0)
  })

  test('each of the six fields of the new plan comes from one of the six of the old', async () => {
    const { data } = await ask<{ fieldsOfAction: { slug: string, predecessors: { slug: string }[] }[] }>(
      cms, '{ fieldsOfAction(filters: { plan: { slug: { eq: "wir-2-0" } } }) { slug predecessors { slug } } }',
    )
    expect(
      Object.fromEntries(
        (data?.fieldsOfAction ?? []).map(({ slug, predecessors }) => [
          slug, predecessors.map(before => before.slug).join(),
        ]),
      ),
    ).toEqual({
      'bildung': 'bildung-2008', 'wirtschaft': 'wirtschaft-2008', 'soziales': 'soziales-2008',
      'stadtleben-kultur': 'stadtleben-2008', 'demokratie': 'demokratie-2008',
      'stadtverwaltung': 'stadtverwaltung-2008',
    })
  })

  test('what the report of 2012 said of the old plan stands as its figures', async () => {
    const { data } = await ask<{ reportedFigures: { stage: string | null, qualifier: string, count: number }[] }>(
      cms,
      '{ reportedFigures(filters: { plan: { slug: { eq: "lip-2008" } } }, pagination: { limit: 100 }) { stage '
      + 'qualifier count } }',
    )
    expect(
      (data?.reportedFigures ?? []).map(({ stage, qualifier, count }) => `${stage} ${qualifier} ${count}`).sort(),
    ).toEqual([
      'completed exact 19', 'in_progress exact 102', 'null about 240', 'null about 250', 'null exact 234',
      'null exact 244', 'ongoing over 100', 'struck exact 20',
    ])
  })

  test('codes and costs are not made up', async () => {
    const codes = new Map(APPROACHES_2008.map(([slug, code]) => [slug, code]))
    const measures = await seededMeasures()
    for (const { slug, code } of measures) expect([slug, code]).toEqual([slug, codes.get(slug) ?? null])
    expect(measures.filter(({ cost }) => cost).map(({ slug }) => slug)).toEqual([
      'deutschkurse-pflege', 'dritte-orte', 'projekt-stadtbibliothek',
    ])
  })

  test('every measure has its first revision in each of its languages', async () => {
    const revisions = await cms.strapi.db
      .query('api::ledger.revision')
      .findMany({
        where: { type: 'api::measure.measure', slug: { $in: ofType('measure').map(({ values }) => values.slug) } },
      })
    expect(revisions).toHaveLength((24 + APPROACHES_2008.length) * SEEDED_LANGUAGES.length)
    expect(new Set(revisions.map(({ number }) => number))).toEqual(new Set([1]))
  })
})
