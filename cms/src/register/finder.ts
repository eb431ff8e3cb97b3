/** Finding measures: by filters whose choices are counted, by words, in an order. */
import { MEASURE_FACETS, type MeasureFacetName, type MeasureSort, nameKey, type Stage, STAGES, statementOn } from 'shared-types'
import { addTo, byCount, choicesOf, countFacets, type Counts, type FacetCount, inLanguage, placeIn } from './facets'
import type { Register, RegisteredMeasure, RegisteredPlan } from './load'

/** What is asked for; an empty text asks for nothing. Plans, fields and bodies by their slugs. */
export type MeasureChoice = Record<MeasureFacetName | 'q', string>

export interface Finding {
  /** documentIds in the asked order. */
  ids: string[]
  /** How many of all that fit do not exist in the asked language. */
  elsewhere: number
  facets: Record<MeasureFacetName, FacetCount[]>
}

interface View {
  /** The day on which stages are looked at, `YYYY-MM-DD`. */
  day: string
  locale: string
  sort: MeasureSort
  /** Only measures that exist in the language. */
  isTranslated: boolean
}

export function findMeasures(register: Register, choice: MeasureChoice, view: View): Finding {
  const words = choice.q.split(/\s+/).map(nameKey).filter(Boolean)
  const { found, counts } = countFacets(register.measures.values(), choice, {
    facets: MEASURE_FACETS,
    valuesOf: measure => valuesOf(register, measure, view.day),
    holds: measure => words.every(word => searchedText(measure).includes(word)),
  })
  for (const facet of MEASURE_FACETS)
    if (isKnown(register, facet, choice[facet])) addTo(counts.get(facet), choice[facet], 0)
  const { shown, elsewhere } = inLanguage(found, view.locale, view.isTranslated)
  return { ids: inOrder(register, shown, view).map(({ id }) => id), elsewhere, facets: facetsOf(register, counts) }
}

/** Whether a plan, field or body is chosen that exists: with no measure it is a choice all the same. */
function isKnown({ plans, fields, bodies }: Register, facet: MeasureFacetName, slug: string): boolean {
  const holders = { plan: plans, field: fields, body: bodies, stage: null, kind: null, year: null }[facet]
  return slug !== '' && holders !== null && [...holders.values()].some(holder => holder.slug === slug)
}

function valuesOf(register: Register, measure: RegisteredMeasure, day: string): Record<MeasureFacetName, string[]> {
  const dated = [...measure.updates, ...measure.decisions]
    .map(({ countsFrom }) => countsFrom.slice(0, 4))
    .filter(Boolean)
  return {
    plan: slugsOf([register.plans.get(measure.plan ?? '')]),
    field: slugsOf([register.fields.get(measure.field ?? '')]),
    stage: [stageOn(measure, day)],
    kind: [measure.kind],
    body: slugsOf([...measure.bodies].map(id => register.bodies.get(id))),
    year: [...new Set(dated)],
  }
}

export function stageOn(measure: RegisteredMeasure, day: string): Stage {
  return statementOn(measure.statements, day)?.stage ?? 'unknown'
}

export function slugsOf(holders: ({ slug: string } | undefined)[]): string[] {
  return holders.flatMap(holder => holder?.slug ? [holder.slug] : [])
}

const texts = new WeakMap<RegisteredMeasure, string>()

/** Everything readers may remember of a measure, in every language it has, folded together. */
function searchedText(measure: RegisteredMeasure): string {
  const known = texts.get(measure)
  if (known !== undefined) return known
  const text = [
    measure.code ?? '',
    ...measure.titles.values(),
    ...measure.summaries.values(),
    ...measure.names.map(({ value }) => value),
  ]
    .map(nameKey)
    .join(' ')
  texts.set(measure, text)
  return text
}

function inOrder(register: Register, measures: RegisteredMeasure[], { day, locale, sort }: View): RegisteredMeasure[] {
  const ranks = titleRanks(register, locale)
  const byTitle = (a: RegisteredMeasure, b: RegisteredMeasure) => (ranks.get(a.id) ?? 0) - (ranks.get(b.id) ?? 0)
  if (sort === 'title') return measures.sort(byTitle)
  const keys = new Map(
    measures.map(measure => [
      measure.id, sort === 'stage' ? STAGES.indexOf(stageOn(measure, day)) : -dayNumber(lastChange(measure, day)),
    ]),
  )
  return measures.sort((a, b) => (keys.get(a.id) ?? 0) - (keys.get(b.id) ?? 0) || byTitle(a, b))
}

function lastChange({ updates, decisions }: RegisteredMeasure, day: string): string {
  return (
    [...updates, ...decisions]
      .map(({ countsFrom }) => countsFrom)
      .filter(counted => counted <= day)
      .sort()
      .at(-1) ?? ''
  )
}

function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''))
}

const orders = new WeakMap<Register, Map<string, Map<string, number>>>()

/**
 * The place of every measure in the alphabet of a language: collating is slow, so it is done once for each register.
 */
function titleRanks(register: Register, locale: string): Map<string, number> {
  const ofRegister = orders.get(register) ?? new Map<string, Map<string, number>>()
  orders.set(register, ofRegister)
  const known = ofRegister.get(locale)
  if (known) return known
  const { compare } = new Intl.Collator(locale, { numeric: true })
  const titles = [...register.measures.values()].map(({ id, titles, slug }) => ({
    id, title: titles.get(locale) ?? [...titles.values()][0] ?? slug,
  }))
  const ranks = new Map(titles.sort((a, b) => compare(a.title, b.title)).map(({ id }, rank) => [id, rank]))
  ofRegister.set(locale, ranks)
  return ranks
}

/**
 * Choices in an order that readers expect: plans and years the newest first, fields as their plan has them, the rest by
 * how many measures they have.
 */
function facetsOf(register: Register, counts: Counts<MeasureFacetName>): Record<MeasureFacetName, FacetCount[]> {
  return {
    plan: choicesOf(counts, 'plan').sort(placeIn(plansNewestFirst(register).map(({ slug }) => slug))),
    field: choicesOf(counts, 'field').sort(placeIn(fieldsInOrder(register))),
    stage: choicesOf(counts, 'stage').sort(placeIn(STAGES)),
    kind: choicesOf(counts, 'kind').sort(byCount),
    body: choicesOf(counts, 'body').sort(byCount),
    year: choicesOf(counts, 'year').sort((a, b) => Number(b.value) - Number(a.value)),
  }
}

/** Slugs of fields as their plans have them, those of the newest plan first. */
export function fieldsInOrder(register: Register): string[] {
  return plansNewestFirst(register)
    .flatMap(plan =>
      [...register.fields.values()].filter(field => field.plan === plan.id).sort((a, b) => a.order - b.order),
    )
    .map(({ slug }) => slug)
}

function plansNewestFirst(register: Register): RegisteredPlan[] {
  return [...register.plans.values()].sort((a, b) => a.startsOn < b.startsOn ? 1 : -1)
}
