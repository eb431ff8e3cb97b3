/** Every published measure with what finding, counting and comparing needs, read in a fixed number of statements. */
import {
  type ArticleKind, countsFrom, dayOf as dayOfMoment, type DatedDecision, type DatedStage, type LineageKind,
  type MeasureKind, type NameInTime, type Outcome, type Stage, type StageStatement, statementsOf,
} from 'shared-types'
import type { LostLink } from '../gone/tombstone'
import { isSourceRow } from '../rows/rows'
import { readComponents, readRelation, type Reading, readRows, type TableRow, wordOf } from './tables'
import {
  ARTICLE, CONTRIBUTION, DECISION, EVENT, FIELD, FUNDED, LINEAGE, MEASURE, ORGANISATION, PERSON, PLAN, TOMBSTONE,
  UPDATE,
} from '../content-model/uids'

interface RegisteredUpdate extends DatedStage {
  /** documentId of the status update. */
  id: string
  /** As exactly as it is known, in EDTF. */
  date: string
}

interface RegisteredDecision extends DatedDecision {
  id: string
  /** As exactly as it is known, in EDTF. */
  date: string
  body: string | null
  measure: string | null
  plan: string | null
}

/** Something that has a name, by the documentId under which the register keeps it. */
interface Named {
  id: string
  slug: string
  /** Titles by language. */
  titles: ReadonlyMap<string, string>
  names: NameInTime[]
  /** Addresses that it had before. */
  formerSlugs: string[]
}

export interface RegisteredPlan extends Named {
  /** First day of its validity, `YYYY-MM-DD`; empty where none is known. */
  startsOn: string
}

interface RegisteredField extends Named {
  plan: string | null
  order: number
}

export interface RegisteredMeasure extends Named {
  code: string | null
  /** Codes of the languages in which it exists. */
  languages: string[]
  kind: MeasureKind
  plan: string | null
  field: string | null
  /** Who proposes, leads, takes part or decides. */
  bodies: Set<string>
  summaries: ReadonlyMap<string, string>
  updates: RegisteredUpdate[]
  decisions: RegisteredDecision[]
  /** Everything that says where it stands, from the first that counts to the last. */
  statements: StageStatement<RegisteredUpdate, RegisteredDecision>[]
}

export interface RegisteredLineage {
  id: string
  kind: LineageKind
  /** Empty where no date is known. */
  date: string
  countsFrom: string
  from: string[]
  to: string[]
}

export interface RegisteredArticle {
  id: string
  kind: ArticleKind
  date: string
  /** The day on which it was entered here, `YYYY-MM-DD`. */
  madeOn: string
  /** The first and the last day its date can mean, `YYYY-MM-DD`; empty where none is known. */
  startsOn: string
  endsOn: string
  fields: string[]
  measures: string[]
  /** Who speaks in it, whom it is about, who contributed to it: documentIds of those who are public. */
  people: Set<string>
  /** Codes of the languages in which it exists here, or its original elsewhere. */
  languages: string[]
}

/** An event in the life of a plan, or a project that was funded under it. */
export interface RegisteredHappening {
  id: string
  /** As exactly as it is known, in EDTF; empty where no date is known. */
  date: string
  /** Its place in the order of time, which begins with a day (`YYYY-MM-DD`); empty where no date is known. */
  place: string
  plan: string | null
  field: string | null
  measures: string[]
}

/** Where a measure stood that is no longer public: what led to it still counts there. */
export interface GoneMeasure {
  id: string
  plan: string | null
  field: string | null
  decisions: RegisteredDecision[]
  statements: RegisteredMeasure['statements']
}

/** Something that was public and is gone. */
interface Gone {
  /** documentId. */
  id: string
  type: string
  slug: string
  /** The day on which it went, `YYYY-MM-DD`. */
  goneOn: string
  plan: string | null
}

