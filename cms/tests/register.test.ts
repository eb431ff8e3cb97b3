/**
 * Finding, counting and comparing measures: what the contract answers is what a naive look at everything that was made
 * says.
 */
import fc from 'fast-check'
import { CHANGE_KINDS, LINEAGE_KINDS, MEASURE_KINDS, type Outcome, OUTCOMES, type Stage, STAGES, today } from 'shared-types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Cast, castOf, DECISION, EVENT, FIELD, LINEAGE, MEASURE, ORGANISATION, PLAN, read, UPDATE, withoutRevisions,
} from './cast'
import { ask, type Cms, fewestAnewAndAgain, type Row, startCms, type Values } from './strapi'

/** What was made, in the words of the test: slugs and days, nothing that the program computed. */
interface Known {
  row: Row
  slug: string
  titles: { de: string, en?: string }
  plan: string
  field: string | null
  kind: string
  bodies: Set<string>
  /** Words in its texts, by which it is to be found. */
  words: Set<string>
  /** In the order in which they were entered. */
  updates: { stage: Stage, day: string }[]
  decisions: Decided[]
}

interface Decided {
  day: string
  outcome: Outcome
}

interface KnownLink {
  kind: string
  day: string
  from: Known[]
  to: Known[]
}

/** An event, an article or a project. */
interface KnownHappening {
  kind: 'event' | 'article' | 'project'
  title: string
  day: string
  plan: string
  fields: string[]
  measures: Known[]
}

interface Choice {
  plan?: string
  field?: string
  stage?: string
  kind?: string
  body?: string
  year?: string
  q?: string
}

const FACETS = ['plan', 'field', 'stage', 'kind', 'body', 'year'] as const
const DAYS = [
  '2018-12-31', '2019-12-31', '2020-06-15', '2021-02-28', '2021-12-30', '2021-12-31', '2023-07-01', '2999-12-31',
]

/** Words of which none is part of another, and how readers may write them. */
const WORDS = {
  'Größe': ['Größe', 'GRÖSSE', 'groesse', 'größe'],
  'Straßenfest': ['Straßenfest', 'strassenfest', 'STRASSENFEST', 'straßen-fest', '„Straßenfest“'],
  'Tiny-Houses': ['Tiny-Houses', 'tiny houses', 'tinyhouses', 'TINY–HOUSES'],
  'Übergang': ['Übergang', 'uebergang', 'ÜBERGANG', 'U\u0308bergang'],
  'Café': ['Café', 'cafe', 'CAFÉ'],
  'Autor*innen': ['Autor*innen', 'autorinnen'],
}

type Word = keyof typeof WORDS

let cms: Cms
let cast: Cast
let counts: { few: number[], many: number[] }
const known: Known[] = []
const links: KnownLink[] = []
const happenings: KnownHappening[] = []
/** Measures that were public and are withdrawn or deleted: what was said of them stays said. */
const goneMeasures: Known[] = []
const plans: Row[] = []
/** What was decided on every measure of a plan, by its slug. */
const onPlans: Record<string, Decided> = {
  'alter-plan': { day: '2020-06-15', outcome: 'adopted' }, 'neuer-plan': { day: '2021-12-31', outcome: 'adopted' },
}
const fields: { slug: string, documentId: string, plan: string }[] = []
const bodies: Row[] = []

/** The same numbers in every run. */
let state = 20_260_728
function random(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return state / 2 ** 32
}

function oneOf<Entry>(entries: readonly Entry[]): Entry {
  const entry = entries[Math.floor(random() * entries.length)]
  if (entry === undefined) throw new Error('There is nothing to choose from.')
  return entry
}

const some = <Entry>(entries: readonly Entry[], share: number) => entries.filter(() => random() < share)
const perhaps = <Entry>(entry: () => Entry, share: number) => random() < share ? entry() : undefined

/** A date of any precision from 2019 to 2023, and the last day on which it can have begun. */
function aDate(): { date: string, day: string } {
  const [year, month] = [2019 + Math.floor(random() * 5), 1 + Math.floor(random() * 12)]
  const two = (number: number) => String(number).padStart(2, '0')
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const day = `${year}-${two(month)}-${two(1 + Math.floor(random() * 28))}`
  return oneOf([
    { date: `${year}`, day: `${year}-12-31` }, { date: `${year}-${two(month)}`, day: `${year}-${two(month)}-${last}` },
    { date: day, day },
  ])
}

beforeAll(async () => {
  cms = await startCms()
  cast = await castOf(cms)
  plans.push(await cast.plan({ title: 'Alter Plan', slug: 'alter-plan', valid: '2008/2022' }))
  plans.push(await cast.plan({ title: 'Neuer Plan', slug: 'neuer-plan', valid: '2018/..' }))
  for (const { documentId: plan, slug } of plans) {
    const { day: date, outcome } = onPlans[String(slug)] ?? { day: '', outcome: 'adopted' }
    await cast.decision({ plan, date, outcome, reachesMeasures: true })
  }
  for (const name of ['Amt', 'Bund', 'Chor'])
    bodies.push(
      await cms
        .documents(ORGANISATION)
        .create({ data: { name, slug: name.toLowerCase(), kind: 'association', citations: cast.citations } }),
    )
  for (const { slug, documentId } of plans) {
    for (const order of [1, 2, 3]) {
      const field = await cms
        .documents(FIELD)
        .create({
          data: {
            title: `Feld ${order}`, slug: `feld-${order}-${String(slug)}`, order, plan: documentId,
            citations: cast.citations,
          },
          status: 'published',
        })
      fields.push({ slug: String(field.slug), documentId: field.documentId, plan: String(slug) })
    }
  }
  const few = await makeMeasures(10).then(statementsOfEach)
  counts = { few, many: await makeMeasures(50).then(statementsOfEach) }
  await withoutRevisions(makeLinks)
  await withoutRevisions(makeHappenings)
  await withoutRevisions(makeGone)
})

