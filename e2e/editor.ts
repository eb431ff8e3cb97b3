/** An editor at work, over the admin's own API as its forms use it. */
import { expect, inject } from 'vitest'
import { ADMIN } from './product'

const cms = inject('cms')

const COLLECTIONS = {
  source: 'api::source.source',
  plan: 'api::plan.plan',
  phase: 'api::plan.phase',
  field: 'api::plan.field-of-action',
  goal: 'api::plan.goal',
  measure: 'api::measure.measure',
  update: 'api::measure.status-update',
  decision: 'api::measure.decision',
  lineage: 'api::measure.lineage',
  event: 'api::timeline.timeline-event',
  revision: 'api::ledger.revision',
} as const

type Collection = keyof typeof COLLECTIONS

/** What is written as a draft first. */
const DRAFTED: Collection[] = ['measure', 'update', 'decision', 'event']

export function addressIn(collection: Collection): string {
  return `/content-manager/collection-types/${COLLECTIONS[collection]}`
}

let signedIn: Promise<string> | undefined

/** Sends what a form sends, and expects that it is taken. Signs in once for each file of tests: signing in is throttled. */
export async function send(method: string, address: string, values?: object): Promise<{ data: { documentId: string }, results: { documentId: string }[] }> {
  signedIn ??= signIn()
  const response = await fetch(cms + address, { method, headers: { 'Content-Type': 'application/json', 'Authorization': `Bearer ${await signedIn}` }, body: values && JSON.stringify(values) })
  const text = await response.text()
  expect(response.status, text).toBeLessThan(300)
  return JSON.parse(text)
}

async function signIn(): Promise<string> {
  const login = await fetch(`${cms}/admin/login`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(ADMIN) })
  expect(login.status).toBe(200)
  return JSON.parse(await login.text()).data.token
}

/** Writes an entry, and publishes it where it is a draft first. Returns its documentId. */
export async function make(collection: Collection, values: object): Promise<string> {
  const { data: { documentId } } = await send('POST', addressIn(collection), values)
  if (DRAFTED.includes(collection)) await send('POST', `${addressIn(collection)}/${documentId}/actions/publish`, values)
  made.push([collection, documentId])
  return documentId
}

const made: [Collection, string][] = []

/** Deletes an entry in all languages. */
export async function remove(collection: Collection, documentId: string): Promise<void> {
  await send('DELETE', `${addressIn(collection)}/${documentId}?locale=*`)
  made.splice(made.findIndex(([, id]) => id === documentId), 1)
}

/** Leaves nothing behind that other tests would count. */
export async function removeWhatWasMade(): Promise<void> {
  for (const [collection, documentId] of made.toReversed()) await remove(collection, documentId)
}

/** A relation as a form sends it. */
export function to(...documentIds: string[]): { connect: { documentId: string }[] } {
  return { connect: documentIds.map(documentId => ({ documentId })) }
}

/** The documentId of a public entry. */
export async function idOf(question: 'plans' | 'fieldsOfAction' | 'measures' | 'organisations', slug: string): Promise<string> {
  const response = await fetch(`${cms}/graphql`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query: `{ ${question}(filters: { slug: { eq: "${slug}" } }) { documentId } }` }) })
  return JSON.parse(await response.text()).data[question][0].documentId
}
