import type {
  ArticleFacetName, Certainty, ChangeKind, ContributionRole, EventKind, FigureSubject, LineageKind,
  MeasureFacetName, MeasureKind, MeasureSort, NameKind, OrganisationKind, Outcome, Qualifier, SourceKind,
  Stage, Strand, TranslationOrigin,
} from './generated/operations.js'

/**
 * The closed lists of the content model. Their words in each language stand under `words` in `languages/<locale>.json`.
 */

/** Ereignisart. */
export const EVENT_KINDS = [
  'council_decision', 'committee', 'steering_group', 'kick_off', 'renaming', 'publication', 'survey', 'meeting',
  'election', 'pause', 'report', 'funding', 'deadline', 'founding', 'call', 'article', 'event', 'other',
] as const satisfies readonly EventKind[]

/** Wie sicher eine Angabe ist. */
export const CERTAINTIES = ['documented', 'reported', 'uncertain', 'disputed'] as const satisfies readonly Certainty[]

/**
 * Sachstand einer Maßnahme: one common scale, the plan's own words beside it. From what is furthest to what is not
 * pursued: the order of the finder, of marks, columns and legends.
 */
export const STAGES = [
  'completed', 'ongoing', 'in_progress', 'adopted', 'proposed', 'recommendation', 'postponed', 'struck', 'unknown',
] as const satisfies readonly Stage[]

/** Art der Organisation oder des Gremiums. */
export const ORGANISATION_KINDS = [
  'association', 'network', 'city_department', 'council', 'committee', 'expert_group', 'steering_group',
  'advisory_board', 'round_table', 'board_of_trustees', 'fund', 'office', 'foundation', 'company', 'union',
  'university', 'other',
] as const satisfies readonly OrganisationKind[]

/** Art der Quelle. */
export const SOURCE_KINDS = [
  'council_paper', 'minutes', 'report', 'press', 'web_page', 'article', 'interview',
] as const satisfies readonly SourceKind[]

/** Art des Namens, den ein Plan trug. */
export const NAME_KINDS = ['official', 'short', 'working', 'spelling', 'proposed'] as const satisfies readonly NameKind[]

/** Was eine berichtete Zahl zählt. */
export const FIGURE_SUBJECTS = [
  'measures', 'proposals', 'experts', 'projects',
] as const satisfies readonly FigureSubject[]

/** Wie genau eine berichtete Zahl gemeint ist. */
export const QUALIFIERS = ['exact', 'about', 'over'] as const satisfies readonly Qualifier[]

/** Farbe und Muster eines Handlungsfelds: one of twelve strands. */
export const STRANDS = [
  'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve',
] as const satisfies readonly Strand[]

/** Wer eine Übersetzung gemacht hat. */
export const TRANSLATION_ORIGINS = [
  'human', 'machine', 'machine_reviewed',
] as const satisfies readonly TranslationOrigin[]

/** Whether a machine made a translation, also where a person has checked it since. */
export function isMachineMade(origin: TranslationOrigin | null | undefined): origin is 'machine' | 'machine_reviewed' {
  return origin === 'machine' || origin === 'machine_reviewed'
}

/** Art der Maßnahme: who carries it out. */
export const MEASURE_KINDS = [
  'administrative', 'fundable', 'recommendation', 'mandate', 'unknown',
] as const satisfies readonly MeasureKind[]

/** Ergebnis einer Entscheidung. */
export const OUTCOMES = [
  'proposed', 'agreed', 'agreed_with_changes', 'postponed', 'rejected', 'struck', 'made_recommendation',
  'moved_to_funding', 'moved_to_budget', 'adopted', 'called', 'funded',
] as const satisfies readonly Outcome[]

/** Was aus Maßnahmen von einem Plan zum nächsten wurde. */
export const LINEAGE_KINDS = [
  'continued', 'renamed', 'split', 'merged', 'narrowed', 'widened', 'institutionalised', 'fulfilled', 'dropped', 'new',
] as const satisfies readonly LineageKind[]

/** Wonach sich Maßnahmen filtern lassen: names of the filters, in addresses too. */
export const MEASURE_FACETS = [
  'plan', 'field', 'stage', 'kind', 'body', 'year',
] as const satisfies readonly MeasureFacetName[]

/** Reihenfolge von Maßnahmen. */
export const MEASURE_SORTS = ['title', 'changed', 'stage'] as const satisfies readonly MeasureSort[]

/** Was sich geändert haben kann. */
export const CHANGE_KINDS = [
  'stage', 'decision', 'lineage', 'name', 'event', 'article', 'project', 'gone',
] as const satisfies readonly ChangeKind[]

/** Wonach sich Beiträge filtern lassen: names of the filters, in addresses too. */
export const ARTICLE_FACETS = [
  'kind', 'year', 'field', 'person', 'language',
] as const satisfies readonly ArticleFacetName[]

/** Rolle einer Mitwirkung, in the order in which pages list them. */
export const CONTRIBUTION_ROLES = [
  'patron', 'operator', 'funder', 'partner', 'chair', 'spokesperson', 'member', 'expert', 'adviser', 'editor', 'author',
  'translator', 'photographer', 'volunteer',
] as const satisfies readonly ContributionRole[]
