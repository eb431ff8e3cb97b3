/** What a source says and its translation does not say yet. */
import type { Core } from '@strapi/strapi'
import type { Paragraph } from 'shared-types'
import { type Schema, schemaOf } from '../content-model/schema'
import { componentsIn, componentUid } from '../rows/components'
import type { Values } from '../rows/rows'
import { hasComponents, notedIn, translatedAttributes } from './paragraphs'

/** The places of a source (`text`, `body/2/answer`) of which a translation has no words. */
export function untranslatedPlaces(strapi: Core.Strapi, schema: Schema, source: Values, translation: Values): string[] {
  return translatedAttributes(schema).flatMap(([name, attribute]) => {
    if (hasComponents(attribute))
      return untranslatedParts(
        partsIn(strapi, source[name], name, attribute.component),
        partsIn(strapi, translation[name], name, attribute.component),
      )
    const isSaid = (row: Values) => notedIn(attribute, row[name], name).some(hasWords)
    return isSaid(source) && !isSaid(translation) ? [name] : []
  })
}

function hasWords({ text }: Paragraph): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

/** An attribute of a block that has words. */
interface Part {
  /** What other blocks have as well: the attribute; where it is no text of several paragraphs, with the type. */
  kind: string
  place: string
  isRichText: boolean
  paragraphs: Paragraph[]
}

function partsIn(strapi: Core.Strapi, components: unknown, place: string, only: string | undefined): Part[] {
  return componentsIn(components).flatMap((component, index) => {
    const uid = componentUid(component, only)
    return Object.entries(schemaOf(strapi, uid).attributes).flatMap(([name, attribute]) => {
      const spot = `${place}/${index}/${name}`
      const paragraphs = notedIn(attribute, component[name], spot).filter(hasWords)
      const isRichText = attribute.type === 'blocks'
      const kind = isRichText ? name : `${uid} ${name}`
      return paragraphs.length > 0 ? [{ kind, place: spot, isRichText, paragraphs }] : []
    })
  })
}

/**
 * Blocks may stand in another order and be divided or joined: what is counted is how many of a kind have words, or of
 * texts how many paragraphs.
 */
function untranslatedParts(source: Part[], translation: Part[]): string[] {
  const done = Map.groupBy(translation, ({ kind }) => kind)
  return [...Map.groupBy(source, ({ kind }) => kind)].flatMap(([kind, parts]) => {
    const own = done.get(kind) ?? []
    const isJoined = parts.every(({ isRichText }) => isRichText) && paragraphCount(own) >= paragraphCount(parts)
    return isJoined ? [] : parts.slice(own.length).map(({ place }) => place)
  })
}

function paragraphCount(parts: readonly Part[]): number {
  return parts.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0)
}
