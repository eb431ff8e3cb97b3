/** What the dialog of a session that is over promises about the words in the form: only what holds. */
interface Promised {
  /** What becomes of the words. */
  kept: string
  /** The button that leaves the form. */
  other: string
}

export function promised(canKeep: boolean): Promised {
  if (canKeep)
    return {
      kept: 'Was im Formular steht, bleibt 14 Tage in diesem Browser aufgehoben, lesbar nur für Ihr Konto.',
      other: 'Mit einem anderen Konto anmelden',
    }
  return {
    kept: 'Ihr Browser kann hier nichts aufheben, weil die Adresse nicht mit „https:“ beginnt. Lassen Sie das Fenster '
      + 'offen, bis gespeichert ist.',
    other: 'Verwerfen, was im Formular steht, und mit einem anderen Konto anmelden',
  }
}
