/** What is shown elsewhere than where it is saved: portraits with their person, files with what uses them. */
import type { Core } from '@strapi/strapi'
import { schemaOf } from '../content-model/schema'
import { FILE, IMAGE, PERSON } from '../content-model/uids'
import { documentIdsOf } from '../rows/relations'
import type { Row } from '../rows/rows'
import { usesOfFile } from '../usage/uses'
import { holdersIn } from './holders'
import { noteParts } from './turn'

/**
 * notePortraits is to be called before and after a person is saved, as a draft too: a portrait is shown only while the
 * person is.
 */
export async function notePortraits(strapi: Core.Strapi, documentId: string): Promise<void> {
  const rows: Row[] = await strapi.db
    .query(PERSON)
    .findMany({ select: ['id'], where: { documentId }, populate: { portrait: { select: ['documentId'] } } })
  for (const portrait of new Set(rows.flatMap(row => documentIdsOf(row.portrait))))
    await noteParts(strapi, schemaOf(strapi, IMAGE), portrait)
}

/** noteFiles lets the ledger say what shows a file that is renamed or replaced: files have no rules of their own. */
export function noteFiles(strapi: Core.Strapi): void {
  strapi.db.lifecycles.subscribe({
    models: [FILE],
    afterUpdate: async ({ result }: { result?: { id?: number } }) => {
      if (result?.id) await noteFile(strapi, result.id)
    },
  })
}

async function noteFile(strapi: Core.Strapi, file: number): Promise<void> {
  await strapi.db.transaction(async () => {
    for (const { schema, documentId } of holdersIn(strapi, await usesOfFile(strapi, file)))
      await noteParts(strapi, schema, documentId)
  })
}
