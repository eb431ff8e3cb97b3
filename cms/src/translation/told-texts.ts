/**
 * Which of the texts that were noted with a translation readers may be told: what was published, and not withdrawn
 * since.
 */
import type { Core } from '@strapi/strapi'
import type { Paragraph } from 'shared-types'
import { isLocalised, type Schema } from '../content-model/schema'
import { inTurn } from '../lifecycle/in-turn'
import { paragraphsOf, saidIn, textRows } from './paragraphs'
import { type Confirmation, findRecords, type Known } from './translation-record'
import { RECORD } from '../content-model/uids'

/** After a document was published: what it says now is told. */
export async function noteTold(strapi: Core.Strapi, schema: Schema, documentId: string): Promise<void> {
  await change(strapi, schema, documentId, (confirmation, told) => ({
    ...confirmation,
    unpublished: confirmation.unpublished.filter(text => !told.has(text)),
  }))
}

/**
 * After a revision was withdrawn: what is not said any more is not kept. The reason stands in its place, so that
 * translators still see that something changed.
 */
export async function withdrawTexts(
  strapi: Core.Strapi, schema: Schema, documentId: string, { language, reason }: { language: string, reason: string },
): Promise<void> {
  await inTurn(strapi, documentId, () =>
    change(strapi, schema, documentId, (confirmation, told) => {
      const { from, paragraphs, unpublished } = confirmation
      const isKept = (text: string) => told.has(text) || unpublished.includes(text)
      return from === language
        ? {
            ...confirmation,
            paragraphs: paragraphs.map(paragraph => withReason(paragraph, reason, isKept)),
            unpublished: [...unpublished, reason],
          }
        : confirmation
    }),
  )
}

function withReason(paragraph: Paragraph, reason: string, isKept: (text: string) => boolean): Paragraph {
  const { place, text, marked, under } = paragraph
  const kept = (said: string) => (isKept(said) ? said : reason)
  return {
    place, text: text === '' && marked && isKept(marked) ? text : kept(text),
    ...(marked && isKept(marked) && { marked }),
    ...(under && { under: under.map(kept) }),
  }
}

type Change = (confirmation: Confirmation, told: ReadonlySet<string>) => Confirmation

async function change(strapi: Core.Strapi, schema: Schema, documentId: string, changed: Change): Promise<void> {
  const records = isLocalised(schema) ? await findRecords(strapi, schema, [documentId]) : []
  if (records.length === 0) return
  const rows = await textRows(strapi, schema, [documentId], 'readers')
  const told = new Map(
    rows.map(row => [row.locale ?? '', new Set(paragraphsOf(strapi, schema, row).flatMap(saidIn))]),
  )
  const after = ({ origin, confirmation }: Known): Known => ({
    origin, confirmation: confirmation && changed(confirmation, told.get(confirmation.from) ?? new Set()),
  })
  for (const record of records)
    await strapi.db
      .query(RECORD)
      .update({
        where: { id: record.id }, data: { ...after(record), published: record.published && after(record.published) },
      })
}
