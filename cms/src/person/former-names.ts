/** Under which names a person was public: whoever was renamed since is withdrawn under all of them. */
import type { Core } from '@strapi/strapi'
import type { Schema } from '../content-model/schema'
import { FORMER_NAME, PERSON } from '../content-model/uids'

/** To be called before a person is published anew or withdrawn, while what readers see still says the former name. */
export async function noteNames(strapi: Core.Strapi, { uid }: Schema, documentId: string): Promise<void> {
  if (uid !== PERSON) return
  const rows: { name: string | null, nameInScript: string | null }[] = await strapi.db
    .query(PERSON)
    .findMany({ select: ['name', 'nameInScript'], where: { documentId, publishedAt: { $notNull: true } } })
  const known = await formerNames(strapi, documentId)
  const shown = new Set(rows.flatMap(({ name, nameInScript }) => [name, nameInScript]))
  for (const name of shown) {
    if (!name || known.includes(name)) continue
    await strapi.db.query(FORMER_NAME).create({ data: { document: documentId, name } })
  }
}

export async function formerNames(strapi: Core.Strapi, documentId: string): Promise<string[]> {
  const noted: { name: string }[] = await strapi.db
    .query(FORMER_NAME)
    .findMany({ select: ['name'], where: { document: documentId } })
  return noted.map(({ name }) => name)
}