export interface Register {
  articles: ReadonlyMap<string, RegisteredArticle>
  people: ReadonlyMap<string, { id: string, slug: string }>
  plans: ReadonlyMap<string, RegisteredPlan>
  fields: ReadonlyMap<string, RegisteredField>
  bodies: ReadonlyMap<string, { id: string, slug: string }>
  measures: ReadonlyMap<string, RegisteredMeasure>
  goneMeasures: ReadonlyMap<string, GoneMeasure>
  events: ReadonlyMap<string, RegisteredHappening>
  projects: ReadonlyMap<string, RegisteredHappening>
  gone: ReadonlyMap<string, Gone>
  lineages: ReadonlyMap<string, RegisteredLineage>
  /** Decisions on a plan as a whole. */
  planDecisions: RegisteredDecision[]
}

/** The types it is made of: when one of them changes, it is read again. */
export const REGISTERED: readonly string[] = [
  PLAN, FIELD, MEASURE, UPDATE, DECISION, LINEAGE, ORGANISATION, ARTICLE, PERSON, CONTRIBUTION, EVENT, FUNDED,
]

/** What readers are told when it is gone. People who are gone are not named. */
const TOLD_WHEN_GONE = [PLAN, MEASURE, EVENT, ARTICLE]

const NAME = ['language', 'value', 'kind', 'from', 'to']

/** Mending is what a register is made of again: the one that is known, and the types that changed since. */
export interface Mending {
  known: Register
  /** With the type of tombstones where something came or went. */
  changed: ReadonlySet<string>
}

/** loadRegister reads all of it, or of a known one what a change of these types is told in. */
export async function loadRegister(reading: Reading, mending?: Mending): Promise<Register> {
  const known = (...uids: string[]) =>
    mending && !uids.some(uid => mending.changed.has(uid)) ? mending.known : undefined
  const tombstones: StoredGone[] = await reading.strapi.db.query(TOMBSTONE).findMany({
    select: ['document', 'type', 'slug', 'plan', 'field', 'links', 'goneOn'], where: { type: { $in: TOLD_WHEN_GONE } },
  })
  const gone = tombstones.filter(({ type }) => type === MEASURE)
  const lost = lostMeasures(gone)
  const people = known(PERSON)?.people ?? await loadSlugs(reading, PERSON)
  return {
    articles: known(ARTICLE, PERSON, CONTRIBUTION, TOMBSTONE)?.articles ?? await loadArticles(reading, people, lost),
    people,
    plans: known(PLAN)?.plans ?? await loadPlans(reading),
    fields: known(FIELD)?.fields ?? await loadFields(reading),
    bodies: known(ORGANISATION)?.bodies ?? await loadSlugs(reading, ORGANISATION),
    ...standingIn(known(MEASURE, UPDATE, DECISION, TOMBSTONE)) ?? await loadStanding(reading, gone, lost),
    events: known(EVENT, TOMBSTONE)?.events
      ?? await loadHappenings(reading, EVENT, { ones: ['plan'], several: 'measures', lost }),
    projects: known(FUNDED, TOMBSTONE)?.projects
      ?? await loadHappenings(reading, FUNDED, { ones: ['plan', 'fieldOfAction', 'measure'], several: null, lost }),
    gone: byId(
      tombstones.map(({ document: id, type, slug, goneOn, plan }) => ({
        id, type, slug, plan, goneOn: dayOfMoment(timeOf(goneOn)),
      })),
    ),
    lineages: known(LINEAGE, TOMBSTONE)?.lineages ?? await loadLineages(reading, gone),
  }
}

type Standing = Pick<Register, 'measures' | 'goneMeasures' | 'planDecisions'>

function standingIn(register: Register | undefined): Standing | undefined {
  return register
    && { measures: register.measures, goneMeasures: register.goneMeasures, planDecisions: register.planDecisions }
}

/** Measures, and where they stand. */
async function loadStanding(reading: Reading, gone: StoredGone[], lost: Lost): Promise<Standing> {
  const said = sayingsOf(await loadUpdates(reading, lost), await loadDecisions(reading, lost))
  return {
    measures: await loadMeasures(reading, said.of),
    goneMeasures: byId(gone.map(({ document: id, plan, field }) => ({ id, plan, field, ...said.of(id, plan) }))),
    planDecisions: said.planDecisions,
  }
}

