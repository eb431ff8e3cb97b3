/** Brings an entry back from the bin: the same document, as if it had not been deleted, or a sentence why not. */
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { hasDrafts, isLocalised, type Schema } from '../content-model/schema'
import { settleNames } from '../person/leaving'
import { inTurn } from '../lifecycle/in-turn'
import { peopleProblems } from '../rules/people'
import { pictureProblems } from '../rules/pictures'
import { type Problem, refuse } from '../rules/problems'
import { shareValues } from '../lifecycle/publish'
import { reviseWholes, wholesOf } from '../revision/revision'
import { findLiveRow, findRow, type Row, withRelations } from '../rows/rows'
import { noteBeginning } from '../together/check'
import { targetProblems } from '../rules/targets'
import { removeTombstone } from '../gone/tombstone'
import { noteChange } from '../ledger/turn'
import type { BinContent } from './content'
import { type BinEntry, contentOf, removeFromBin, schemaOfEntry } from './entry'
import { obstacles } from './obstacles'
import { restoreRows } from './restore'

export interface BroughtBack {
  type: string
  documentId: string
  label: string
  /** Why it is there as a draft only; empty where it is as it was. */
  problems: string[]
}

export async function bringBack(strapi: Core.Strapi, entry: BinEntry): Promise<BroughtBack> {
  return inTurn(strapi, entry.document, async () => {
    const schema = schemaOfEntry(strapi, entry)
    const content = await contentOf(strapi, entry.documentId)
    // Somebody else may have brought it back a moment ago.
    if (!schema || !content) throw new errors.NotFoundError('Das liegt nicht mehr im Papierkorb.')
    refuse(await obstacles(strapi, schema, entry, content))
    await noteChange(strapi, schema, entry.document)
    await putBack(strapi, schema, entry, content)
    const languages = [...new Set(content.rows.map(({ values }) => String(values.locale ?? '')))]
    await noteBeginning(strapi, schema, entry.document, { languages, deed: 'restore' })
    const problems = await publicProblems(strapi, schema, entry.document)
    if (problems.length > 0) await takeOff(strapi, schema, entry.document, problems)
    await settleNames(strapi, schema, { action: 'update', documentId: entry.document })
    await reviseWholes(strapi, await wholesOf(strapi, schema, entry.document))
    await removeFromBin(strapi, [entry.documentId])
    return {
      type: schema.uid, documentId: entry.document, label: entry.label,
      problems: problems.map(({ message }) => message),
    }
  })
}

async function putBack(
  strapi: Core.Strapi, schema: Schema, { document }: BinEntry, content: BinContent,
): Promise<void> {
  const isWhole = (await strapi.db.query(schema.uid).count({ where: { documentId: document } })) === 0
  if (isWhole) await removeTombstone(strapi, schema, document)
  await restoreRows(strapi, content)
  await draftWhatHasNone(strapi, schema, document)
  if (!isWhole && isLocalised(schema)) await shareToday(strapi, schema, document, content)
}

/** What was deleted before its type had drafts gets one: without it no form would open. */
async function draftWhatHasNone(strapi: Core.Strapi, schema: Schema, documentId: string): Promise<void> {
  if (!hasDrafts(schema)) return
  const drafts = await strapi.db.query(schema.uid).count({ where: { documentId, publishedAt: { $null: true } } })
  const documents: Documents = Reflect.apply(strapi.documents, strapi, [schema.uid])
  if (drafts === 0) await documents.discardDraft({ documentId, locale: '*' })
}

/** What all languages share may have changed while one of them was in the bin. */
async function shareToday(
  strapi: Core.Strapi, schema: Schema, documentId: string, { rows }: BinContent,
): Promise<void> {
  const documents: Documents = Reflect.apply(strapi.documents, strapi, [schema.uid])
  for (const locale of new Set(rows.map(({ values }) => values.locale)))
    await documents.update({ documentId, locale, data: {} })
  const live = await findLiveRow(strapi, schema, documentId)
  if (live && hasDrafts(schema)) await shareValues(strapi, schema, live)
}

interface Documents {
  update: (parameters: object) => Promise<unknown>
  unpublish: (parameters: object) => Promise<unknown>
  discardDraft: (parameters: object) => Promise<unknown>
}

/** What may not be public any more: somebody took a consent back, what it is about was withdrawn. */
async function publicProblems(strapi: Core.Strapi, schema: Schema, documentId: string): Promise<Problem[]> {
  const published = hasDrafts(schema) ? { publishedAt: { $notNull: true } } : {}
  const ids: { id: number }[] = await strapi.db
    .query(schema.uid)
    .findMany({ select: ['id'], where: { documentId, ...published } })
  const live = await findLiveRow(strapi, schema, documentId)
  const source = live && await findRow(strapi, schema, { id: live.id })
  const problems = source ? await targetProblems(strapi, schema, source) : []
  for (const { id } of ids) {
    const row = await findRow(strapi, schema, { id })
    if (row) problems.push(...await shownProblems(strapi, schema, row, source))
  }
  return problems
}

async function shownProblems(strapi: Core.Strapi, schema: Schema, row: Row, source: Row | null): Promise<Problem[]> {
  const values = withRelations(schema, row, source)
  const language = row.locale ?? ''
  const ofPeople = await peopleProblems(strapi, schema, values, { documentId: row.documentId, language })
  return [...ofPeople, ...await pictureProblems(strapi, schema, values, language)]
}

/** It comes back as a draft; where there are no drafts it stays in the bin. */
async function takeOff(strapi: Core.Strapi, schema: Schema, documentId: string, problems: Problem[]): Promise<void> {
  if (!hasDrafts(schema)) return refuse(problems)
  const documents: Documents = Reflect.apply(strapi.documents, strapi, [schema.uid])
  await documents.unpublish({ documentId, locale: '*' })
}
