import type { Core } from '@strapi/strapi'
import { asList, SOURCE_LANGUAGE } from 'shared-types'
import type { Schema } from '../content-model/schema'
import { type Permissions, permissionsAt } from '../strapi/permissions'
import { type FormState, savedAs } from '../together/form-state'
import { authorOf } from '../together/told'
import { byWhom } from './by-whom'
import type { Cells } from './cells'
import { type CellColumn, cellColumns, KEY, rightsOf, VERSION } from './columns'
import { nameKey } from './folding'
import type { Mapping } from './headings'
import { matchOf, type Signs } from './match'
import { type Known, statesOf } from './measures'
import type { ReadRow } from './row'
import { type Cell, EMPTY_CELL, isEmpty } from './table/sheet'

export interface AskedRows {
  /** The documentId of the plan. */
  plan: string
  /** What the account may do: `ctx.state.userAbility`. */
  ability: unknown
  mapping: Mapping
  /** The versions that whoever reads it in was shown before, by documentId. */
  shown?: ReadonlyMap<string, number>
}

const FIELD_COLUMN = 'fieldOfAction'
const IN_NEW_DRAFT = { locale: SOURCE_LANGUAGE }
const NOT_WHOLE
  = 'hat mehr, als in eine Zelle passt: zum Beispiel Überschriften, Listen, Links oder lange Zitate. Bitte ändern Sie es im '
    + 'Formular, und lassen Sie die Zelle, wie sie war.'

interface NamedSigns extends Signs {
  /** The field of action, as names are compared; empty where the row names none. */
  field: string
}

/** Reads the rows of a table one after the other, as an account may write them. */
export class RowReader {
  private readonly columns: CellColumn[]
  private readonly permissions: Permissions
  /** The rows that were there before, by what they mean. */
  private readonly meant = new Map<string, number>()

  constructor(
    private readonly strapi: Core.Strapi, schema: Schema, private readonly asked: AskedRows,
    private readonly plan: { cells: Cells, measures: Known[] },
  ) {
    this.columns = cellColumns(strapi, schema).filter(({ name }) => asked.mapping.includes(name))
    this.permissions = permissionsAt(strapi, asked.ability, schema.uid)
  }

  async read(number: number, cells: Cell[]): Promise<ReadRow> {
    const signs = this.#signs(cells)
    const row: ReadRow = {
      number, title: signs.title, deed: 'impossible', known: null, version: 0, values: {}, changes: [],
      problems: [], notes: [],
    }
    const match = matchOf(this.plan.measures, signs)
    if ('problem' in match) return { ...row, problems: [match.problem] }
    const { known } = match
    const twice = this.#meantBefore(number, known, signs)
    if (twice) return { ...row, known, problems: [twice] }
    await (known ? this.#change(row, known, cells) : this.#make(row, cells))
    if (row.problems.length === 0) row.deed = known ? (row.changes.length > 0 ? 'changed' : 'same') : 'new'
    return row
  }

  #signs(cells: Cell[]): NamedSigns {
    const text = (name: string) => this.#cell(cells, name).text.replace(/\s+/g, ' ').trim()
    return {
      key: text(KEY), slug: text('slug'), code: text('code'), title: text('title'), field: nameKey(text(FIELD_COLUMN)),
      isOfField: state => this.#isOfField(this.#cell(cells, FIELD_COLUMN), state[FIELD_COLUMN]),
    }
  }

