import type { Core } from '@strapi/strapi'
import { labelOf, type Schema } from '../content-model/schema'
import { FORMER_STATE } from '../content-model/uids'
import type { Draft } from '../checks/check'
import type { Problem } from '../rules/problems'
import { slugFrom } from '../rules/slug'

/** An address that was made of a title which is not the title any more. */
export async function formerTitleProblems(
  strapi: Core.Strapi, schema: Schema, { documentId, locale, row }: Draft,
): Promise<Problem[]> {
  const name = schema.pluginOptions?.lip?.titleOf ?? ''
  const { slug, [name]: title } = row
  if (typeof slug !== 'string' || typeof title !== 'string' || !documentId || isMadeOf(slug, title)) return []
  const former = (await titlesBefore(strapi, schema, { documentId, locale, name })).find(one => isMadeOf(slug, one))
  const better = slugFrom(title)
  if (!former || !better) return []
  return [
    {
      path: ['slug'],
      message: `${labelOf(schema, 'slug')}: „${slug}“ ist noch aus dem früheren Titel „${former}“. Passt das nicht mehr, `
        + `tragen Sie bitte eine andere ein, zum Beispiel „${better}“. Wer die alte hat, wird weitergeleitet.`,
    },
  ]
}

function isMadeOf(slug: string, title: string): boolean {
  const made = slugFrom(title)
  return made !== '' && (slug === made || (slug.startsWith(`${made}-`) && /^\d+$/.test(slug.slice(made.length + 1))))
}

/** Of former states so many are looked at. */
const MOST = 50

/** The title that readers see, and those that stood in the form before. */
async function titlesBefore(
  strapi: Core.Strapi, { uid }: Schema,
  { documentId, locale, name }: { documentId: string, locale: string, name: string },
): Promise<string[]> {
  const live = await strapi.db
    .query(uid)
    .findOne({ select: [name], where: { documentId, locale, publishedAt: { $notNull: true } } })
  const states: { state: Record<string, unknown> | null }[] = await strapi.db
    .query(FORMER_STATE)
    .findMany({
      select: ['state'], where: { type: uid, document: documentId, language: locale }, orderBy: { id: 'desc' }, limit: MOST,
    })
  return [live?.[name], ...states.map(({ state }) => state?.[name])].filter(title => typeof title === 'string')
}
