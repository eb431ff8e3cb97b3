/** What happened, as a sentence: a text of the interface and what stands in it, for pages and feeds alike. */
import type { AddressedType, ChangesQuery } from 'shared-types'
import { toDecision } from './decision'
import { type LinkedMeasure, toLineage } from './lineage'
import { toOrganisation } from './organisation'
import { type Named, type Text, toText, toTitle } from './text'

export type ChangeNode = ChangesQuery['changes']['nodes'][number]

/** A text of the interface, with the numbers that it leaves open. */
export interface Word {
  key: string
  numbers: Record<string, number>
}

/** A name, with the place where more stands, or a word. */
export interface Piece {
  text: Text | Word
  address: { type: AddressedType, slug: string } | { projectsOf: string } | null
  /** It is no longer public. */
  isGone: boolean
  /** What stands behind it in brackets. */
  notes: (Text | Word)[]
}

export interface Sentence {
  key: string
  /** What stands where the text leaves something open. */
  pieces: Record<string, Piece[]>
}

/** The sentence for a change; null for what a later version of the cms may tell. */
export function toSentence(change: ChangeNode): Sentence | null {
  return SENTENCES[change.kind](change)
}

/** The text for a sentence: „Lenkungsgruppe: Lenkungsgruppe tagt“ would say twice what an event is. */
export function keyOfSentence({ key, pieces }: Sentence, t: (key: string) => string): string {
  if (key !== 'changes.event') return key
  const said = (place: string) =>
    (pieces[place] ?? []).map(({ text }) => 'key' in text ? t(text.key) : text.value).join(' ').toLocaleLowerCase()
  return said('event').includes(said('kind')) ? EVENT_ALONE.key : key
}

const EVENT_ALONE = { key: 'changes.eventAlone' }

const SENTENCES: Record<ChangeNode['kind'], (change: ChangeNode) => Sentence | null> = {
  stage: ofStage, decision: ofDecision, lineage: ofLineage, name: ofName, event: ofEvent, article: ofArticle,
  project: ofProject, gone: ofDeparture,
}

function ofStage({ statusUpdate, stageBefore, ...change }: ChangeNode): Sentence | null {
  if (!statusUpdate) return null
  const stage = { measure: subjectOf(change), stage: [word(`words.stage.${statusUpdate.stage ?? 'unknown'}`)] }
  return !stageBefore || stageBefore === 'unknown'
    ? { key: 'changes.firstStage', pieces: stage }
    : { key: 'changes.stage', pieces: { ...stage, before: [word(`words.stage.${stageBefore}`)] } }
}

/** What was decided on: the measure, or the plan and the part of it; and how many were for it. */
function ofDecision({ decision: node, ...change }: ChangeNode): Sentence | null {
  if (!node) return null
  const { part, outcome, body, isUnanimous, votes } = toDecision(node)
  const counts = [
    ['decision.for', votes.for], ['decision.against', votes.against], ['decision.abstained', votes.abstained],
  ] as const
  const notes = [
    ...isUnanimous ? [{ key: 'decision.unanimous', numbers: {} }] : [],
    ...counts.flatMap(([key, n]) => (n === null ? [] : [{ key, numbers: { n } }])),
  ]
  const pieces = {
    subject: subjectOf(change).map(subject => ({ ...subject, notes: part ? [part] : [] })),
    outcome: [{ ...wordIn('outcome', outcome), notes }],
  }
  return body
    ? { key: 'changes.decision', pieces: { ...pieces, body: [name(body.name)] } }
    : { key: 'changes.decisionOfNobody', pieces }
}

function ofLineage({ lineage: node }: ChangeNode): Sentence | null {
  if (!node) return null
  const { kind, from, to, toOrganisations } = toLineage(node)
  const linked = (measures: LinkedMeasure[]) =>
    measures.map(({ title, slug, isGone }) => ({ ...name(title, { type: 'Measure', slug }), isGone }))
  const kinds = [wordIn('lineageKind', kind)]
  const bodies = toOrganisations.map(body => name(body.name, { type: 'Organisation', slug: body.slug }))
  const after = [...linked(to), ...bodies]
  return from.length > 0 && after.length > 0
    ? { key: 'changes.lineage', pieces: { from: linked(from), to: after, kind: kinds } }
    : { key: 'changes.lineageEnd', pieces: { measures: [...linked(from), ...after], kind: kinds } }
}

function ofName({ name: given, measure, plan }: ChangeNode): Sentence | null {
  const value = toText(given?.value, given?.language)
  if (!value) return null
  return measure
    ? { key: 'changes.measureName', pieces: { measure: [named('Measure', measure)], name: [name(value)] } }
    : { key: 'changes.name', pieces: { plan: plan ? [named('Plan', plan)] : [], name: [name(value)] } }
}

function ofEvent({ event }: ChangeNode): Sentence | null {
  return event && {
    key: 'changes.event', pieces: { kind: [wordIn('kind', event.kind)], event: [named('TimelineEvent', event)] },
  }
}

function ofArticle({ article }: ChangeNode): Sentence | null {
  return article && {
    key: 'changes.article',
    pieces: { article: [{ ...named('Article', article), notes: madeUp(article) }], kind: [wordIn('articleKind', article.kind)] },
  }
}

function ofProject({ project, plan }: ChangeNode): Sentence | null {
  if (!project) return null
  const place = plan ? { projectsOf: plan.slug } : null
  const notes = project.amount === null ? [] : [{ key: 'funded.amount', numbers: { amount: project.amount } }]
  const pieces = { project: [{ ...name(toTitle(project), place), notes }] }
  return project.organisation
    ? {
        key: 'changes.project', pieces: { ...pieces, organisation: [name(toOrganisation(project.organisation).name)] },
      }
    : { key: 'changes.projectOfNobody', pieces }
}

function ofDeparture({ tombstone }: ChangeNode): Sentence | null {
  if (!tombstone) return null
  const pieces = { type: [word(`search.type.${tombstone.type}`)], title: [name(toTitle(tombstone))] }
  return tombstone.wasDeleted ? { key: 'changes.deleted', pieces } : { key: 'changes.withdrawn', pieces }
}

/** Examples say that they are none of the facts. */
function madeUp({ isExample }: { isExample: boolean }): Word[] {
  return isExample ? [{ key: 'article.example.mark', numbers: {} }] : []
}

/** The measure, also one that is gone, else the plan. */
function subjectOf({ measure, plan, tombstone }: Pick<ChangeNode, 'measure' | 'plan' | 'tombstone'>): Piece[] {
  if (measure) return [named('Measure', measure)]
  if (tombstone) return [{ ...name(toTitle(tombstone), { type: 'Measure', slug: tombstone.slug }), isGone: true }]
  return plan ? [named('Plan', plan)] : []
}

function named(type: AddressedType, document: Named): Piece {
  return name(toTitle(document), { type, slug: document.slug })
}

function name(text: Text, address: Piece['address'] = null): Piece {
  return { text, address, isGone: false, notes: [] }
}

function wordIn(list: string, value: string): Piece {
  return word(value === 'unknown' ? 'word.unknown' : `words.${list}.${value}`)
}

function word(key: string): Piece {
  return { text: { key, numbers: {} }, address: null, isGone: false, notes: [] }
}