afterAll(() => cms?.stop())

async function makeMeasures(count: number): Promise<void> {
  await withoutRevisions(async () => {
    for (let index = 0; index < count; index += 1) known.push(await makeMeasure(known.length))
  })
}

async function makeMeasure(number: number): Promise<Known> {
  const plan = oneOf(plans)
  const field = perhaps(() => oneOf(fields.filter(({ plan: slug }) => slug === plan.slug)), 0.8)
  const [inTitle, inSummary, inName] = [
    oneOf<Word | ''>([...WORD_LIST, '']), perhaps(() => oneOf(WORD_LIST), 0.3), perhaps(() => oneOf(WORD_LIST), 0.3),
  ]
  const [lead, proposedBy, partners] = [
    perhaps(() => oneOf(bodies), 0.5), perhaps(() => oneOf(bodies), 0.2), some(bodies, 0.2),
  ]
  const titles = { de: `${inTitle} ${number}`.trim(), ...(random() < 0.3 && { en: `Measure ${number}` }) }
  const kind = oneOf(MEASURE_KINDS)
  const row = await cast.measure(plan, {
    title: titles.de, slug: `massnahme-${number}`, kind, fieldOfAction: field?.documentId,
    summary: inSummary && `Hier geht es um ${inSummary} und anderes.`,
    names: inName ? [{ language: 'de', value: `Auch ${inName} genannt`, kind: 'spelling' }] : [],
    lead: lead?.documentId, proposedBy: proposedBy?.documentId, partners: partners.map(({ documentId }) => documentId),
  })
  if (titles.en)
    await cms
      .documents(MEASURE)
      .update({ documentId: row.documentId, locale: 'en', data: { title: titles.en }, status: 'published' })
  const measure: Known = {
    row, slug: `massnahme-${number}`, titles, plan: String(plan.slug), field: field?.slug ?? null, kind,
    bodies: new Set([lead, proposedBy, ...partners].flatMap(body => (body ? [String(body.slug)] : []))),
    words: new Set([inTitle, inSummary, inName].filter(word => word !== undefined && word !== '')), updates: [],
    decisions: [],
  }
  for (const stage of some(STAGES, 0.25)) {
    const { date, day } = aDate()
    await cast.update(row, { date, stage })
    measure.updates.push({ stage, day })
  }
  for (const body of some([...bodies, undefined], 0.25)) {
    const { date, day } = aDate()
    const outcome = oneOf(OUTCOMES)
    await cast.decision({ date, outcome, measure: row.documentId, body: body?.documentId })
    measure.decisions.push({ day, outcome })
    if (body) measure.bodies.add(String(body.slug))
  }
  return measure
}

const WORD_LIST: Word[] = ['Größe', 'Straßenfest', 'Tiny-Houses', 'Übergang', 'Café', 'Autor*innen']

async function makeLinks(): Promise<void> {
  const [old, later] = plans.map(({ slug }) => known.filter(({ plan }) => plan === slug))
  const sides: Record<string, [number, number]> = {
    split: [1, 2], merged: [2, 1], institutionalised: [1, 0], fulfilled: [1, 0], dropped: [1, 0], new: [0, 1],
  }
  for (const kind of [...LINEAGE_KINDS, ...LINEAGE_KINDS]) {
    const [before, after] = sides[kind] ?? [1, 1]
    const { date, day } = random() < 0.8 ? aDate() : { date: null, day: '' }
    const [from, to] = [pick(old ?? [], before), pick(later ?? [], after)]
    await cast.lineage(from.map(({ row }) => row), to.map(({ row }) => row), { kind, date })
    links.push({ kind, day, from, to })
  }
}

async function makeHappenings(): Promise<void> {
  for (let index = 0; index < 30; index += 1) {
    const kind = oneOf(['event', 'article', 'project'] as const)
    const plan = oneOf(plans)
    const { date, day } = aDate()
    const ofPlan = known.filter(measure => measure.plan === plan.slug)
    const about = kind === 'project' ? some(ofPlan, 0.02).slice(0, 1) : some(ofPlan, 0.05)
    const own = kind === 'event' ? undefined : perhaps(() => oneOf(fields.filter(field => field.plan === plan.slug)), 0.5)
    await makeHappening(kind, plan, {
      title: `Geschehen ${index}`, date, citations: cast.citations, about: about.map(({ row }) => row.documentId),
      field: own?.documentId,
    })
    happenings.push({
      kind, title: `Geschehen ${index}`, day, measures: about,
      plan: kind === 'article' && about.length === 0 && !own ? '' : String(plan.slug),
      fields: [own?.slug, ...about.map(({ field }) => field)].filter(field => field !== undefined && field !== null),
    })
  }
}

function makeHappening(
  kind: KnownHappening['kind'], plan: Row, { about, field, ...values }: Values & { about: string[] },
): Promise<Row> {
  if (kind === 'article')
    return cast.article({ ...values, measures: about, fieldsOfAction: field === undefined ? [] : [field] })
  if (kind === 'project') return cast.project(plan, { ...values, measure: about[0], fieldOfAction: field })
  return cms
    .documents(EVENT)
    .create({ data: { ...values, kind: 'report', plan: plan.documentId, measures: about }, status: 'published' })
}

async function makeGone(): Promise<void> {
  for (let index = 0; index < 6; index += 1) {
    const measure = await makeMeasure(1000 + index)
    const { documentId } = measure.row
    await cms.documents(MEASURE).unpublish({ documentId, locale: '*' })
    if (index % 2 === 0) await cms.documents(MEASURE).delete({ documentId, locale: '*' })
    goneMeasures.push(measure)
  }
}

function pick(measures: Known[], count: number): Known[] {
  const start = Math.floor(random() * (measures.length - count))
  return measures.slice(start, start + count)
}