/** In which languages its original, or a translation of that, can be read where it first appeared. */
function languagesElsewhere(
  { originalLanguage, originalUrl }: TableRow, translations: Record<string, unknown>[] = [],
): string[] {
  return [{ language: originalLanguage, url: originalUrl }, ...translations]
    .flatMap(({ language, url }) => (isText(language) && isText(url) ? [language] : []))
}

/** The deleted measures that something was about, by its documentId. */
type Lost = ReadonlyMap<string, string[]>

function lostMeasures(gone: StoredGone[]): Lost {
  const links = gone.flatMap(({ document: measure, links: kept }) => (kept ?? []).map(link => ({ ...link, measure })))
  const byDocument = Map.groupBy(
    links.filter(({ attribute }) => ['measure', 'measures'].includes(attribute)), ({ document }) => document,
  )
  return new Map([...byDocument].map(([document, found]) => [document, found.map(({ measure }) => measure)]))
}

/** What is said of measures, of those that are gone too. */
function sayingsOf(updates: ReportedUpdate[], decisions: RegisteredDecision[]) {
  const updatesOf = Map.groupBy(updates, ({ measure }) => measure)
  const decisionsOf = Map.groupBy(decisions, ({ measure }) => measure)
  const reaching = Map.groupBy(decisions.filter(({ reachesMeasures }) => reachesMeasures), ({ plan }) => plan)
  return {
    planDecisions: decisions.filter(({ plan }) => plan !== null),
    of: (measure: string, plan: string | null): Said => {
      const reported = (updatesOf.get(measure) ?? []).map(({ update }) => update)
      const decided = decisionsOf.get(measure) ?? []
      const planDecisions = plan === null ? [] : reaching.get(plan) ?? []
      return {
        updates: reported, decisions: decided,
        statements: statementsOf({ updates: reported, decisions: decided, planDecisions }),
      }
    },
  }
}

type Said = Pick<RegisteredMeasure, 'updates' | 'decisions' | 'statements'>

async function loadSlugs(reading: Reading, uid: string): Promise<Map<string, { id: string, slug: string }>> {
  return byId(
    (await readRows(reading, uid, ['slug']))
      .filter(isSourceRow)
      .map(row => ({ id: row.documentId, slug: textIn(row.slug) })),
  )
}

async function loadArticles(
  reading: Reading, people: Register['people'], lost: Lost,
): Promise<Register['articles']> {
  const fields = await readRelation(reading, ARTICLE, 'fieldsOfAction')
  const measures = await readRelation(reading, ARTICLE, 'measures')
  const speakers = await readRelation(reading, ARTICLE, 'people')
  const contributions = (await readRows(reading, CONTRIBUTION, [], ['person', 'article'])).filter(isSourceRow)
  const contributors = Map.groupBy(contributions, ({ article }) => article)
  const originals = await readComponents(reading, ARTICLE, 'originalTranslations', 'shared.link', ['language', 'url'])
  const rows = Map.groupBy(
    await readRows(
      reading, ARTICLE, ['kind', 'date', 'createdAt', 'startsOn', 'endsOn', 'originalLanguage', 'originalUrl'],
    ),
    ({ documentId }) => documentId,
  )
  return byId(
    [...rows.values()].flatMap(ofDocument =>
      ofDocument.filter(isSourceRow).map(row => ({
        id: row.documentId, kind: wordOf<ArticleKind>(row.kind), date: textIn(row.date),
        madeOn: dayOfMoment(timeOf(row.createdAt)), startsOn: dayOf(row.startsOn), endsOn: dayOf(row.endsOn),
        fields: fields.get(row.id) ?? [], measures: withLost(measures.get(row.id), row, lost),
        people: new Set(
          [...(speakers.get(row.id) ?? []), ...(contributors.get(row.documentId) ?? []).map(({ person }) => person)]
            .filter(isText)
            .filter(id => people.has(id)),
        ),
        languages: [
          ...new Set([...ofDocument.map(({ locale }) => locale), ...languagesElsewhere(row, originals.get(row.id))]),
        ],
      })),
    ),
  )
}

