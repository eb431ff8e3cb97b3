/**
 * What holds on every kind of page, in every language: two files share the visits, so that they run beside each other.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { hasGermanWords, LOCALES, localeOf } from 'shared-types'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { axeProblems } from './axe'
import { openBrowser } from './browser'
import { weightProblems, visitProblems, watchShifts } from './budget'
import { htmlProblems } from './html'
import { IS_WHOLE_MATRIX } from './matrix'
import type { Visit } from './places'
import { root } from './product'

const web = inject('web')
let browser: Browser

/** How pages are looked at: narrow in the light, wide in the dark. */
const LOOKS = [['light', 320], ['dark', 1280]] as const

/** Words that no text in another language has. */
const GERMAN
  = /(?<![\p{L}-])(der|das|und|für|mit|nicht|wird|wurde|über|zur|zum|beim|eine|einer|vom|auf|aus|sich|Zeitleiste|Handlungsfelder|Maßnahmen)(?![\p{L}-])/u
/** Names that are the same in every language, those of people and organisations among them. */
const PROPER_NAMES = [
  ...seeded('people.json')
    .concat(seeded('organisations.json'))
    .sort((a, b) => b.length - a.length),
  'Wir sind Hannover – Zusammenleben in der Stadt. Strategien für Migration und Teilhabe',
  'Zusammenleben in der Stadt. Strategien für Migration und Teilhabe', 'Wir sind Hannover',
  'Gesellschaftsfonds Zusammenleben', 'Haus der Jugend', 'Welt-in-Hannover.de', 'kargah', 'LIP-Lab', 'LIP Sessions',
  'LIParty', 'LIP', 'WIR', 'MiSO', 'IIK', 'ADV Nord', 'Punkt Linden', 'Kulturzentrum Faust', 'CC-BY', 'CC BY',
  'AGPL-3.0-or-later', 'DDG', 'MStV', 'WCAG', 'AA', 'Website', 'BibTeX', 'CSL-JSON', 'CSV', 'JSON', 'Atom',
]
/** Words of the city that translations give in brackets, as they stand in its papers. */
const WORDS_OF_THE_CITY = [
  'Landeshauptstadt Hannover', 'Controlling-Bericht', 'pop-up', 'cookie', 'Fachbereich Gesellschaftliche Teilhabe',
  'Bereich Einwanderungsstadt Hannover', 'Referat für interkulturelle Angelegenheiten', 'Referat für interkulturelle',
  'Referat für', 'PopUp', 'Tiny Houses', 'Tiny-Houses', 'Lokaler Integrationsplan', 'Internationaler Ausschuss',
  'Integrationsfonds', 'Bürgermeister', 'Kuratorium', 'Kuratorin', 'Drucksache', 'AG Jugend', 'postmigrantisch', 'AG',
  'Innovationsfonds', 'Verwaltung', 'Sachgebiet Integration', 'Integration, Politik und Verbände', 'HIPPY', 'FuN',
  'Vahrenwald', 'Mühlenberg', 'Bemerode', 'Ricklingen', 'Weiße Rose', 'Generation Postmigration', 'gEMiDe',
  'Mein Hannover', 'Gesellschaftliche Teilhabe', 'Integrationsrat Hannover',
  'Interkulturelle Arbeit in der', 'Labor zum Lokalen Integrationsplan', 'Erfahrung für die Zukunft', 'Zehn Jahre',
  'Wie soll es weitergehen', 'soll es weitergehen', 'Zeit für Perspektivwechsel', 'Zukunft auf Erfahrungen aufbauen',
  'Kartoffel werden', 'SMC', 'SOR', 'Gesellschaftsfonds',
]
/**
 * Titles as the city wrote them stand in quotation marks, its words in brackets, its offices and parties as letters.
 */
