import type { Core } from '@strapi/strapi'
import { COMPUTED } from '../content-model/computed'
import { isLedger, mainFieldOf, type Schema, schemaOf, shownSchemas } from '../content-model/schema'
import { isEditable } from '../rows/rows'

/** What has no label is for the rules alone. */
function isHidden(schema: Schema, name: string): boolean {
  return !schema.attributes[name]?.pluginOptions?.lip?.label || (!isLedger(schema) && COMPUTED.includes(name))
}

/** Columns of the admin's form, of twelve. */
const WIDTH: Record<string, number> = { string: 6, enumeration: 6, date: 6, integer: 6, boolean: 6 }

/**
 * Puts the German labels, helps and a form in the order of the schema into the admin: the code decides, at every start.
 */
export async function labelEverything(strapi: Core.Strapi): Promise<void> {
  const manager = strapi.plugin('content-manager')
  for (const schema of shownSchemas(strapi)) {
    const types = manager.service('content-types')
    const found = types.findContentType(schema.uid)
    const configuration = await types.findConfiguration(found)
    await types.updateConfiguration(found, labelled(strapi, schema, configuration))
  }
  for (const uid of Object.keys({ ...strapi.components })) {
    const components = manager.service('components')
    const found = components.findComponent(uid)
    const configuration = await components.findConfiguration(found)
    await components.updateConfiguration(found, labelled(strapi, schemaOf(strapi, uid), configuration))
  }
}

interface Configuration {
  settings: Record<string, unknown>
  metadatas: Record<string, { edit: Record<string, unknown>, list: Record<string, unknown> }>
  layouts: { edit: unknown, list: unknown }
  options?: unknown
}

function labelled(strapi: Core.Strapi, schema: Schema, configuration: Configuration): Configuration {
  const mainField = mainFieldOf(schema)
  return {
    ...configuration,
    settings: {
      ...configuration.settings,
      // What was written last stands first: that is what somebody looks for again.
      mainField, defaultSortBy: 'updatedAt', defaultSortOrder: 'DESC', pageSize: 50,
    },
    metadatas: Object.fromEntries(
      Object.entries(configuration.metadatas).map(([name, metadata]) => [
        name, labelledAttribute(strapi, schema, name, metadata),
      ]),
    ),
    layouts: { list: listLayout(schema, mainField), edit: editLayout(schema) },
  }
}

function labelledAttribute(
  strapi: Core.Strapi, schema: Schema, name: string, metadata: Configuration['metadatas'][string],
): Configuration['metadatas'][string] {
  const attribute = schema.attributes[name]
  const words = attribute?.pluginOptions?.lip
  const label = words?.label ?? STRAPI_LABELS[name]
  if (!label) return metadata
  return {
    edit: {
      ...metadata.edit,
      label,
      description: words?.help ?? '',
      editable: words?.isReadOnly !== true,
      ...(attribute?.target?.startsWith('api::') && { mainField: mainFieldOf(schemaOf(strapi, attribute.target)) }),
    },
    list: { ...metadata.list, label },
  }
}

const STRAPI_LABELS: Record<string, string> = {
  createdAt: 'Angelegt', updatedAt: 'Zuletzt geändert', publishedAt: 'Veröffentlicht', createdBy: 'Angelegt von',
  updatedBy: 'Geändert von',
}

/** What lists tell of an entry, as far as its type has it: what it is, when it was, who wrote it last and when. */
const COLUMNS = [
  'kind', 'stage', 'outcome', 'number', 'language', 'date', 'valid', 'publishedOn', 'receivedOn', 'updatedAt',
]

function listLayout(schema: Schema, mainField: string): string[] {
  if (schema.attributes.deletedOn) return [mainField, 'kind', 'deletedOn', 'deletedBy', 'keptUntil']
  return [mainField, ...COLUMNS.filter(name => schema.attributes[name] && !isUnlabelled(schema, name))]
}

/** Strapi's own attributes have labels of ours; what else has none is for the rules alone. */
function isUnlabelled(schema: Schema, name: string): boolean {
  return !(name in STRAPI_LABELS) && isHidden(schema, name)
}

interface Cell {
  name: string
  size: number
}

/** Attributes in the order of the schema, two narrow ones to a row. */
function editLayout(schema: Schema): Cell[][] {
  const rows: Cell[][] = []
  for (const [name, attribute] of Object.entries(schema.attributes)) {
    if (!isEditable(name, attribute) || isHidden(schema, name)) continue
    const cell = { name, size: name === 'title' || name === 'name' ? 12 : WIDTH[attribute.type] ?? 12 }
    const last = rows.at(-1)
    const taken = last?.reduce((sum, { size }) => sum + size, 0) ?? 12
    if (last && taken + cell.size <= 12) last.push(cell)
    else rows.push([cell])
  }
  return rows
}
