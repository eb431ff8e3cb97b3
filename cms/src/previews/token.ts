/** What a link to a preview says: which document, who made it and when, signed so that nobody can say anything else. */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { readEnvironment } from '../environment'

export interface Preview {
  /** The uid of the type. */
  type: string
  documentId: string
  /** The id of the account that made the link. */
  account: number
  /** In milliseconds since 1970. */
  madeOn: number
}

/** The header in which web says which link was opened. */
export const LINK_HEADER = 'x-preview'

const KEY_BYTES = 32

export function tokenOf({ type, documentId, account, madeOn }: Preview): string {
  const said = Buffer.from(JSON.stringify([type, documentId, account, madeOn])).toString('base64url')
  return `${said}.${signatureOf(said)}`
}

/** Null where it was not made here. */
export function previewFrom(token: string): Preview | null {
  const [said = '', signature = '', ...rest] = token.split('.')
  const [given, expected] = [Buffer.from(signature), Buffer.from(signatureOf(said))]
  if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const [type, documentId, account, madeOn]: [string, string, number, number]
    = JSON.parse(Buffer.from(said, 'base64url').toString())
  return { type, documentId, account, madeOn }
}

function signatureOf(said: string): string {
  const { secrets } = readEnvironment()
  const key = Buffer.from(hkdfSync('sha256', secrets.previewKey, '', 'links to previews', KEY_BYTES))
  return createHmac('sha256', key).update(said).digest('base64url')
}
