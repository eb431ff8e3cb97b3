/** Reads a table in as the trial has shown it: every row of it, or nothing at all. */
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import type { Context } from 'koa'
import { schemaOf } from '../content-model/schema'
import { MEASURE } from '../content-model/uids'
import { waitForTurn } from '../lifecycle/in-turn'
import { refuse } from '../rules/problems'
import { type AskedTable, askedIn, textIn } from './asked'
import { readRows } from './reading'
import type { ReadRow } from './row'
import { isAsShown, shownIn, type ShownRows } from './state'
import { isToWrite, refusalIn, type Writer, writeRow, writerIn } from './writing'

/** How many drafts were written. */
export interface Written {
  made: number
  changed: number
}

const NOT_TRIED = 'Diese Tabelle wurde so noch nicht geprüft. Bitte wählen Sie die Datei noch einmal aus.'
const OTHER_ROW
  = 'Seit der Prüfung ist diese Maßnahme angelegt, gelöscht oder in einen anderen Plan verschoben worden. Bitte prüfen Sie die '
    + 'Tabelle noch einmal.'

/** Answers a request with what was written; 409 where the content is not what the trial was made from. */
export async function apply(strapi: Core.Strapi, ctx: Context): Promise<unknown> {
  const asked = await askedIn(strapi, ctx)
  if (!asked) return ctx.notFound()
  const shown = shownIn(textIn(ctx, 'state'), asked.mark)
  refuse(shown ? [] : [{ path: [], message: NOT_TRIED }])
  try {
    const data = await strapi.db.transaction(() => writeAll(strapi, ctx, asked, shown ?? new Map()))
    ctx.body = { data }
  } catch (error) {
    if (!(error instanceof RowError)) throw error
    ctx.status = 409
    ctx.body = { data: null, error: { status: 409, name: error.name, message: error.message, details: {} } }
  }
  return undefined
}

async function writeAll(strapi: Core.Strapi, ctx: Context, asked: AskedTable, shown: ShownRows): Promise<Written> {
  // Two who read in the same table one after the other: the second finds what the first has made.
  await waitForTurn(strapi, `catalogue ${asked.plan}`)
  const schema = schemaOf(strapi, MEASURE)
  const versions = new Map([...shown.values()].flatMap(row => row ? [[row.documentId, row.version] as const] : []))
  const rows = await readRows(strapi, schema, { ...asked, ability: ctx.state.userAbility, shown: versions })
  const writer = writerIn(strapi, schema, ctx)
  for (const row of rows) await writeAsShown(writer, row, shown)
  const count = (deed: ReadRow['deed']) => rows.filter(row => row.deed === deed).length
  return { made: count('new'), changed: count('changed') }
}

async function writeAsShown(writer: Writer, row: ReadRow, shown: ShownRows): Promise<void> {
  if (row.deed === 'impossible') throw new RowError(row, row.problems)
  if (!isAsShown(row, shown)) throw new RowError(row, [OTHER_ROW])
  if (!isToWrite(row)) return
  await writeRow(writer, row).catch((error: unknown) => {
    throw new RowError(row, refusalIn(error))
  })
}

/** Why a row, and with it the whole table, is not read in. */
class RowError extends errors.ApplicationError<'RowError', string, object> {
  constructor({ number }: ReadRow, problems: string[]) {
    super(`Nichts wurde eingelesen. Zeile ${number}: ${problems.join(' ')}`)
    this.name = 'RowError'
  }
}
