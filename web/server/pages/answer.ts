/** Answers requests from the kept pages before the framework is reached, and keeps what it renders. */
import { createError, type EventHandler, type H3Event } from 'h3'
import { isLocaleCode, SOURCE_LANGUAGE } from 'shared-types'
import { betterLanguage } from '../../app/utils/reader-language'
import { isFollowing } from '../cms/following'
import { isCmsAway } from '../cms/well-being'
import { currentPreview } from '../preview/current'
import { noteReader, noteRendering } from './activity'
import { hasFailed, hasJustFailed, noteFailure, noteSuccess } from './failures'
import { currentlyMade, noteMaking } from './made-of'
import { keptPages } from './pages'
import { headersOfPage, sendPage } from './send'
import type { KeptPage, PageStore } from './store'

/**
 * Addresses as we write them: of other spellings of one, such as capital letters, there are endlessly many. Those that
 * are no page's are none.
 */
const ADDRESS = new RegExp([
  '^/$',
  '^(?!/(?:api|data|uploads|graphql|healthz|readyz)(?:/|$))(?:/[a-z0-9-]+)+$',
  '^/data(?:/[a-z0-9-]+)+\\.[a-z]+$',
  '^/sitemap\\.xml$',
].join('|'))
const ADDRESS_CHARACTERS = 1000

/** Pages that are being rendered: whoever asks for one meanwhile waits for it. */
const rendering = new Map<string, Promise<unknown>>()

/** answer sends a kept page where one may be sent; all else is left to the framework. */
export function answer(event: H3Event, render: EventHandler): unknown {
  const pages = keptPages()
  // What a page asks of its own server is part of it; what is shown in a preview is neither kept nor taken from there.
  if (!pages || currentlyMade() || currentPreview()) return render(event)
  noteReader(event.path)
  if (!isPageAsked(event)) return render(event)
  const page = pageFor(event, pages)
  if (!page) return renderFor(event, render, pages)
  const sent = sendPage(event, page)
  return sent === true ? undefined : sent.then(isSent => isSent ? undefined : renderFor(event, render, pages))
}

/** keepRendered keeps what the framework has rendered, and sends it as it is sent from then on. */
export async function keepRendered(event: H3Event, body: unknown): Promise<void> {
  const [made, pages] = [currentlyMade(), keptPages()]
  if (!made || !pages || made.path !== event.path) return
  const { res } = event.node
  if (res.statusCode !== 200) return void settle(made.path, res.statusCode, pages)
  const headers = headersOfPage(res)
  const bytes = typeof body === 'string' || body instanceof Uint8Array ? Buffer.from(body) : null
  if (!bytes || !made.isToBeKept || isForOneReader(event, headers.vary)) return
  const page = await pages.keep(made, { body: bytes, headers })
  noteSuccess(made.path)
  if (!page || made.isAhead) return
  await sendPage(event, page)
}

/** renderAhead renders a page that nobody waits for, by a request to this server itself. */
export async function renderAhead(path: string, ask: (path: string) => Promise<{ status: number }>): Promise<void> {
  const pages = keptPages()
  if (!pages || rendering.has(path)) return
  const { status } = await whileRendering(path, noteMaking({ path, isAhead: true, era: pages.era }, () => ask(path)))
  settle(path, status, pages)
}

function isPageAsked({ path, node: { req } }: H3Event): boolean {
  return (req.method === 'GET' || req.method === 'HEAD') && path.length <= ADDRESS_CHARACTERS && ADDRESS.test(path)
}

/** The page that is right at the moment; while the cms is away, or while this page is held up, the last good one. */
function pageFor(event: H3Event, pages: PageStore): KeptPage | undefined {
  const isKnown = isFollowing()
  const isLastGood = isCmsAway() || isHeldUp(event.path)
  const page = isLastGood ? pages.lastGood(event.path) : isKnown ? pages.current(event.path) : undefined
  return page && !isForOneReader(event, page.headers.vary) ? page : undefined
}

/** What failed is tried by one, now and then: nobody else waits for it. */
function isHeldUp(path: string): boolean {
  return hasJustFailed(path) || (hasFailed(path) && rendering.has(path))
}

async function renderFor(event: H3Event, render: EventHandler, pages: PageStore): Promise<unknown> {
  const { path } = event
  await rendering.get(path)
  const page = pageFor(event, pages)
  if (page && await sendPage(event, page)) return
  try {
    return await whileRendering(
      path, noteMaking({ path, isAhead: false, era: pages.era }, async () => render(event)),
    )
  } catch (error) {
    const lastGood = settle(path, createError(Object(error)).statusCode, pages)
    if (lastGood && !event.handled && await sendPage(event, lastGood)) return
    throw error
  } finally {
    noteRendering()
  }
}

async function whileRendering<Result>(path: string, rendered: Promise<Result>): Promise<Result> {
  const over = rendered.then(() => undefined, () => undefined)
  rendering.set(path, over)
  try {
    return await rendered
  } finally {
    if (rendering.get(path) === over) rendering.delete(path)
  }
}

/** What was no page goes; what failed stays as it was, and is returned. */
function settle(path: string, status: number, pages: PageStore): KeptPage | undefined {
  if (status === 200) return undefined
  if (status < 500) {
    noteSuccess(path)
    pages.drop(path)
    return undefined
  }
  const page = pages.lastGood(path)
  if (page) noteFailure(path)
  return page
}

/** The home page offers another language to whose browser likes it better. */
function isForOneReader({ path, node: { req } }: H3Event, vary = ''): boolean {
  if (!/accept-language/i.test(vary)) return false
  const [, code = ''] = path.split('/')
  return betterLanguage(req.headers['accept-language'], isLocaleCode(code) ? code : SOURCE_LANGUAGE) !== null
}
