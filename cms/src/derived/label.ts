import type { Core } from '@strapi/strapi'
import { GERMAN } from '../content-model/german'
import { type Attribute, type Schema, schemaOf, shownSchemas } from '../content-model/schema'
import { documentIdsOf } from '../rows/relations'
import { IN_SOURCE_LANGUAGE, type Row, type Values, workingRows } from '../rows/rows'
import { dateInWords, isDate } from './dates'

const LABEL_CHARACTERS = 255

/** How editors' lists name an entry that has no title: the attributes its type says, in German. */
export async function label(strapi: Core.Strapi, schema: Schema, values: Values): Promise<Values> {
  const names = schema.pluginOptions?.lip?.labelFrom
  if (!names) return {}
  const parts: string[] = []
  for (const name of names) parts.push(await part(strapi, schema.attributes[name], values[name]))
  return { label: parts.filter(Boolean).join(' · ').slice(0, LABEL_CHARACTERS) }
}

/** A date at the end of a name, as versions wrote it that did not put dates into words. */
const DATE_AT_END = / · (\S*\d{4}\S*)$/

/** At a start: names of a version that did not put dates into words. „Zuletzt geändert“ stays as it is. */
export async function relabelDates(strapi: Core.Strapi): Promise<void> {
  for (const schema of shownSchemas(strapi)) {
    const last = schema.pluginOptions?.lip?.labelFrom?.at(-1)
    const attribute = schema.attributes[last ?? '']
    if (!attribute || !isDate(attribute)) continue
    const rows: Row[] = await strapi.db.query(schema.uid).findMany({ select: ['id', 'label'] })
    for (const { id, label } of rows) {
      const inWords = String(label).replace(DATE_AT_END, (_, edtf: string) => ` · ${dateInWords(edtf)}`)
      if (inWords !== label)
        await strapi.db.queryBuilder(schema.uid).where({ id }).update({ label: inWords }).execute()
    }
  }
}

async function part(strapi: Core.Strapi, attribute: Attribute | undefined, value: unknown): Promise<string> {
  if (attribute?.type === 'relation')
    return titlesOf(strapi, schemaOf(strapi, attribute.target ?? ''), documentIdsOf(value))
  if (typeof value !== 'string') return ''
  if (attribute && isDate(attribute)) return dateInWords(value)
  return attribute?.type === 'enumeration' ? wordOf(value) : value
}

async function titlesOf(strapi: Core.Strapi, schema: Schema, documentIds: string[]): Promise<string> {
  const name = schema.pluginOptions?.lip?.titleOf ?? 'title'
  const rows: Values[] = await strapi.db
    .query(schema.uid)
    .findMany({
      select: [name], where: { documentId: { $in: documentIds }, ...workingRows(schema), ...IN_SOURCE_LANGUAGE },
    })
  return rows.map(row => String(row[name] ?? '')).join(', ')
}

const WORDS: Record<string, string> = Object.assign({}, ...Object.values(GERMAN.words))

/** The German word for a value of a closed list, as readers see it. */
export function wordOf(value: string): string {
  return WORDS[value] ?? value
}