/** Of finder and stage counts. */
async function statementsOfEach(): Promise<number[]> {
  const finder = () =>
    read(
      cms,
      '{ measureFinder(pageSize: 100, locale: "en") { total nodes { title stage { stage } fieldOfAction { title } } '
      + 'facets { name choices { value count title locale } } } }',
    )
  const overview = () =>
    read(
      cms,
      '{ plans { measureCount stageCounts(asOf: "2021-12-31") { stage count field { title } } fates { fate count } } }',
    )
  const measured: number[] = []
  for (const question of [finder, overview]) {
    // What is read once in the life of the process is no part of it.
    await question()
    const summary = `Stand ${measured.length}`
    measured.push(...await fewestAnewAndAgain(cms, round => cms
      .documents(PLAN)
      .update({ documentId: plans[0]?.documentId, data: { summary: `${summary}, ${round}` }, status: 'published' }), question))
  }
  return measured
}

/** What a decision says, as the issue has it. */
const SAYS: Partial<Record<Outcome, Stage>> = {
  proposed: 'proposed', agreed: 'proposed', agreed_with_changes: 'proposed', postponed: 'postponed',
  rejected: 'struck', struck: 'struck', made_recommendation: 'recommendation', adopted: 'adopted',
  funded: 'in_progress',
}

interface Said {
  stage: Stage
  day: string
  isUpdate: boolean
}

/** Everything said of a measure, in the order of time: decisions before updates of a day. */
function saidOf({ updates, decisions, plan }: Known): Said[] {
  const told = (decided: Decided[]) =>
    decided.flatMap(({ outcome, day }) => {
      const stage = SAYS[outcome]
      return stage ? [{ stage, day, isUpdate: false }] : []
    })
  const inTime = (said: Said[]) => said.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const own = inTime([...told(decisions), ...updates.map(update => ({ ...update, isUpdate: true }))])
  const ofPlan = onPlans[plan]
  if (!ofPlan) return own
  const first = own.find(({ stage }) => stage !== 'unknown')
  const cameLater = first && first.day > ofPlan.day && ['proposed', 'adopted'].includes(first.stage)
  const then = own.findLast(({ day }) => day <= ofPlan.day)?.stage ?? ''
  if (cameLater || ['struck', 'recommendation'].includes(then)) return own
  const ownDecisions = own.filter(({ isUpdate }) => !isUpdate)
  return inTime([...told([ofPlan]), ...ownDecisions, ...own.filter(({ isUpdate }) => isUpdate)])
}

function stageThen(measure: Known, asOf: string): Stage {
  return saidOf(measure).findLast(({ day }) => day <= asOf)?.stage ?? 'unknown'
}

function valuesOf(measure: Known, facet: typeof FACETS[number], asOf: string): string[] {
  if (facet === 'stage') return [stageThen(measure, asOf)]
  if (facet === 'body') return [...measure.bodies]
  if (facet === 'year')
    return [...new Set([...measure.updates, ...measure.decisions].map(({ day }) => day.slice(0, 4)))]
  return [measure[facet]].filter(value => value !== null)
}

function hasWords({ words }: Known, q = ''): boolean {
  return (
    q === '' || q.split(' + ').every(asked => WORD_LIST.some(word => WORDS[word].includes(asked) && words.has(word)))
  )
}

function isFound(measure: Known, choice: Choice, asOf: string): boolean {
  return (
    hasWords(measure, choice.q)
    && FACETS.every(facet => !choice[facet] || valuesOf(measure, facet, asOf).includes(choice[facet]))
  )
}

interface Finding {
  total: number
  nodes: { slug: string }[]
  facets: { name: typeof FACETS[number], choices: { value: string, count: number }[] }[]
}

const FINDER = `query ($plan: String, $field: String, $stage: String, $kind: String, $body: String, $year: String, $q: String, $asOf: String, $sort: MeasureSort, $page: Int, $pageSize: Int, $locale: I18NLocaleCode) {
  measureFinder(plan: $plan, field: $field, stage: $stage, kind: $kind, body: $body, year: $year, q: $q, asOf: $asOf, sort: $sort, page: $page, pageSize: $pageSize, locale: $locale) { total nodes { slug } facets { name choices { value count } } }
}`

async function found(variables: Values): Promise<Finding> {
  const { data, errors } = await ask<{ measureFinder: Finding }>(cms, FINDER, { pageSize: 100, ...variables })
  expect(errors).toEqual([])
  if (!data) throw new Error('The finder answers nothing.')
  return data.measureFinder
}

const slugsOf = ({ nodes }: Finding) => nodes.map(({ slug }) => slug)

function aChoice(): Choice {
  const share = 0.22
  return {
    plan: perhaps(() => oneOf(['alter-plan', 'neuer-plan']), share), field: perhaps(() => oneOf(fields).slug, share),
    stage: perhaps(() => oneOf(STAGES), share), kind: perhaps(() => oneOf(MEASURE_KINDS), share),
    body: perhaps(() => oneOf(['amt', 'bund', 'chor']), share),
    year: perhaps(() => oneOf(['2019', '2020', '2021', '2022', '2023']), share),
    q: perhaps(() => oneOf(Object.values(WORDS).flat()), share),
  }
}

