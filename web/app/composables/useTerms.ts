import type { GlossaryEntry } from '~~/server/cms/glossary'
import type { Text } from '~~/server/cms/text'
import { inject, type InjectionKey, provide } from 'vue'
import type { TermNotes, TermPart } from '~/utils/terms'

const NOTES: InjectionKey<{ current: TermNotes | null }> = Symbol('terms')

/** Explains the terms of the glossary on this page: each where it first occurs in a text below. */
export async function useTerms(): Promise<void> {
  const keep = provideNotes()
  keep(startNotes(await useContent('/api/glossary')))
}

/** Makes room for the notes of a page, which may come later: before its texts are drawn. */
export function provideNotes(): (notes: TermNotes) => void {
  const place: { current: TermNotes | null } = { current: null }
  provide(NOTES, place)
  return (notes) => { place.current = notes }
}

/** Takes a text apart where a term is explained in it: in one piece on pages that explain none. */
export function useTermParts(): (text: Text) => TermPart[] {
  const notes = inject(NOTES, null)
  return text => notes?.current?.partsOf(text) ?? [{ text: text.value, locale: text.locale, term: null }]
}

/** The terms that have occurred above, in the order in which they did. */
export function useOccurredTerms(): GlossaryEntry[] {
  return inject(NOTES, null)?.current?.occurred() ?? []
}
