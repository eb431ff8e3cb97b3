import type { Core } from '@strapi/strapi'
import { newestEntry } from './entry'
import { noteEntry } from './turn'

/** beginLedger writes the first entry of a database that has none: whoever follows starts with what is there. */
export async function beginLedger(strapi: Core.Strapi): Promise<void> {
  if (!await newestEntry(strapi)) await noteEntry(strapi, { kind: 'started' })
}
