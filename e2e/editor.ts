/** An editor at work, over the admin's own API as its forms use it. */
import type { Browser, Page } from 'playwright-core'
import { expect, inject, vi } from 'vitest'
import { EDITOR, signIn } from './product'

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
  project: 'api::measure.funded-project',
  event: 'api::timeline.timeline-event',
  person: 'api::contributor.person',
  organisation: 'api::contributor.organisation',
  contribution: 'api::contributor.contribution',
  image: 'api::image.image',
  article: 'api::article.article',
  page: 'api::page.page',
  term: 'api::page.glossary-term',
  revision: 'api::ledger.revision',
  consent: 'api::ledger.consent-record',
  message: 'api::ledger.message',
} as const

type Collection = keyof typeof COLLECTIONS

/** What is written as a draft first. */
const DRAFTED: Collection[] = [
  'plan', 'phase', 'field', 'goal', 'measure', 'update', 'decision', 'lineage', 'event', 'person', 'article', 'page',
]

export function addressIn(collection: Collection): string {
  return `/content-manager/collection-types/${COLLECTIONS[collection]}`
}

let signedIn: Promise<string> | undefined

/**
 * Opens the admin's API to somebody of the Redaktion: who does the work, never who may do everything. Each file of
 * tests signs in: Strapi's token is good for half an hour, and all journeys take longer.
 */
export function editorToken(): Promise<string> {
  signedIn ??= signIn(cms, EDITOR)
  return signedIn
}

interface Sent { data: { documentId: string }, results: { documentId: string }[] }

/** Sends what a form sends, expects that it is taken, and looks at the website when that has heard of it. */
export async function send(method: string, address: string, values?: object): Promise<Sent> {
  const sent = await sendOnly(method, address, values)
  if (method !== 'GET') await untilHeard()
  return sent
}

/** Sends what a form sends, and expects that it is taken. */
export async function sendOnly(method: string, address: string, values?: object): Promise<Sent> {
  const { status, text } = await attempt(method, address, values)
  expect(status, text).toBeLessThan(300)
  return JSON.parse(text)
}

/** Until the website knows what stands in the ledger now. */
async function untilHeard(): Promise<void> {
  const { cursor } = await (await fetch(`${cms}/ledger`)).json()
  const isHeard = async () => (await (await fetch(`${inject('web')}/readyz`)).json()).ledger.heard >= Number.parseInt(cursor)
  await vi.waitUntil(isHeard, { timeout: 20_000, interval: 20 })
}

/** Sends what a form sends, and expects that it is refused: in which words. */
export async function refusalOf(method: string, address: string, values?: object): Promise<string> {
  const { status, text } = await attempt(method, address, values)
  expect(status, text).toBe(400)
  return sentencesIn(text)
}

/** Every sentence of a refusal, whichever fields they are about. */
function sentencesIn(text: string): string {
  const { error: { message, details } } = JSON.parse(text)
  const others: { message: string }[] = details?.errors ?? []
  return [...new Set([message, ...others.map(other => other.message)])].join('\n')
}

async function attempt(method: string, address: string, values?: object): Promise<{ status: number, text: string }> {
  const headers = { Authorization: `Bearer ${await editorToken()}` }
  const response = await fetch(cms + address, values instanceof FormData
    ? { method, headers, body: values }
    : { method, headers: { ...headers, 'Content-Type': 'application/json' }, body: values && JSON.stringify(values) })
  return { status: response.status, text: await response.text() }
}

export interface SignIn {
  email: string
  password: string
}

/** Signs in to the admin as somebody of the Redaktion, or whom else the work belongs to, in a window of its own. */
export async function openAdmin(browser: Browser, account: SignIn = EDITOR, address = cms): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1400, height: 1000 } })).newPage()
  await signInTo(page, account, address)
  return page
}

/** Signs in to the admin, in a window that is there already. */
export async function signInTo(page: Page, account: SignIn, address = cms): Promise<void> {
  await page.goto(`${address}/admin`)
  await page.getByLabel('E-Mail').fill(account.email)
  await page.locator('input[name="password"]').fill(account.password)
  await page.getByRole('button', { name: 'Anmelden' }).click()
  await page.getByRole('link', { name: 'Inhalt' }).first().waitFor()
}

/**
 * Selects rows of a list and presses a button for them; a list that has just been loaded may be drawn anew and forget
 * what was selected.
 */
export async function pressForRows(admin: Page, button: string, ...names: string[]): Promise<void> {
  const boxes = names.map(name => admin.getByRole('row', { name }).getByRole('checkbox'))
  for (const box of boxes) await box.waitFor()
  await expect.poll(async () => {
    for (const box of boxes) if (!await box.isChecked()) await box.click()
    // Strapi shows the buttons when the browser is idle, which a busy machine puts off until the mouse moves.
    for (const place of [admin.getByRole('heading', { level: 1 }), ...boxes]) await place.hover()
    return admin.getByRole('button', { name: button, exact: true }).click({ timeout: 2000 }).then(() => true, () => false)
  }, { timeout: 30_000 }).toBe(true)
}

