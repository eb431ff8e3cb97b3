import type { Core } from '@strapi/strapi'
import { hasDrafts, isLocalised, publicSchemas, type Schema } from '../content-model/schema'

/**
 * What the rules promise, the database holds as well, when two people save at the same moment: one draft and one
 * published row for each document and language, one document for each slug, one revision for each number, one record
 * for each translation. What is read by its address is found by an index, too.
 */
export async function createIndexes(strapi: Core.Strapi): Promise<void> {
  for (const schema of publicSchemas(strapi))
    for (const statement of indexesOf(schema)) await strapi.db.connection.raw(statement)
  for (const statement of OTHERS) await strapi.db.connection.raw(statement)
}

const OTHERS = [
  // Each save names the citations that have no name yet.
  'create index if not exists citations_unlabelled on components_shared_citations (id) where label is null',
  'create unique index if not exists creations_key on creations (key)',
  'create unique index if not exists revisions_number on revisions (document, language, number)',
  'create unique index if not exists translation_records_translation on translation_records (type, document, language)',
  'create unique index if not exists admin_users_mail on admin_users (email)',
  // There is one website, so one text about it in each language.
  'create unique index if not exists sites_only_draft on sites (locale) where published_at is null',
  'create unique index if not exists sites_only_live on sites (locale) where published_at is not null',
  'create index if not exists former_states_row on former_states (document, language, id)',
  'create index if not exists former_states_type on former_states (type, document, language, id)',
]

function indexesOf(schema: Schema): string[] {
  const table = schema.collectionName
  const row = isLocalised(schema) ? 'document_id, locale' : 'document_id'
  const working = hasDrafts(schema) ? 'published_at is null' : 'published_at is not null'
  const slug = schema.attributes.slug
    ? [
        `create unique index if not exists ${table}_slug on ${table} (slug) where ${working} and locale = `
        + `source_language`,
        `create index if not exists ${table}_address on ${table} (slug)`,
      ]
    : []
  return [
    `create unique index if not exists ${table}_draft on ${table} (${row}) where published_at is null`,
    `create unique index if not exists ${table}_live on ${table} (${row}) where published_at is not null`,
    ...slug,
  ]
}
