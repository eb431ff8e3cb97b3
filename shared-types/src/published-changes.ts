/** What a publication changed, in one word that is kept with its version, and in one sentence. */
import type { PublishedChangeKind } from './generated/operations.js'
import { formatTag } from './dates.js'
import { localeOf } from './locales.js'
import { versionDifferences } from './version-changes.js'

/** What a version changed, as it is kept with it. */
export interface PublishedChange {
  kind: PublishedChangeKind
  /** Names of the attributes that are facts and differ. */
  fields: string[]
  /** How many words of texts came or went. */
  words: number
}

/** What the newer of two versions in a language changed. */
export function publishedChange(before: object, now: object, language: string): PublishedChange {
  const differences = versionDifferences(before, now, language)
  const of = (...kinds: string[]) => differences.filter(({ kind }) => kinds.includes(kind))
  const fields = [...new Set(of('fact').map(({ field }) => field))]
  const isText = of('text').length > 0
  const said = of(isText ? 'text' : 'spelling')
  const words = said.reduce((sum, difference) => sum + difference.words, 0)
  if (fields.length > 0) return { kind: isText ? 'facts_and_text' : 'facts', fields, words: isText ? words : 0 }
  if (isText) return { kind: 'text', fields, words }
  if (said.length > 0) return { kind: 'spelling', fields, words }
  return { kind: of('form').length > 0 ? 'form' : 'none', fields, words: 0 }
}

/** Looks up a text of the interface, and puts in what it leaves open. */
type Find = (key: string, values?: Record<string, string>) => string

/** A publication in one sentence of a language, which is also that of the version. */
export function publishedSentence({ kind, fields, words }: PublishedChange, t: Find, locale: string): string {
  const { language, name, simpleOf } = localeOf(locale)
  const labels = [...new Set(fields.map(fieldLabel).map(key => t(key)))]
  return t(`changes.what.${kind}`, {
    fields: new Intl.ListFormat(language).format(labels),
    n: new Intl.NumberFormat(formatTag(language)).format(words),
    language: simpleOf ? name : (new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? name),
  })
}

/** Where the word for a fact stands among the texts of the interface. */
export function fieldLabel(field: string): string {
  return FIELD_LABELS[field] ?? 'version.field.text'
}

/** Where the word for a text stands among the texts of the interface. */
export function textLabel(field: string): string {
  return TEXT_LABELS[field] ?? fieldLabel(field)
}

const TEXT_LABELS: Record<string, string> = {
  title: 'version.field.title', kicker: 'version.field.title', summary: 'version.field.lead',
  lead: 'version.field.lead', text: 'version.field.text', byline: 'version.field.byline',
  translationCredit: 'version.field.byline',
}

const FIELD_LABELS: Record<string, string> = {
  code: 'measure.code', kind: 'measure.kind', certainty: 'measure.certainty', period: 'measure.period',
  cost: 'measure.cost', indicator: 'measure.indicator', plan: 'measure.plan', fieldOfAction: 'measure.field',
  fieldsOfAction: 'app.nav.fields', goals: 'field.goals.title', lead: 'measure.lead',
  partners: 'measure.partners', proposedBy: 'measure.proposedBy', calls: 'measure.call.title', names: 'plan.names.title',
  statusUpdates: 'measure.stage', decisions: 'report.decisions', fundedProjects: 'funded.title',
  timelineEvents: 'plan.events.title', events: 'plan.events.title', cameFrom: 'lineage.from', becameOf: 'lineage.to',
  claims: 'source.title', citations: 'source.title', phase: 'timeline.filter.phase',
  organisations: 'app.nav.organisations', measures: 'app.nav.measures', goneMeasures: 'app.nav.measures',
  people: 'app.nav.people', contributions: 'contributors.contributions', originalUrl: 'article.original.title',
  originalLanguage: 'article.original.title', originalTranslations: 'article.original.title', date: 'version.field.date', cover: 'version.field.cover',
  body: 'version.field.body',
}
