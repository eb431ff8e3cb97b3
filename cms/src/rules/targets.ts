import type { Core } from '@strapi/strapi'
import { hasDrafts, isPublic, labelOf, type Schema, schemaOf } from '../content-model/schema'
import type { Problem } from './problems'
import { documentIdsOf } from '../rows/relations'
import { IN_SOURCE_LANGUAGE, type Values } from '../rows/rows'

/**
 * What an entry is about must be public before the entry is, or appear together with it. A consent never is, and comes
 * before its person.
 */
export async function targetProblems(
  strapi: Core.Strapi, schema: Schema, values: Values, appearing: ReadonlySet<string> = new Set(),
): Promise<Problem[]> {
  if (!isPublic(schema)) return []
  const { required = [], exactlyOne = [] } = schema.pluginOptions?.lip ?? {}
  const problems: Problem[] = []
  for (const name of [...required, ...exactlyOne.flat()]) {
    const attribute = schema.attributes[name]
    const target = attribute?.type === 'relation' ? schemaOf(strapi, attribute.target ?? '') : null
    if (!target || !hasDrafts(target)) continue
    for (const documentId of documentIdsOf(values[name]))
      if (!appearing.has(documentId) && !(await isPublished(strapi, target, documentId)))
        problems.push({
          path: [name], message: await message(strapi, schema, name, target, documentId),
          elsewhere: { type: target.uid, documentId },
        })
  }
  return problems
}

async function isPublished(strapi: Core.Strapi, { uid }: Schema, documentId: string): Promise<boolean> {
  return (
    (await strapi.db
      .query(uid)
      .count({ where: { documentId, publishedAt: { $notNull: true }, ...IN_SOURCE_LANGUAGE } })) > 0
  )
}

async function message(
  strapi: Core.Strapi, schema: Schema, name: string, target: Schema, documentId: string,
): Promise<string> {
  const draft = await strapi.db.query(target.uid).findOne({ where: { documentId, ...IN_SOURCE_LANGUAGE } })
  const title = String(draft?.[target.pluginOptions?.lip?.titleOf ?? 'title'] ?? '')
  return `${labelOf(schema, name)}: „${title}“ ist noch nicht veröffentlicht. Bitte veröffentlichen Sie zuerst diesen `
    + `Eintrag.`
}
