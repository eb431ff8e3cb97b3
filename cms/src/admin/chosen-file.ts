/** A field for a file opens the window in which the computer's files are chosen (`otherwise.ts`). */

/** What the window offers for Strapi's kinds of files; every file for a kind that is not here. */
const ACCEPTED: Record<string, string> = { images: 'image/*', audios: 'audio/*', videos: 'video/*' }

/** Asks for a file of one of these kinds. Nothing happens where none is chosen. */
export function chooseFiles(kinds: string[] | null, onChosen: (files: File[]) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  const accepted = (kinds ?? []).map(kind => ACCEPTED[kind])
  if (accepted.every(kind => kind !== undefined)) input.accept = accepted.join()
  input.addEventListener('change', () => onChosen([...input.files ?? []]))
  input.click()
}
