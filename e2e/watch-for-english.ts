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

/** English that is no German word as well, as whole words: what an interface says, not what people write. */
const ENGLISH = new RegExp(
  '\\b(the|and|of|is|are|your|you|this|with|from|not|edit|saved?|deleted?|created?|update[ds]?|publish(ed)?|unpublish'
  + '|view|configur(e|ation)|settings|entr(y|ies)|search|fields?|select(ed)?|content|type|locales?|draft|preview|copy'
  + '|add|remove|open|close|more|actions?|show|hide|items?|pages?|next|previous|loading|users?|roles?|permissions?'
  + '|upload|assets?|folders?|drag|drop|press|cancel|confirm(ation)?|error|occurred|found|required|invalid'
  + '|success|menu|home|modified|choose|date|time|value|empty|grid|rows?|columns?|title|back|welcome|get started)\\b',
  'i',
)
const CODE = /\b[a-z]+_[a-z_]+\b|api::|plugin::|\b(?=\w*\d)[a-z][a-z0-9]{23}\b/

/** What a page says that an editor should not meet: English, codes, ids. What people wrote is left out. */
export async function strangeTexts(admin: Page): Promise<string[]> {
  const { said, written } = await admin.evaluate(textsOf)
  const english = said.filter(text => ENGLISH.test(text)).map(text => `English: ${text}`)
  return [...english, ...[...said, ...written].filter(text => CODE.test(text)).map(text => `a code: ${text}`)]
}

function textsOf(): { said: string[], written: string[] } {
  // The window of an entry is called by its title, which somebody wrote, and which stands above its form.
  const isOfEntry = /-types\/[^/]+\/./.test(location.pathname)
  const title = isOfEntry ? document.title.replace(document.querySelector('h1')?.textContent ?? '', '') : document.title
  const [said, written] = [new Set([title]), new Set<string>()]
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const [element, text] = [node.parentElement, node.textContent?.trim()]
    if (!element || !text || element.closest('script, style, noscript, input, textarea, [contenteditable]')) continue
    const isContent = element.closest('td, h1, [lang]:not(html), [role="option"]')
    if (isContent) written.add(text)
    else said.add(text)
  }
  for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
    for (const element of document.querySelectorAll(`[${name}]`)) said.add(element.getAttribute(name) ?? '')
  return { said: [...said], written: [...written] }
}
