/** Somebody who is signed in at the admin and works through its own HTTP interface. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Values } from './strapi'

export interface Reply {
  status: number
  data: Values
  /** The rows of a list. */
  results: Values[]
  /** The sentence of a refusal; empty where there is none. */
  message: string
  headers: Headers
}

export interface Editor {
  send: (method: string, address: string, values?: Values | FormData) => Promise<Reply>
}

export const entriesOf = (uid: string) => `/content-manager/collection-types/${uid}`

/** Signs in with the password that the first start has written. */
export async function editorOf({
  address, dataDirectory,
}: {
  address: string
  dataDirectory: string
}): Promise<Editor> {
  const [email, password] = readFileSync(path.join(dataDirectory, 'first-admin'), 'utf8').trim().split('\n')
  const { data } = await send(address, '', 'POST', '/admin/login', { email, password })
  return { send: (method, place, values) => send(address, String(data.token), method, place, values) }
}

async function send(
  address: string, token: string, method: string, place: string, values?: Values | FormData,
): Promise<Reply> {
  const isForm = values instanceof FormData
  const response = await fetch(address + place, {
    method,
    headers: {
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(!isForm && { 'Content-Type': 'application/json' }),
    },
    body: isForm ? values : values && JSON.stringify(values),
  })
  const text = await response.text()
  const { data = {}, results = [], error } = text.startsWith('{') ? JSON.parse(text) : {}
  return {
    status: response.status, data: data ?? {}, results, message: error?.message ?? '', headers: response.headers,
  }
}

/** What `/readyz` says. */
export async function readinessOf({ address }: { address: string }): Promise<{ status: number, reasons: string[] }> {
  const response = await fetch(`${address}/readyz`)
  const { reasons = [] } = JSON.parse(await response.text())
  return { status: response.status, reasons }
}