  #isOfField(cell: Cell, stored: unknown): boolean {
    const field = this.columns.find(({ name }) => name === FIELD_COLUMN)
    if (!field || isEmpty(cell) || asList(stored).length === 0) return true
    return this.plan.cells.isUnchanged(field.attribute, cell, stored)
  }

  #cell(cells: Cell[], name: string): Cell {
    return cells[this.asked.mapping.indexOf(name)] ?? EMPTY_CELL
  }

  /** What two rows say of one measure would depend on which comes last. */
  #meantBefore(number: number, known: Known | null, { title, code, slug, field }: NamedSigns): string | null {
    const key = known?.documentId ?? (slug || [nameKey(title), code, field].join(' | '))
    const before = this.meant.get(key)
    if (before === undefined) this.meant.set(key, number)
    return before === undefined ? null : `Das ist dieselbe Maßnahme wie in Zeile ${before}. Bitte löschen Sie eine der beiden Zeilen.`
  }

  async #make(row: ReadRow, cells: Cell[]): Promise<void> {
    if (row.title === '') row.problems.push('Der Titel fehlt.')
    if (!this.permissions.can.create(IN_NEW_DRAFT)) row.problems.push('Sie dürfen hier keine Maßnahme anlegen.')
    for (const column of this.columns) {
      const cell = this.#cell(cells, column.name)
      if (isEmpty(cell)) continue
      const mayWrite = this.#rights(column).every(name => this.permissions.can.create(IN_NEW_DRAFT, name))
      this.#take(row, column, cell, { mayWrite, before: '' })
    }
    row.values.plan = { set: [{ documentId: this.asked.plan }] }
  }

  async #change(row: ReadRow, known: Known, cells: Cell[]): Promise<void> {
    row.known = known
    const { text } = this.#cell(cells, VERSION)
    const own = /^\d{1,10}$/.test(text.trim()) ? Math.min(Number(text), known.version) : null
    row.version = own ?? this.asked.shown?.get(known.documentId) ?? known.version
    const base = this.#baseOf(known, row.version)
    for (const column of this.columns) {
      const cell = this.#cell(cells, column.name)
      // Only what came from here can have been emptied by somebody who saw it.
      if (isEmpty(cell) && own === null) continue
      const said = [base ?? known.now, known.now].map(state => state[column.name])
      if (said.some(value => this.plan.cells.isUnchanged(column.attribute, cell, value))) continue
      if (own === null && await this.#isOutdated(row, known, column, cell)) continue
      const mayWrite = this.#rights(column).every(name => this.permissions.can.update(known.row, name))
      const now = known.now[column.name]
      const before = this.plan.cells.write(column.attribute, now)
      if (!this.plan.cells.isWhole(column.attribute, now)) row.problems.push(`„${column.label}“ ${NOT_WHOLE}`)
      else this.#take(row, column, cell, { mayWrite, before })
    }
    if (row.title === '') row.title = String(known.now.title ?? '')
  }

  #rights(column: CellColumn): string[] {
    return rightsOf(this.strapi, column)
  }

  /** What the form showed at a version; null where that is not known any more. */
  #baseOf({ now, writes }: Known, version: number): FormState | null {
    const first = writes.find(({ id }) => id > version)
    return first ? first.state : now
  }

  /** What stood there once, and somebody has changed: theirs is newer than a table that does not say its version. */
  async #isOutdated(row: ReadRow, known: Known, { name, label, attribute }: CellColumn, cell: Cell): Promise<boolean> {
    const isSaid = (state: FormState) => this.plan.cells.isUnchanged(attribute, cell, state[name])
    if (!statesOf(known).some(isSaid)) return false
    const author = await authorOf(this.strapi, known.writes, known.now, [name])
    const now = this.plan.cells.write(attribute, known.now[name])
    row.notes.push(`„${label}“ bleibt „${now}“ (geändert: ${byWhom(author)}).`)
    return true
  }

  #take(
    row: ReadRow, { name, label, attribute }: CellColumn, cell: Cell,
    { mayWrite, before }: { mayWrite: boolean, before: string },
  ): void {
    const read = this.plan.cells.read(attribute, cell)
    if ('problem' in read) return void row.problems.push(`„${label}“: ${read.problem}`)
    if (!mayWrite) return void row.problems.push(`„${label}“ dürfen Sie nicht ändern.`)
    const after = this.plan.cells.write(attribute, read.value)
    row.values[name] = savedAs(this.strapi, attribute, read.value)
    row.changes.push({ label, before, after })
  }
}
