/** Which rows of a type are shown: what is published, all drafts, or what would be published with one more document. */
import type { Core } from '@strapi/strapi'
import { hasDrafts, type Schema } from '../content-model/schema'
import type { Values } from './rows'

export type Status = 'published' | 'draft' | `draft of ${string}`

/** isDraftShown is true where of this document the draft is shown. */
export function isDraftShown(status: Status, documentId: string): boolean {
  return status === 'draft' || status === `draft of ${documentId}`
}

/** The same as a condition of Strapi's; it can stand beside others. */
export function rowsShown(schema: Schema, status: Status): Values {
  if (!hasDrafts(schema)) return {}
  if (status === 'published') return { publishedAt: { $notNull: true } }
  if (status === 'draft') return { publishedAt: { $null: true } }
  const documentId = previewedIn(status)
  return {
    $and: [{
      $or: [
        { publishedAt: { $notNull: true }, documentId: { $ne: documentId } },
        { publishedAt: { $null: true }, documentId },
      ],
    }],
  }
}

/** The same as a condition of a statement of our own; `table` is the table of the type, or what it is called there. */
export function whereShown(
  query: ReturnType<Core.Strapi['db']['getConnection']>, table: string, schema: Schema, status: Status,
): void {
  if (!hasDrafts(schema)) return
  const [published, document] = [`${table}.published_at`, `${table}.document_id`]
  if (status === 'published') return void query.whereNotNull(published)
  if (status === 'draft') return void query.whereNull(published)
  const documentId = previewedIn(status)
  void query.where(shown => shown
    .where(live => live.whereNotNull(published).whereNot(document, documentId))
    .orWhere(draft => draft.whereNull(published).where(document, documentId)))
}

function previewedIn(status: `draft of ${string}`): string {
  return status.slice('draft of '.length)
}