describe('the finder', () => {
  test('finds and counts what a naive filter does, for any choice of filters on any day', async () => {
    let hits = 0
    for (let round = 0; round < 150; round += 1) {
      const [choice, asOf] = [aChoice(), oneOf(DAYS)]
      const says = JSON.stringify({ ...choice, asOf })
      const finding = await found({ ...choice, asOf })
      const fits = known.filter(measure => isFound(measure, choice, asOf))
      expect(slugsOf(finding).sort(), says).toEqual(fits.map(({ slug }) => slug).sort())
      expect(finding.total, says).toBe(fits.length)
      for (const { name, choices } of finding.facets) {
        const values = [...new Set(known.flatMap(measure => valuesOf(measure, name, asOf)))].sort()
        const naive = values.map(value => ({
          value,
          count: known.filter(measure => isFound(measure, { ...choice, [name]: value }, asOf)).length,
        }))
        expect(
          choices.toSorted((a, b) => (a.value < b.value ? -1 : 1)), `${name} of ${says}`,
        ).toEqual(naive)
      }
      hits += Number(fits.length > 0)
    }
    expect(hits).toBeGreaterThan(50)
  })

  test('has all six filters, and their counts lead to what they promise', async () => {
    const { facets } = await found({ asOf: '2021-12-31', plan: 'neuer-plan' })
    expect(facets.map(({ name }) => name).sort()).toEqual([...FACETS].sort())
    for (const { name, choices } of facets) {
      for (const { value, count } of choices)
        expect((await found({ asOf: '2021-12-31', plan: 'neuer-plan', [name]: value })).total, `${name} ${value}`).toBe(
          count,
        )
    }
  })

  test.each(FACETS)('a %s that does not exist finds nothing, and a word that is none is refused', async (facet) => {
    if (['stage', 'kind', 'year'].includes(facet)) await expect(found({ [facet]: 'gibt-es-nicht' })).rejects.toThrow()
    else expect(await found({ [facet]: 'gibt-es-nicht' })).toMatchObject({ total: 0, nodes: [] })
    expect((await found({ [facet]: '' })).total).toBe(known.length)
  })

  test.each(Object.entries(WORDS).flatMap(([word, spellings]) => spellings.map(spelling => [spelling, word])))(
    '%s finds the measures with %s in title, summary or names',
    async (q, word) => {
      const naive = known.filter(({ words }) => words.has(word ?? ''))
      expect(naive.length).toBeGreaterThan(0)
      expect(slugsOf(await found({ q })).sort()).toEqual(naive.map(({ slug }) => slug).sort())
    },
  )

  test('several words are found where all of them stand, wherever they stand', async () => {
    for (const [a, b] of [['Größe', 'Café'], ['Tiny-Houses', 'Übergang'], ['Straßenfest', 'Autor*innen']]) {
      const both = known.filter(({ words }) => words.has(a ?? '') && words.has(b ?? ''))
      expect(slugsOf(await found({ q: `${b}  ${a}` })).sort()).toEqual(both.map(({ slug }) => slug).sort())
    }
    expect(known.some(({ words }) => words.size > 1)).toBe(true)
  })

  test('a measure is found by its title in another language, whatever language is asked for', async () => {
    const translated = known.filter(({ titles }) => titles.en)
    expect(translated.length).toBeGreaterThan(0)
    for (const locale of ['de', 'en', 'ar'])
      expect((await found({ q: 'Measure', locale })).total).toBe(translated.length)
  })

  test('a word that stands nowhere finds nothing', async () => {
    expect(await found({ q: 'Kochrezept' })).toMatchObject({ total: 0, nodes: [] })
  })

  test.each([1, 7, 24, 60, 100])('pages of %i show everything once, in one order', async (pageSize) => {
    const all = slugsOf(await found({}))
    const pages: string[][] = []
    for (let page = 1; (page - 1) * pageSize < known.length; page += 1)
      pages.push(slugsOf(await found({ page, pageSize })))
    expect(pages.flat()).toEqual(all)
    expect(pages.slice(0, -1).every(page => page.length === pageSize)).toBe(true)
    expect(await found({ page: pages.length + 1, pageSize })).toMatchObject({ total: known.length, nodes: [] })
  })

  test('a page of 24 is the first where none is asked for', async () => {
    const first = slugsOf(await found({ page: 1, pageSize: 24 }))
    expect(slugsOf(await found({ pageSize: null }))).toEqual(first)
    expect(first).toHaveLength(24)
  })

  describe('in order', () => {
    const ordered = (locale: 'de' | 'en', key: (measure: Known) => number) => {
      const { compare } = new Intl.Collator(locale, { numeric: true })
      const title = ({ titles }: Known) => titles[locale] ?? titles.de
      return known.toSorted((a, b) => key(a) - key(b) || compare(title(a), title(b))).map(({ slug }) => slug)
    }
    const scale = [
      'completed', 'ongoing', 'in_progress', 'adopted', 'proposed', 'recommendation', 'postponed', 'struck', 'unknown',
    ]

    test.each(['de', 'en'] as const)('of titles in the alphabet of %s, numbers by their value', async (locale) => {
      expect(slugsOf(await found({ sort: 'title', locale }))).toEqual(ordered(locale, () => 0))
      expect(slugsOf(await found({ locale }))).toEqual(ordered(locale, () => 0))
    })

    test.each(DAYS)('of the last change until %s, the newest first', async (asOf) => {
      const last = ({ updates, decisions }: Known) =>
        [...updates, ...decisions]
          .map(({ day }) => day)
          .filter(day => day <= asOf)
          .sort()
          .at(-1)
      expect(slugsOf(await found({ sort: 'changed', asOf }))).toEqual(
        ordered('de', measure => -Number((last(measure) ?? '0').replaceAll('-', ''))),
      )
    })

    test.each(DAYS)('of stages on %s, what is furthest first', async (asOf) => {
      expect(slugsOf(await found({ sort: 'stage', asOf }))).toEqual(
        ordered('de', measure => scale.indexOf(stageThen(measure, asOf))),
      )
    })
  })
})

interface PlanCounts {
  slug: string
  measureCount: number
  fates: { fate: string, count: number }[]
  stageCounts: { stage: string, count: number, field: { slug: string } | null }[]
}

const sum = (counted: { count: number }[]) => counted.reduce((total, { count }) => total + count, 0)

