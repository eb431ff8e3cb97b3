/** The key of the account that is signed in, see `cms/src/kept-words`. */
import { getFetchClient } from '@strapi/strapi/admin'
import { CAN_KEEP } from './can-keep'

let asked: Promise<CryptoKey> | null = null

/** Asks for the key once; null where the browser has no encryption (an admin that is not served over https). */
export async function keyOfAccount(): Promise<CryptoKey | null> {
  if (!CAN_KEEP) return null
  asked ??= ask()
  try {
    return await asked
  } catch {
    asked = null
    return null
  }
}

async function ask(): Promise<CryptoKey> {
  const { data: { data } } = await getFetchClient().get<{ data: { key: string } }>('/kept-words/key')
  const bytes = Uint8Array.from(atob(data.key), letter => letter.charCodeAt(0))
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

/** Forgets the key when somebody else may sign in. */
export function forgetKey(): void {
  asked = null
}
