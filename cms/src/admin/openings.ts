/** Which forms are open: that of the page, and over it that of a related entry in a window. */

/** One opening of a form, from when it comes up until it is left. */
export interface Opening {
  /** Names what is kept of it in this browser. */
  id: string
  /** Names the attempt to make an entry: that of an earlier opening where its words were taken over. */
  attempt: string
  /** The uid of the type. */
  model: string
  /** Null while the entry is not made. */
  documentId: string | null
  locale: string
}

const openings: Opening[] = []

/** The forms that are open, that on top last. */
export function openForms(): readonly Opening[] {
  return openings
}

/** Says that a form is open, until the function that it returns is called. */
export function enterForm(entered: Opening): () => void {
  openings.push(entered)
  return () => {
    openings.splice(openings.indexOf(entered), 1)
  }
}

/** A name that nobody guesses. `crypto.randomUUID` is there only where the admin is served over https. */
export function newName(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
