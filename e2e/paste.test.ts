/** What is copied from elsewhere into a rich text: its words, headings, lists and links come, the rest stays there. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from './browser'
import { addressIn, draft, openAdmin, paragraph, removeWhatWasMade, send } from './editor'

const cms = inject('cms')

let browser: Browser
let rita: Page
beforeAll(async () => {
  browser = await openBrowser()
  rita = await openAdmin(browser)
})

afterAll(async () => {
  await browser?.close()
  await removeWhatWasMade()
})

const text = (words: string, marks: object = {}) => ({ type: 'text', text: words, ...marks })
const lines = (...words: string[]) => words.map(paragraph)
const item = (...children: object[]) => ({ type: 'list-item', children })
const list = (format: string, indentLevel: number, ...children: object[]) => ({ type: 'list', format, indentLevel, children })
const link = (url: string, words: string) => ({ type: 'link', url, children: [text(words)] })

/** As Word puts it on the clipboard, shortened. */
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal { font-family: Calibri }</style>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head><body lang=DE><!--StartFragment-->
<h1 style='mso-outline-level:1'><b><span style='font-size:16.0pt'>Über die Treffen<o:p></o:p></span></b></h1>
<p class=MsoNormal>Die Gruppe <b><span style='color:red'>trifft</span></b> sich
mittwochs.&nbsp; Mehr auf <a href="https://example.org/treffen"><span style='color:#0563C1'>unserer Seite</span></a>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>erstens</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>davon eins</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>zweitens</p>
<table><tr><td><p class=MsoNormal>Ort</p></td><td><p class=MsoNormal>Zeit</p></td></tr></table><!--EndFragment--></body></html>`

const COPIED: Record<string, { html: string, blocks: object[] }> = {
  'Word': {
    html: WORD, blocks: [
      { type: 'heading', level: 2, children: [text('Über die Treffen')] },
      { type: 'paragraph', children: [
        text('Die Gruppe '), text('trifft', { bold: true }), text(' sich mittwochs. Mehr auf '),
        link('https://example.org/treffen', 'unserer Seite'), text('.'),
      ] },
      list('unordered', 0, item(text('erstens')), list('ordered', 1, item(text('davon eins'))), item(text('zweitens'))),
      ...lines('Ort', 'Zeit'),
    ],
  },
  'Google Docs, which puts all of it into bold that is not': {
    html: `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span style="font-size:16pt">
      Zwei</span></h2><p dir="ltr"><span style="font-weight:400">Ein </span><span style="font-weight:700">wichtiger</span><span> Satz.</span></p>
      <ol><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>eins</span></p></li></ol></b>`,
    blocks: [
      { type: 'heading', level: 2, children: [text('Zwei')] },
      { type: 'paragraph', children: [text('Ein '), text('wichtiger', { bold: true }), text(' Satz.')] },
      list('ordered', 0, item(text('eins'))),
    ],
  },
  'a page in Arabic, with a script, a picture and a hidden line': {
    html: `<div dir="rtl"><h3>عنوان</h3><p>نص <em>مائل</em> قصير<br>وسطر ثان</p><script>alert(1)</script><img src=x onerror=alert(1)>
      <p style="display:none">مخفي</p><p><a href="javascript:alert(1)">رابط</a></p></div>`,
    blocks: [
      { type: 'heading', level: 3, children: [text('عنوان')] },
      { type: 'paragraph', children: [text('نص '), text('مائل', { italic: true }), text(' قصير\nوسطر ثان')] },
      ...lines('رابط'),
    ],
  },
  'a list within a list, and a quote': {
    html: `<ul><li>a<ul><li>b</li><li>c</li></ul></li><li><p>d</p><p>e</p></li></ul><blockquote><p>Ein <del>alter</del> Satz.</p></blockquote>`,
    blocks: [
      list('unordered', 0, item(text('a')), list('unordered', 1, item(text('b')), item(text('c'))), item(text('d\ne'))),
      { type: 'quote', children: [text('Ein '), text('alter', { strikethrough: true }), text(' Satz.')] },
    ],
  },
}

async function openText(first?: object[]): Promise<string> {
  const documentId = await draft('page', { title: 'Zum Einfügen', ...first && { text: first } })
  await rita.goto(`${cms}/admin${addressIn('page')}/${documentId}?plugins[i18n][locale]=de`)
  await rita.locator('main [contenteditable="true"]').first().waitFor()
  // Strapi fills the form once more when the last answer is there.
  await rita.waitForLoadState('networkidle')
  await rita.locator('main [contenteditable="true"]').first().click()
  return documentId
}

/** As a browser says that something is pasted: what it holds of it as HTML, and as plain text. */
async function paste(html: string, plain = ''): Promise<void> {
  await rita.locator('main [contenteditable="true"]').first().evaluate((field, [markup = '', words = '']) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.setData('text/html', markup)
    dataTransfer.setData('text/plain', words)
    field.dispatchEvent(new InputEvent('beforeinput', {
      inputType: 'insertFromPaste', dataTransfer, bubbles: true, cancelable: true,
    }))
  }, [html, plain])
}

/** The editor hears of where the cursor is a moment later; nobody types as fast as this test. */
async function untilNoticed(): Promise<void> {
  await rita.waitForTimeout(300)
}

async function savedText(documentId: string): Promise<unknown> {
  await rita.getByRole('button', { name: 'Speichern', exact: true }).click()
  await rita.getByText('Gespeichert', { exact: true }).first().waitFor()
  const { data } = await send('GET', `${addressIn('page')}/${documentId}?locale=de`)
  return Reflect.get(data, 'text')
}

test.each(Object.entries(COPIED))('%s', async (_name, { html, blocks }) => {
  const documentId = await openText()
  await paste(html)
  expect(await savedText(documentId)).toEqual(blocks)
})

test('between two words words are put, and between two halves of a paragraph what has lines', async () => {
  const documentId = await openText(lines('Vorn hinten'))
  await rita.keyboard.press('Control+Home')
  await untilNoticed()
  for (let letter = 0; letter < 'Vorn '.length; letter += 1) {
    await rita.keyboard.press('ArrowRight')
    await untilNoticed()
  }
  await untilNoticed()
  await paste('<span><b>mitten</b> drin </span>')
  await untilNoticed()
  await paste('<h2>Dazwischen</h2><p>Eine Zeile</p>')
  await untilNoticed()
  await rita.keyboard.type('.')
  // On which side of the blank the cursor came to stand is the browser's.
  const bare = (value: unknown) => JSON.stringify(value).replaceAll(' ', '')
  expect(bare(await savedText(documentId))).toBe(bare([
    { type: 'paragraph', children: [text('Vorn '), text('mitten', { bold: true }), text(' drin')] },
    { type: 'heading', level: 2, children: [text('Dazwischen')] }, ...lines('Eine Zeile.', 'hinten'),
  ]))
})

test('what has no formatting comes as Strapi takes it', async () => {
  const documentId = await openText()
  await paste('', 'Eine Zeile\nund noch eine')
  expect(await savedText(documentId)).toEqual(lines('Eine Zeile', 'und noch eine'))
})

test('200 kB from Word come whole', async () => {
  const documentId = await openText()
  const many = Array.from({ length: 1600 }, (_, number) => `<p class=MsoNormal><b>Absatz</b> Nummer ${number} von Word, mit `
    + '<span style=\'font-family:"Calibri"\'>einer Schrift</span>.<o:p></o:p></p>').join('')
  expect(many.length).toBeGreaterThan(200_000)
  await paste(`<html><body>${many}</body></html>`)
  await rita.getByText('Nummer 1599 von Word').waitFor()
  expect(await savedText(documentId)).toHaveLength(1600)
})
