/** What is around dates, numbers, addresses and choices is taken away before anything looks at them. */
import type { Core } from '@strapi/strapi'
import { type Attribute, type Schema, schemaOf } from '../content-model/schema'
import { componentUid } from '../rows/components'
import type { Values } from '../rows/rows'

/** What people copy along with a date or an address; `\s` knows most, not what has no width. */
const BLANK = String.raw`[\s\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069]+`
const AROUND = new RegExp(`^${BLANK}|${BLANK}$`, 'g')

/** Types whose values are no texts of their own. Texts that have a format are trimmed as well. */
const TRIMMED = new Set(['date', 'datetime', 'integer', 'enumeration', 'email', 'uid'])

/** An entry or a part of one without what is around its values, whatever shape they have; texts stay as they are. */
export function trimmed(strapi: Core.Strapi, schema: Schema, values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const attribute = schema.attributes[name]
      return [name, attribute ? trimmedValue(strapi, attribute, value) : value]
    }),
  )
}

function trimmedValue(strapi: Core.Strapi, attribute: Attribute, value: unknown): unknown {
  const { type, component, components, pluginOptions } = attribute
  if (typeof value === 'string')
    return TRIMMED.has(type) || pluginOptions?.lip?.format ? value.replace(AROUND, '') : value
  if (type === 'blocks') return withTrimmedLinks(value)
  if (!component && !components) return value
  return Array.isArray(value)
    ? value.map((part: unknown) => trimmedPart(strapi, attribute, part))
    : trimmedPart(strapi, attribute, value)
}

function trimmedPart(strapi: Core.Strapi, { component, components }: Attribute, part: unknown): unknown {
  if (!isRecord(part)) return part
  const uid = componentUid(part, component)
  return component || components?.includes(uid) ? trimmed(strapi, schemaOf(strapi, uid), part) : part
}

/** Rich text is not nested deeper than this; what is, has not its shape. */
const DEEPEST = 50

/** Rich text in which links lead to an address without anything around it. */
function withTrimmedLinks(node: unknown, depth = 0): unknown {
  if (depth > DEEPEST) return node
  if (Array.isArray(node)) return node.map(inner => withTrimmedLinks(inner, depth + 1))
  if (!isRecord(node)) return node
  const { type, url, children } = node
  return {
    ...node,
    ...(type === 'link' && typeof url === 'string' && { url: url.replace(AROUND, '') }),
    ...(children !== undefined && { children: withTrimmedLinks(children, depth + 1) }),
  }
}

function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
