/** The words of closed lists, under their values, for forms, lists and filters: where readers see them, the same. */
import { words } from '../../../../shared-types/languages/de.json'
import { LANGUAGE_NAMES } from '../languages-list'

/** How a field of action is drawn, for editors; readers see it and never read it. */
const STRANDS = {
  one: 'Rot, Welle', two: 'Gelb, Zickzack', three: 'Grün, Zinnen', four: 'Türkis, Bögen', five: 'Blau, zwei Linien',
  six: 'Rosa, gestrichelt', seven: 'Oliv, Strich und Punkt', eight: 'Petrol, Kreuze', nine: 'Violett, Striche quer',
  ten: 'Weinrot, Girlande', eleven: 'Braun, Leiter', twelve: 'Grau, drei Linien',
}

/** How a reported figure is meant, for editors; readers see it in whole sentences. */
const QUALIFIERS = { exact: 'genau', about: 'etwa', over: 'mehr als' }

export const CLOSED_LISTS: Record<string, string>
  = Object.assign({}, STRANDS, QUALIFIERS, LANGUAGE_NAMES, ...Object.values(words))
