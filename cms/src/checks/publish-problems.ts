/** What stands against publishing an entry: asked before it is published, and whenever somebody wants to know. */
import type { Core } from '@strapi/strapi'
import { isLocalised, mainFieldOf, type Schema } from '../content-model/schema'
import { PLAN } from '../content-model/uids'
import { wasTakenOff } from '../gone/tombstone'
import { unpublishedParts } from '../lifecycle/whole-plan'
import { findLiveRow, findRow, findSourceRow, isSourceRow, type Row, withRelations, workingRows } from '../rows/rows'
import type { Problem } from '../rules/problems'
import type { Draft } from './check'
import { type Found, problemsOf } from './table'

/** As many as a message can name. */
const NAMED = 5

/** A problem of what is to be published, and where it is mended. */
export interface PublishProblem extends Problem {
  /** The name of the check; empty for a sentence that only counts others. */
  check: string
  /** The form in which it is mended; null where there is none. */
  at: Form | null
}

/** The form of an entry in a language, and a place in it. */
interface Form {
  schema: Schema
  documentId: string
  /** Null for what has no languages. */
  locale: string | null
  path: Problem['path']
}

/** What stands against publishing an entry in these languages (null for all). A plan appears with all its parts. */
export async function publishProblems(
  strapi: Core.Strapi, schema: Schema, documentId: string, locales: string[] | null,
): Promise<PublishProblem[]> {
  const own = await ownProblems(strapi, schema, documentId, locales, new Set())
  const isFirst = schema.uid === PLAN && own.length === 0 && await findLiveRow(strapi, schema, documentId) === null
  if (!isFirst || await wasTakenOff(strapi, schema, documentId)) return own
  return partProblems(strapi, documentId)
}

async function ownProblems(
  strapi: Core.Strapi, schema: Schema, documentId: string, locales: string[] | null, appearing: ReadonlySet<string>,
): Promise<PublishProblem[]> {
  const problems: PublishProblem[] = []
  for (const draft of await draftsToPublish(strapi, schema, documentId, locales, appearing))
    for (const found of await problemsOf(strapi, schema, draft, ['always', 'publish']))
      problems.push(placed(schema, draft, found))
  return problems
}

/** A problem with the form in which it is mended: what all languages share, in the source language. */
export function placed(schema: Schema, draft: Draft, { check, path, message, elsewhere }: Found): PublishProblem {
  const { documentId = '', locale, isTranslation, row } = draft
  const attribute = schema.attributes[String(path[0])]
  const isShared = isTranslation && !(attribute && isLocalised(attribute)) && path[0] !== 'translatedFrom'
  const language = isShared ? String(row.sourceLanguage) : locale
  return { check: check.name, path, message, elsewhere, at: { schema, documentId, locale: language || null, path } }
}

/** The rows that are published, as the checks see them. */
export async function draftsToPublish(
  strapi: Core.Strapi, schema: Schema, documentId: string, locales: string[] | null,
  appearing: ReadonlySet<string> = new Set(),
): Promise<Draft[]> {
  const where = {
    documentId,
    ...workingRows(schema),
    ...(locales && isLocalised(schema) && { locale: { $in: locales } }),
  }
  const ids: { id: number }[] = await strapi.db.query(schema.uid).findMany({ select: ['id'], where })
  const found = await Promise.all(ids.map(({ id }) => findRow(strapi, schema, { id })))
  const rows = found.filter(row => row !== null)
  const source = await findSourceRow(strapi, schema, documentId)
  const hasSource = rows.some(isSourceRow) || await findLiveRow(strapi, schema, documentId) !== null
  return rows.map(row => ({
    documentId, locale: row.locale ?? '', isTranslation: isLocalised(schema) && !isSourceRow(row), said: row, row,
    before: row, shown: withRelations(schema, row, source), hasSource, appearing,
  }))
}

/** What rests on parts that are not complete would only say that they are not public: it is not asked. */
async function partProblems(strapi: Core.Strapi, planId: string): Promise<PublishProblem[]> {
  const appearing = new Set([planId])
  const problems: PublishProblem[] = []
  for (const { schema, rows } of await unpublishedParts(strapi, planId)) {
    for (const { documentId } of rows) appearing.add(documentId)
    for (const row of rows) {
      const [first, ...others] = await ownProblems(strapi, schema, row.documentId, null, appearing)
      if (!first) continue
      const message = partSentence(schema, row, [first, ...others])
      problems.push({ ...first, elsewhere: undefined, path: [], message })
    }
    if (problems.length > 0) break
  }
  const more = problems.length - NAMED
  const counted: PublishProblem = { check: '', path: [], message: `Dazu kommen ${more} weitere.`, at: null }
  return [...problems.slice(0, NAMED), ...more > 0 ? [counted] : []]
}

function partSentence(schema: Schema, row: Row, problems: Problem[]): string {
  const name = `${schema.info.displayName} „${String(row[mainFieldOf(schema)] ?? '') || 'ohne Namen'}“`
  return `${name}, die mit dem Plan erscheinen soll: ${problems.map(({ message }) => message).join(' ')}`
}
