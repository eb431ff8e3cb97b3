import type { Core } from '@strapi/strapi'
import { writesTo } from '../lifecycle/written'
import { loadRegister, REGISTERED, type Register } from './load'

export type { Register } from './load'

let kept: { register: Promise<Register>, writes: number } | undefined

/** The register as the content is now: read again after a write, and by several readers at once only once. */
export function readRegister(strapi: Core.Strapi): Promise<Register> {
  const writes = writesTo(REGISTERED)
  if (kept?.writes === writes) return kept.register
  const register = loadRegister(strapi)
  kept = { register, writes }
  register.catch(() => {
    kept = undefined
  })
  return register
}
