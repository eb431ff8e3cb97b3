import type { Core } from '@strapi/strapi'
import type { Draft } from '../checks/check'
import { nameOfPlace } from '../content-model/places'
import type { Schema } from '../content-model/schema'
import type { Problem } from '../rules/problems'
import { statesOf, type TranslationState } from '../translation/translation-state'

/** As many as a sentence can name. */
const NAMED = 3

/** A translation that does not say what its source says, or not all of it. */
export async function staleTranslationProblems(
  strapi: Core.Strapi, schema: Schema, { documentId = '', locale }: Draft,
): Promise<Problem[]> {
  const [state] = (await statesOf(strapi, schema, [documentId], 'editors', locale)).get(documentId) ?? []
  const message = state && sentenceOf(strapi, schema, state)
  return message ? [{ path: [placeOf(state).split('/')[0] ?? ''], message }] : []
}

function placeOf({ changes, untranslated }: TranslationState): string {
  const [change] = changes
  return change?.now?.place ?? change?.before?.place ?? untranslated[0] ?? 'isConfirmed'
}

function sentenceOf(strapi: Core.Strapi, schema: Schema, { state, changes, untranslated }: TranslationState): string {
  const nameAll = (places: string[]) => {
    const names = [...new Set(places.map(place => nameOfPlace(strapi, schema, place)))]
    return names.slice(0, NAMED).join('; ') + (names.length > NAMED ? ` und ${names.length - NAMED} weitere` : '')
  }
  if (state === 'outdated') {
    const places = changes.flatMap(({ now, before }) => now?.place ?? before?.place ?? [])
    return places.length > 0
      ? `Die Übersetzung ist veraltet: Im Ausgangstext hat sich geändert: ${nameAll(places)}.`
      : 'Die Übersetzung gilt als veraltet: Es ist nicht vermerkt, womit sie verglichen wurde.'
  }
  return state === 'incomplete' ? `Noch nicht übersetzt: ${nameAll(untranslated)}.` : ''
}
