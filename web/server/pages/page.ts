/** A page as it is kept: its head, which says what is known of it, and its body in every form that is sent. */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { MadeOf } from './made-of'

const BROTLI_QUALITY = 9

/** The encodings of the forms, the smallest first. What zstd makes is larger than both, and who takes it takes br. */
export const ENCODINGS = ['br', 'gzip', 'identity'] as const

export type Encoding = typeof ENCODINGS[number]

/** Where a form stands in the file behind the head, and what its bytes come to. */
export interface Form {
  at: number
  size: number
  sum: string
}

/** The forms of a page; a picture, which is small by itself, has the plain one only. */
export type Forms<Kind> = Partial<Record<Encoding, Kind>> & { identity: Kind }

/** Page is the head of a file. */
export interface Page {
  path: string
  /** The version of the interface that wrote it. */
  version: string
  etag: string
  /** Those that are not sent with everything. */
  headers: Record<string, string>
  keys: string[] | null
  position: number
  day: string
  /** Until when it may be shown without news, in milliseconds since 1970; null for ever. */
  shownUntil: number | null
  forms: Forms<Form>
}

/** allForms lists the forms that there are, in the order in which they stand in the file. */
export function allForms<Kind>(forms: Forms<Kind>): Kind[] {
  return ENCODINGS.flatMap(encoding => forms[encoding] ?? [])
}

/** toPage makes the head of a page and the bytes that stand behind it. */
export async function toPage(
  made: MadeOf, { body, headers, version }: { body: Buffer, headers: Record<string, string>, version: string },
): Promise<{ page: Page, bodies: Forms<Buffer> }> {
  const bodies = await formsOf(body, headers)
  let at = 0
  const formOf = (bytes: Buffer): Form => {
    at += bytes.length
    return { at: at - bytes.length, size: bytes.length, sum: sumOf(bytes) }
  }
  const { br, gzip, identity } = bodies
  const forms = { ...br && { br: formOf(br) }, ...gzip && { gzip: formOf(gzip) }, identity: formOf(identity) }
  const { path, position, day } = made
  const shownUntil = made.shownUntil === Infinity ? null : Math.round(Date.now() + made.shownUntil - performance.now())
  const keys = made.keys && [...made.keys]
  return { bodies, page: {
    path, version, etag: `W/"${forms.identity.sum}"`, headers, keys, position, day, shownUntil, forms,
  } }
}

async function formsOf(body: Buffer, headers: Record<string, string>): Promise<Forms<Buffer>> {
  if (headers['content-type']?.startsWith('image/')) return { identity: body }
  const [br, gz] = await Promise.all([brotli(body), promisify(gzip)(body)])
  return { br, gzip: gz, identity: body }
}

function brotli(body: Buffer): Promise<Buffer> {
  return promisify(brotliCompress)(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  })
}

/** sumOf is short, and another one for other bytes. */
export function sumOf(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
}

/** readHead reads the first line of a file; undefined where it is none of ours, or says something else of the file. */
export function readHead(line: string, { name, bodySize }: { name: string, bodySize: number }): Page | undefined {
  const page: unknown = parsed(line)
  return isPage(page) && fileOf(page.path) === name && sizeOf(page) === bodySize ? page : undefined
}

/** fileOf is the name of the file of an address: no address leads out of the folder, and none is too long. */
export function fileOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 40)
}

function sizeOf({ forms }: Page): number {
  return allForms(forms).reduce((sum, { size }) => sum + size, 0)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isPage(value: unknown): value is Page {
  const { path, version, etag, headers, keys, position, day, shownUntil, forms } = Object(value)
  const isText = (text: unknown): text is string => typeof text === 'string'
  const isForm = ({ at, size, sum }: Record<string, unknown>) =>
    Number.isSafeInteger(at) && Number.isSafeInteger(size) && isText(sum)
  return [path, version, etag, day].every(isText) && Number.isSafeInteger(position)
    && Object.values(Object(headers)).every(isText)
    && (keys === null || (Array.isArray(keys) && keys.every(isText)))
    && (shownUntil === null || Number.isSafeInteger(shownUntil))
    && Object.values({ identity: null, ...Object(forms) }).every(form => isForm(Object(form)))
}
