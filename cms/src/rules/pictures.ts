/** What is shown must be described: every picture of an entry that becomes public, in its language. */
import type { Core } from '@strapi/strapi'
import { localeOf } from 'shared-types'
import { labelOf, type Schema, schemaOf } from '../content-model/schema'
import { componentsIn, componentUid } from '../rows/components'
import type { Problem } from './problems'
import { documentIdsOf } from '../rows/relations'
import { findRow, type Values } from '../rows/rows'
import { IMAGE } from '../content-model/uids'

interface Shown {
  path: Problem['path']
  label: string
  documentId: string
}

export async function pictureProblems(
  strapi: Core.Strapi, schema: Schema, values: Values, language: string,
): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const { path, label, documentId } of picturesIn(strapi, schema, values, [])) {
    const image = await findRow(strapi, schemaOf(strapi, IMAGE), { documentId })
    const isDescribed
      = image?.decorative === true
        || componentsIn(image?.texts).some(text => text.language === language && String(text.alt ?? '').trim() !== '')
    if (image && !isDescribed)
      problems.push({
        path,
        message: `${label}: Das Bild „${String(image.title)}“ hat noch keinen Alternativtext `
          + `(${localeOf(language).name}). Bitte schreiben Sie ihn in den Eintrag des Bildes: Was ist zu sehen?`,
        elsewhere: { type: IMAGE, documentId },
      })
  }
  return problems
}

function picturesIn(strapi: Core.Strapi, schema: Schema, values: Values, path: Problem['path']): Shown[] {
  return Object.entries(schema.attributes).flatMap(([name, attribute]): Shown[] => {
    const here = [...path, name]
    if (attribute.target === IMAGE)
      return documentIdsOf(values[name]).map(documentId => ({ path: here, label: labelOf(schema, name), documentId }))
    if (!attribute.components) return []
    return componentsIn(values[name]).flatMap((component, index) =>
      picturesIn(strapi, schemaOf(strapi, componentUid(component, undefined)), component, [...here, index]),
    )
  })
}
