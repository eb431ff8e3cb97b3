/** Fields that hold a date (EDTF) are fields in which it is written as people write it. */
import type { LanguageField } from '../languages-list'

/** The name under which Strapi's forms know the field. */
export const DATE_FIELD = 'written-date'

/** Makes a field for dates of one that holds a date; leaves every other as it is. */
export function asDate<Field extends LanguageField>(field: Field): Field {
  return field.attribute?.pluginOptions?.lip?.format === 'edtf' ? { ...field, type: DATE_FIELD } : field
}
