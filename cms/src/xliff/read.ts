/** What a file of a translation program says of an entry: what can be put into the form, and what cannot, and why. */
import { DOMParser, type Element } from '@xmldom/xmldom'
import { localeOf } from 'shared-types'
import { refuseFile } from '../files/sent-file'
import { isSame } from '../together/form-state'
import { codesIn, CORE, elementsIn, joined, readInline, Unreadable, writable } from './inline'
import { type Inline, withLeaves, wordsIn } from './leaves'
import type { Unit } from './units'

export interface ReadIn {
  /** Fields in which something else stands then, at so many places. */
  fields: { field: string, part: string | null, value: unknown, count: number }[]
  /** How many places have no translation then. */
  missing: number
  /** One sentence for each place that is not taken. */
  problems: string[]
}

interface Expected {
  original: string
  /** Codes of the languages. */
  from: string
  to: string
  units: readonly Unit[]
  /** What the translation says now, by the field. */
  translated: ReadonlyMap<string, unknown>
}

/** As many problems are told one by one. */
const TOLD = 20

/** readXliff refuses a file as a whole with a sentence, and single texts of it in what it returns. */
export function readXliff(text: string, expected: Expected): ReadIn {
  return forForm(unitsIn(filesIn(rootOf(text), expected), expected), expected)
}

/** forForm says what stands in the form then, however its units were translated. */
export function forForm(
  { taken, problems }: Found, { units: all, translated }: Pick<Expected, 'units' | 'translated'>,
): ReadIn {
  const fields = [...Map.groupBy(all, ({ field }) => field)].flatMap(([{ field, part }, units]) => {
    const count = units.filter(({ id }) => taken.has(id)).length
    const value = valueOf(units, taken, translated.get(field))
    return count > 0 ? [{ field, part, value, count }] : []
  })
  const missing = all.filter(({ id, target, isElsewhere }) => !taken.has(id) && !target && !isElsewhere)
  return { fields, missing: missing.length, problems: shortened([...problems]) }
}

function shortened(problems: string[]): string[] {
  const more = problems.length - TOLD
  return more > 0 ? [...problems.slice(0, TOLD), `Dazu kommen ${more} weitere Stellen.`] : problems
}

function rootOf(text: string): Element {
  // What a document declares of itself may grow without end when it is read.
  if (/<!DOCTYPE/i.test(text)) refuseFile('Die Datei beginnt mit einer DOCTYPE-Angabe. XLIFF hat keine; bitte geben Sie die Datei neu aus.')
  const root = parsed(text)
  if (root?.localName !== 'xliff') refuseFile('Das ist keine XLIFF-Datei. Möglich sind Dateien mit .xlf oder .xliff.')
  if (isTooDeep(root)) refuseFile('In der Datei ist zu viel ineinander verschachtelt. Bitte geben Sie sie neu aus.')
  const version = root.getAttribute('version') ?? ''
  if (root.namespaceURI !== CORE || !['2.0', '2.1'].includes(version))
    refuseFile(`Die Datei ist XLIFF ${version || 'ohne Version'}. Gelesen wird XLIFF 2.1; viele Programme können beides speichern.`)
  return root
}

/** Deeper than any program nests marks. */
const DEEPEST = 100

function isTooDeep(root: Element): boolean {
  let level = [root]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true
    level = level.flatMap(element => elementsIn(element))
  }
  return false
}

function parsed(text: string): Element | null {
  try {
    // A sign that stands for one that got lost is a sign; it is warned of.
    const onError = (level: string, message: string) => {
      if (level !== 'warning' || !message.includes('replacement character')) throw new Error(message)
    }
    // As XML 1.0 says; by itself it does as 1.1, which changes a separator of lines within a text.
    const normalizeLineEndings = (input: string) => input.replace(/\r\n?/g, '\n')
    return new DOMParser({ onError, normalizeLineEndings }).parseFromString(text, 'application/xml').documentElement
  } catch {
    return refuseFile('Die Datei ist beschädigt oder keine XLIFF-Datei: Sie lässt sich nicht bis zum Ende lesen. Bitte geben Sie sie im Übersetzungsprogramm neu aus.')
  }
}

function filesIn(root: Element, { original, from, to }: Expected): Element[] {
  for (const [attribute, code, what] of [['srcLang', from, 'aus'], ['trgLang', to, 'in']] as const) {
    const said = root.getAttribute(attribute) ?? ''
    if (said.toLowerCase() !== localeOf(code).language.toLowerCase())
      refuseFile(`Die Datei übersetzt ${what} „${said || '?'}“. Hier wird ${what} „${localeOf(code).language}“ (${localeOf(code).name}) übersetzt.`)
  }
  const files = elementsIn(root, 'file').filter(file => file.getAttribute('original') === original)
  if (files.length === 0) refuseFile('Die Datei gehört zu einem anderen Eintrag. Bitte öffnen Sie diesen, oder geben Sie die Datei von hier neu aus.')
  return files
}

