/**
 * Fields that name a language are lists of the languages' names, so that nobody types „Deutsch“ where `de` is meant.
 */
import { LOCALES } from '../../../shared-types/src/locales'

/** What is read here of a field of Strapi's edit view. */
export interface LanguageField {
  type?: string
  attribute?: { type?: string, enum?: string[], pluginOptions?: { lip?: { format?: string } } }
}

/** Names under the ids that Strapi's enumerations look for: the values themselves. */
export const LANGUAGE_NAMES = Object.fromEntries(LOCALES.map(({ code, name }) => [code, name]))

/** Makes a list of a field that holds the code of a language; leaves every other as it is. */
export function asList<Field extends LanguageField>(field: Field): Field {
  if (field.attribute?.pluginOptions?.lip?.format !== 'language') return field
  const attribute = { ...field.attribute, type: 'enumeration', enum: LOCALES.map(({ code }) => code) }
  return { ...field, type: 'enumeration', attribute }
}