describe('a plan', () => {
  test.each(DAYS)('has its measures by field and stage on %s, and they add up', async (asOf) => {
    const answer = await read<{ plans: PlanCounts[] }>(
      cms, `{ plans { slug measureCount stageCounts(asOf: "${asOf}") { stage count field { slug } } } }`,
    )
    expect(answer.plans).toHaveLength(2)
    for (const { slug, measureCount, stageCounts } of answer.plans) {
      const own = known.filter(({ plan }) => plan === slug)
      expect([measureCount, sum(stageCounts)]).toEqual([own.length, own.length])
      const cells = stageCounts.map(({ stage, count, field }) => `${field?.slug ?? null} ${stage}: ${count}`)
      const naive = [...Map.groupBy(own, measure => `${measure.field} ${stageThen(measure, asOf)}`)].map(
        ([cell, measures]) => `${cell}: ${measures.length}`,
      )
      expect(cells.sort()).toEqual(naive.sort())
    }
  })

  test('has a balance in which every measure stands once', async () => {
    const leads: Record<string, string> = {
      continued: 'continued', renamed: 'continued', split: 'continued', merged: 'continued', narrowed: 'continued',
      widened: 'continued', institutionalised: 'ongoing', fulfilled: 'completed', dropped: 'dropped',
    }
    const ends: Record<string, string> = { ongoing: 'ongoing', completed: 'completed', struck: 'dropped' }
    const fateOf = (measure: Known) => {
      const told = links.filter(({ from }) => from.includes(measure)).map(({ kind }) => leads[kind])
      return (
        ['continued', 'ongoing', 'completed', 'dropped'].find(fate => told.includes(fate))
        ?? ends[stageThen(measure, '2999-12-31')]
        ?? 'unknown'
      )
    }
    const answer = await read<{ plans: PlanCounts[] }>(cms, '{ plans { slug measureCount fates { fate count } } }')
    for (const { slug, measureCount, fates } of answer.plans) {
      const own = known.filter(({ plan }) => plan === slug)
      expect(sum(fates)).toBe(measureCount)
      expect(fates).toEqual(
        ['continued', 'ongoing', 'completed', 'dropped', 'unknown'].map(fate => ({
          fate, count: own.filter(measure => fateOf(measure) === fate).length,
        })),
      )
    }
    expect(answer.plans.flatMap(({ fates }) => fates).filter(({ count }) => count > 0).length).toBeGreaterThan(5)
  })

  test('shows how its measures flow into the fields of the next, and every link', async () => {
    const answer = await read<{
      plans: {
        slug: string
        lineages: { total: number, nodes: Values[] }
        lineageFlows: { from: { slug: string } | null, to: { slug: string } | null, count: number }[]
      }[]
    }>(
      cms,
      '{ plans { slug lineages(pageSize: 100) { total nodes { kind } } lineageFlows { count from { slug } to { slug } '
      + '} } }',
    )
    for (const { slug, lineages, lineageFlows } of answer.plans) {
      const own = links.filter(({ from, to }) => [...from, ...to].some(({ plan }) => plan === slug))
      expect([lineages.total, lineages.nodes.length]).toEqual([own.length, own.length])
      const pairs = links.flatMap(({ from, to }) =>
        from.filter(({ plan }) => plan === slug).flatMap(before => to.map(after => `${before.field} ${after.field}`)),
      )
      const naive = [...Map.groupBy(pairs, pair => pair)].map(([pair, same]) => `${pair} ${same.length}`)
      expect(
        lineageFlows.map(({ from, to, count }) => `${from?.slug ?? null} ${to?.slug ?? null} ${count}`).sort(),
      ).toEqual(naive.sort())
    }
  })
})

describe('a link', () => {
  interface Ends {
    kind: string
    from: { slug: string }[]
    to: { slug: string }[]
  }

  const told = ({ kind, from, to }: Ends) =>
    `${from
      .map(({ slug }) => slug)
      .toSorted()
      .join()} ${kind} ${to
      .map(({ slug }) => slug)
      .toSorted()
      .join()}`

  test('is found from both of its ends, and from no other measure', async () => {
    const ends = '{ kind from { slug } to { slug } }'
    const { measures } = await read<{ measures: { slug: string, cameFrom: Ends[], becameOf: Ends[] }[] }>(
      cms, `{ measures(pagination: { limit: 100 }) { slug cameFrom ${ends} becameOf ${ends} } }`,
    )
    expect(measures).toHaveLength(known.length)
    for (const { slug, cameFrom, becameOf } of measures) {
      const stands = (side: 'from' | 'to') =>
        links.filter(link => link[side].some(measure => measure.slug === slug)).map(told)
      expect(cameFrom.map(told).toSorted(), slug).toEqual(stands('to').toSorted())
      expect(becameOf.map(told).toSorted(), slug).toEqual(stands('from').toSorted())
    }
    expect(new Set(measures.flatMap(({ cameFrom, becameOf }) => [...cameFrom, ...becameOf]).map(told))).toEqual(
      new Set(links.map(told)),
    )
  })

  test('resolves from both of its ends, whichever measures it links', async () => {
    const [old = [], later = []] = plans.map(({ slug }) => known.filter(({ plan }) => plan === slug))
    const some = (measures: Known[]) => fc.uniqueArray(fc.constantFrom(...measures), { minLength: 2, maxLength: 5 })
    const most: Record<string, [number, number]> = {
      split: [1, 5], merged: [5, 1], institutionalised: [1, 0], fulfilled: [1, 0], dropped: [1, 0], new: [0, 1],
    }
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...LINEAGE_KINDS), some(old), some(later), async (kind, before, after) => {
        const [mostFrom, mostTo] = most[kind] ?? [1, 1]
        const [from, to] = [before.slice(0, mostFrom), after.slice(0, mostTo)]
        const { documentId } = await cast.lineage(
          from.map(({ row }) => row), to.map(({ row }) => row), { kind },
        )
        const { lineage, measures } = await read<{
          lineage: Ends
          measures: { slug: string, cameFrom: { documentId: string }[], becameOf: { documentId: string }[] }[]
        }>(
          cms,
          `{
        lineage(documentId: "${documentId}") { kind from { slug } to { slug } } measures(pagination: { limit: 100 }) { slug cameFrom { documentId } becameOf { documentId } }
      }`,
        )
        const slugs = (ends: { slug: string }[]) => ends.map(({ slug }) => slug).toSorted()
        expect([slugs(lineage.from), slugs(lineage.to)]).toEqual([slugs(from), slugs(to)])
        const linking = (side: 'cameFrom' | 'becameOf') =>
          slugs(measures.filter(measure => measure[side].some(link => link.documentId === documentId)))
        expect([linking('becameOf'), linking('cameFrom')]).toEqual([slugs(from), slugs(to)])
        await cms.documents(LINEAGE).delete({ documentId, locale: '*' })
      }),
      { numRuns: 12 },
    )
  })
})

