/**
 * Asks what is to hold where others were faster: both texts side by side, either can be taken, closing loses nothing.
 */
import { words } from '../../../../shared-types/languages/de.json'
import { momentIn } from '../lists/readable-date'
import { openOverAll } from '../own-dialogs'
import type { Deed } from '../requests/deeds'
import { button, element } from './elements'
import type { Contested, Refusal } from './overtaken'

/** What to send with the next attempt; null for going back to the form. */
export type Decision = Record<string, string> | null

const WORDS: Record<string, string> = Object.assign({}, ...Object.values(words))

/** Opens the dialog and waits for what is decided. */
export function decide(refusal: Refusal, deed: Deed): Promise<Decision> {
  const dialog = document.createElement('dialog')
  dialog.className = 'lip-together'
  dialog.setAttribute('aria-labelledby', 'lip-together-title')
  const form = element('form', {}, [
    element('h2', { id: 'lip-together-title' }, [titleOf(refusal, deed)]),
    element('p', {}, [adviceOf(refusal)]),
    ...asked(refusal).map((one, index) => comparison(refusal, one, index)),
    actionsOf(refusal, deed, dialog),
  ])
  form.method = 'dialog'
  dialog.append(form)
  const focused = document.activeElement
  openOverAll(dialog)
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      const decision = dialog.returnValue === 'go' ? decisionIn(refusal, new FormData(form)) : null
      dialog.remove()
      if (focused instanceof HTMLElement) focused.focus()
      resolve(decision)
    })
  })
}

function titleOf({ kind, title, contested }: Refusal, deed: Deed): string {
  const people = [...new Set(contested.map(({ who }) => who))].join(' und ') || 'Jemand'
  if (kind === 'same') return `${people} hat inzwischen dasselbe geändert`
  if (kind === 'deleted') return `${people} hat das inzwischen gelöscht`
  if (kind === 'source') return 'Der Ausgangstext hat sich inzwischen geändert'
  return `Noch nicht ${deed}: ${people} hat ${title ? `„${title}“` : 'den Eintrag'} inzwischen geändert`
}

function adviceOf({ kind, seen, contested }: Refusal): string {
  if (kind !== 'deleted') return ADVICE[kind]
  const when = contested.map(one => momentIn(one.when, 'long')).join(', ')
  const happened = `Gelöscht: ${when}. Was Sie geschrieben haben, steht noch im Formular.`
  return `${happened} ${seen ? 'Sie können diese Sprachfassung damit neu anlegen.' : ADVICE.deleted}`
}

const ADVICE: Record<Refusal['kind'], string> = {
  same: 'Gespeichert ist noch nichts. Wählen Sie für jedes Feld, welcher Text gelten soll. '
    + 'Alles andere, was Sie beide geändert haben, bleibt erhalten.',
  unseen: 'So steht es jetzt dort. Sie haben das noch nicht gesehen.',
  source: 'Bestätigt ist noch nichts. Bitte vergleichen Sie Ihre Übersetzung mit dem, was sich geändert hat, '
    + 'und speichern Sie dann noch einmal.',
  deleted: 'Sprechen Sie sich ab: Der Eintrag liegt im Papierkorb. Ist er zurückgeholt, können Sie hier speichern.',
}

function comparison({ kind }: Refusal, one: Contested, index: number): HTMLElement {
  const isChoice = kind === 'same'
  const [left, right] = isChoice ? ['Ihr Text', `Text von ${one.who}`] : ['Vorher', 'Jetzt']
  return element('fieldset', {}, [
    element('legend', {}, [one.place]),
    element('p', { className: 'lip-together-who' }, [`${one.who}, ${momentIn(one.when, 'long')}`]),
    element('div', { className: 'lip-together-sides' }, [
      side({ label: left, text: one.mine, choice: isChoice ? { name: String(index), value: 'mine' } : null }),
      side({ label: right, text: one.theirs, choice: isChoice ? { name: String(index), value: 'theirs' } : null }),
    ]),
  ])
}

function side({
  label,
  text,
  choice,
}: {
  label: string
  text: string
  choice: { name: string, value: string } | null
}): HTMLElement {
  const said = element('div', { className: 'lip-together-text', dir: 'auto' }, [
    text ? (WORDS[text] ?? text) : '(leer)',
  ])
  if (!choice) return element('div', {}, [element('strong', {}, [label]), said])
  const radio = element('input', { type: 'radio', required: true, ...choice }, [])
  return element('label', {}, [element('strong', {}, [radio, ` ${label}`]), said])
}

function actionsOf({ kind, seen }: Refusal, deed: Deed, dialog: HTMLDialogElement): HTMLElement {
  const isForm = deed === 'gespeichert' || deed === 'veröffentlicht'
  const label = kind === 'source' ? 'Verstanden' : isForm ? 'Zurück zum Formular' : 'Abbrechen'
  // Enter is for going on, once everything is chosen.
  const back = button(label, { type: 'button', onclick: () => dialog.close('back') })
  const go = GO[deed] ?? 'Fortfahren'
  const goLabel = kind === 'same' ? `Mit dieser Auswahl ${go}` : kind === 'deleted' ? 'Neu anlegen' : `Trotzdem ${go}`
  const forward = kind === 'same' || seen ? [button(goLabel, { value: 'go', className: 'lip-together-go' })] : []
  dialog.addEventListener('cancel', () => dialog.close('back'))
  return element('div', { className: 'lip-together-actions' }, [back, ...forward])
}

const GO: Partial<Record<Deed, string>> = {
  'gespeichert': 'speichern',
  'veröffentlicht': 'veröffentlichen',
  'von der Website genommen': 'von der Website nehmen',
  'verworfen': 'verwerfen',
  'gelöscht': 'löschen',
}

function decisionIn({ kind, contested, seen = '' }: Refusal, chosen: FormData): Decision {
  if (kind !== 'same') return { 'X-Seen': seen }
  return {
    'X-Decided': contested.map(({ key, mark }, index) => `${key}=${String(chosen.get(String(index)))}:${mark}`).join(),
  }
}

/** What is to be compared: of what is gone there is no text. */
function asked({ kind, contested }: Refusal): Contested[] {
  return contested.filter(({ mine, theirs }) => kind === 'same' || mine || theirs)
}
