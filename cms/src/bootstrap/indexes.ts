import type { Core } from '@strapi/strapi'
import { hasDrafts, isLocalised, publicSchemas, type Schema } from '../content-model/schema'
import { describeDoubled, findDoubled, type UniqueIndex } from './doubled-rows'

/**
 * What the rules promise, the database holds as well, when two people save at the same moment: one draft and one
 * published row for each document and language, one document for each slug, one revision for each number, one record
 * for each translation. What is read by its address is found by an index, too. Where an older database already holds
 * something twice, the start ends and says which rows.
 */
export async function createIndexes(strapi: Core.Strapi): Promise<void> {
  for (const statement of [...PLAIN, ...publicSchemas(strapi).flatMap(addressesOf)])
    await strapi.db.connection.raw(statement)
  const doubled: string[] = []
  for (const index of [...publicSchemas(strapi).flatMap(uniqueOf), ...UNIQUE])
    doubled.push(...await createUnique(strapi, index))
  if (doubled.length > 0) throw new Error(describeDoubled(doubled))
}

const PLAIN = [
  // Each save names the citations that have no name yet.
  'create index if not exists citations_unlabelled on components_shared_citations (id) where label is null',
  'create index if not exists former_states_row on former_states (document, language, id)',
  'create index if not exists former_states_type on former_states (type, document, language, id)',
]

const DRAFT = 'published_at is null'
const LIVE = 'published_at is not null'

const UNIQUE: UniqueIndex[] = [
  { name: 'creations_key', table: 'creations', columns: ['key'] },
  { name: 'revisions_number', table: 'revisions', columns: ['document', 'language', 'number'] },
  {
    name: 'translation_records_translation', table: 'translation_records', columns: ['type', 'document', 'language'],
  },
  { name: 'admin_users_mail', table: 'admin_users', columns: ['email'] },
  // There is one website, so one text about it in each language.
  { name: 'sites_only_draft', table: 'sites', columns: ['locale'], where: DRAFT },
  { name: 'sites_only_live', table: 'sites', columns: ['locale'], where: LIVE },
]

function addressesOf({ collectionName, attributes }: Schema): string[] {
  return attributes.slug ? [`create index if not exists ${collectionName}_address on ${collectionName} (slug)`] : []
}

function uniqueOf(schema: Schema): UniqueIndex[] {
  const table = schema.collectionName
  const columns = isLocalised(schema) ? ['document_id', 'locale'] : ['document_id']
  const rows = [
    { name: `${table}_draft`, table, columns, where: DRAFT }, { name: `${table}_live`, table, columns, where: LIVE },
  ]
  if (!schema.attributes.slug) return rows
  const where = `${hasDrafts(schema) ? DRAFT : LIVE} and locale = source_language`
  return [...rows, { name: `${table}_slug`, table, columns: ['slug'], where }]
}

/** What stands in its way; nothing where the index is there. */
async function createUnique(strapi: Core.Strapi, index: UniqueIndex): Promise<string[]> {
  const { name, table, columns, where } = index
  try {
    await strapi.db.connection.raw(
      `create unique index if not exists ${name} on ${table} (${columns.join(', ')})${where ? ` where ${where}` : ''}`,
    )
    return []
  } catch (error) {
    const doubled = await findDoubled(strapi, index)
    if (doubled.length === 0) throw error
    return doubled
  }
}
