/** What colleagues ask or remark at a paragraph of a draft (German: Anmerkung), and where that paragraph stands now. */
import type { Core } from '@strapi/strapi'
import { type Paragraph, wordsOf } from 'shared-types'
import { COMMENT } from '../content-model/uids'
import type { AskedDraft } from '../rows/asked-draft'

export interface Comment {
  id: number
  type: string
  document: string
  language: string
  /** The paragraph that is meant, as it was called then: `body/2/answer/0`; empty for the whole text. */
  place: string
  /** What it said then. */
  quote: string
  text: string
  account: number
  madeOn: string
  /** Since when there is nothing left to do; null while there is. */
  doneOn: string | null
}

/** Where a paragraph that was commented on stands now. */
export interface PlaceNow {
  place: string
  /** What it says now; null where it is as it was. */
  now: string | null
}

/** Of a draft, or of all; the oldest first, as a conversation is read. */
export function findComments(strapi: Core.Strapi, where: object): Promise<Comment[]> {
  return strapi.db.query(COMMENT).findMany({ where, orderBy: { id: 'asc' } })
}

export async function writeComment(
  strapi: Core.Strapi, keys: AskedDraft['keys'], comment: Pick<Comment, 'place' | 'quote' | 'text' | 'account'>,
): Promise<void> {
  await strapi.db.query(COMMENT).create({ data: { ...keys, ...comment, madeOn: new Date(), doneOn: null } })
}

/** Says of one that there is nothing left to do, or that there is after all. */
export async function markDone(strapi: Core.Strapi, { id }: Comment, isDone: boolean): Promise<void> {
  await strapi.db.query(COMMENT).update({ where: { id }, data: { doneOn: isDone ? new Date() : null } })
}

/** With what is gone for good its comments are. */
export async function forgetComments(strapi: Core.Strapi, where: object): Promise<void> {
  await strapi.db.query(COMMENT).deleteMany({ where })
}

/** So much of its words a paragraph keeps as long as it is the same one, from 0 to 1 (all). */
const LEAST_IN_COMMON = 0.5

/** The same words, wherever they stand now, else the paragraph that has most of them; null where none has half. */
export function placeNow({ place, quote, language }: Comment, paragraphs: readonly Paragraph[]): PlaceNow | null {
  const same = paragraphs.filter(({ text }) => text === quote)
  const [first] = same
  if (first) return { place: same.some(one => one.place === place) ? place : first.place, now: null }
  const words = wordsOf(quote, language)
  const [best] = paragraphs
    .map(paragraph => ({ paragraph, share: inCommon(words, wordsOf(paragraph.text, language)) }))
    .sort((a, b) => b.share - a.share)
  return best && best.share >= LEAST_IN_COMMON ? { place: best.paragraph.place, now: best.paragraph.text } : null
}

/** How much of the words of both is in both, from 0 to 1. */
function inCommon(before: readonly string[], now: readonly string[]): number {
  const left = [...now]
  const common = before.filter((word) => {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
  return 2 * common.length / Math.max(before.length + now.length, 1)
}
