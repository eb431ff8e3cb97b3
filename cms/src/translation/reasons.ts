/** Why a change of the source does not concern a translation: the list from which translators choose. */
export const REASONS = {
  correction: 'Im Ausgangstext wurde nur ein Fehler berichtigt',
  language: 'Es geht nur um die Sprache des Ausgangstextes, zum Beispiel um die Erklärung eines Wortes',
  said: 'Die Übersetzung sagt es schon so',
}

export type Reason = keyof typeof REASONS

export function isReason(value: unknown): value is Reason {
  return typeof value === 'string' && Object.hasOwn(REASONS, value)
}
