/** Watches an admin for words of Strapi that no editor should read, also those that are shown only for a moment. */
import type { Page } from 'playwright-core'

const WORDS
  = 'Not Found|Ups!|An error occurred|Are you sure|Confirmation|Confirm|Cancel|Copy document|Document ID|Delete|Deleted'
    + '|Unpublish|More actions|Open in new tab|Move up|entries|entry|locale'

/** Begins anew; each page that is loaded needs it again. */
export async function watchForEnglish(admin: Page): Promise<void> {
  await admin.evaluate(watch, WORDS)
}

/** What was seen since then, or still is. */
export async function wordsSeen(admin: Page): Promise<string[]> {
  const seen: string[] = await admin.evaluate(() => JSON.parse(document.documentElement.dataset.english ?? '[]'))
  const text = await admin.locator('body').innerText()
  return [...seen, ...text.split('\n').filter(line => new RegExp(`\\b(${WORDS})`).test(line))]
}

function watch(words: string): void {
  const root = document.documentElement
  const seen = new Set<string>()
  root.dataset.english = '[]'
  new MutationObserver((changes) => {
    const texts = changes.flatMap(({ target, addedNodes }) =>
      [...addedNodes, target].filter(node => !node.parentElement?.closest('head, script, style')),
    )
    for (const { nodeName, textContent } of texts) {
      if (['HEAD', 'HTML', 'BODY', 'SCRIPT', 'STYLE'].includes(nodeName)) continue
      const [word] = new RegExp(`.{0,30}\\b(${words}).{0,30}`).exec(textContent ?? '') ?? []
      if (word) seen.add(word)
    }
    root.dataset.english = JSON.stringify([...seen])
  }).observe(root, { childList: true, subtree: true, characterData: true })
}
