/** Sends a page that is kept, as the framework would. */
import type { ServerResponse } from 'node:http'
import { type H3Event } from 'h3'
import { LRUCache } from 'lru-cache'
import Negotiator from 'negotiator'
import { headers } from '../../config/headers'
import { keptPages } from './pages'
import { ENCODINGS, type Encoding, type Form } from './page'
import type { KeptPage } from './store'

/** No browser sends more. */
const HEADER_CHARACTERS = 400
const MOST_REMEMBERED = 200

/** By small letters, as they stand in what was rendered. */
const always = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

const chosen = new LRUCache<string, Encoding>({ max: MOST_REMEMBERED })
/** By form: they are the same for everybody. */
const heads = new WeakMap<Form, string[]>()

/**
 * Sends a page; false where its bytes cannot be read. What is in memory is sent at once.
 */
export function sendPage(event: H3Event, page: KeptPage): true | Promise<boolean> {
  const { req, res } = event.node
  const form = formFor(req.headers['accept-encoding'], page)
  if (isKnown(req.headers['if-none-match'], page.etag)) return sendHead(res, 304, headOf(page, form).slice(2))
  const hot = keptPages()?.hot(form)
  if (hot) return sendBytes(event, headOf(page, form), hot)
  return Promise.resolve(keptPages()?.bytes(page, form)).then(
    bytes => bytes ? sendBytes(event, headOf(page, form), bytes) : false,
  )
}

/** headersOfPage are those of an answer that are not sent with everything, and stay with the page. */
export function headersOfPage(res: ServerResponse): Record<string, string> {
  const own = Object.entries(res.getHeaders()).filter(([name, value]) => always[name] !== value)
  return Object.fromEntries(own.map(([name, value]) => [name, String(value)]))
}

function sendBytes(event: H3Event, head: string[], bytes: string): true {
  const { req, res } = event.node
  res.writeHead(200, head)
  if (event.context.isHead || req.method === 'HEAD') res.end()
  else res.end(bytes, 'latin1')
  return true
}

function sendHead(res: ServerResponse, status: number, head: string[]): true {
  res.writeHead(status, head).end()
  return true
}

/** Names and values in turn, the length first. */
function headOf({ headers: { vary, ...own }, etag, forms }: KeptPage, form: Form): string[] {
  const known = heads.get(form)
  if (known) return known
  const encoding = ENCODINGS.find(candidate => forms[candidate] === form) ?? 'identity'
  const head = Object.entries({
    'content-length': String(form.size), ...always, ...own, etag,
    'vary': vary ? `${vary}, Accept-Encoding` : 'Accept-Encoding',
    ...encoding !== 'identity' && { 'content-encoding': encoding },
  }).flat()
  heads.set(form, head)
  return head
}

function isKnown(named: string | undefined, etag: string): boolean {
  return named !== undefined && named.split(',').some(tag => tag.trim() === etag || tag.trim() === '*')
}

function formFor(accepted: string | string[] | undefined, { forms }: KeptPage): Form {
  return forms[encodingOf(accepted)] ?? forms.identity
}

/** The smallest form that a reader takes; the plain one where nothing is said. */
function encodingOf(accepted: string | string[] | undefined): Encoding {
  const header = String(accepted ?? '').slice(0, HEADER_CHARACTERS)
  const known = chosen.get(header)
  if (known) return known
  const taken = new Negotiator({ headers: { 'accept-encoding': header } }).encodings([...ENCODINGS])
  const encoding = ENCODINGS.find(candidate => taken.includes(candidate)) ?? 'identity'
  chosen.set(header, encoding)
  return encoding
}