describe('statements', () => {
  test('of finder and overview are as many for 60 measures as for 10, read anew or not', () => {
    expect(counts.many).toEqual(counts.few)
    expect(Math.min(...counts.few)).toBeGreaterThan(0)
  })

  test('are few more where a plan was changed since: only plans are read anew', () => {
    const [finderAnew = 0, finder = 0, overviewAnew = 0, overview = 0] = counts.many
    for (const more of [finderAnew - finder, overviewAnew - overview]) {
      expect(more).toBeGreaterThan(0)
      expect(more).toBeLessThan(8)
    }
  })
})

interface Change {
  kind: string
  day: string
  stageBefore: string | null
  name: { value: string } | null
  nameBefore: string | null
  measure: { slug: string } | null
  plan: { slug: string } | null
  statusUpdate: { stage: string } | null
  decision: { outcome: string } | null
  lineage: { kind: string } | null
  event: { title: string } | null
  article: { title: string } | null
  project: { title: string } | null
  tombstone: { slug: string, wasDeleted: boolean } | null
}

async function changes(variables: Values): Promise<{ total: number, nodes: Change[] }> {
  const { data, errors } = await ask<{ changes: { total: number, nodes: Change[] } }>(
    cms,
    `query ($since: String!, $until: String, $plan: String, $field: String, $measure: String, $kind: ChangeKind, $page: Int, $pageSize: Int) {
    changes(since: $since, until: $until, plan: $plan, field: $field, measure: $measure, kind: $kind, page: $page, pageSize: $pageSize) {
      total nodes { kind day stageBefore name { value } nameBefore measure { slug } plan { slug } statusUpdate { stage } decision { outcome } lineage { kind } event { title } article { title } project { title } tombstone { slug wasDeleted } }
    }
  }`, { since: '0001-01-01', until: '2999-12-31', pageSize: 100, ...variables })
  expect(errors).toEqual([])
  if (!data) throw new Error('There is no answer.')
  return data.changes
}

async function allChanges(variables: Values): Promise<Change[]> {
  const pages: Change[][] = []
  for (let page = 1; page === 1 || pages.at(-1)?.length === 100; page += 1)
    pages.push((await changes({ ...variables, page })).nodes)
  return pages.flat()
}

describe('what changed', () => {
  interface KnownChange {
    says: string
    day: string
    kind: string
    plan: string
    measures: Known[]
    fields?: string[]
  }

  function naiveChanges(): KnownChange[] {
    const ofMeasures = [...known, ...goneMeasures].flatMap((measure) => {
      const inOrder = saidOf(measure)
      const stages = inOrder.flatMap(({ stage, day, isUpdate }, index) => {
        const before = inOrder[index - 1]?.stage ?? 'unknown'
        return stage === before || !isUpdate
          ? []
          : [
              {
                says: `${measure.slug} ${before}→${stage}`, day, kind: 'stage', plan: measure.plan, measures: [measure],
              },
            ]
      })
      return [
        ...stages,
        ...measure.decisions.map(({ day, outcome }) => ({
          says: `${measure.slug} ${outcome}`, day, kind: 'decision', plan: measure.plan, measures: [measure],
        })),
      ]
    })
    const ofLinks = links
      .filter(({ day }) => day !== '')
      .map(({ kind, day, from, to }) => ({
        says: kind, day, kind: 'lineage', plan: to[0]?.plan ?? from[0]?.plan ?? '', measures: [...from, ...to],
      }))
    const ofPlans = Object.entries(onPlans).map(([plan, { day, outcome }]) => ({
      says: outcome, day, kind: 'decision', plan, measures: [],
    }))
    const departed = goneMeasures.map((measure, index) => ({
      says: `${measure.slug} ${index % 2 === 0 ? 'deleted' : 'withdrawn'}`, day: today(), kind: 'gone',
      plan: measure.plan, measures: [measure],
    }))
    const happened = happenings.map(({ title, ...rest }) => ({ ...rest, says: title }))
    return [...ofMeasures, ...ofLinks, ...ofPlans, ...departed, ...happened]
  }

  const sentence = (change: Change) => {
    const { kind, day, measure, stageBefore, statusUpdate, decision, lineage, plan, tombstone } = change
    const words = [
      measure?.slug ?? tombstone?.slug, statusUpdate ? `${stageBefore}→${statusUpdate.stage}` : undefined,
      decision?.outcome, lineage?.kind, (change.event ?? change.article ?? change.project)?.title,
      kind === 'gone' ? tombstone?.wasDeleted ? 'deleted' : 'withdrawn' : undefined,
    ]
    return `${day} ${kind} ${plan?.slug ?? ''} ${words.filter(Boolean).join(' ')}`
  }

  test('is what a naive look says, newest first, for any choice', async () => {
    const all = naiveChanges()
    for (let round = 0; round < 60; round += 1) {
      const [since, until] = [oneOf(DAYS), oneOf(DAYS)].sort()
      const choice = {
        plan: perhaps(() => oneOf(['alter-plan', 'neuer-plan']), 0.2), field: perhaps(() => oneOf(fields).slug, 0.2),
        measure: perhaps(() => oneOf([...known, ...goneMeasures]).slug, 0.2),
        kind: perhaps(() => oneOf(CHANGE_KINDS), 0.3),
      }
      const fits = all.filter(
        ({ day, kind, plan, measures, fields: own = [] }) =>
          (since ?? '') <= day
          && day <= (until ?? '')
          && [undefined, kind].includes(choice.kind)
          && [undefined, plan].includes(choice.plan)
          && (!choice.field || [...own, ...measures.map(({ field }) => field)].includes(choice.field))
          && (!choice.measure || measures.some(({ slug }) => slug === choice.measure)),
      )
      const answer = await allChanges({ since, until, ...choice })
      expect(answer.map(sentence).sort(), JSON.stringify({ since, until, ...choice })).toEqual(
        fits.map(({ day, kind, plan, says }) => `${day} ${kind} ${plan} ${says}`).sort(),
      )
      const days = answer.map(({ day }) => day)
      expect(days).toEqual(days.toSorted().reverse())
    }
    expect(all.length).toBeGreaterThan(100)
  })

  test('comes in pages of at most 100', async () => {
    const { total, nodes } = await changes({ pageSize: 5000 })
    expect(total).toBe(naiveChanges().length)
    expect(nodes).toHaveLength(100)
  })

  test('includes the first and the last day asked for', async () => {
    const [day = ''] = (await changes({ pageSize: 1 })).nodes.map(change => change.day)
    expect((await changes({ since: day, until: day })).nodes.every(change => change.day === day)).toBe(true)
    expect((await changes({ since: day, until: day })).total).toBeGreaterThan(0)
  })

  test.each([
    ['since', 'gestern'], ['since', '2021'], ['until', '2021-02-30'],
  ])('%s "%s" is no day: 400 with one that would be right', async (name, day) => {
    const { status, errors } = await ask(
      cms, 'query ($since: String!, $until: String) { changes(since: $since, until: $until) { total } }',
      { since: '2021-01-01', [name]: day },
    )
    expect(status).toBe(400)
    expect(errors[0]?.message).toContain(`${name} is "${day}". It must be a day such as 2021-12-31.`)
  })
})

