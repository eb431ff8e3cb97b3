/** The paragraphs of an entry in a language, each with its place: what is compared when a translation is judged. */
import type { Core } from '@strapi/strapi'
import type { Paragraph } from 'shared-types'
import { valueAt } from 'shared-types'
import { type Attribute, hasDrafts, isLocalised, type Schema, schemaOf } from '../content-model/schema'
import { componentsIn, componentUid } from '../rows/components'
import { type Row, type Values, workingRows } from '../rows/rows'

/** What readers see, or what editors work on. */
export type Audience = 'readers' | 'editors'

/** The rows of these documents in these languages (null for all), with their texts. */
export async function textRows(
  strapi: Core.Strapi, schema: Schema, documentIds: readonly string[], audience: Audience,
  locales: string[] | null = null,
): Promise<Row[]> {
  const ofAudience
    = audience === 'editors' ? workingRows(schema) : hasDrafts(schema) ? { publishedAt: { $notNull: true } } : {}
  return strapi.db
    .query(schema.uid)
    .findMany({
      where: { documentId: { $in: [...documentIds] }, ...(locales && { locale: { $in: locales } }), ...ofAudience },
      populate: populateParagraphs(schema),
    })
}

/** Only what holds texts: relations say nothing about a translation. */
export function populateParagraphs(schema: Schema): Values {
  const held = Object.entries(schema.attributes).filter(
    ([, attribute]) => isLocalised(attribute) && hasComponents(attribute),
  )
  return Object.fromEntries(
    held.map(([name, { components }]) => [
      name, components ? { on: Object.fromEntries(components.map(uid => [uid, true])) } : true,
    ]),
  )
}

/** What a document says in a language; nothing where it is not there. */
export async function textIn(
  strapi: Core.Strapi, schema: Schema,
  { documentId, locale, audience }: { documentId: string, locale: string, audience: Audience },
): Promise<Paragraph[]> {
  const row = (await textRows(strapi, schema, [documentId], audience)).find(candidate => candidate.locale === locale)
  return row ? paragraphsOf(strapi, schema, row) : []
}

/**
 * Only what is translated: a name in another script or a credit belongs to its language, and evidence to its source.
 */
export function paragraphsOf(strapi: Core.Strapi, schema: Schema, row: Values): Paragraph[] {
  return Object.entries(schema.attributes)
    .filter(([, attribute]) => isLocalised(attribute) && attribute.pluginOptions?.lip?.isOwn !== true)
    .flatMap(([name, attribute]) =>
      hasComponents(attribute)
        ? componentsIn(row[name]).flatMap((component, index) =>
            paragraphsIn(
              schemaOf(strapi, componentUid(component, attribute.component)), component, `${name}/${index}/`,
            ),
          )
        : textOf(attribute, row[name], name),
    )
}

function hasComponents({ component, components }: Attribute): boolean {
  return component !== undefined || components !== undefined
}

function paragraphsIn({ attributes }: Schema, component: Values, place: string): Paragraph[] {
  return Object.entries(attributes).flatMap(([name, attribute]) => textOf(attribute, component[name], place + name))
}

function textOf(attribute: Attribute, value: unknown, place: string): Paragraph[] {
  if (attribute.type === 'blocks') return blocksIn(value, place)
  const isText = (attribute.type === 'string' || attribute.type === 'text') && !attribute.pluginOptions?.lip?.format
  return isText && typeof value === 'string' && value !== '' ? [{ place, text: value }] : []
}

/** A paragraph, a heading, a quote; of a list every point. */
function blocksIn(blocks: unknown, place: string): Paragraph[] {
  return (Array.isArray(blocks) ? blocks : []).flatMap((block: unknown, index) =>
    isList(block)
      ? blocksIn(valueAt(block, 'children'), `${place}/${index}`)
      : [{ place: `${place}/${index}`, text: wordsIn(block) }],
  )
}

function isList(block: unknown): block is object {
  return valueAt(block, 'type') === 'list'
}

/** The words of a node of rich text and of everything within. */
export function wordsIn(node: unknown): string {
  if (Array.isArray(node)) return node.map(wordsIn).join('')
  if (typeof node !== 'object' || node === null) return ''
  const text: unknown = valueAt(node, 'text')
  return typeof text === 'string' ? text : wordsIn(valueAt(node, 'children'))
}
