/** Every published measure with what finding, counting and comparing needs, read in a fixed number of statements. */
import type { Core } from '@strapi/strapi'
import type { ArticleKind, DatedStage, LineageKind, MeasureKind, NameInTime, Outcome, Stage } from 'shared-types'
import type { LostLink } from '../gone/tombstone'
import { readComponents, readRelation, readRows, type TableRow } from './tables'
import { ARTICLE, CONTRIBUTION, DECISION, FIELD, LINEAGE, MEASURE, ORGANISATION, PERSON, PLAN, UPDATE } from '../content-model/uids'

interface RegisteredUpdate extends DatedStage {
  /** documentId of the status update. */
  id: string
}

interface RegisteredDecision {
  id: string
  outcome: Outcome
  countsFrom: string
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
}

export interface RegisteredLineage {
  id: string
  kind: LineageKind
  /** Empty where no date is known. */
  countsFrom: string
  from: string[]
  to: string[]
}

export interface RegisteredArticle {
  id: string
  kind: ArticleKind
  /** The first and the last day its date can mean, `YYYY-MM-DD`; empty where none is known. */
  startsOn: string
  endsOn: string
  fields: string[]
  /** Who speaks in it, whom it is about, who contributed to it: documentIds of those who are public. */
  people: Set<string>
  /** Codes of the languages in which it exists. */
  languages: string[]
}

/** Where a measure stood that is no longer public: what led to it still counts there. */
interface GoneMeasure {
  id: string
  plan: string | null
  field: string | null
}

export interface Register {
  articles: ReadonlyMap<string, RegisteredArticle>
  people: ReadonlyMap<string, { id: string, slug: string }>
  plans: ReadonlyMap<string, RegisteredPlan>
  fields: ReadonlyMap<string, RegisteredField>
  bodies: ReadonlyMap<string, { id: string, slug: string }>
  measures: ReadonlyMap<string, RegisteredMeasure>
  goneMeasures: ReadonlyMap<string, GoneMeasure>
  lineages: ReadonlyMap<string, RegisteredLineage>
  /** Decisions on a plan as a whole. */
  planDecisions: RegisteredDecision[]
}

/** The types it is made of: when one of them is written, it is read again. */
export const REGISTERED = [PLAN, FIELD, MEASURE, UPDATE, DECISION, LINEAGE, ORGANISATION, ARTICLE, PERSON, CONTRIBUTION]

const NAME = ['language', 'value', 'kind', 'from', 'to']

export async function loadRegister(strapi: Core.Strapi): Promise<Register> {
  const decisions = await loadDecisions(strapi)
  const people = await loadSlugs(strapi, PERSON)
  const gone: StoredGone[] = await strapi.db
    .query('api::ledger.tombstone')
    .findMany({ select: ['document', 'plan', 'field', 'links'], where: { type: MEASURE } })
  return {
    articles: await loadArticles(strapi, people),
    people,
    plans: await loadPlans(strapi),
    fields: await loadFields(strapi),
    bodies: await loadSlugs(strapi, ORGANISATION),
    measures: await loadMeasures(strapi, decisions),
    goneMeasures: byId(gone.map(({ document, plan, field }) => ({ id: document, plan, field }))),
    lineages: await loadLineages(strapi, gone),
    planDecisions: decisions.filter(({ plan }) => plan !== null),
  }
}

async function loadSlugs(strapi: Core.Strapi, uid: string): Promise<Map<string, { id: string, slug: string }>> {
  return byId(
    (await readRows(strapi, uid, ['slug']))
      .filter(isSource)
      .map(row => ({ id: row.documentId, slug: textOf(row.slug) })),
  )
}