/** From here on there is more than the naive look knows. */
describe('what is written later', () => {
  let plan: Row
  let measure: Row

  beforeAll(async () => {
    plan = await cast.plan({
      title: 'Später Plan', slug: 'spaeter-plan', valid: '2020/..',
      names: [
        { language: 'de', value: 'SP 1', kind: 'working', from: '2020' },
        { language: 'de', value: 'SP 2', kind: 'working', from: '2021-03' },
        { language: 'de', value: 'S.P.', kind: 'spelling', from: '2021' },
        { language: 'de', value: 'Später Plan', kind: 'official' },
      ],
    })
    measure = await cast.measure(plan, { title: 'Später', slug: 'spaeter' })
  })

  test('is found at once: a measure, its update, its new title, and no more once it is withdrawn', async () => {
    expect((await found({ plan: 'spaeter-plan' })).total).toBe(1)
    expect((await found({ plan: 'spaeter-plan', stage: 'adopted' })).total).toBe(0)
    const update = await cast.update(measure, { date: '2021-05', stage: 'adopted' })
    expect((await found({ plan: 'spaeter-plan', stage: 'adopted' })).total).toBe(1)
    await cms.documents(UPDATE).unpublish({ documentId: update.documentId })
    expect((await found({ plan: 'spaeter-plan', stage: 'adopted' })).total).toBe(0)
    await cms.documents(MEASURE).update({ documentId: measure.documentId, data: { title: 'Umbenanntes Vorhaben' } })
    expect((await found({ q: 'Umbenanntes' })).total).toBe(0)
    await cms.documents(MEASURE).publish({ documentId: measure.documentId })
    expect((await found({ q: 'Umbenanntes' })).total).toBe(1)
    await cms.documents(MEASURE).unpublish({ documentId: measure.documentId })
    expect((await found({ q: 'Umbenanntes' })).total).toBe(0)
    await cms.documents(MEASURE).publish({ documentId: measure.documentId })
  })

  test('is found at once when a transaction that wrote it is over, and not where it failed', async () => {
    const fails = cms.strapi.db.transaction(async () => {
      await cast.measure(plan, { title: 'Nie geschehen' })
      throw new Error('Abbruch')
    })
    await expect(fails).rejects.toThrow('Abbruch')
    expect((await found({ q: 'Nie geschehen' })).total).toBe(0)
    await cms.strapi.db.transaction(async () => {
      await cast.measure(plan, { title: 'In einem Zug' })
    })
    expect((await found({ q: 'In einem Zug' })).total).toBe(1)
  })

  test('repeats no stage: the same again is no change, back to an earlier one is', async () => {
    const repeated = await cast.measure(plan, { title: 'Wiederholt', slug: 'wiederholt' })
    for (const [date, stage] of [
      ['2022', 'adopted'], ['2021', 'adopted'], ['2023', 'postponed'], ['2024', 'adopted'], ['2024-06', 'adopted'],
      ['2020', 'unknown'],
    ])
      await cast.update(repeated, { date, stage })
    expect(
      (await changes({ measure: 'wiederholt' })).nodes.map(({ day, stageBefore, statusUpdate }) => [
        day, stageBefore, statusUpdate?.stage,
      ]),
    ).toEqual([
      ['2024-06-30', 'postponed', 'adopted'], ['2023-12-31', 'adopted', 'postponed'],
      ['2021-12-31', 'unknown', 'adopted'],
    ])
  })

  test('is no change where only texts were corrected or formatted', async () => {
    const plan = await cast.plan({
      title: 'Plahn', slug: 'tippfehler-plan', valid: '2020/..',
      names: [{ language: 'de', value: 'TP', kind: 'short', from: '2020' }],
    })
    const measure = await cast.measure(plan, { title: 'Spähter', slug: 'tippfehler' })
    const update = await cast.update(measure, { date: '2022', stage: 'adopted', text: 'Ein Tipfehler.' })
    const decision = await cast.decision({ measure: measure.documentId, date: '2022', note: 'Wie vorgelgt.' })
    const link = await cast.lineage([], [measure], { kind: 'new', date: '2022', reason: 'Neu im Plahn.' })
    const before = await changes({ plan: 'tippfehler-plan' })
    expect(before.nodes.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['stage', 'decision', 'lineage', 'name']),
    )
    const bold = [{ type: 'paragraph', children: [{ type: 'text', text: 'Fett.', bold: true }] }]
    for (const [uid, { documentId }, data] of [
      [MEASURE, measure, { title: 'Später!', summary: 'Ein Tippfehler weniger.', text: bold }],
      [UPDATE, update, { text: 'Ein Tippfehler.' }], [DECISION, decision, { note: 'Wie vorgelegt.' }],
      [LINEAGE, link, { reason: 'Neu im Plan.' }],
      [PLAN, plan, { summary: 'Neu geschrieben.' }],
    ] as const) await cms.documents(uid).update({ documentId, data, status: 'published' })
    expect(await changes({ plan: 'tippfehler-plan' })).toEqual(before)
  })

  test('names are changes of their plan, spellings and names without a beginning are none', async () => {
    expect((await changes({ plan: 'spaeter-plan', kind: 'name' })).nodes).toMatchObject([
      { day: '2021-03-31', name: { value: 'SP 2' }, nameBefore: 'SP 1', measure: null },
      { day: '2020-12-31', name: { value: 'SP 1' }, nameBefore: null, measure: null },
    ])
  })

  test('events stand in the order of the timeline, also where only bounds say it', async () => {
    const plan = await cast.plan({ title: 'Plan in Grenzen', slug: 'grenzen-plan', valid: '2005/..' })
    for (const values of [
      { title: 'Tagung', date: '2015-06-16' },
      { title: 'Richtlinie', date: '2015?', notBefore: '2014-03', notAfter: '2015-08-17' },
      { title: 'Bewilligung', date: '2015-08-18' },
      { title: 'Zwischenbericht', date: '2015-06', notAfter: '2015-06-15' },
    ])
      await cms.documents(EVENT).create({
        data: { kind: 'meeting', plan: plan.documentId, citations: cast.citations, ...values }, status: 'published',
      })
    const { changes: { nodes }, timelineEvents } = await read<{
      changes: { nodes: { date: string, event: { title: string } }[] }
      timelineEvents: { title: string }[]
    }>(
      cms,
      '{ changes(since: "2015-01-01", plan: "grenzen-plan", kind: event) { nodes { date event { title } } }'
      + ' timelineEvents(sort: "sortKey", filters: { plan: { slug: { eq: "grenzen-plan" } } }) { title } }',
    )
    const titles = timelineEvents.map(({ title }) => title)
    expect(titles).toEqual(['Richtlinie', 'Zwischenbericht', 'Tagung', 'Bewilligung'])
    expect(nodes.map(({ event }) => event.title)).toEqual(titles.toReversed())
    expect(nodes.map(({ date }) => date)).toEqual(['2015-08-18', '2015-06-16', '2015-06', '2015?'])
  })

  test('names of a measure are changes of the measure, with the day as it is known', async () => {
    const renamed = await cast.measure(plan, {
      title: 'Umbenannt', slug: 'umbenannt', names: [
        { language: 'de', value: 'Alt', kind: 'official', from: '2020' },
        { language: 'de', value: 'Umbenannt', kind: 'official', from: '2022-03' },
        { language: 'de', value: 'Umbennant', kind: 'spelling', from: '2022' },
      ],
    })
    const { changes: { nodes } } = await read<{ changes: { nodes: object[] } }>(
      cms,
      '{ changes(since: "2000-01-01", measure: "umbenannt") { nodes { date name { value } nameBefore measure { slug } } } }',
    )
    expect(nodes).toEqual([
      { date: '2022-03', name: { value: 'Umbenannt' }, nameBefore: 'Alt', measure: { slug: 'umbenannt' } },
      { date: '2020', name: { value: 'Alt' }, nameBefore: null, measure: { slug: 'umbenannt' } },
    ])
    await cms.documents(MEASURE).delete({ documentId: renamed.documentId, locale: '*' })
  })

  test('the balance of a plan says how many of its measures are gone', async () => {
    const count = (slug: string) => goneMeasures.filter(measure => measure.plan === slug).length
    const { plans: counted } = await read<{ plans: { slug: string, goneMeasureCount: number }[] }>(
      cms, '{ plans(filters: { slug: { in: ["alter-plan", "neuer-plan"] } }) { slug goneMeasureCount } }',
    )
    expect(counted.toSorted((a, b) => (a.slug < b.slug ? -1 : 1))).toEqual(
      ['alter-plan', 'neuer-plan'].map(slug => ({ slug, goneMeasureCount: count(slug) })),
    )
  })

  test('a decision on the whole plan is a change of the plan and of no measure', async () => {
    await cast.decision({ plan: plan.documentId, date: '2021-06-01', outcome: 'adopted' })
    expect((await changes({ plan: 'spaeter-plan', kind: 'decision' })).nodes).toMatchObject([
      { day: '2021-06-01', measure: null, plan: { slug: 'spaeter-plan' }, decision: { outcome: 'adopted' } },
    ])
  })

  test('what lies in the future is no change until today', async () => {
    const update = await cast.update(measure, { stage: 'completed' })
    // As rows of a version that did not refuse it.
    await cms.strapi.db
      .query(UPDATE)
      .updateMany({ where: { documentId: update.documentId }, data: { date: '2999', countsFrom: '2999-12-31' } })
    await cast.update(measure, { date: '2020-02', stage: 'proposed' })
    const { data } = await ask<{ changes: { nodes: { day: string }[] } }>(
      cms, '{ changes(since: "2000-01-01", measure: "spaeter") { nodes { day } } }',
    )
    expect(data?.changes.nodes).toEqual([{ day: '2020-02-29' }])
    expect((await changes({ since: '2000-01-01', measure: 'spaeter' })).nodes).toMatchObject([
      { day: '2999-12-31' }, { day: '2020-02-29' },
    ])
  })
})
