/** What a relation holds after a save: forms send what they connect and disconnect, imports what it shall be. */
import { asList, valueAt } from 'shared-types'

export function relationAfter(before: unknown, change: unknown): unknown {
  if (change === undefined) return before
  if (typeof change !== 'object' || change === null || Array.isArray(change)) return change
  const set: unknown = valueAt(change, 'set')
  if (set !== undefined) return set
  const connect = asList(valueAt(change, 'connect'))
  const disconnect = asList(valueAt(change, 'disconnect'))
  if (connect.length === 0 && disconnect.length === 0) return 'documentId' in change ? change : before
  const kept = asList(before).filter(target => !disconnect.some(gone => isSame(gone, target)))
  // What is connected takes the place of the one that a relation to one held.
  return Array.isArray(before) || connect.length === 0 ? [...kept, ...connect] : connect
}

function isSame(a: unknown, b: unknown): boolean {
  return identityOf(a) === identityOf(b)
}

function identityOf(target: unknown): unknown {
  return typeof target === 'object' && target !== null
    ? (valueAt(target, 'documentId') ?? valueAt(target, 'id'))
    : target
}

/** The documents that a relation names, however it was given: rows, what a form connects, or documentIds. */
export function documentIdsOf(value: unknown): string[] {
  return [...new Set(asList(relationAfter(undefined, value)).map(identityOf).filter(id => typeof id === 'string'))]
}
