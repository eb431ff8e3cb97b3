/**
 * The forms of other kinds than an article's (`article-form.ts`): a single type, what has no draft, rows of citations,
 * rich text, relations.
 */
import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import type { Opened } from './article-form'
import { addressIn, draft, paragraph, to } from './editor'

type Button = 'Speichern' | 'Veröffentlichen'

export interface KindOfForm {
  kind: string
  /** Where the admin and its API keep it. */
  address: string
  opened: Opened[]
  buttons: Button[]
  /** Writes an entry in German, and returns its documentId. A single type is there. */
  make?: () => Promise<string>
  /** Lines and texts: those of each language, and those that all share. */
  translated: string[]
  shared: string[]
  /** A field of rich text. */
  text?: true
  /** A row of citations, with its words and its source. */
  cites?: true
  /** A relation by its label. */
  relation?: string
}

const OPENED: Opened[] = ['new entry', 'existing entry', 'new translation']
const BUTTONS: Button[] = ['Speichern', 'Veröffentlichen']

export const OTHER_FORMS: KindOfForm[] = [
  {
    kind: 'the website itself', address: '/content-manager/single-types/api::page.site', opened: ['existing entry'],
    buttons: ['Speichern'], translated: ['lead'], shared: ['operator', 'operatorAddress'],
  },
  {
    kind: 'a measure', address: addressIn('measure'), opened: OPENED, buttons: BUTTONS,
    make: () => draft('measure', { title: 'Was da war', kind: 'administrative' }),
    translated: ['title', 'summary', 'cost'], shared: [], text: true, cites: true, relation: 'Handlungsfeld',
  },
  {
    kind: 'a person with a consent', address: addressIn('person'), opened: OPENED, buttons: BUTTONS,
    make: personWithConsent, translated: ['about'], shared: ['name'], cites: true,
  },
  {
    kind: 'a consent', address: addressIn('consent'), opened: ['new entry', 'existing entry'], buttons: ['Speichern'],
    make: async () => {
      const person = to(await draft('person', { name: 'Vera Einverstanden' }))
      return draft('consent', { person, givenOn: '2026-01-05' })
    },
    translated: [], shared: ['spellings', 'note'],
  },
  {
    kind: 'a page', address: addressIn('page'), opened: OPENED, buttons: BUTTONS,
    make: () => draft('page', { title: 'Was da war', text: [paragraph('Ein Absatz.')] }),
    translated: ['title', 'lead'], shared: [], text: true, cites: true,
  },
  {
    kind: 'an event', address: addressIn('event'), opened: OPENED, buttons: BUTTONS,
    make: () => draft('event', { title: 'Was da war', date: '2024-06', kind: 'other' }),
    translated: ['title'], shared: [], text: true, cites: true, relation: 'Phase',
  },
]

async function personWithConsent(): Promise<string> {
  const person = await draft('person', { name: 'Vera Einverstanden', publicGround: 'consent' })
  await draft('consent', { person: to(person), coversName: true, givenOn: '2026-01-05' })
  return person
}

/** Opens the form, with everything that it loads. */
export async function openKind(page: Page, { address, make }: KindOfForm, opened: Opened): Promise<void> {
  const documentId = opened === 'new entry' ? 'create' : await make?.()
  const language = opened === 'new translation' ? 'tr' : 'de'
  const place = documentId ? `${address}/${documentId}` : address
  await page.goto(`${inject('cms')}/admin${place}?plugins[i18n][locale]=${language}`)
  await page.getByRole('button', { name: 'Speichern', exact: true }).waitFor()
  await page.waitForLoadState('networkidle')
}

/** Types into every kind of field that the form has, and returns what must stand there now. */
export async function fillKind(page: Page, form: KindOfForm, opened: Opened, words: string): Promise<string[]> {
  const isTranslation = opened === 'new translation'
  const typed: string[] = []
  for (const name of isTranslation ? form.translated : [...form.translated, ...form.shared]) {
    typed.push(`${name} ${words}`)
    await page.locator(`:is(input, textarea)[name="${name}"]`).fill(`${name} ${words}`)
  }
  if (form.text) {
    typed.push(`Text ${words}`)
    await page.locator('main [contenteditable="true"]').first().fill(`Text ${words}`)
  }
  // What all languages share is not in the form of a translation.
  if (form.relation && !isTranslation) typed.push(await choose(page, form.relation))
  if (form.cites && !isTranslation) typed.push(...await cite(page, words))
  return typed
}

/** Chooses the first entry that a relation offers, and returns its name. */
async function choose(page: Page, label: string): Promise<string> {
  await page.getByRole('combobox', { name: label, exact: true }).last().click()
  const option = page.getByRole('option').first()
  const [name = ''] = (await option.innerText()).split('\n')
  await option.click()
  return name
}

async function cite(page: Page, words: string): Promise<string[]> {
  await page.locator('[data-field="citations"]').getByRole('button', { name: /Mit dem Knopf/ }).click()
  await page.locator('textarea[name$=".quote"]').last().fill(`Zitat ${words}`)
  return [`Zitat ${words}`, await choose(page, 'Quelle')]
}
