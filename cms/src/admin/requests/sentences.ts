/** What an editor reads when something was not done: what happened, that the words are still there, what to do now. */
import type { Deed } from './deeds'

/** Stands beside a field whose value Strapi refuses in English. */
export const WRONG_VALUE = 'Dieser Wert ist hier nicht möglich. Bitte prüfen Sie das Feld.'

/** For answers that give no German reason themselves. */
export function sentenceFor(status: number, deed: Deed): string {
  const [happened, advice] = SENTENCES[status] ?? (status >= 500 ? SERVER_ERROR : REFUSED)
  // Where no answer came, it may have been done.
  return said(`${status === 504 ? 'Vielleicht nicht' : 'Nicht'} ${deed}: ${happened}`, deed, advice)
}

/** For a request that never arrived. */
export function unreachable(deed: Deed): string {
  const advice = 'Prüfen Sie bitte Ihre Verbindung und versuchen Sie es dann noch einmal.'
  return said(`Nicht ${deed}: Der Server ist nicht zu erreichen.`, deed, advice)
}

/** For a component that another editor removed while it stood in this form. */
export function stalePart(deed: Deed): string {
  const happened = `Nicht ${deed}: Jemand hat inzwischen einen Teil dieses Eintrags entfernt, der bei Ihnen noch steht.`
  const advice
    = 'Öffnen Sie den Eintrag in einem zweiten Fenster, vergleichen Sie beide Fassungen, und fügen Sie den Teil '
      + 'im Formular neu hinzu oder nehmen Sie ihn heraus.'
  return said(happened, deed, advice)
}

/** For fields that are marked. */
export function wrongValues(deed: Deed): string {
  return said(`Nicht ${deed}: Bei den markierten Feldern steht ein Wert, der dort nicht möglich ist.`, deed, '')
}

/** Tells the sentences of the cms from those of Strapi and of proxies. */
export function isGerman(sentence: string): boolean {
  return /[äöüß„“]|\b(ist|sind|nicht|bitte|wird|wurde|kann|hat|noch|ein|eine|der|die|das|und|zu)\b/i.test(sentence)
}

/** What is told of a request of our own that failed: what the cms says, where that is a German sentence. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : ''
  return isGerman(message) ? message : 'Das ging gerade nicht. Bitte versuchen Sie es in einer Minute noch einmal.'
}

const KEPT = 'Was Sie geschrieben haben, steht weiter im Formular.'

function said(happened: string, deed: Deed, advice: string): string {
  const isForm = deed === 'gespeichert' || deed === 'veröffentlicht'
  return [happened, isForm ? KEPT : '', advice].filter(Boolean).join(' ')
}

const TELL = 'Bleibt es dabei, sagen Sie bitte der Administration Bescheid.'

const SERVER_ERROR = [
  'Beim Server ist ein Fehler aufgetreten.', `Versuchen Sie es in einigen Minuten noch einmal. ${TELL}`,
] as const
const NOT_READY = [
  'Der Server ist gerade nicht bereit, zum Beispiel weil er neu startet.',
  'Versuchen Sie es in einer Minute noch einmal.',
] as const
const REFUSED = [
  'Der Server hat es abgelehnt, ohne einen Grund zu nennen.', `Versuchen Sie es noch einmal. ${TELL}`,
] as const

const SENTENCES: Record<number, readonly [string, string] | undefined> = {
  401: [
    'Der Server hat Ihre Anmeldung nicht anerkannt.',
    'Melden Sie sich bitte in einem zweiten Fenster neu an und versuchen Sie es dann hier noch einmal.',
  ],
  403: ['Ihr Konto darf das nicht.', 'Sagen Sie bitte der Administration Bescheid, wenn Sie es dürfen sollten.'],
  404: [
    'Diesen Eintrag gibt es nicht mehr. Jemand hat ihn inzwischen gelöscht.',
    'Kopieren Sie, was Sie brauchen, in einen neuen Eintrag.',
  ],
  409: [
    'Jemand anderes hat den Eintrag inzwischen geändert.',
    'Öffnen Sie ihn in einem zweiten Fenster und vergleichen Sie beide Fassungen.',
  ],
  413: [
    'Das ist mehr, als der Server auf einmal annimmt.',
    'Kürzen Sie den Eintrag oder verteilen Sie ihn auf mehrere, und versuchen Sie es dann noch einmal.',
  ],
  429: [
    'Das waren zu viele Anfragen in kurzer Zeit.',
    'Warten Sie bitte eine Minute und versuchen Sie es dann noch einmal.',
  ],
  502: NOT_READY,
  503: NOT_READY,
  504: [
    'Der Server hat zu lange nicht geantwortet.',
    'Versuchen Sie es noch einmal. Ein zweiter Eintrag entsteht dadurch nicht.',
  ],
  507: ['Auf dem Server ist kein Platz mehr.', 'Sagen Sie bitte der Administration Bescheid.'],
}