async function loadArticles(strapi: Core.Strapi, people: Register['people']): Promise<Register['articles']> {
  const fields = await readRelation(strapi, ARTICLE, 'fieldsOfAction')
  const speakers = await readRelation(strapi, ARTICLE, 'people')
  const contributions = (await readRows(strapi, CONTRIBUTION, [], ['person', 'article'])).filter(isSource)
  const contributors = Map.groupBy(contributions, ({ article }) => article)
  const rows = Map.groupBy(
    await readRows(strapi, ARTICLE, ['kind', 'startsOn', 'endsOn']), ({ documentId }) => documentId,
  )
  return byId(
    [...rows.values()].flatMap(ofDocument =>
      ofDocument.filter(isSource).map(row => ({
        id: row.documentId, kind: wordOf<ArticleKind>(row.kind), startsOn: dayOf(row.startsOn),
        endsOn: dayOf(row.endsOn), fields: fields.get(row.id) ?? [],
        people: new Set(
          [...(speakers.get(row.id) ?? []), ...(contributors.get(row.documentId) ?? []).map(({ person }) => person)]
            .filter(isText)
            .filter(id => people.has(id)),
        ),
        languages: ofDocument.map(({ locale }) => locale),
      })),
    ),
  )
}

async function loadPlans(strapi: Core.Strapi): Promise<Register['plans']> {
  return loadNamed(strapi, PLAN, { attributes: ['startsOn'], ones: [] }, row => ({ startsOn: dayOf(row.startsOn) }))
}

async function loadFields(strapi: Core.Strapi): Promise<Register['fields']> {
  return loadNamed(strapi, FIELD, { attributes: ['order'], ones: ['plan'] }, row => ({
    plan: textOrNull(row.plan), order: Number(row.order ?? 0),
  }))
}

async function loadMeasures(strapi: Core.Strapi, decisions: RegisteredDecision[]): Promise<Register['measures']> {
  const partners = await readRelation(strapi, MEASURE, 'partners')
  const updates = await loadUpdates(strapi)
  const byMeasure = Map.groupBy(decisions, ({ measure }) => measure)
  return loadNamed(
    strapi, MEASURE, { attributes: ['code', 'kind', 'summary'], ones: ['plan', 'fieldOfAction', 'lead', 'proposedBy'] },
    (row, rows) => {
      const decided = byMeasure.get(row.documentId) ?? []
      return {
        code: textOrNull(row.code), languages: rows.map(({ locale }) => locale), kind: wordOf<MeasureKind>(row.kind),
        plan: textOrNull(row.plan), field: textOrNull(row.fieldOfAction),
        bodies: new Set(
          [row.lead, ...(partners.get(row.id) ?? []), row.proposedBy, ...decided.map(({ body }) => body)].filter(
            isText,
          ),
        ),
        summaries: new Map(rows.map(({ locale, summary }) => [locale, textOf(summary)])),
        updates: updates.get(row.documentId) ?? [], decisions: decided,
      }
    },
  )
}

async function loadUpdates(strapi: Core.Strapi): Promise<Map<string | null, RegisteredUpdate[]>> {
  const rows = (await readRows(strapi, UPDATE, ['stage', 'countsFrom', 'createdAt'], ['measure'])).filter(isSource)
  const updates = rows.map(row => ({
    measure: textOrNull(row.measure),
    update: {
      id: row.documentId, stage: wordOf<Stage>(row.stage), countsFrom: dayOf(row.countsFrom),
      madeOn: timeOf(row.createdAt),
    },
  }))
  return new Map(
    [...Map.groupBy(updates, ({ measure }) => measure)].map(([measure, found]) => [
      measure, found.map(({ update }) => update),
    ]),
  )
}

async function loadDecisions(strapi: Core.Strapi): Promise<RegisteredDecision[]> {
  return (await readRows(strapi, DECISION, ['outcome', 'countsFrom'], ['body', 'measure', 'plan']))
    .filter(isSource)
    .map(row => ({
      id: row.documentId, outcome: wordOf<Outcome>(row.outcome), countsFrom: dayOf(row.countsFrom),
      body: textOrNull(row.body), measure: textOrNull(row.measure), plan: textOrNull(row.plan),
    }))
}

