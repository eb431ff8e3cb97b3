/** Drafts that were given to be checked, for whoever may publish them; one's own that came back. */
import { schemaOf } from '../content-model/schema'
import { findHandovers, type Handover } from '../handover/handover'
import type { Values } from '../rows/rows'
import { namesOf } from '../together/told'
import { unpublished } from './drafts'
import { type DeskLine, type DeskList, lineOf, LINES } from './line'
import { type Reader, rowsAt } from './reader'

/** So many of the newest are looked at. */
const MOST = 200

export interface HandoverLine extends DeskLine {
  /** What is to be looked at, or why it came back. */
  note: string
}

/** What others gave to be checked, the newest first. */
export function handedOver(reader: Reader): Promise<DeskList<HandoverLine>> {
  return handoversFor(reader, 'given', 'publish', ({ account }) => account !== reader.account, {})
}

/** What she began or wrote last and got back, the newest first. */
export function handedBack(reader: Reader): Promise<DeskList<HandoverLine>> {
  const own = { $or: [{ createdBy: { id: reader.account } }, { updatedBy: { id: reader.account } }] }
  return handoversFor(reader, 'returned', 'update', ({ account }) => account !== reader.account, own)
}

async function handoversFor(
  reader: Reader, step: Handover['step'], deed: 'update' | 'publish', isMeant: (handover: Handover) => boolean,
  where: Values,
): Promise<DeskList<HandoverLine>> {
  const handovers = (await findHandovers(reader.strapi, step, MOST)).filter(isMeant)
  const names = await namesOf(reader.strapi, handovers.map(({ account }) => account))
  const rowAt = await rowsAt(
    reader, handovers, deed, schema => ({ $and: [unpublished(reader.strapi, schema), where] }),
  )
  const lines = handovers.flatMap((handover): HandoverLine[] => {
    const row = rowAt(handover)
    if (!row) return []
    const { note, account, madeOn } = handover
    const line = lineOf(schemaOf(reader.strapi, handover.type), row, 'updatedAt')
    return [{ ...line, who: names.get(account) ?? null, when: new Date(madeOn).toISOString(), note }]
  })
  return { lines: lines.slice(0, LINES), total: lines.length }
}
