/** The paragraphs of an entry in a language, each with its place: what is compared when a translation is judged. */
import type { Core } from '@strapi/strapi'
import { richTextParagraphs, type NotedParagraph, type Paragraph, withAddress } from 'shared-types'
import { type Attribute, hasDrafts, isLocalised, type Schema, schemaOf } from '../content-model/schema'
import { componentsIn, componentUid } from '../rows/components'
import { IN_SOURCE_LANGUAGE, type Row, type Values, workingRows } from '../rows/rows'

/** What readers see, or what editors work on. */
export type Audience = 'readers' | 'editors'

/** The rows of these documents in these languages (null for all) and in their source language, with their texts. */
export async function textRows(
  strapi: Core.Strapi, schema: Schema, documentIds: readonly string[], audience: Audience,
  locales: string[] | null = null,
): Promise<Row[]> {
  const ofAudience
    = audience === 'editors' ? workingRows(schema) : hasDrafts(schema) ? { publishedAt: { $notNull: true } } : {}
  return strapi.db
    .query(schema.uid)
    .findMany({
      where: {
        documentId: { $in: [...documentIds] },
        ...(locales && { $or: [{ locale: { $in: locales } }, IN_SOURCE_LANGUAGE] }),
        ...ofAudience,
      },
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

/** All that a paragraph says: its text, without and with its marks, and what it belongs to. */
export function saidIn({ text, marked = '', under = [] }: Paragraph): string[] {
  return [text, marked, ...under].filter(Boolean)
}

/** What a document says, with what every paragraph belongs to. */
export function paragraphsOf(strapi: Core.Strapi, schema: Schema, row: Values): Paragraph[] {
  return translatedAttributes(schema).flatMap(([name, attribute]) =>
    hasComponents(attribute)
      ? componentsIn(row[name]).flatMap((component, index) =>
          paragraphsIn(schemaOf(strapi, componentUid(component, attribute.component)), component, `${name}/${index}/`),
        )
      : notedIn(attribute, row[name], name),
  )
}

/**
 * Only what is translated: a name in another script or a credit belongs to its language, and evidence to its source.
 */
export function translatedAttributes(schema: Schema): [name: string, attribute: Attribute][] {
  return Object.entries(schema.attributes).filter(
    ([, attribute]) => isLocalised(attribute) && attribute.pluginOptions?.lip?.isOwn !== true,
  )
}

export function hasComponents({ component, components }: Attribute): boolean {
  return component !== undefined || components !== undefined
}

/** The parts of a block belong together: an answer to its question and speaker, words to whom they are from. */
function paragraphsIn({ attributes }: Schema, component: Values, place: string): Paragraph[] {
  const parts = Object.entries(attributes).map(([name, attribute]) => ({
    isLine: attribute.type !== 'blocks', paragraphs: notedIn(attribute, component[name], place + name),
  }))
  return parts.flatMap((part) => {
    const lines = parts.filter(other => other !== part && other.isLine).flatMap(({ paragraphs }) => paragraphs)
    const belongsTo = lines.map(({ text }) => text).filter(Boolean)
    return part.paragraphs.map(paragraph => ({ ...paragraph, under: [...belongsTo, ...paragraph.under] }))
  })
}

const ADDRESSES = ['web-address', 'video-address']

/** The paragraphs of an attribute; of the address of a film, where it leads. */
export function notedIn(attribute: Attribute, value: unknown, place: string): NotedParagraph[] {
  if (attribute.type === 'blocks') return richTextParagraphs(value, place)
  if ((attribute.type !== 'string' && attribute.type !== 'text') || typeof value !== 'string' || !value) return []
  const format = attribute.pluginOptions?.lip?.format
  if (!format) return [{ place, text: value, under: [] }]
  return ADDRESSES.includes(format) ? [{ place, text: '', marked: withAddress('', value), under: [] }] : []
}