export interface Found {
  /** What is taken, by the id of the unit: what the translation does not say already. */
  taken: Map<string, Inline[]>
  problems: Set<string>
}

function unitsIn(files: readonly Element[], { units }: Expected): Found {
  const known = new Map(units.map(unit => [unit.id, unit]))
  const found: Found = { taken: new Map(), problems: new Set() }
  let strangers = 0
  const seen = new Set<string>()
  for (const element of files.flatMap(allUnitsIn)) {
    const id = element.getAttribute('id') ?? ''
    const unit = known.get(id)
    if (!unit) strangers += 1
    else readUnit(element, unit, seen.has(id), found)
    seen.add(id)
  }
  if (strangers > 0) {
    found.problems.add(strangers === 1
      ? 'Eine Stelle der Datei gibt es im Ausgangstext nicht mehr.'
      : `${strangers} Stellen der Datei gibt es im Ausgangstext nicht mehr.`)
  }
  return found
}

/** Programs may sort units into groups. */
function allUnitsIn(parent: Element): Element[] {
  return elementsIn(parent).flatMap(element =>
    element.localName === 'unit' ? [element] : element.localName === 'group' ? allUnitsIn(element) : [])
}

function readUnit(element: Element, unit: Unit, isSecond: boolean, { taken, problems }: Found): void {
  const tell = (problem: string, label = unit.label) => {
    taken.delete(unit.id)
    problems.add(`${label}: ${problem}`)
  }
  if (isSecond) return tell('Diese Stelle kommt in der Datei zweimal vor.')
  try {
    const target = targetIn(element, unit)
    if (target === null || isSame(target, unit.target)) return
    if (unit.isElsewhere) return tell(DIVIDED_OTHERWISE, unit.field.label)
    if (unit.path === null && target.some(isMarked)) return tell('Hier sind weder Auszeichnungen noch Links möglich.')
    taken.set(unit.id, target)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    tell(error.message)
  }
}

const DIVIDED_OTHERWISE
  = 'Die Übersetzung hat hier andere Absätze als der Ausgangstext. Tragen Sie den Text selbst ein; soll die Datei ihn '
    + 'ganz ersetzen, leeren Sie zuerst das Feld und speichern Sie.'

function isMarked(node: Inline): boolean {
  return Object.keys(node).some(name => name !== 'type' && name !== 'text')
}

/** Null where the file has no translation of it. Programs divide a unit into sentences and may order them otherwise. */
function targetIn(unit: Element, { source }: Unit): Inline[] | null {
  const parts = elementsIn(unit).filter(({ localName }) => localName === 'segment' || localName === 'ignorable')
  const sources = parts.flatMap(part => elementsIn(part, 'source'))
  const codes = codesIn(unit, sources)
  const told = sources.flatMap(one => readInline(unit, one, codes))
  if (plain(told) !== plain(source))
    throw new Unreadable('Der Ausgangstext sagt inzwischen etwas anderes. Bitte geben Sie die Datei neu aus.')
  const ordered = parts.map(partOf).toSorted((a, b) => a.order - b.order)
  if (ordered.some(({ isSegment, target }) => isSegment && !target)) return null
  const words = joined(ordered.flatMap(({ target, own }) => {
    const element = target ?? own
    return element ? readInline(unit, element, codes) : []
  }))
  // Some programs fill in the source where nobody has translated yet.
  const isUntouched = ordered.every(({ isSegment, isInitial }) => !isSegment || isInitial)
  return wordsIn(words).trim() === '' || (isUntouched && plain(words) === plain(source)) ? null : words
}

/** A sentence, or what stands between two; between them programs leave out what stays as it is. */
function partOf(part: Element, index: number) {
  const [target] = elementsIn(part, 'target')
  const [own] = elementsIn(part, 'source')
  return {
    order: Number(target?.getAttribute('order')) || index + 1, target, own,
    isSegment: part.localName === 'segment', isInitial: part.getAttribute('state') === 'initial',
  }
}

/** How much white space there is says nothing. */
function plain(children: readonly Inline[]): string {
  return writable(wordsIn(children)).replace(/\s+/g, ' ').trim()
}

/** The whole field: what the file says, else what stood there; a text that is new is divided as its source. */
function valueOf(units: readonly Unit[], taken: ReadonlyMap<string, Inline[]>, before: unknown): unknown {
  const [first] = units
  if (first?.path === null) return wordsIn(taken.get(first.id) ?? [])
  const ids = new Map(units.map(({ path, id }) => [path, id]))
  const written = (path: string) => taken.get(ids.get(path) ?? '')
  return before === undefined
    ? withLeaves(first?.field.value, ({ path }) => written(path) ?? joined([]))
    : withLeaves(before, ({ path, children }) => written(path) ?? children)
}