/** Fills fields of a form by their names; where it has just been opened, Strapi may fill it once more. */
export async function typeInto(form: Page, values: Record<string, string>): Promise<void> {
  const inputs = Object.entries(values).map(([name, value]) => ({ value, input: form.locator(`input[name="${name}"]`) }))
  await expect.poll(async () => {
    for (const { input, value } of inputs) await input.fill(value)
    await form.waitForTimeout(300)
    return Promise.all(inputs.map(({ input }) => input.inputValue()))
  }, { timeout: 15_000 }).toEqual(inputs.map(({ value }) => value))
}

/** Writes an entry, and publishes it where it is a draft first. Returns its documentId. */
export async function make(collection: Collection, values: object): Promise<string> {
  const documentId = await draft(collection, values)
  if (DRAFTED.includes(collection)) await publish(collection, documentId, values)
  return documentId
}

/** Writes an entry and leaves it at that. Returns its documentId. */
export async function draft(collection: Collection, values: object): Promise<string> {
  const { data: { documentId } } = await send('POST', addressIn(collection), values)
  made.push([collection, documentId])
  return documentId
}

export async function publish(collection: Collection, documentId: string, values: object): Promise<void> {
  await send('POST', `${addressIn(collection)}/${documentId}/actions/publish`, values)
}

/** Changes an entry, and publishes it where it is a draft first. */
export async function rewrite(collection: Collection, documentId: string, values: object): Promise<void> {
  await send('PUT', `${addressIn(collection)}/${documentId}`, values)
  if (DRAFTED.includes(collection)) await publish(collection, documentId, values)
}

/** Writes an entry in another language, and publishes that where it is a draft first. */
export async function translate(
  collection: Collection, documentId: string, locale: string, values: object,
): Promise<void> {
  await send('PUT', `${addressIn(collection)}/${documentId}?locale=${locale}`, values)
  if (DRAFTED.includes(collection))
    await send('POST', `${addressIn(collection)}/${documentId}/actions/publish?locale=${locale}`, values)
}

const made: [Collection, string][] = []
const uploaded: number[] = []

/** Deletes an entry in all languages. */
export async function remove(collection: Collection, documentId: string): Promise<void> {
  await send('DELETE', `${addressIn(collection)}/${documentId}?locale=*`)
  made.splice(made.findIndex(([, id]) => id === documentId), 1)
}

/** Leaves nothing behind that other tests would count. What others still rest on goes once they are gone. */
export async function removeWhatWasMade(): Promise<void> {
  for (let left = made.toReversed(); left.length > 0;) {
    const refused: typeof made = []
    for (const [collection, documentId] of left) {
      const { status } = await attempt('DELETE', `${addressIn(collection)}/${documentId}?locale=*`)
      if (status >= 300 && status !== 404) refused.push([collection, documentId])
    }
    if (refused.length === left.length) throw new Error(`These stay: ${JSON.stringify(refused)}`)
    left = refused
  }
  made.splice(0)
  // The bin holds the files of what was deleted.
  for (const id of uploaded.splice(0)) await attempt('DELETE', `/upload/files/${id}`)
}

/** What the media library keeps of a file. */
interface UploadedFile {
  id: number
  url: string
  hash: string
  formats: Record<string, { url: string }> | null
}

/** Puts a file into the media library. */
export async function upload(name: string, content: Uint8Array): Promise<UploadedFile> {
  const { status, text } = await attempt('POST', '/upload', formOf(name, content))
  expect(status, text).toBe(201)
  const [file]: [UploadedFile] = JSON.parse(text)
  uploaded.push(file.id)
  return file
}

/** In which words the media library refuses a file. */
export function uploadRefusalOf(name: string, content: Uint8Array): Promise<string> {
  return refusalOf('POST', '/upload', formOf(name, content))
}

function formOf(name: string, content: Uint8Array): FormData {
  const form = new FormData()
  form.append('files', new Blob([Uint8Array.from(content)]), name)
  form.append('fileInfo', JSON.stringify({ name }))
  return form
}

/** A relation as a form sends it. */
export function to(...documentIds: string[]): { connect: { documentId: string }[] } {
  return { connect: documentIds.map(documentId => ({ documentId })) }
}

/** A paragraph of rich text. */
export function paragraph(text: string): object {
  return { type: 'paragraph', children: [{ type: 'text', text }] }
}

/** The documentId of a public entry. */
export async function idOf(
  question: 'plans' | 'fieldsOfAction' | 'measures' | 'organisations' | 'articles' | 'people', slug: string,
): Promise<string> {
  const answer = await read<Record<string, { documentId: string }[]>>(
    `{ ${question}(filters: { slug: { eq: "${slug}" } }) { documentId } }`,
  )
  return answer[question]?.[0]?.documentId ?? ''
}

/** What the cms answers to anybody. */
export async function read<Data>(query: string): Promise<Data> {
  const response = await fetch(`${cms}/graphql`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query }),
  })
  const { data, errors } = JSON.parse(await response.text())
  expect(errors, query).toBeUndefined()
  return data
}
