/** What something public rests on stays until that has let go of it: by form, in a list, over an interface alike. */
import type { Core } from '@strapi/strapi'
import { hasDrafts, type Schema } from '../content-model/schema'
import type { Problem } from '../rules/problems'
import { type Use, usesOf } from './uses'
import { PERSON } from '../content-model/uids'

/** As many as a message can name. */
const NAMED = 5

/**
 * What stands against deleting an entry, or taking it off the website. What is not public itself carries nothing that
 * is, and nobody has to wait for others before she is taken off the website.
 */
export async function restingProblems(
  strapi: Core.Strapi, schema: Schema, documentId: string,
  deed: 'löschen' | 'von der Website nehmen' = 'löschen',
): Promise<Problem[]> {
  if (schema.uid === PERSON || !await isLive(strapi, schema, documentId)) return []
  const resting = (await usesOf(strapi, schema, documentId)).filter(({ rests }) => rests)
  const way = 'Bitte nehmen Sie ihn dort zuerst heraus, oder nehmen Sie zuerst diese Einträge von der Website.'
  return resting.length > 0
    ? [
        {
          path: [],
          message: `Dieser Eintrag lässt sich noch nicht ${deed}: Auf ihm beruht, was öffentlich ist, nämlich `
            + `${named(resting)}. ${way}`,
        },
      ]
    : []
}

/** Whether readers may see something of an entry. */
export async function isLive(strapi: Core.Strapi, schema: Schema, documentId: string): Promise<boolean> {
  return (
    !hasDrafts(schema)
    || (await strapi.db.query(schema.uid).count({ where: { documentId, publishedAt: { $notNull: true } } })) > 0
  )
}

/** Entries as editors know them, for a sentence: „Maßnahme „Lernpaten“ (Plan) und 3 weitere“. */
export function named(uses: Use[]): string {
  const names = uses.slice(0, NAMED).map(({ kind, title, field }) => `${kind} „${title}“ (${field})`)
  const others = uses.length - names.length
  return others > 0 ? `${names.join(', ')} und ${others} weitere` : names.join(', ')
}