async function loadPlans(reading: Reading): Promise<Register['plans']> {
  return loadNamed(reading, PLAN, { attributes: ['startsOn'], ones: [] }, row => ({ startsOn: dayOf(row.startsOn) }))
}

async function loadFields(reading: Reading): Promise<Register['fields']> {
  return loadNamed(reading, FIELD, { attributes: ['order'], ones: ['plan'] }, row => ({
    plan: textOrNull(row.plan), order: Number(row.order ?? 0),
  }))
}

async function loadMeasures(
  reading: Reading, saidOf: (measure: string, plan: string | null) => Said,
): Promise<Register['measures']> {
  const partners = await readRelation(reading, MEASURE, 'partners')
  return loadNamed(
    reading, MEASURE, { attributes: ['code', 'kind', 'summary'], ones: ['plan', 'fieldOfAction', 'lead', 'proposedBy'] },
    (row, rows) => {
      const plan = textOrNull(row.plan)
      const said = saidOf(row.documentId, plan)
      return {
        code: textOrNull(row.code), languages: rows.map(({ locale }) => locale), kind: wordOf<MeasureKind>(row.kind),
        plan, field: textOrNull(row.fieldOfAction),
        bodies: new Set(
          [row.lead, ...(partners.get(row.id) ?? []), row.proposedBy, ...said.decisions.map(({ body }) => body)].filter(
            isText,
          ),
        ),
        summaries: new Map(rows.map(({ locale, summary }) => [locale, textIn(summary)])),
        ...said,
      }
    },
  )
}

interface ReportedUpdate {
  measure: string | null
  update: RegisteredUpdate
}

async function loadUpdates(reading: Reading, lost: Lost): Promise<ReportedUpdate[]> {
  const rows = await readRows(reading, UPDATE, ['stage', 'date', 'countsFrom', 'createdAt'], ['measure'])
  return rows.filter(isSourceRow).map(row => ({
    measure: textOrNull(row.measure) ?? lost.get(row.documentId)?.[0] ?? null,
    update: {
      id: row.documentId, stage: wordOf<Stage>(row.stage), date: textIn(row.date), countsFrom: dayOf(row.countsFrom),
      madeOn: timeOf(row.createdAt),
    },
  }))
}

async function loadDecisions(reading: Reading, lost: Lost): Promise<RegisteredDecision[]> {
  const attributes = ['outcome', 'date', 'countsFrom', 'createdAt', 'reachesMeasures']
  return (await readRows(reading, DECISION, attributes, ['body', 'measure', 'plan']))
    .filter(isSourceRow)
    .map(row => ({
      id: row.documentId, outcome: wordOf<Outcome>(row.outcome), date: textIn(row.date),
      countsFrom: dayOf(row.countsFrom), madeOn: timeOf(row.createdAt), reachesMeasures: isTrue(row.reachesMeasures),
      body: textOrNull(row.body), measure: textOrNull(row.measure) ?? lost.get(row.documentId)?.[0] ?? null,
      plan: textOrNull(row.plan),
    }))
}

/** Documents that have a date and belong to a plan; to measures by the relation to one among `ones`, or to several. */
async function loadHappenings(
  reading: Reading, uid: string, { ones, several, lost }: { ones: string[], several: string | null, lost: Lost },
): Promise<Map<string, RegisteredHappening>> {
  const measures = several === null ? new Map<number, string[]>() : await readRelation(reading, uid, several)
  const attributes = uid === EVENT ? ['date', 'sortKey'] : ['date']
  return byId(
    (await readRows(reading, uid, attributes, ones)).filter(isSourceRow).map(row => ({
      id: row.documentId, date: textIn(row.date), plan: textOrNull(row.plan), field: textOrNull(row.fieldOfAction),
      place: textIn(row.sortKey ?? countsFrom(textIn(row.date))),
      measures: withLost([...(measures.get(row.id) ?? []), row.measure].filter(isText), row, lost),
    })),
  )
}

