/** Drafts at which a colleague asks or remarks something: one's own, and those at which one has asked something. */
import { type Comment, findComments } from '../comments/comment'
import { schemaOf } from '../content-model/schema'
import { workingRows } from '../rows/rows'
import { namesOf } from '../together/told'
import type { HandoverLine } from './handovers'
import { type DeskList, lineOf, LINES } from './line'
import { type Reader, rowsAt } from './reader'

/** A line for each draft, with its newest open comment; none where that is one's own. The newest first. */
export async function commentsFor(reader: Reader): Promise<DeskList<HandoverLine>> {
  const open = await findComments(reader.strapi, { doneOn: null })
  const drafts = Map.groupBy(open, ({ type, document, language }) => `${type} ${document} ${language}`)
  const talks = [...drafts.values()].flatMap((ofDraft) => {
    const last = ofDraft.at(-1)
    return last && last.account !== reader.account ? [{ last, hasAsked: ofDraft.some(isOf(reader)) }] : []
  })
  const rowAt = await rowsAt(reader, talks.map(({ last }) => last), 'read', workingRows)
  const own = { $or: [{ createdBy: { id: reader.account } }, { updatedBy: { id: reader.account } }] }
  const ownAt = await rowsAt(
    reader, talks.map(({ last }) => last), 'read', schema => ({ $and: [workingRows(schema), own] }),
  )
  const names = await namesOf(reader.strapi, talks.map(({ last }) => last.account))
  const lines = talks.sort((a, b) => b.last.id - a.last.id).flatMap(({ last, hasAsked }): HandoverLine[] => {
    const row = hasAsked ? rowAt(last) : ownAt(last)
    if (!row) return []
    const line = lineOf(schemaOf(reader.strapi, last.type), row, 'updatedAt')
    const when = new Date(last.madeOn).toISOString()
    return [{ ...line, who: names.get(last.account) ?? null, when, note: last.text }]
  })
  return { lines: lines.slice(0, LINES), total: lines.length }
}

function isOf({ account }: Reader): (comment: Comment) => boolean {
  return comment => comment.account === account
}
