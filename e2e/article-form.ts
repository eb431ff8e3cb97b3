/** The form of an article in the admin: what somebody types into it, and what stands in it. */
import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { draft, paragraph } from './editor'

export const ARTICLES = '/content-manager/collection-types/api::article.article'

/** What is opened: a new entry, one that is there, or one that is there in German only. */
export type Opened = 'new entry' | 'existing entry' | 'new translation'

/** Opens the form, and returns the documentId of what is there already. */
export async function openForm(page: Page, opened: Opened): Promise<string> {
  const documentId = opened === 'new entry'
    ? 'create'
    : await draft('article', {
        kind: 'report', title: 'Was da war', date: '2024-05-01',
        body: [{ __component: 'article.text', text: [paragraph('Ein Absatz.')] }],
      })
  await openFormOf(page, documentId, opened === 'new translation' ? 'tr' : 'de')
  return documentId
}

export async function openFormOf(page: Page, documentId: string, locale = 'de'): Promise<void> {
  await page.goto(`${inject('cms')}/admin${ARTICLES}/${documentId}?plugins[i18n][locale]=${locale}`)
  await page.locator('input[name="title"]').waitFor()
}

/** Types into every kind of field: a line, a text, blocks of rich text and of a text, and a relation. */
export async function fillForm(page: Page, opened: Opened, words: string): Promise<void> {
  await page.locator('input[name="title"]').fill(`Titel ${words}`)
  await page.locator('textarea[name="lead"]').fill(`Vorspann ${words}`)
  const zone = page.locator('main button', { hasText: 'Baustein hinzufügen: Inhalt' })
  await zone.click()
  await page.getByRole('button', { name: 'Zitat' }).click()
  await page.locator('textarea[name$=".quote"]').last().fill(`Zitat ${words}`)
  await zone.click()
  await page.getByRole('button', { name: 'Hinweis' }).click()
  await page.locator('main [contenteditable="true"]').last().fill(`Hinweis ${words}`)
  // A translation shares it with its source.
  if (opened === 'new translation') return
  await page.getByRole('combobox', { name: 'Handlungsfelder' }).click()
  await page.getByRole('option', { name: 'Bildung' }).first().click()
}

/** What stands in the form, as its editor sees it. */
export async function wordsIn(page: Page): Promise<string[]> {
  const values = page.locator('main input:not([role="combobox"]), main textarea')
  const typed = await values.evaluateAll(fields => fields.map(field => String(Reflect.get(field, 'value'))))
  const blocks = await page.locator('main [contenteditable="true"]').allInnerTexts()
  // What the list of checks says is not typed.
  const relations = await page.locator('main li:not(.checks *) :is(a, button)').allInnerTexts()
  return [...typed, ...blocks, ...relations].filter(Boolean)
}

/** Presses a button of the panel beside the form. */
export async function press(page: Page, name: 'Speichern' | 'Veröffentlichen'): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
}