const AS_WRITTEN = [
  /[„“«‚‹][^”“»‘›\n]*[”“»‘›]/g, /\([\p{Script=Latin}\d .,:*–-]+\)/gu,
  /(?<!\p{Script=Latin})\p{Lu}{2,5}(?!\p{Script=Latin})/gu, /(?:[\w-]+\.)+(?:de|org)(?:\/\S*)?/g,
]
/** What readers are shown to type. */
const ADDRESSES = LOCALES.map(({ code }) => `/${code}/${hasGermanWords(code) ? 'zeitleiste' : 'timeline'}`)
/** A key of a text that is missing; the addresses of feeds are none. */
const KEY
  = /(?<!\/)\b(app|page|home|plan|field|timeline|event|source|measure|measures|lineage|overview|changes|version|pager|funded|asOf|imprint|privacy|accessibility|error|date|kind|certainty|stage|origin|nameKind|subject|article|articles|articleKind|person|organisation|organisationKind|contributors|role|pages|glossary|contact|search|feed|share|image|cite)\.[a-z]\w+/

function seeded(file: string): string[] {
  const entries: { values: { name?: string } }[] = JSON.parse(readFileSync(path.join(root, 'cms/seed', file), 'utf8'))
  return entries.flatMap(({ values: { name } }) => name ?? [])
}

/**
 * The text that stands outside of elements that say another language, without proper names. Words that are marked or
 * isolated and what stands beside them are one.
 */
function ownText(page: Page): Promise<string> {
  return page
    .evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const texts: string[] = []
      while (walker.nextNode()) {
        const { parentElement, textContent } = walker.currentNode
        const isForeign = parentElement?.closest('body [lang]') !== null
        const isPart = parentElement?.matches('mark, bdi, :has(> bdi)')
        const words = (textContent ?? '').replaceAll('\u00AD', '')
        if (!isForeign && !parentElement?.closest('style, script')) texts.push(isPart ? words : `${words}\n`)
      }
      return texts.join('')
    })
    .then((text) => {
      const names = [...PROPER_NAMES, ...WORDS_OF_THE_CITY, ...ADDRESSES]
      const unnamed = names.reduce((rest, name) => rest.replaceAll(name, ''), text)
      return AS_WRITTEN.reduce((rest, pattern) => rest.replaceAll(pattern, ''), unnamed)
    })
}