/** The measures that something is about, those that were deleted too; one that was withdrawn is still related. */
function withLost(measures: string[] = [], { documentId }: TableRow, lost: Lost): string[] {
  return [...new Set([...measures, ...(lost.get(documentId) ?? [])])]
}

interface StoredGone {
  document: string
  type: string
  slug: string
  plan: string | null
  field: string | null
  links: LostLink[] | null
  goneOn: string | number | Date
}

/** The ends that were deleted among them; those that were withdrawn are still related. */
async function loadLineages(reading: Reading, gone: StoredGone[]): Promise<Register['lineages']> {
  const ends = { from: await readRelation(reading, LINEAGE, 'from'), to: await readRelation(reading, LINEAGE, 'to') }
  const lost = Map.groupBy(
    gone.flatMap(({ document: measure, links }) => (links ?? []).map(link => ({ measure, ...link }))),
    link => `${link.document} ${link.attribute}`,
  )
  const side = (row: TableRow, attribute: 'from' | 'to') => [
    ...new Set([
      ...(ends[attribute].get(row.id) ?? []),
      ...(lost.get(`${row.documentId} ${attribute}`) ?? []).map(({ measure }) => measure),
    ]),
  ]
  return byId(
    (await readRows(reading, LINEAGE, ['kind', 'date', 'countsFrom'])).filter(isSourceRow).map(row => ({
      id: row.documentId, kind: wordOf<LineageKind>(row.kind), date: textIn(row.date),
      countsFrom: dayOf(row.countsFrom), from: side(row, 'from'), to: side(row, 'to'),
    })),
  )
}

/** Documents of a type with their titles and names, and what else is made of their source row. */
async function loadNamed<More>(
  reading: Reading, uid: string, { attributes, ones }: { attributes: string[], ones: string[] },
  moreOf: (source: TableRow, rows: TableRow[]) => More,
): Promise<Map<string, Named & More>> {
  const rows = await readRows(reading, uid, ['slug', 'title', ...attributes], ones)
  const names = await readComponents(reading, uid, 'names', 'plan.name', NAME)
  const former: { document: string, slug: string }[] = await reading.strapi.db
    .query('api::ledger.former-slug')
    .findMany({ select: ['document', 'slug'], where: { type: uid } })
  const formerSlugs = Map.groupBy(former, ({ document }) => document)
  const documents = [...Map.groupBy(rows, ({ documentId }) => documentId).values()].flatMap(ofDocument =>
    ofDocument.filter(isSourceRow).map(source => ({
      id: source.documentId, slug: textIn(source.slug),
      titles: new Map(ofDocument.map(({ locale, title }) => [locale, textIn(title)])),
      names: (names.get(source.id) ?? []).map(toName),
      formerSlugs: (formerSlugs.get(source.documentId) ?? []).map(({ slug }) => slug),
      ...moreOf(source, ofDocument),
    })),
  )
  return byId(documents)
}

function toName({ language, value, kind, from, to }: Record<string, unknown>): NameInTime {
  return {
    language: textIn(language), value: textIn(value), kind: wordOf<NameInTime['kind']>(kind), from: textOrNull(from),
    to: textOrNull(to),
  }
}

function byId<Entry extends { id: string }>(entries: Entry[]): Map<string, Entry> {
  return new Map(entries.map(entry => [entry.id, entry]))
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function textOrNull(value: unknown): string | null {
  return isText(value) ? value : null
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

/** SQLite keeps switches as numbers. */
function isTrue(value: unknown): boolean {
  return value === true || value === 1
}

/** SQLite keeps days as text or milliseconds, PostgreSQL as text. */
function dayOf(value: unknown): string {
  return typeof value === 'number' ? timeOf(value).slice(0, 10) : textIn(value)
}

function timeOf(value: unknown): string {
  return value instanceof Date || typeof value === 'number' || typeof value === 'string'
    ? new Date(value).toISOString()
    : ''
}
