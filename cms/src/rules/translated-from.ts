import type { Core } from '@strapi/strapi'
import { isLocaleCode, localeOf } from 'shared-types'
import { labelOf, type Schema } from '../content-model/schema'
import type { Problem } from './problems'
import type { Values } from '../rows/rows'
import { translatedFrom } from '../translation/translation-record'

/**
 * A translation is made from another language of its document; whoever says so later has to compare it with that
 * language.
 */
export async function translatedFromProblems(
  strapi: Core.Strapi, schema: Schema, documentId: string,
  { locale, before, after }: { locale: string, before: Values | null, after: Values },
): Promise<Problem[]> {
  const from = translatedFrom(after)
  // What is no language is refused by its format (`formats.ts`).
  if (from === translatedFrom(before) || (from && !isLocaleCode(from))) return []
  const problem = (message: string): Problem[] => [
    { path: ['translatedFrom'], message: `${labelOf(schema, 'translatedFrom')}: ${message}` },
  ]
  if (from === locale)
    return problem(
      'Das ist die Sprache dieser Übersetzung. Bitte nennen Sie die Sprache, aus der sie gemacht wurde, oder lassen '
      + 'Sie das Feld leer.',
    )
  if (from && (await strapi.db.query(schema.uid).count({ where: { documentId, locale: from } })) === 0)
    return problem(
      `Auf ${localeOf(from).name} gibt es diesen Eintrag nicht. Richtig ist eine Sprache, die es schon gibt.`,
    )
  return !before || after.isConfirmed === true
    ? []
    : problem(
        `Wenn sich die Sprache ändert, vergleichen Sie bitte beide Texte und wählen Sie bei ${labelOf(schema, 'isConfirmed')} Ja.`,
      )
}
