import type { Core } from '@strapi/strapi'
import { TOMBSTONE } from '../content-model/uids'
import { follow } from '../ledger/followers'
import { isAhead } from '../ledger/turn'
import { loadRegister, REGISTERED, type Register } from './load'

export type { Register } from './load'

let kept: Promise<Register> | undefined
/** The types that changed since it was made. */
let changed = new Set<string>()

const COMES_OR_GOES = new Set<string>(['unpublished', 'deleted', 'restored'])

follow((entries) => {
  for (const { type, kind } of entries) {
    if (type === null) kept = undefined
    else if (REGISTERED.includes(type)) changed.add(type)
    if (type !== null && COMES_OR_GOES.has(kind)) changed.add(TOMBSTONE)
  }
})

/**
 * The register as the content is now: what changed is read again, and by several readers at once only once. What stands
 * in a transaction that is not over is for who writes it.
 */
export function readRegister(strapi: Core.Strapi): Promise<Register> {
  if (isAhead()) return loadRegister({ strapi, status: 'published' })
  if (kept && changed.size === 0) return kept
  const register = mended(strapi, kept, changed)
  changed = new Set()
  kept = register
  register.catch(() => {
    if (kept === register) kept = undefined
  })
  return register
}

async function mended(
  strapi: Core.Strapi, before: Promise<Register> | undefined, since: ReadonlySet<string>,
): Promise<Register> {
  const known = await before?.catch(() => undefined)
  return loadRegister({ strapi, status: 'published' }, known && { known, changed: since })
}
