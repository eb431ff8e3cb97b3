/** What publishing a draft changes against what readers see, in one sentence, as its version will say it. */
import type { Core } from '@strapi/strapi'
import { asList, localeOf, publishedChange } from 'shared-types'
import { isLocalised, labelOf, type Schema } from '../content-model/schema'
import { findRow } from '../rows/rows'
import { isOfParts, partsIn, stateOf, typedAttributes } from '../together/form-state'
import type { Draft } from './check'

export async function changeSentence(strapi: Core.Strapi, schema: Schema, draft: Draft): Promise<string> {
  const { documentId, locale, isTranslation, row } = draft
  const live = await findRow(strapi, schema, {
    documentId, publishedAt: { $notNull: true }, ...isLocalised(schema) && { locale },
  })
  if (!live) return isTranslation ? `Neu auf der Website: auf ${localeOf(locale).name}.` : 'Neu auf der Website.'
  const told = (state: object) => toldOf(schema, state, isTranslation)
  const change = publishedChange(
    told(stateOf(strapi, schema, live, isTranslation)), told(stateOf(strapi, schema, row, isTranslation)), locale,
  )
  const isMoved = !isTranslation && live.slug !== row.slug
  const fields = [...isMoved ? ['slug'] : [], ...change.fields].map(name => labelOf(schema, name)).join(', ')
  const words = `${change.words} ${change.words === 1 ? 'Wort' : 'Wörter'}`
  const facts = fields && `Auf der Website ändert sich: ${fields}.`
  const texts: Partial<Record<typeof change.kind, string>> = {
    text: `Der Text ändert sich (${words}).`,
    facts_and_text: `Auch der Text ändert sich (${words}).`,
    spelling: `Rechtschreibung oder Schreibweise ändert sich (${words}).`,
    form: 'Nur Satzzeichen oder Gestaltung ändern sich.',
  }
  return [facts, texts[change.kind]].filter(Boolean).join(' ') || 'Auf der Website ändert sich nichts.'
}

/** The state of a form as the comparison of versions reads it: parts without ids, and of what is only named which. */
function toldOf(schema: Schema, state: object, isTranslation: boolean): object {
  const values = new Map<string, unknown>(Object.entries(state))
  return Object.fromEntries(typedAttributes(schema, isTranslation).map(([name, attribute]) => {
    const value = values.get(name)
    if (isOfParts(attribute))
      return [name, partsIn(value).map(({ uid, state: inner }) => ({ __typename: uid, ...inner }))]
    const isNamed = attribute.type === 'relation' || attribute.type === 'media'
    return [name, isNamed ? asList(value).map(id => ({ documentId: String(id), slug: String(id) })) : value]
  }))
}
