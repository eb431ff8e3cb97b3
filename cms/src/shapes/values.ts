/** What an attribute of each type can hold; else a German sentence that says what would be right. */
import { isDay } from 'shared-types'
import type { Attribute } from '../content-model/schema'
import { blockProblem } from './blocks'

/** What both databases store in a whole number. */
const LARGEST = 2 ** 31 - 1

/** Null where the attribute can hold the value. Components are not looked into. */
export function valueProblem(attribute: Attribute, value: unknown): string | null {
  if (value === null || value === undefined) return null
  return TYPES[attribute.type]?.(value, attribute) ?? null
}

const TYPES: Record<string, (value: unknown, attribute: Attribute) => string | null> = {
  string: textProblem,
  text: textProblem,
  uid: textProblem,
  email: textProblem,
  integer: value => (isInteger(value) ? null : `Hier gehört eine ganze Zahl hin, höchstens ${LARGEST}.`),
  boolean: value => (typeof value === 'boolean' ? null : 'Hier gibt es nur Ja oder Nein.'),
  date: value =>
    (typeof value === 'string' && isDay(value)) || value instanceof Date
      ? null
      : 'Hier gehört ein Tag hin, den es gibt, zum Beispiel 2021-12-31.',
  datetime: value => (isMoment(value) ? null : 'Hier gehört ein Zeitpunkt hin, zum Beispiel 2021-12-31T12:00:00Z.'),
  enumeration: (value, { enum: words = [] }) =>
    value === '' || (typeof value === 'string' && words.includes(value))
      ? null
      : `Diese Auswahl gibt es nicht. Möglich sind: ${words.join(', ')}.`,
  blocks: blocksProblem,
  component: (value, { repeatable }) =>
    (repeatable ? Array.isArray(value) && value.every(isObject) : isObject(value))
      ? null
      : 'Das sind keine Angaben, wie das Formular sie schreibt.',
  dynamiczone: zoneProblem,
  relation: value => isReference(value, true) ? null : 'Das sind keine Verweise, wie das Formular sie schreibt.',
  media: value => isReference(value, false) ? null : 'Das ist keine Datei der Mediathek. Bitte wählen Sie sie neu aus.',
}

function textProblem(value: unknown): string | null {
  if (typeof value !== 'string') return 'Hier gehört Text hin.'
  return value.includes('\0')
    ? 'Der Text enthält ein Zeichen, das nicht gespeichert werden kann (U+0000). Bitte löschen Sie es.'
    : null
}

function blocksProblem(value: unknown): string | null {
  if (!Array.isArray(value))
    return 'Das ist kein Text aus Absätzen, Überschriften und Listen, wie ihn das Formular schreibt.'
  const problem = blockProblem(value)
  return problem && `Absatz ${problem.index + 1} ist nicht so aufgebaut, wie das Formular ihn schreibt. ${problem.why}`
}

function zoneProblem(value: unknown, { components = [] }: Attribute): string | null {
  if (!Array.isArray(value)) return 'Das ist keine Folge von Bausteinen, wie das Formular sie schreibt.'
  const wrong = value.findIndex(part => !isObject(part) || !components.includes(String(part.__component)))
  return wrong < 0
    ? null
    : `Baustein ${wrong + 1} ist keiner, den es hier gibt. Möglich sind: ${components.join(', ')}.`
}

/** One or several, or what changes of them. */
function isReference(value: unknown, isMany: boolean): boolean {
  if (Array.isArray(value)) return value.every(isTarget)
  if (!isObject(value) || !['set', 'connect', 'disconnect'].some(key => key in value)) return isTarget(value)
  return (
    isMany
    && [value.set, value.connect, value.disconnect].every(
      part => part === undefined || part === null || isTarget(part) || (Array.isArray(part) && part.every(isTarget)),
    )
  )
}

function isTarget(value: unknown): boolean {
  if (isObject(value)) return isKey(value.documentId) || isKey(value.id)
  return isKey(value)
}

function isKey(value: unknown): boolean {
  return typeof value === 'string'
    ? value !== '' && value.length <= 255
    : typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= LARGEST
}

function isInteger(value: unknown): boolean {
  const number = typeof value === 'string' && /^-?\d{1,10}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isInteger(number) && Math.abs(number) <= LARGEST
}

function isMoment(value: unknown): boolean {
  if (value instanceof Date) return !Number.isNaN(value.getTime())
  if (typeof value === 'number') return Number.isInteger(value)
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}