interface StoredGone extends Omit<GoneMeasure, 'id'> {
  document: string
  links: LostLink[]
}

/** The ends that were deleted among them; those that were withdrawn are still related. */
async function loadLineages(strapi: Core.Strapi, gone: StoredGone[]): Promise<Register['lineages']> {
  const ends = { from: await readRelation(strapi, LINEAGE, 'from'), to: await readRelation(strapi, LINEAGE, 'to') }
  const lost = Map.groupBy(
    gone.flatMap(({ document: measure, links }) => links.map(link => ({ measure, ...link }))),
    link => `${link.document} ${link.attribute}`,
  )
  const side = (row: TableRow, attribute: 'from' | 'to') => [
    ...new Set([
      ...(ends[attribute].get(row.id) ?? []),
      ...(lost.get(`${row.documentId} ${attribute}`) ?? []).map(({ measure }) => measure),
    ]),
  ]
  return byId(
    (await readRows(strapi, LINEAGE, ['kind', 'countsFrom'])).filter(isSource).map(row => ({
      id: row.documentId, kind: wordOf<LineageKind>(row.kind), countsFrom: dayOf(row.countsFrom),
      from: side(row, 'from'), to: side(row, 'to'),
    })),
  )
}

/** Documents of a type with their titles and names, and what else is made of their source row. */
async function loadNamed<More>(
  strapi: Core.Strapi, uid: string, { attributes, ones }: { attributes: string[], ones: string[] },
  moreOf: (source: TableRow, rows: TableRow[]) => More,
): Promise<Map<string, Named & More>> {
  const rows = await readRows(strapi, uid, ['slug', 'title', ...attributes], ones)
  const names = await readComponents(strapi, uid, 'names', 'plan.name', NAME)
  const former: { document: string, slug: string }[] = await strapi.db
    .query('api::ledger.former-slug')
    .findMany({ select: ['document', 'slug'], where: { type: uid } })
  const formerSlugs = Map.groupBy(former, ({ document }) => document)
  const documents = [...Map.groupBy(rows, ({ documentId }) => documentId).values()].flatMap(ofDocument =>
    ofDocument.filter(isSource).map(source => ({
      id: source.documentId, slug: textOf(source.slug),
      titles: new Map(ofDocument.map(({ locale, title }) => [locale, textOf(title)])),
      names: (names.get(source.id) ?? []).map(toName),
      formerSlugs: (formerSlugs.get(source.documentId) ?? []).map(({ slug }) => slug),
      ...moreOf(source, ofDocument),
    })),
  )
  return byId(documents)
}

function toName({ language, value, kind, from, to }: Record<string, unknown>): NameInTime {
  return {
    language: textOf(language), value: textOf(value), kind: wordOf<NameInTime['kind']>(kind), from: textOrNull(from),
    to: textOrNull(to),
  }
}

function isSource({ locale, sourceLanguage }: TableRow): boolean {
  return locale === sourceLanguage
}

function byId<Entry extends { id: string }>(entries: Entry[]): Map<string, Entry> {
  return new Map(entries.map(entry => [entry.id, entry]))
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function textOrNull(value: unknown): string | null {
  return isText(value) ? value : null
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

/** A value of a closed list: the database holds no other. */
function wordOf<Word extends string>(value: unknown): Word {
  // @ts-expect-error the rules have let nothing else in
  return textOf(value) || 'unknown'
}

/** SQLite keeps days as text or milliseconds, PostgreSQL as text. */
function dayOf(value: unknown): string {
  return typeof value === 'number' ? timeOf(value).slice(0, 10) : textOf(value)
}

function timeOf(value: unknown): string {
  return value instanceof Date || typeof value === 'number' || typeof value === 'string'
    ? new Date(value).toISOString()
    : ''
}
