/**
 * Goes to a field of the open form, wherever it stands in it. Strapi's own way (`useFocusInputField`) knows simple
 * fields only, and asks whether to leave the form where something is not saved yet.
 */

/** How long a form may take to be there. */
const PATIENCE_MILLISECONDS = 5000

/** What can be written in, or chosen with: the text before the buttons above it. */
const FOCUSABLE = ['[contenteditable="true"]', 'input, textarea, [role="combobox"]', 'button']

/** Shows a field by its name, `date` or `body.1.text`, opens what it is folded into, and puts the focus there. */
export async function goTo(field: string): Promise<void> {
  const [name = '', index, ...inner] = field.split('.')
  const place = await there(() => document.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`))
  if (!place) return
  // On a small screen the list lies over the form.
  document.querySelector<HTMLElement>('[data-testid="actions-drawer-overlay"]')?.click()
  const part = index === undefined ? place : partsOf(place)[Number(index)] ?? place
  part.scrollIntoView({ block: 'center' })
  part.querySelector<HTMLElement>('button[aria-expanded="false"]')?.click()
  const isInPart = part !== place && inner.length > 0
  const innerPlace = isInPart
    ? await there(() => part.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`))
    : null
  const target = innerPlace ?? part
  target.scrollIntoView({ block: 'center' })
  const [first] = FOCUSABLE.flatMap(kind => [...target.querySelectorAll<HTMLElement>(kind)])
  first?.focus({ preventScroll: true })
}

/** The parts of a list or of a dynamic zone: what can be folded, and the outermost of it. */
function partsOf(place: HTMLElement): HTMLElement[] {
  const folded = [...place.querySelectorAll<HTMLElement>('[data-orientation="vertical"][data-state]:has(> h3)')]
  return folded.filter(part => folded.every(other => other === part || !other.contains(part)))
}

/** Waits until it is drawn; null where it never is. */
async function there(find: () => HTMLElement | null): Promise<HTMLElement | null> {
  for (const since = performance.now(); performance.now() - since < PATIENCE_MILLISECONDS;) {
    const found = find()
    if (found) return found
    await new Promise(resolve => requestAnimationFrame(resolve))
  }
  return null
}
