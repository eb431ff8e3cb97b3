/**
 * Makes what tests need: plans, measures and what is said of them, articles, people and pictures, each complete enough
 * to be published.
 */
import { createRequire } from 'node:module'
import { picture, upload } from './files'
import { ask, type Cms, type Row, type Values } from './strapi'

const require = createRequire(import.meta.url)

/** Making many entries is a work of its own: like the seed it writes no revision of each step. */
export const {
  withoutRevisions,
}: {
  withoutRevisions: <Result>(work: () => Promise<Result>) => Promise<Result>
} = require('../dist/src/seed/seeding')

export const PLAN = 'api::plan.plan'
export const FIELD = 'api::plan.field-of-action'
export const PHASE = 'api::plan.phase'
export const ORGANISATION = 'api::contributor.organisation'
export const EVENT = 'api::timeline.timeline-event'
export const MEASURE = 'api::measure.measure'
export const UPDATE = 'api::measure.status-update'
export const DECISION = 'api::measure.decision'
export const LINEAGE = 'api::measure.lineage'
export const PROJECT = 'api::measure.funded-project'
export const ARTICLE = 'api::article.article'
export const PAGE = 'api::page.page'
export const PERSON = 'api::contributor.person'
export const CONTRIBUTION = 'api::contributor.contribution'
export const CONSENT = 'api::ledger.consent-record'
export const IMAGE = 'api::image.image'

export interface Cast {
  /** What every entry cites. */
  citations: Values[]
  plan: (values?: Values) => Promise<Row>
  measure: (plan: Row, values?: Values, status?: 'draft' | 'published') => Promise<Row>
  update: (measure: Row, values?: Values, status?: 'draft' | 'published') => Promise<Row>
  decision: (values?: Values, status?: 'draft' | 'published') => Promise<Row>
  lineage: (from: Row[], to: Row[], values?: Values) => Promise<Row>
  project: (plan: Row, values?: Values) => Promise<Row>
  article: (values?: Values, status?: 'draft' | 'published') => Promise<Row>
  page: (values?: Values, status?: 'draft' | 'published') => Promise<Row>
  /** Somebody in a public role. */
  person: (values?: Values, status?: 'draft' | 'published') => Promise<Row>
  /** Somebody who has agreed to be named, and to what else the consent says. */
  agreed: (values?: Values, consent?: Values) => Promise<Row>
  consent: (person: Row, values?: Values) => Promise<Row>
  contribution: (values: Values) => Promise<Row>
  /** A picture that is described in German and English, with a file of its own. */
  image: (values?: Values) => Promise<Row>
}

export async function castOf(cms: Cms): Promise<Cast> {
  const source = await cms
    .documents('api::source.source')
    .create({ data: { kind: 'report', title: 'Bericht über die Umsetzung' } })
  const citations = [{ source: source.documentId }]
  const make = (uid: string, values: Values, status = 'published') =>
    cms.documents(uid).create({ data: { citations, ...values }, status })
  const consent = (person: Row, values: Values = {}) =>
    cms
      .documents(CONSENT)
      .create({ data: { person: person.documentId, coversName: true, givenOn: '2021-01-01', ...values } })
  return {
    citations,
    plan: values => make(PLAN, { title: 'Ein Plan', valid: '2008/..', ...values }),
    measure: (plan, values, status) =>
      make(MEASURE, { title: 'Eine Maßnahme', kind: 'fundable', plan: plan.documentId, ...values }, status),
    update: (measure, values, status) =>
      make(UPDATE, { date: '2021-11-01', stage: 'adopted', measure: measure.documentId, ...values }, status),
    decision: (values, status) => make(DECISION, { date: '2021-11-01', outcome: 'agreed', ...values }, status),
    lineage: (from, to, values) => make(LINEAGE, { kind: 'continued', from: idsOf(from), to: idsOf(to), ...values }),
    project: (plan, values) => make(PROJECT, { title: 'Ein Projekt', plan: plan.documentId, ...values }),
    article: (values, status) =>
      make(ARTICLE, { title: 'Ein Beitrag', kind: 'report', date: '2021-11-01', ...values }, status),
    page: (values, status) => make(PAGE, { title: 'Eine Seite', text: [paragraph('Ein Absatz.')], ...values }, status),
    person: (values, status) =>
      make(PERSON, { name: 'Beispielperson', publicGround: 'public_role', ...values }, status),
    agreed: async (values, agreedTo) => {
      const { documentId } = await make(PERSON, { name: 'Beispielperson', publicGround: 'consent', ...values }, 'draft')
      const person = { id: 0, documentId }
      await consent(person, agreedTo)
      await cms.documents(PERSON).publish({ documentId })
      return person
    },
    consent,
    contribution: values => make(CONTRIBUTION, { role: 'author', ...values }),
    image: async (values = {}) => {
      const file = 'file' in values ? values.file : (await upload(cms, 'bild.png', await picture('png', 20, 10))).id
      const texts = [
        { language: 'de', alt: 'Ein rotes Rechteck' }, { language: 'en', alt: 'A red rectangle' },
      ]
      return cms
        .documents(IMAGE)
        .create({
          data: {
            title: 'Ein Bild', author: 'LIP-Lab', licence: 'CC0-1.0', rightsGround: 'own_work', texts,
            ...values,
            file,
          },
        })
    },
  }
}

function idsOf(rows: Row[]): string[] {
  return rows.map(({ documentId }) => documentId)
}

/** A paragraph of rich text. */
export function paragraph(text: string): Values {
  return { type: 'paragraph', children: [{ type: 'text', text }] }
}

/** What the public contract answers to a query without variables; fails where it answers with an error. */
export async function read<Data>(cms: Cms, query: string): Promise<Data> {
  const { data, errors } = await ask<Data>(cms, query)
  if (data === null || errors.length > 0) throw new Error(`${query} was answered with ${JSON.stringify(errors)}.`)
  return data
}

/** The only one there is; fails where there is none or another. */
export function only<Entry>(entries: readonly Entry[]): Entry {
  const [entry, ...others] = entries
  if (entry === undefined || others.length > 0) throw new Error(`There are ${entries.length} instead of one.`)
  return entry
}
