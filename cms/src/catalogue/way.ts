/** How one kind of attribute stands in a cell, and is read from it. */
import type { Core } from '@strapi/strapi'
import type { Attribute } from '../content-model/schema'
import type { Related } from './related'
import type { Cell } from './table/sheet'

/** The value of an attribute, as a form's state has it; else a German sentence. */
export type Read = { value: unknown } | { problem: string }

/** What a kind needs to know of the others and of the plan. */
export interface OtherWays {
  strapi: Core.Strapi
  related: Related
  write: (attribute: Attribute, value: unknown) => string
  read: (attribute: Attribute, cell: Cell) => Read
}

export interface Way {
  write: (ways: OtherWays, attribute: Attribute, value: unknown) => string
  read: (ways: OtherWays, attribute: Attribute, cell: Cell) => Read
  /** Whether the cell says all that the form says; where it does not, it is changed in the form. */
  isWhole?: (value: unknown) => boolean
}

/** What an attribute's text must look like. */
export function formatOf(attribute: Attribute): string | undefined {
  return attribute.pluginOptions?.lip?.format
}
