import type { EventCertainty, EventKind, FigureSubject, NameKind, OrganisationKind, Qualifier, SourceKind, Stage, Strand, TranslationOrigin } from './generated/operations.js'

/** The closed lists of the content model. Their words in each language stand in `words/<locale>.json`. */

/** Gewissheit: how certain something is. */
export type Certainty = EventCertainty

/** Ereignisart. */
export const EVENT_KINDS = [
  'council_decision', 'committee', 'steering_group', 'kick_off', 'renaming', 'publication', 'survey', 'meeting',
  'election', 'pause', 'report', 'funding', 'deadline', 'founding', 'call', 'article', 'event', 'other',
] as const satisfies readonly EventKind[]

/** Wie sicher eine Angabe ist. */
export const CERTAINTIES = ['documented', 'reported', 'uncertain', 'disputed'] as const satisfies readonly Certainty[]

/** Sachstand einer Maßnahme: one common scale, the plan's own words beside it. */
export const STAGES = [
  'unknown', 'proposed', 'adopted', 'in_progress', 'ongoing', 'completed', 'postponed', 'struck', 'recommendation',
] as const satisfies readonly Stage[]

/** Art der Organisation oder des Gremiums. */
export const ORGANISATION_KINDS = [
  'association', 'network', 'city_department', 'council', 'committee', 'expert_group', 'steering_group',
  'advisory_board', 'round_table', 'board_of_trustees', 'fund', 'office', 'foundation', 'company', 'union',
  'university', 'other',
] as const satisfies readonly OrganisationKind[]

/** Art der Quelle. */
export const SOURCE_KINDS = ['council_paper', 'minutes', 'report', 'press', 'web_page', 'article', 'interview'] as const satisfies readonly SourceKind[]

/** Art des Namens, den ein Plan trug. */
export const NAME_KINDS = ['official', 'short', 'working', 'spelling'] as const satisfies readonly NameKind[]

/** Was eine berichtete Zahl zählt. */
export const FIGURE_SUBJECTS = ['measures', 'proposals', 'experts', 'projects'] as const satisfies readonly FigureSubject[]

/** Wie genau eine berichtete Zahl gemeint ist. */
export const QUALIFIERS = ['exact', 'about', 'over'] as const satisfies readonly Qualifier[]

/** Farbe und Muster eines Handlungsfelds: one of the six strands. */
export const STRANDS = ['one', 'two', 'three', 'four', 'five', 'six'] as const satisfies readonly Strand[]

/** Wer eine Übersetzung gemacht hat. */
export const TRANSLATION_ORIGINS = ['human', 'machine', 'machine_reviewed'] as const satisfies readonly TranslationOrigin[]
