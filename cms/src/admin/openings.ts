/** Which form is open. There is one at a time; what opens over it (a related entry) is not one of these. */

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

let opening: Opening | null = null

/** The form that is open; null where there is none. */
export function openForm(): Opening | null {
  return opening
}

/** Says that a form is open, until the function that it returns is called. */
export function enterForm(entered: Opening): () => void {
  opening = entered
  return () => {
    if (opening === entered) opening = null
  }
}

/** A name that nobody guesses. `crypto.randomUUID` is there only where the admin is served over https. */
export function newName(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
