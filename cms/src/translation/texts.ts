/** The texts of a row, field by field. */
import type { Core } from '@strapi/strapi'
import { type Attribute, type Schema, schemaOf } from '../content-model/schema'
import { componentsIn, componentUid } from '../rows/components'
import type { Values } from '../rows/rows'
import { hasComponents, notedIn, translatedAttributes } from './paragraphs'

interface Text {
  /** `title`, `body/2/answer`. */
  place: string
  /** The uid of the block in which it stands; null outside of blocks. */
  part: string | null
  /** A line, or Strapi's blocks. */
  value: unknown
}

/** textsOf lists what of a row is translated and says something. */
export function textsOf(strapi: Core.Strapi, schema: Schema, row: Values): Text[] {
  return translatedAttributes(schema).flatMap(([name, attribute]) =>
    hasComponents(attribute)
      ? componentsIn(row[name]).flatMap((component, index) => {
          const uid = componentUid(component, attribute.component)
          return Object.entries(schemaOf(strapi, uid).attributes).flatMap(([inner, held]) =>
            textAt(held, component[inner], `${name}/${index}/${inner}`, attribute.components ? uid : null))
        })
      : textAt(attribute, row[name], name),
  )
}

function textAt(attribute: Attribute, value: unknown, place: string, part: string | null = null): Text[] {
  return notedIn(attribute, value, place).some(({ text }) => text) ? [{ place, part, value }] : []
}
