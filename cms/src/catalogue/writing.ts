/** Writes rows of a table as whoever reads it in could do it by hand: through the rules, as drafts, never published. */
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import type { Context } from 'koa'
import { SOURCE_LANGUAGE } from 'shared-types'
import type { Schema } from '../content-model/schema'
import { rowKey } from '../together/former-states'
import { OvertakenError } from '../together/refusal'
import type { BuiltOn } from '../together/request'
import { byWhom } from './by-whom'
import type { ReadRow } from './row'

/** Whoever reads it in, and the request in which she does. */
export interface Writer {
  strapi: Core.Strapi
  schema: Schema
  /** The id of the account. */
  account: number
  /** Says on which version the row is built that is being written. */
  setBuiltOn: (builtOn: BuiltOn) => void
}

export function writerIn(strapi: Core.Strapi, schema: Schema, { state }: Context): Writer {
  return {
    strapi, schema, account: state.user.id,
    setBuiltOn: (builtOn) => {
      state.builtOn = builtOn
    },
  }
}

/** Whether there is something to write. */
export function isToWrite({ deed }: ReadRow): boolean {
  return deed === 'new' || deed === 'changed'
}

/** writeRow makes or changes the draft; a refusal of the rules throws. */
export async function writeRow({ strapi, schema, account, setBuiltOn }: Writer, row: ReadRow): Promise<void> {
  const { known, version, values } = row
  const documents: Pick<ReturnType<Core.Strapi['documents']>, 'create' | 'update'> = Reflect.apply(
    strapi.documents, strapi, [schema.uid],
  )
  if (!known) {
    const data = { ...values, createdBy: account, updatedBy: account }
    await documents.create({ data, locale: SOURCE_LANGUAGE, status: 'draft' })
    return
  }
  const { documentId, language } = known
  const key = rowKey({ type: schema.uid, document: documentId, language })
  setBuiltOn({
    versions: new Map([[key, version]]), seen: new Map(), compared: new Map(), decisions: {}, tab: null,
    isPublishing: false, checked: new Set(), cameIn: [],
  })
  await documents.update({ documentId, locale: language, data: { ...values, updatedBy: account }, status: 'draft' })
}

/** What the rules would say: the row is written, and all of it taken back. Empty where they would say nothing. */
export async function tryRow(writer: Writer, row: ReadRow): Promise<string[]> {
  try {
    await writer.strapi.db.transaction(async () => {
      await writeRow(writer, row)
      throw new TakenBack()
    })
  } catch (error) {
    if (!(error instanceof TakenBack)) return refusalIn(error)
  }
  return []
}

/** Ends a transaction, so that nothing of it is stored. */
class TakenBack extends Error {}

/** The sentences of a refusal; what is none is thrown on. */
export function refusalIn(error: unknown): string[] {
  if (error instanceof OvertakenError) return conflictsIn(error)
  if (error instanceof errors.ApplicationError) return [error.message]
  throw error
}

/** What somebody else changed meanwhile, by whom and when. */
function conflictsIn({ message, details }: OvertakenError): string[] {
  const { contested = [] } = details
  if (contested.length === 0) return [message]
  return contested.map(({ place, mine, theirs, who, when }) =>
    `„${place}“ wurde inzwischen geändert (${byWhom({ who, when })}): Dort steht jetzt „${theirs}“, in der Tabelle „${mine}“. `
    + 'Bitte schreiben Sie in die Zelle, was dort steht, oder geben Sie die Tabelle neu aus und ändern Sie sie noch einmal.')
}
