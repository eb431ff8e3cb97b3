/** The closed lists of the content model. Their words in each language stand in `words/<locale>.json`. */

/** Ereignisart. */
export const EVENT_KINDS = [
  'council_decision', 'committee', 'steering_group', 'kick_off', 'renaming', 'publication', 'survey', 'meeting',
  'election', 'pause', 'report', 'funding', 'deadline', 'founding', 'call', 'article', 'event', 'other',
] as const

/** Wie sicher eine Angabe ist. */
export const CERTAINTIES = ['documented', 'reported', 'uncertain', 'disputed'] as const

/** Sachstand einer Maßnahme: one common scale, the plan's own words beside it. */
export const STAGES = [
  'unknown', 'proposed', 'adopted', 'in_progress', 'ongoing', 'completed', 'postponed', 'struck', 'recommendation',
] as const

/** Art der Organisation oder des Gremiums. */
export const ORGANISATION_KINDS = [
  'association', 'network', 'city_department', 'council', 'committee', 'expert_group', 'steering_group',
  'advisory_board', 'round_table', 'board_of_trustees', 'fund', 'office', 'foundation', 'company', 'union',
  'university', 'other',
] as const

/** Art der Quelle. */
export const SOURCE_KINDS = ['council_paper', 'minutes', 'report', 'press', 'web_page', 'article', 'interview'] as const

/** Art des Namens, den ein Plan trug. */
export const NAME_KINDS = ['official', 'short', 'working', 'spelling'] as const

/** Was eine berichtete Zahl zählt. */
export const FIGURE_SUBJECTS = ['measures', 'proposals', 'experts', 'projects'] as const

/** Wie genau eine berichtete Zahl gemeint ist. */
export const QUALIFIERS = ['exact', 'about', 'over'] as const

/** Farbe und Muster eines Handlungsfelds: one of the six strands. */
export const STRANDS = ['one', 'two', 'three', 'four', 'five', 'six'] as const

/** Wer eine Übersetzung gemacht hat. */
export const TRANSLATION_ORIGINS = ['human', 'machine', 'machine_reviewed'] as const

export type EventKind = (typeof EVENT_KINDS)[number]
export type Certainty = (typeof CERTAINTIES)[number]
export type Stage = (typeof STAGES)[number]
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]
export type SourceKind = (typeof SOURCE_KINDS)[number]
export type NameKind = (typeof NAME_KINDS)[number]
export type FigureSubject = (typeof FIGURE_SUBJECTS)[number]
export type Qualifier = (typeof QUALIFIERS)[number]
export type Strand = (typeof STRANDS)[number]
export type TranslationOrigin = (typeof TRANSLATION_ORIGINS)[number]
