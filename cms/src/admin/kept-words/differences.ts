/** What differs between words that were kept and the form as it stands now. */

type Values = Record<string, unknown>

/** A field with two texts. */
export interface Difference {
  name: string
  kept: string
  now: string
}

/** The fields in which kept words differ from the form. */
export function differencesOf(kept: object, now: object): Difference[] {
  const values: Values = { ...now }
  const changed = Object.entries(kept).filter(([name, value]) => !OWN.has(name) && plain(value) !== plain(values[name]))
  return changed.map(([name, value]) => ({ name, kept: shownAs(value), now: shownAs(values[name]) }))
}

/** Takes kept values over. A component that is stored no more comes back as a new one, also within another one. */
export function takenOver(kept: unknown, now: unknown): unknown {
  if (!Array.isArray(kept)) return kept
  const standing = new Map((Array.isArray(now) ? now.filter(isPart) : []).map(part => [keyOf(part), part]))
  return kept.map(value => isPart(value) ? takenPart(value, standing.get(keyOf(value))) : value)
}

function takenPart(part: Values, same: Values | undefined): Values {
  const values = Object.entries(part).map(([name, value]) => [name, takenOver(value, same?.[name])])
  return { ...Object.fromEntries(values), id: same && part.id }
}

/** A component of a list, as the form holds it. */
function isPart(value: unknown): value is Values {
  return isValues(value) && 'id' in value && '__temp_key__' in value
}

/** What Strapi writes itself. */
const OWN = new Set([
  'id', 'documentId', 'createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy', 'locale', 'localizations',
  'status',
])

function keyOf({ __component, id }: Values): string {
  return `${String(__component)} ${String(id)}`
}

/** Compared without what the form adds for itself; nothing typed equals nothing stored. */
function plain(value: unknown): string {
  return JSON.stringify(value, (name, inner: unknown) => {
    if (name === '__temp_key__' || (name === 'id' && typeof inner === 'number')) return undefined
    return inner === '' || isEmpty(inner) ? null : inner
  }) ?? 'null'
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  return isValues(value) && 'connect' in value && 'disconnect' in value
    && [value.connect, value.disconnect].every(list => Array.isArray(list) && list.length === 0)
}

/** The words in a value, in the order in which they stand. */
function shownAs(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'Ja' : 'Nein'
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(shownAs).filter(Boolean).join('\n')
  if (!isValues(value)) return ''
  if ('connect' in value && 'disconnect' in value) return changesOfRelation(value)
  if (typeof value.text === 'string') return value.text
  return Object.entries(value)
    .filter(([name]) => !NO_WORDS.has(name))
    .map(([, inner]) => shownAs(inner))
    .filter(Boolean)
    .join(' ')
}

function changesOfRelation({ connect, disconnect }: Values): string {
  const lines = (sign: string, list: unknown) =>
    (Array.isArray(list) ? list.filter(isValues) : []).map(
      ({ label, documentId }) => `${sign} ${String(label ?? documentId)}`,
    )
  return [...lines('dazu:', connect), ...lines('weg:', disconnect)].join('\n')
}

const NO_WORDS = new Set(['id', 'documentId', '__component', '__temp_key__', 'type', 'format', 'level'])

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
