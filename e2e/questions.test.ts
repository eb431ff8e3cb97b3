/**
 * Five questions of somebody who has only the home page, on a phone, without script: each is answered after at most two
 * clicks, by what can be seen then.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser } from './browser'
import { follow, PHONE } from './reading'

const web = inject('web')
const MOST_CLICKS = 2

let browser: Browser
let context: BrowserContext

beforeAll(async () => {
  browser = await openBrowser()
})
afterEach(() => context?.close())
afterAll(() => browser?.close())

interface Question {
  question: string
  /** What is pressed, by its name, one after the other. */
  clicks: RegExp[]
  /** Where the answer is then, and what it says. */
  place: string
  answer: RegExp
}

const GERMAN: Question[] = [
  {
    question: 'what is this?', clicks: [/^Das LIP-Lab$/], place: 'main',
    answer: /begleitet, wie Hannover seinen Lokalen Integrationsplan überarbeitet hat/,
  },
  {
    question: 'what became of the anti-discrimination office?',
    clicks: [/^Antidiskriminierung$/, /^Eine unabhängige Antidiskriminierungsstelle/], place: 'section.stage',
    answer: /Was wurde daraus\?[\s\S]*beschlossen[\s\S]*Stand/,
  },
  {
    question: 'what changed lately?', clicks: [/^Alle Änderungen$/], place: '#found',
    // Whatever other journeys wrote last stands first.
    answer: /Änderungen seit dem[\s\S]*?\n\d{1,2}\. \p{L}+ \d{4}\n\s*(Maßnahme|Ereignis|Beitrag|Beschluss|Förderung)/u,
  },
  {
    question: 'what is planned in democracy?', clicks: [/^Demokratie$/], place: 'main',
    answer: /Aufsuchende politische Erwachsenenbildung[\s\S]*beschlossen/,
  },
  {
    question: 'who is behind it?', clicks: [/mitwirken oder mitgewirkt haben/], place: 'main',
    answer: /Kulturzentrum Faust[\s\S]*kargah/,
  },
]

const ARABIC: Question[] = [
  {
    question: 'what is this?', clicks: [/^عن LIP-Lab$/], place: 'main', answer: /كيف راجعت هانوفر خطة الاندماج المحلية/,
  },
  {
    question: 'what became of the anti-discrimination office?', clicks: [/^تمييز$/, /^مكتب.*التمييز/],
    place: 'section.stage', answer: /مُقَرّ/,
  },
  { question: 'what changed lately?', clicks: [/^كل التغييرات$/], place: '#found',
    answer: /\n\d{1,2} \p{L}+ \d{4}\n\s*\S.*(تدبير|حدث|مقال|قرار|تمويل|خطة)/u },
  {
    question: 'what is planned in democracy?', clicks: [/^الديمقراطية$/], place: 'main',
    answer: /تثقيف سياسي للكبار في أماكن وجودهم[\s\S]*مُقَرّ/,
  },
  {
    question: 'who is behind it?', clicks: [/يشارك أو شارك/], place: 'main', answer: /Kulturzentrum Faust[\s\S]*kargah/,
  },
]

async function ask(page: Page, { clicks }: Question): Promise<void> {
  expect(clicks.length).toBeLessThanOrEqual(MOST_CLICKS)
  for (const name of clicks) await follow(page.getByRole('main').getByRole('link', { name }).first())
}

describe.each([['German', '/', GERMAN], ['Arabic', '/ar', ARABIC]] as const)('asked in %s', (_, home, questions) => {
  test.each(questions)('$question is answered', async (asked) => {
    context = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE })
    const page = await context.newPage()
    await page.goto(web + home)
    await ask(page, asked)
    const place = page.locator(asked.place).first()
    expect(await place.isVisible()).toBe(true)
    expect(await place.innerText()).toMatch(asked.answer)
  })
})
