import type { H3Event } from 'h3'
import { type NamedCrosswalkRow, namedCrosswalk } from '../cms/named-crosswalk'
import { findAllLinks } from '../cms/plan-lineage'

/** Sends the crosswalk of the plan that an address names, written by `write`. */
export function sendCrosswalk(
  event: H3Event, file: string, type: string, write: (rows: NamedCrosswalkRow[]) => string,
): Promise<unknown> {
  return sendPlanFile(event, { file, type, find: findAllLinks, write: links => write(namedCrosswalk(links)) })
}