/** Texts beside an element in a row of boxes: each is a box, which loses the spaces at its ends. */
function tornWords(): (string | null)[] {
  const hasWords = (parent: Element) =>
    [...parent.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
  const rows = [...document.querySelectorAll('main *, header *, footer *')].filter(element =>
    /flex|grid/.test(getComputedStyle(element).display),
  )
  return rows
    .filter(row => row.querySelector(':scope > :is(bdi, [lang], mark, a, em, strong)') && hasWords(row))
    .map(row => row.textContent)
}

/** Looks at each of these pages. */
export function lookAt(visits: Visit[]): void {
  beforeAll(async () => {
    browser = await openBrowser()
  })

  afterAll(() => browser?.close())

  describe.each(visits)('$name in $code', ({ name, address, code, language, direction, status, isMissing }) => {
    test('is a whole page: its language, its direction, one main heading, its landmarks, valid HTML, no script but '
      + 'the small one, and light', async () => {
      const response = await fetch(web + address, { headers: { Accept: 'text/html' } })
      const html = await response.text()
      expect(response.status).toBe(status)
      expect(html.includes('translation-list')).toBe(isMissing)
      if (isMissing) expect(html).toContain('<meta name="robots" content="noindex">')
      expect(html).toMatch(new RegExp(`<html\\s+lang="${language}" dir="${direction}"`))
      expect(html.match(/<h1[ >]/g)).toHaveLength(1)
      for (const landmark of ['<header', '<main', '<footer', '<nav']) expect(html).toContain(landmark)
      expect(html.replace('<script src="/enhance.js" type="module"></script>', '')).not.toContain('<script')
      expect(html).not.toMatch(/ style="/)
      // What only a program in the browser would need.
      expect(html).not.toContain('<!--')
      expect(html).not.toMatch(KEY)
      expect(await htmlProblems(html)).toEqual([])
      expect(weightProblems(name, html)).toEqual([])
    })

    describe('in a browser 320 pixels wide, which is 400 % zoom', () => {
      const requests: URL[] = []
      const complaints: string[] = []
      let page: Page

      beforeAll(async () => {
        const context = await browser.newContext({ viewport: { width: 320, height: 640 }, colorScheme: 'light' })
        page = await context.newPage()
        page.on('request', request => requests.push(new URL(request.url())))
        page.on('console', message => complaints.push(message.text()))
        page.on('pageerror', error => complaints.push(error.message))
        await page.addInitScript(watchShifts)
        await visit()
      })

      afterAll(() => page?.context().close())

      async function visit(): Promise<void> {
        requests.length = 0
        await page.goto(web + address, { waitUntil: 'load' })
        // A face that comes late may move what is seen: that is waited for, half a second of silence is not.
        await page.evaluate(async () => {
          await document.fonts.ready
          await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
        })
      }

      test('asks for little, and nothing in it jumps while it comes', async () => {
        const problems = await visitProblems(page, requests)
        // Where the machine is busy a page comes in pieces; slow phones have a test of their own in `budgets.test.ts`.
        if (problems.length > 0) await visit()
        expect(await visitProblems(page, requests)).toEqual([])
      })

      test('speaks one language, and says where another begins', async () => {
        const text = await ownText(page)
        const { script } = localeOf(code)
        if (script === 'Latin' && !language.startsWith('de')) expect(text.match(GERMAN)?.[0]).toBeUndefined()
        if (script !== 'Latin') expect(text.match(/\p{Script=Latin}{2,}/gu) ?? []).toEqual([])
        expect(text.match(/[٠-٩۰-۹]/g) ?? []).toEqual([])
      })

      test('keeps the space between a name and the words around it', async () => {
        expect(await page.evaluate(tornWords)).toEqual([])
      })

      test('begins on the side on which its language begins', async () => {
        const brand = await page.getByRole('banner').getByRole('link').first().boundingBox()
        const heading = await page.getByRole('heading', { level: 1 }).evaluate((element) => {
          const range = document.createRange()
          range.selectNodeContents(element)
          return range.getClientRects()[0]?.toJSON()
        })
        for (const box of [brand, heading])
          expect(direction === 'rtl' ? 320 - (box.x + box.width) : box.x).toBeLessThan(40)
      })

      test('fits, and keeps nothing about the visitor', async () => {
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
        expect([...new Set(requests.map(({ host }) => host))]).toEqual([new URL(web).host])
        expect(await page.context().cookies()).toEqual([])
        expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
        expect(complaints.filter(text => !text.includes(String(status)))).toEqual([])
      })

      // Colours are the same in every language: for them, in the dark and on a wide screen the German pages stand for
      // all, unless the whole matrix is asked for.
      test.each(LOOKS.filter(([colorScheme]) => IS_WHOLE_MATRIX || language === 'de' || colorScheme === 'light'))(
        'axe finds nothing in %s at %i pixels',
        async (colorScheme, width) => {
          await page.emulateMedia({ colorScheme })
          await page.setViewportSize({ width, height: 640 })
          const standsForAll = IS_WHOLE_MATRIX || language === 'de'
          expect(await axeProblems(page, 'html', standsForAll ? [] : ['color-contrast'])).toEqual([])
        },
      )

      test.runIf(IS_WHOLE_MATRIX && direction === 'rtl').each([320, 1280])(
        'is kept as a picture, %i pixels wide',
        async (width) => {
          await page.emulateMedia({ colorScheme: 'light' })
          await page.setViewportSize({ width, height: 800 })
          await page.screenshot({
            fullPage: true, path: path.join(root, 'e2e/screenshots', code, `${name.replaceAll(' ', '-')}-${width}.png`),
          })
        },
      )
    })
  })
}
