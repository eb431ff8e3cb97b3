/**
 * What a form of Strapi holds after it was filled with what is stored by now: what was typed meanwhile stays.
 * `otherwise.ts` puts it into Strapi's form.
 */
import { SOURCE_LANGUAGE } from '../../../shared-types/src/locales'
import { noteKept } from './together/built-on'

type Values = Record<string, unknown>

/** A form that is filled once more. */
export interface Refill {
  /** What it had been filled with, or what it sent where that was saved. */
  before: Values
  stored: Values
  /** It shows the same entry, in the same language, as when it was filled before. */
  isSamePlace: boolean
  /** It was saved itself: what is stored is what it sent, and what others changed. */
  isSaved: boolean
}

interface Address {
  pathname: string
  search: string
}

/** The language of a form. An address that names none shows German, until Strapi completes it a moment later. */
export function languageOfForm({ search }: Address = window.location): string {
  return new URLSearchParams(search).get('plugins[i18n][locale]') ?? SOURCE_LANGUAGE
}

/** Where a form stands: the entry, the language and whether it is the draft or what is published. */
export function placeOfForm(address: Address = window.location): string {
  const status = new URLSearchParams(address.search).get('status') ?? 'draft'
  return [address.pathname, languageOfForm(address), status].join(' ')
}

/**
 * Returns what the form holds now. Where others changed what was typed into, theirs: the words are kept beside it.
 * After a save the words stay in the form, and the next save is compared with theirs (`noteKept`).
 */
export function refilled(values: Values, { before, stored, isSamePlace, isSaved }: Refill): Values {
  if (!isSamePlace || !isSameDocument(before, stored, isSaved)) return stored
  const isTyped = (name: string) =>
    !isSame(values[name], before[name]) && (isSaved || isSame(stored[name], before[name]))
  const typed = Object.entries(values).filter(([name]) => isTyped(name))
  if (isSaved) noteKept(String(stored.documentId), typed.map(([name]) => name))
  return { ...stored, ...Object.fromEntries(typed) }
}

/** In a window over the page one entry follows another at the same place. The first save gives a text its id. */
function isSameDocument({ documentId: one }: Values, { documentId: other }: Values, isSaved: boolean): boolean {
  return one === other || (isSaved && one === undefined)
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}
