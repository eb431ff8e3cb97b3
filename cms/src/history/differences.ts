/** What differs between two states of a row, attribute by attribute, as far as somebody may read them. */
import type { Core } from '@strapi/strapi'
import { markedWords, type MarkedWords, SOURCE_LANGUAGE } from 'shared-types'
import { type Attribute, type Schema, schemaOf } from '../content-model/schema'
import { type FormState, isSame, partsIn, typedAttributes } from '../together/form-state'
import { textOfValue } from '../together/told'

/** An attribute with another value. */
export interface Difference {
  name: string
  /** As editors call it. */
  label: string
  /** The lines in which something differs, with the words that went and came; none where only the form differs. */
  lines: MarkedWords[][]
  /** Whether it is a value of a closed list. */
  isWord: boolean
}

/** Whether an attribute may be read, `citations.page` inside of a component. */
export type MayRead = (path: string) => boolean

/** The attributes in which both states differ; what one of them does not have was no attribute then. */
export function changedAttributes(schema: Schema, before: FormState, now: FormState): [string, Attribute][] {
  return typedAttributes(schema).filter(([name]) =>
    name in before && name in now && !isSame(before[name], now[name]))
}

/** The words for them, in the order of the form. */
export function labelsOf(changed: [string, Attribute][]): string {
  return changed.map(([name, attribute]) => labelFor(name, attribute)).join(', ')
}

/** Both states side by side, in the language of the row. */
export async function differencesBetween(
  strapi: Core.Strapi, schema: Schema,
  { before, now, language }: { before: FormState, now: FormState, language: string },
): Promise<Difference[]> {
  return Promise.all(changedAttributes(schema, before, now).map(async ([name, attribute]) => {
    const linesOf = async (state: FormState) =>
      (await textOfValue(strapi, attribute, state[name])).split('\n').filter(Boolean)
    const { paragraphs } = markedWords(await linesOf(before), await linesOf(now), language || SOURCE_LANGUAGE)
    return { name, label: labelFor(name, attribute), lines: paragraphs, isWord: attribute.type === 'enumeration' }
  }))
}

/** A state without what may not be read. */
export function readable(
  strapi: Core.Strapi, schema: Schema, state: FormState, mayRead: MayRead, path = '',
): FormState {
  const entries = Object.entries(state).flatMap(([name, value]) => {
    const attribute = schema.attributes[name]
    if (!attribute?.component) return mayRead(path + name) ? [[name, value]] : []
    const parts = partsIn(value).map(part => ({
      ...part, state: readable(strapi, schemaOf(strapi, part.uid), part.state, mayRead, `${path}${name}.`),
    }))
    const isShown = typedAttributes(schemaOf(strapi, attribute.component))
      .some(([inner]) => mayRead(`${path}${name}.${inner}`))
    return isShown ? [[name, parts]] : []
  })
  return Object.fromEntries(entries)
}

function labelFor(name: string, { pluginOptions }: Attribute): string {
  return pluginOptions?.lip?.label ?? name
}
